"""Several videos by one command: of a file of prompts, or of one prompt with other seeds."""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from rushes.cli import errors
from rushes.cli.client_for import Target
from rushes.cli.errors import CliError
from rushes.cli.progress import Reporter
from rushes.cli.video_file import Made, free_name
from rushes.sdk import BatchResult
from rushes.sdk._service_details import details_of
from rushes.sdk._sinks import check_writable
from rushes.sdk.errors import GenerationError

MAX_COUNT = 1000  # videos of one command
FIELDS = ("n", "prompt", "seed", "model", "job")
_FIELD = re.compile(r"\{([^{}]*)\}")
_DISTINCT = {"n", "job"}  # which differ for each video


def requests_of(
    request: Mapping[str, Any], prompts: Sequence[str], count: int
) -> list[dict[str, Any]]:
    """Return a request for each prompt, `count` times each; a seed that is given is counted up."""
    if max(1, len(prompts)) * count > MAX_COUNT:
        raise click.UsageError(f"More than {MAX_COUNT} videos in one command.")
    found = []
    for one_prompt in [{"prompt": prompt} for prompt in prompts] or [{}]:
        for number in range(count):
            one = {**request, **one_prompt}
            if count > 1 and "seed" in request:
                one["seed"] = request["seed"] + number
            found.append(one)
    return found


@dataclass(frozen=True)
class FileNames:
    """Names of files after a template such as `clip-{n}.mp4`; without one, after the prompts."""

    template: str | None = None

    def check(self, count: int, *, overwrite: bool) -> None:
        """Raise UsageError, or OSError, for names that cannot be used or are taken."""
        if self.template is None:
            return
        if self.template == "-":
            raise click.UsageError("Several videos cannot be written to stdout.")
        used = {found[1] for found in _FIELD.finditer(self.template)}
        unknown = used.difference(FIELDS) | {*re.findall(r"[{}]", _FIELD.sub("", self.template))}
        if unknown:
            allowed = ", ".join(f"{{{name}}}" for name in FIELDS)
            raise click.UsageError(f"-o has {sorted(unknown)[0]!r} in braces; allowed: {allowed}.")
        if count > 1 and not used & _DISTINCT:
            raise click.UsageError("For several videos, -o needs {n} or {job}, as in clip-{n}.mp4.")
        folder = Path(self.template).parent
        if _FIELD.search(str(folder)) is None:
            folder.mkdir(parents=True, exist_ok=True)
            check_writable(folder, overwrite=True)
        if used == {"n"} and not overwrite:
            names = (self.name(number, count, {}, "") for number in range(1, count + 1))
            if taken := next((name for name in names if name.exists()), None):
                raise click.UsageError(f"{taken} exists; choose other names, or add --overwrite.")

    def name(self, number: int, count: int, made: Mapping[str, Any], job_id: str) -> Path:
        """Return the name of a job's video; what a service says cannot lead to another folder."""
        prompt = free_name(made.get("prompt"), _part(job_id), taken=self.template is None)
        if self.template is None:
            return prompt
        fields = {
            "n": f"{number:0{len(str(count))}}",
            "job": _part(job_id),
            "prompt": prompt.stem,
            "seed": _part(made.get("seed")),
            "model": _part(made.get("model")),
        }
        return Path(_FIELD.sub(lambda found: fields[found[1]], self.template))


def _part(value: object) -> str:
    """Return a value as a part of a file's name."""
    return re.sub(r"[^\w.-]+", "-", str(value)).strip(".-") or "x"


class _Batch:
    """Saves each video when it is made, and reports what became of the others."""

    def __init__(self, requests: Sequence[Any], options: BatchOptions, reporter: Reporter) -> None:
        self._numbers = {id(request): number for number, request in enumerate(requests, 1)}
        self._options = options
        self._reporter = reporter
        self._lock = threading.Lock()
        self._ended = 0
        self.made = list[Made]()

    def note(self, result: BatchResult) -> None:
        with self._lock:  # so that two do not take one name
            self._ended += 1
            try:
                self._note(result)
            except Exception as error:  # noqa: BLE001 - the others go on
                again = f"rushes generate --resume {result.job_id}{self._options.again}"
                self._reporter.failed(f"{error}. The video was kept; save it with: {again}")
            self._reporter.ended(self._ended, len(self._numbers))

    def _note(self, result: BatchResult) -> None:
        job = result.generation
        if job is None:
            label = result.job_id or result.arguments.get("prompt") or "a video"
            error = result.error
            reason = error.reason if isinstance(error, GenerationError) else error
            self._reporter.failed(f"{label}: {reason}")
            return
        number = self._numbers[id(result.arguments)]
        fields = {**result.arguments, **details_of(job)}
        path = self._options.names.name(number, len(self._numbers), fields, job.id)
        path.parent.mkdir(parents=True, exist_ok=True)
        job.save(path, overwrite=self._options.overwrite)
        made = Made(path, path.stat().st_size, job)
        self.made.append(made)
        click.echo(made.as_json() if self._options.as_json else made.as_line())


@dataclass(frozen=True)
class BatchOptions:
    """How several videos are made; `again` are the options that resume one of the jobs."""

    names: FileNames
    concurrency: int
    overwrite: bool
    as_json: bool
    again: str = ""


def make_all(
    target: Target, requests: Sequence[Any], options: BatchOptions, reporter: Reporter
) -> None:
    """Make videos, some at once, whose `max_cost` is for all; raise CliError if any failed."""
    max_cost = requests[0].get("max_cost")
    requests = [{k: v for k, v in request.items() if k != "max_cost"} for request in requests]
    batch = _Batch(requests, options, reporter)
    reporter.ended(0, len(requests))
    try:
        target.client.video_generation.batch_generate(
            requests,
            concurrency=options.concurrency,
            budget=max_cost,
            timeout=None,
            on_outcome=batch.note,
        )
    except KeyboardInterrupt as error:
        jobs = re.findall(r"gen-vid-[\w-]+", " ".join(getattr(error, "__notes__", ())))
        again = [f"\n  rushes generate --resume {job}{options.again}" for job in jobs]
        rest = f"; resume the jobs that go on:{''.join(again)}" if again else ""
        message = f"Interrupted after {len(batch.made)} of {len(requests)} videos{rest}"
        raise CliError(message, errors.INTERRUPTED) from None
    if len(batch.made) < len(requests):
        raise CliError(f"{len(batch.made)} of {len(requests)} videos were made", errors.FAILED)
