"""`rushes generate`: a prompt in, a video file out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from rushes.catalog.model import OFFLINE_MODEL
from rushes.cli import errors
from rushes.cli.client_for import Target, open_target
from rushes.cli.errors import CliError, explained
from rushes.cli.progress import Reporter, open_reporter
from rushes.cli.transfer import free_name, wait
from rushes.sdk import frame_image, input_reference
from rushes.sdk._sinks import check_writable
from rushes.sdk.errors import GenerationError, OpenRouterError
from rushes.settings import settings_for
from rushes.wire import VideoGenerationResponse

PICTURE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("prompt", required=False)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write; named after the prompt if omitted.",
)
@click.option(
    "--model", default=OFFLINE_MODEL, show_default=True, help="A model of `rushes models`."
)
@click.option("--duration", type=int, help="Seconds.")
@click.option("--resolution", help="For example 720p.")
@click.option("--aspect-ratio", help="For example 16:9.")
@click.option("--size", help="WIDTHxHEIGHT, instead of resolution and ratio.")
@click.option("--seed", type=int, help="Same seed, same video; drawn if omitted.")
@click.option(
    "--audio/--no-audio",
    default=None,
    help="With or without sound; the model's default if omitted.",
)
@click.option("--first-frame", type=PICTURE, help="Picture to begin with.")
@click.option("--last-frame", type=PICTURE, help="Picture to end with.")
@click.option(
    "--reference", type=PICTURE, multiple=True, help="Picture to lean on; may be repeated."
)
@click.option(
    "--resume", metavar="JOB_ID", help="Go on with an interrupted job instead of a new one."
)
@click.option(
    "--server", metavar="URL", help="Service to use; else OPENROUTER_BASE_URL, else none is needed."
)
@click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where jobs and videos are kept.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of text.")
def generate(
    prompt: str | None,
    output: Path | None,
    resume: str | None,
    server: str | None,
    data_dir: Path | None,
    as_json: bool,
    **options: Any,
) -> None:
    """Generate a video of PROMPT and save it."""
    wanted = None if resume else _wanted(prompt, options)
    reporter = open_reporter(quiet=as_json)
    with explained():
        if output is not None:
            output.parent.mkdir(parents=True, exist_ok=True)
            check_writable(output, overwrite=True)
        settings = settings_for(data_dir)
        with open_target(server, settings, resume=[resume] if resume else []) as target, reporter:
            made = _make(target, wanted, resume, output, reporter)
    click.echo(json.dumps(made.as_dict()) if as_json else made.as_text())


@dataclass(frozen=True)
class Made:
    """A saved video and what is known of it."""

    path: Path
    size: int
    job: VideoGenerationResponse

    @property
    def details(self) -> dict[str, Any]:
        """Return what a Rushes service adds to the job; empty from other services."""
        extra = (self.job.model_extra or {}).get("rushes")
        return extra if isinstance(extra, dict) else {}

    @property
    def cost(self) -> float | None:
        """Return the cost in USD, if told."""
        return self.job.usage.cost if self.job.usage else None

    def as_dict(self) -> dict[str, Any]:
        """Return everything for machines."""
        known = {k: self.details[k] for k in _SHOWN if k in self.details}
        return {
            "id": self.job.id,
            "status": str(self.job.status),
            "path": str(self.path),
            "bytes": self.size,
            "cost": self.cost,
            **known,
        }

    def as_text(self) -> str:
        """Return the lines for people."""
        details, cost = self.details, self.cost
        lines = [
            ("file", str(self.path)),
            ("size", f"{self.size / 1e6:.1f} MB"),
            ("picture", _picture(details)),
            ("duration", f"{details['duration']} s" if "duration" in details else None),
            ("seed", str(details["seed"]) if "seed" in details else None),
            ("cost", None if cost is None else f"${cost:g}{_emulated(details)}"),
            ("made by", details.get("provider")),
            ("job", self.job.id),
        ]
        return "\n".join(f"{name:<9} {value}" for name, value in lines if value)


_SHOWN = ("provider", "model", "seed", "size", "duration", "audio", "report")


def _picture(details: dict[str, Any]) -> str | None:
    if "size" not in details:
        return None
    return f"{details['size']}, {'with' if details.get('audio') else 'without'} sound"


def _emulated(details: dict[str, Any]) -> str:
    emulated = details.get("model") != OFFLINE_MODEL and "offline" in str(details.get("provider"))
    return f" is what {details['model']} would cost; nothing was spent" if emulated else ""


def _wanted(prompt: str | None, options: dict[str, Any]) -> dict[str, Any]:
    """Return the request's arguments, pictures read from their files."""
    first, last = options.pop("first_frame"), options.pop("last_frame")
    references = options.pop("reference")
    options["generate_audio"] = options.pop("audio")
    try:
        frames = [] if first is None else [frame_image(first, "first_frame")]
        frames += [] if last is None else [frame_image(last, "last_frame")]
        pictures = [input_reference(path, "image") for path in references]
    except ValueError as error:
        raise click.BadParameter(str(error)) from None
    if not prompt and not frames and not pictures:
        raise click.UsageError("Give a PROMPT, a picture or --resume JOB_ID.")
    wanted = {"prompt": prompt, **{k: v for k, v in options.items() if v is not None}}
    if frames:
        wanted["frame_images"] = frames
    if pictures:
        wanted["input_references"] = pictures
    return {k: v for k, v in wanted.items() if v is not None}


def _make(
    target: Target,
    wanted: dict[str, Any] | None,
    resume: str | None,
    output: Path | None,
    reporter: Reporter,
) -> Made:
    job_id = resume
    try:
        if wanted is not None:
            job_id = target.client.video_generation.generate(**wanted).id
        assert job_id is not None  # noqa: S101 - either is given
        reporter.started(job_id)
        job = wait(target, job_id, reporter)
        path = output or free_name(wanted.get("prompt") if wanted else None, job.id)
        job.save(path, overwrite=True, on_progress=reporter.downloading)
    except GenerationError as error:
        ending = f"{error.job_id} ended {error.job.status}: {error.reason}"
        raise CliError(ending, errors.FAILED) from error
    except KeyboardInterrupt:
        raise CliError(_interrupted(target, job_id), errors.INTERRUPTED) from None
    except OpenRouterError:
        raise  # some of which are OSErrors, too, and say nothing of the file
    except OSError as error:
        again = f"rushes generate --resume {job_id} -o FILE{_server_option(target)}"
        raise CliError(f"{error}. The video is kept: {again}", errors.USAGE) from error
    return Made(path, path.stat().st_size, job)


def _interrupted(target: Target, job_id: str | None) -> str:
    if job_id is None:
        return "Interrupted before the job was accepted."
    state = "is kept" if target.in_process else "goes on in the service"
    again = f"rushes generate --resume {job_id}{_server_option(target)}"
    return f"Interrupted; the job {state}. Resume: {again}"


def _server_option(target: Target) -> str:
    return "" if target.in_process else f" --server {target.url}"
