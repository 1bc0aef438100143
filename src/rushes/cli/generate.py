"""`rushes generate`: a prompt in, a video file out."""

from __future__ import annotations

import io
import math
import os
import re
import shlex
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import click

from rushes.catalog.model import OFFLINE_MODEL
from rushes.cli import errors
from rushes.cli.batch import BatchOptions, FileNames, make_all, read_prompts, requests_of
from rushes.cli.client_for import Target, open_target
from rushes.cli.errors import CliError, explained
from rushes.cli.job_completion import complete_job
from rushes.cli.model_filters import complete_model
from rushes.cli.options import store_options
from rushes.cli.progress import Reporter, open_reporter
from rushes.cli.video_file import Made, details_of, free_name
from rushes.sdk import Generation
from rushes.sdk._polling import reported_progress
from rushes.sdk._sinks import check_writable
from rushes.sdk._targets import descriptor_of
from rushes.sdk.errors import GenerationError, OpenRouterError, WaitTimeoutError
from rushes.sdk.media import with_shorthands
from rushes.settings import settings_for
from rushes.wire import VideoGenerationResponse

PICTURE = click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)

DASH = Path("-")  # stdin or stdout


def _references(ctx: click.Context, param: click.Parameter, values: Any) -> Any:
    """Return URLs as they are, and the others as paths of files that exist."""
    return tuple(
        value if _is_url(value) else PICTURE.convert(value, param, ctx) for value in values
    )


def finite(_: click.Context, __: click.Parameter, value: float | None) -> float | None:
    if value is not None and not math.isfinite(value):
        raise click.BadParameter(f"{value} is no amount")
    return value


SILENCE_TIMEOUT = 120.0  # seconds without any response, after which a service counts as gone
_is_url = re.compile(r"(https?|data):", re.IGNORECASE).match
_PICTURES = {"first_frame", "last_frame", "references"}
CONCURRENCY = 4  # videos of several that are made at once


