"""`rushes generate`: a prompt in, a video file out."""

from __future__ import annotations

import contextlib
import io
import math
import re
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from rushes.catalog.model import OFFLINE_MODEL
from rushes.cli import errors
from rushes.cli.batch import BatchOptions, FileNames, make_all, requests_of
from rushes.cli.client_for import Target, open_target
from rushes.cli.earlier_request import earlier_request, whole_id, with_changes
from rushes.cli.errors import CliError, explained
from rushes.cli.framing import framing_of
from rushes.cli.job_completion import complete_job
from rushes.cli.model_filters import complete_model
from rushes.cli.options import store_options
from rushes.cli.progress import Reporter, open_reporter
from rushes.cli.prompts import DASH, FILE, prompt_in, prompts_in
from rushes.cli.saving import Saved, checked
from rushes.cli.terminal_protocol import thumbnail_protocol
from rushes.cli.video_file import Made, free_name
from rushes.sdk import Generation
from rushes.sdk._service_details import details_of, reported_progress
from rushes.sdk._targets import descriptor_of
from rushes.sdk.errors import GenerationError, OpenRouterError, WaitTimeoutError
from rushes.sdk.media import with_shorthands
from rushes.settings import settings_for
from rushes.wire import VideoGenerationResponse


def _references(ctx: click.Context, param: click.Parameter, values: Any) -> Any:
    """Return URLs as they are, and the others as paths of files that exist."""
    return tuple(value if _is_url(value) else FILE.convert(value, param, ctx) for value in values)


def finite(_: click.Context, __: click.Parameter, value: float | None) -> float | None:
    if value is not None and not math.isfinite(value):
        raise click.BadParameter(f"{value} is no amount")
    return value


SILENCE_TIMEOUT = 120.0  # seconds without any response, after which a service counts as gone
_is_url = re.compile(r"(https?|data):", re.IGNORECASE).match
_PICTURES = {"first_frame", "last_frame", "references"}
_SOURCES = {*_PICTURES, "prompt", "previous_job_id"}  # one of which a video is made of
CONCURRENCY = 4  # videos of several that are made at once


@click.command()
@click.argument("prompt", required=False)
@click.option(
    "--prompt-file",
    type=FILE,
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
@click.option("--prompts", type=FILE, help="Make a video of each line of a file, or - for stdin.")
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
@click.option("--seed", type=int, help="Same seed, same video; random if omitted.")
@click.option(
    "--audio/--no-audio",
    "generate_audio",
    default=None,
    help="With or without sound; the model's default if omitted.",
)
@click.option("--first-frame", type=FILE, help="Image of the first frame; - for stdin.")
@click.option("--last-frame", type=FILE, help="Image of the last frame.")
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
    "--from",
    "earlier",
    metavar="JOB_ID",
    shell_complete=complete_job,
    help="Make a job's request again with another seed; other options replace parts of it.",
)
@click.option(
    "--no-thumbnail",
    "plain",
    is_flag=True,
    help="Show no picture of the video; a terminal that is known to show pictures gets one.",
)
@click.option(
    "--server",
    metavar="URL",
    help="Service to use; default: OPENROUTER_BASE_URL, else one inside this command.",
)
@store_options
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of text.")
@click.pass_context
def generate(
    ctx: click.Context,
    /,
    prompt: str | None,
    prompt_file: Path | None,
    output: Path | None,
    overwrite: bool,
    opened: bool,
    count: int,
    prompts: Path | None,
    concurrency: int,
    resume: str | None,
    earlier: str | None,
    plain: bool,
    server: str | None,
    data_dir: Path | None,
    as_json: bool,
    **options: Any,
) -> None:
    """Generate a video of PROMPT and save it."""
    is_one = count == 1 and prompts is None
    prompt = _prompt_of(prompt, prompt_file, prompts, options["first_frame"])
    request = {"prompt": prompt, **options}
    request = {name: value for name, value in request.items() if value not in {None, ()}}
    if ((resume or prompt) and prompts is not None) or (resume and (earlier or not is_one)):
        raise click.UsageError(
            "Use one of PROMPT, --prompts, and --resume; --count and --from without --resume."
        )
    if not (resume or earlier or prompts or request.keys() & _SOURCES):
        raise click.UsageError(
            "Give a PROMPT, --prompt-file FILE, an image or a video, --from JOB_ID or --resume"
            " JOB_ID."
        )
    if opened and (not is_one or (output is not None and _is_stream(output))):
        raise click.UsageError("--open is for one video, in a file; use -o FILE.")
    reporter = open_reporter(quiet=as_json)
    with explained():
        # Before a long render, not after it.
        settings = settings_for(data_dir)
        request = _with_files(request, settings.max_body_bytes)
        if previous := request.get("previous_job_id"):
            request["previous_job_id"] = whole_id(previous, server, settings)
        if earlier:
            if ctx.get_parameter_source("model") is ParameterSource.DEFAULT:
                del request["model"]
            request = with_changes(earlier_request(earlier, server, settings), request)
        if not is_one:
            requests = requests_of(request, () if prompts is None else prompts_in(prompts), count)
            names = FileNames(None if output is None else str(output))
            names.check(len(requests), overwrite=overwrite)
            with open_target(server, settings) as target, reporter:
                again = Saved(None, overwrite, data_dir).options(target)
                how = BatchOptions(names, concurrency, overwrite, as_json, again)
                make_all(target, requests, how, reporter)
            return
        output = output and checked(output, reporter.note, overwrite=overwrite)
        saved = Saved(output, overwrite, data_dir)
        resume = resume and whole_id(resume, server, settings)
        with open_target(server, settings, resume=[resume] if resume else []) as target, reporter:
            made = _make(target, request, resume, saved, reporter)
    if not (plain or as_json or _is_stream(made.path)):
        _show_picture(made.path, settings.thumbnail)
    shown = made.as_json() if as_json else made.as_text()
    click.echo(shown, err=descriptor_of(made.path) == 1)
    if opened and click.launch(str(made.path)) != 0:
        raise CliError(f"No player could be opened; the video is in {made.path}", errors.FAILED)