@click.command()
@click.argument("prompt", required=False)
@click.option(
    "--prompt-file",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path),
    help="Read the prompt from a file, or from stdin with -.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="File to write, or - for stdout; named after the prompt if omitted. With several videos,"
    " a name such as clip-{n}.mp4; {job}, {seed}, {model} and {prompt} are replaced too.",
)
@click.option("--overwrite", is_flag=True, help="Replace the file of -o if it exists.")
@click.option("--open", "opened", is_flag=True, help="Open the video in the system's player.")
@click.option(
    "--max-cost",
    type=click.FloatRange(min=0),
    callback=finite,
    metavar="USD",
    help="Refuse what would cost more, all videos together, or whose cost is not known.",
)
@click.option("--count", type=click.IntRange(1), default=1, help="Videos, each of its own seed.")
@click.option(
    "--prompts", type=click.File("rb"), help="Make a video of each line of a file, or - for stdin."
)
@click.option(
    "--concurrency",
    type=click.IntRange(1, 64),
    default=CONCURRENCY,
    show_default=True,
    help="Videos that are made at once.",
)
@click.option(
    "--model",
    default=OFFLINE_MODEL,
    show_default=True,
    help="A model of `rushes models`.",
    shell_complete=complete_model,
)
@click.option("--duration", type=int, help="Seconds.")
@click.option("--resolution", help="For example 720p.")
@click.option("--aspect-ratio", help="For example 16:9.")
@click.option("--size", help="WIDTHxHEIGHT, instead of resolution and ratio.")
@click.option("--seed", type=int, help="Same seed, same video; drawn if omitted.")
@click.option(
    "--audio/--no-audio",
    "generate_audio",
    default=None,
    help="With or without sound; the model's default if omitted.",
)
@click.option("--first-frame", type=PICTURE, help="Image of the first frame; - for stdin.")
@click.option("--last-frame", type=PICTURE, help="Image of the last frame.")
@click.option(
    "--reference",
    "references",
    metavar="FILE_OR_URL",
    callback=_references,
    multiple=True,
    help="Image, sound or video to use, as a file or a URL; may be repeated.",
)
@click.option(
    "--continue",
    "previous_job_id",
    metavar="JOB_ID",
    shell_complete=complete_job,
    help="Go on from a job's video.",
)
@click.option("--upscale-factor", type=float, help="By how much an upscaler enlarges each side.")
@click.option("--creativity", type=int, help="1: an upscaler adds detail.")
@click.option(
    "--resume", metavar="JOB_ID", shell_complete=complete_job, help="Continue an interrupted job."
)
@click.option(
    "--server",
    metavar="URL",
    help="Service to use; default: OPENROUTER_BASE_URL, else one inside this command.",
)
@store_options
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of text.")
def generate(
    prompt: str | None,
    prompt_file: Path | None,
    output: Path | None,
    overwrite: bool,
    opened: bool,
    count: int,
    prompts: BinaryIO | None,
    concurrency: int,
    resume: str | None,
    server: str | None,
    data_dir: Path | None,
    as_json: bool,
    **options: Any,
) -> None:
    """Generate a video of PROMPT and save it."""
    if prompt_file is not None:
        if prompt is not None:
            raise click.UsageError("Use either PROMPT or --prompt-file, not both.")
        prompt = _prompt_of(prompt_file, options)
    request = {"prompt": prompt, **options}
    request = {name: value for name, value in request.items() if value not in {None, ()}}
    is_one = count == 1 and prompts is None
    if ((resume or prompt) and prompts is not None) or (resume and not is_one):
        raise click.UsageError("Use one of PROMPT, --prompts, and --resume; --count without it.")
    if not (resume or prompt or prompts) and not request.keys() & {*_PICTURES, "previous_job_id"}:
        raise click.UsageError(
            "Give a PROMPT, --prompt-file FILE, an image or a video, or --resume JOB_ID."
        )
    reporter = open_reporter(quiet=as_json)
    with explained():
        # Before a long render, not after it.
        settings = settings_for(data_dir)
        request = _with_files(request, settings.max_body_bytes)
        if not is_one:
            requests = requests_of(request, () if prompts is None else read_prompts(prompts), count)
            if opened:
                raise click.UsageError("--open is for one video.")
            names = FileNames(None if output is None else str(output))
            names.check(len(requests), overwrite=overwrite)
            with open_target(server, settings) as target, reporter:
                again = _Saved(None, overwrite, data_dir).options(target)
                how = BatchOptions(names, concurrency, overwrite, as_json, again)
                make_all(target, requests, how, reporter)
            return
        if output is not None:
            output = _checked(output, overwrite=overwrite)
        saved = _Saved(output, overwrite, data_dir)
        if opened and output is not None and descriptor_of(output) is not None:
            raise click.UsageError("--open needs a file; use -o FILE.")
        with open_target(server, settings, resume=[resume] if resume else []) as target, reporter:
            made = _make(target, request, resume, saved, reporter)
    shown = made.as_json() if as_json else made.as_text()
    click.echo(shown, err=descriptor_of(made.path) == 1)
    if opened and click.launch(str(made.path)) != 0:
        raise CliError(f"No player could be opened; the video is in {made.path}", errors.FAILED)


def _prompt_of(file: Path, options: Mapping[str, Any]) -> str:
    """Return the prompt in a file; raise click.UsageError if it holds none."""
    if file == DASH and options.get("first_frame") == DASH:
        raise click.UsageError("Only one of --prompt-file and --first-frame can be stdin.")
    with explained():
        data = sys.stdin.buffer.read() if file == DASH else file.read_bytes()
    name = "stdin" if file == DASH else str(file)
    try:
        prompt = data.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        raise click.UsageError(f"--prompt-file: {name} is not text in UTF-8.") from None
    if not prompt:
        raise click.UsageError(f"--prompt-file: {name} is empty.")
    return prompt


@dataclass(frozen=True)
class _Saved:
    """Where a video goes; `path` is None for a name after the prompt."""

    path: Path | None
    overwrite: bool
    data_dir: Path | None

    def options(self, target: Target) -> str:
        """Return the options that name the same file and the same service again."""
        given = list[str]()
        if self.path is not None:
            given += ["-o", "-" if descriptor_of(self.path) == 1 else str(self.path)]
        if self.overwrite:
            given += ["--overwrite"]
        if not target.in_process:
            given += ["--server", target.url]
        elif self.data_dir is not None:
            given += ["--data-dir", str(self.data_dir)]
        return f" {shlex.join(given)}" if given else ""


def _checked(output: Path, *, overwrite: bool) -> Path:
    """Return where a video is written; raise OSError if it cannot be written there."""
    if output == Path():
        raise click.UsageError("The name of the file to write is empty.")
    if output == DASH:
        output = Path("/dev/stdout")
    if descriptor_of(output) == 1 and os.isatty(1):
        raise click.UsageError("A video is not written to a terminal; redirect stdout.")
    if not overwrite and descriptor_of(output) is None and output.is_file():
        raise CliError(
            f"{output} exists already; replace it with --overwrite, or choose another file with -o",
            errors.USAGE,
        )
    output.parent.mkdir(parents=True, exist_ok=True)
    check_writable(output, overwrite=True)
    return output


def _with_files(request: dict[str, Any], max_body_bytes: int) -> dict[str, Any]:
    """Return a request with its files read; one that cannot be used is a click.BadParameter."""

    def source(path: Path | str) -> Any:
        return io.FileIO(0, closefd=False) if path == DASH else path

    media = {name: value for name, value in request.items() if name in _PICTURES}
    rest = {name: value for name, value in request.items() if name not in _PICTURES}
    for name, given in media.items():
        media[name] = [source(path) for path in given] if name == "references" else source(given)
    try:
        return rest | with_shorthands(media, max_body_bytes=max_body_bytes)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def _make(
    target: Target,
    request: dict[str, Any],
    resume: str | None,
    saved: _Saved,
    reporter: Reporter,
) -> Made:
    job_id, size = resume, 0

    def downloading(done: int, total: int | None) -> None:
        nonlocal size
        size = done  # a device does not have it
        reporter.downloading(done, total)

    try:
        if job_id is None:
            job_id = target.client.video_generation.generate(**request).id
        reporter.started(job_id)
        job = _wait(target, job_id, reporter)
        # Only now, so that no other command takes the name during the render.
        path = saved.path or free_name(request.get("prompt") or _prompt_in(job), job.id)
        is_stream = descriptor_of(path) is not None or (path.exists() and not path.is_file())
        replaces = saved.overwrite or is_stream
        job.save(path, overwrite=replaces, on_progress=downloading)
    except GenerationError as error:
        ending = f"{error.job_id} ended {error.job.status}: {error.reason}"
        raise CliError(ending, errors.FAILED) from error
    except KeyboardInterrupt:
        raise CliError(_interrupted(target, job_id, saved), errors.INTERRUPTED) from None
    except OpenRouterError:
        raise  # before OSError, which some of these are too
    except OSError as error:
        if job_id is None:
            raise
        elsewhere = _Saved(Path("FILE"), overwrite=False, data_dir=saved.data_dir)
        again = f"rushes generate --resume {job_id}{elsewhere.options(target)}"
        raise CliError(
            f"{error}. The video was kept; save it with: {again}", errors.USAGE
        ) from error
    return Made(path, size, job)


def _interrupted(target: Target, job_id: str | None, saved: _Saved) -> str:
    if job_id is None:
        return "Interrupted before the job was accepted."
    state = "was saved" if target.in_process else "continues in the service"
    again = f"rushes generate --resume {job_id}{saved.options(target)}"
    return f"Interrupted; the job {state}. Resume: {again}"


def _prompt_in(job: VideoGenerationResponse) -> str | None:
    prompt = details_of(job).get("prompt")
    return prompt if isinstance(prompt, str) else None


def _wait(target: Target, job_id: str, reporter: Reporter) -> Generation:
    """Wait until a job is completed, however long it takes; report its progress.

    Raises:
        GenerationError: it ended otherwise.
        APIConnectionError: the service does not respond any more.
    """

    def report(job: VideoGenerationResponse) -> None:
        reporter.rendering(str(job.status), reported_progress(job))

    while True:
        try:
            return target.client.video_generation.wait(
                job_id, timeout=SILENCE_TIMEOUT, on_progress=report
            )
        except WaitTimeoutError as error:
            if error.job is None:
                raise error.__cause__ or error from None