def _prompt_of(
    prompt: str | None, prompt_file: Path | None, prompts: Path | None, first_frame: Path | None
) -> str | None:
    """Return the prompt that is given, or that of a file."""
    if [prompt_file, prompts, first_frame].count(DASH) > 1:
        raise click.UsageError(
            "Only one of --prompt-file, --prompts and --first-frame can be stdin."
        )
    if prompt_file is None:
        return prompt
    if prompt is not None:
        raise click.UsageError("Use either PROMPT or --prompt-file, not both.")
    return prompt_in(prompt_file)


def _is_stream(path: Path) -> bool:
    return path == DASH or descriptor_of(path) is not None


def _show_picture(video: Path, setting: str) -> None:
    """Show a picture of a video where the terminal can, and the offline engine is installed."""
    if protocol := thumbnail_protocol(setting):
        with contextlib.suppress(ImportError):
            import_module("rushes.cli.thumbnail").show_thumbnail(video, protocol)


def _with_files(request: dict[str, Any], max_body_bytes: int) -> dict[str, Any]:
    """Return a request with its files read; one that cannot be used is a click.BadParameter."""

    def source(path: Path | str) -> Any:
        return io.FileIO(0, closefd=False) if path == DASH else path

    media = {name: value for name, value in request.items() if name in _PICTURES}
    rest = {name: value for name, value in request.items() if name not in _PICTURES}
    for name, given in media.items():
        media[name] = [source(path) for path in given] if name == "references" else source(given)
    try:
        read = with_shorthands(media, max_body_bytes=max_body_bytes)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None
    return rest | {name: value for name, value in read.items() if value is not None}


def _make(
    target: Target,
    request: dict[str, Any],
    resume: str | None,
    saved: Saved,
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
        job = _wait(target, job_id, request, reporter)
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
        elsewhere = Saved(Path("FILE"), overwrite=False, data_dir=saved.data_dir)
        again = f"rushes generate --resume {job_id}{elsewhere.options(target)}"
        raise CliError(
            f"{error}. The video was kept; save it with: {again}", errors.USAGE
        ) from error
    return Made(path, size, job, framing_of(request, details_of(job)))


def _interrupted(target: Target, job_id: str | None, saved: Saved) -> str:
    if job_id is None:
        return "Interrupted before the job was accepted."
    state = "was saved" if target.in_process else "continues in the service"
    again = f"rushes generate --resume {job_id}{saved.options(target)}"
    return f"Interrupted; the job {state}. Resume: {again}"


def _prompt_in(job: VideoGenerationResponse) -> str | None:
    prompt = details_of(job).get("prompt")
    return prompt if isinstance(prompt, str) else None


def _wait(
    target: Target, job_id: str, request: Mapping[str, Any], reporter: Reporter
) -> Generation:
    """Wait until a job is completed, however long it takes; report its progress.

    Raises:
        GenerationError: it ended otherwise.
        APIConnectionError: the service does not respond any more.
    """
    is_framed = False

    def report(job: VideoGenerationResponse) -> None:
        nonlocal is_framed
        if not is_framed and (framing := framing_of(request, details_of(job))):
            is_framed = True
            reporter.note(f"first frame {framing.outcome}; {framing.advice}")
        reporter.rendering(str(job.status), reported_progress(job))

    while True:
        try:
            return target.client.video_generation.wait(
                job_id, timeout=SILENCE_TIMEOUT, on_progress=report
            )
        except WaitTimeoutError as error:
            if error.job is None:
                raise error.__cause__ or error from None
