"""Several videos by one command: of a file of prompts, or of one prompt with other seeds."""

from __future__ import annotations

import re
import string
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
from rushes.cli.video_file import Made, details_of, free_name
from rushes.sdk import BatchResult
from rushes.sdk.errors import GenerationError

MAX_COUNT = 1000  # videos of one command
FIELDS = ("n", "prompt", "seed", "model", "job")
_DISTINCT = {"n", "job"}  # which differ for each video


def requests_of(
    request: Mapping[str, Any], prompts: Sequence[str], count: int
) -> list[dict[str, Any]]:
    """Return a request for each prompt, `count` times each; a seed that is given is counted up."""
    found = []
    for one_prompt in [{"prompt": prompt} for prompt in prompts] or [{}]:
        for number in range(count):
            one = {**request, **one_prompt}
            if count > 1 and "seed" in request:
                one["seed"] = request["seed"] + number
            found.append(one)
    if len(found) > MAX_COUNT:
        raise click.UsageError(f"{len(found)} videos are more than {MAX_COUNT} in one command.")
    return found


def read_prompts(file: Any) -> list[str]:
    """Return the lines of a file that are not empty."""
    try:
        lines = file.read().decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise click.BadParameter("the file of prompts is not UTF-8") from None
    prompts = [line.strip() for line in lines if line.strip()]
    if not prompts:
        raise click.BadParameter("the file of prompts is empty")
    return prompts


@dataclass(frozen=True)
class FileNames:
    """Names of files after a template such as `clip-{n}.mp4`; without one, after the prompts."""

    template: Path | None = None

    def check(self, count: int) -> None:
        """Raise UsageError for fields that there are not, or for names that would be the same."""
        if self.template is None:
            return
        try:
            parsed = list(string.Formatter().parse(str(self.template)))
        except ValueError as error:
            raise click.UsageError(f"-o {self.template}: {error}.") from None
        used = {name for _, name, _, _ in parsed if name is not None}
        if unknown := used.difference(FIELDS):
            allowed = ", ".join(f"{{{name}}}" for name in FIELDS)
            raise click.UsageError(f"-o has {{{unknown.pop()}}}; allowed: {allowed}.")
        if count > 1 and not used & _DISTINCT:
            raise click.UsageError("For several videos, -o needs {n} or {job}, as in clip-{n}.mp4.")

    def name(self, number: int, made: Mapping[str, Any], job_id: str) -> Path:
        """Return the name of a job's video."""
        if self.template is None:
            return free_name(made.get("prompt"), job_id)
        fields = {name: made.get(name) for name in FIELDS} | {"n": number, "job": job_id}
        fields["prompt"] = free_name(made.get("prompt"), job_id, taken=False).stem
        fields["model"] = str(made.get("model")).replace("/", "-")
        return Path(str(self.template).format(**fields))


class _Batch:
    """Saves each video when it is made, and reports what became of the others."""

    def __init__(
        self, names: FileNames, total: int, reporter: Reporter, *, overwrite: bool, as_json: bool
    ) -> None:
        self._names = names
        self._total = total
        self._reporter = reporter
        self._overwrite, self._as_json = overwrite, as_json
        self._lock = threading.Lock()
        self._ended = 0
        self.made = list[Made]()

    def note(self, result: BatchResult) -> None:
        with self._lock:  # so that two do not take one name
            self._ended += 1
            try:
                self._note(result)
            except OSError as error:
                again = f"rushes generate --resume {result.job_id} -o FILE"
                self._reporter.failed(f"{error}. The video was kept; save it with: {again}")
            self._reporter.ended(self._ended, self._total)

    def _note(self, result: BatchResult) -> None:
        job = result.generation
        if job is None:
            label = result.job_id or result.arguments.get("prompt") or "a video"
            error = result.error
            reason = error.reason if isinstance(error, GenerationError) else error
            self._reporter.failed(f"{label}: {reason}")
            return
        fields = {**result.arguments, **details_of(job)}
        path = self._names.name(self._ended, fields, job.id)
        path.parent.mkdir(parents=True, exist_ok=True)
        job.save(path, overwrite=self._overwrite)
        made = Made(path, path.stat().st_size, job)
        self.made.append(made)
        click.echo(made.as_json() if self._as_json else made.as_line())


def make_all(
    target: Target,
    requests: Sequence[Any],
    names: FileNames,
    reporter: Reporter,
    *,
    concurrency: int,
    overwrite: bool,
    as_json: bool,
) -> None:
    """Make videos, some at once, whose `max_cost` is for all; raise CliError if any failed."""
    max_cost = requests[0].get("max_cost")
    requests = [{k: v for k, v in request.items() if k != "max_cost"} for request in requests]
    batch = _Batch(names, len(requests), reporter, overwrite=overwrite, as_json=as_json)
    reporter.ended(0, len(requests))
    try:
        target.client.video_generation.batch_generate(
            requests, concurrency=concurrency, budget=max_cost, on_outcome=batch.note
        )
    except KeyboardInterrupt as error:
        jobs = re.findall(r"gen-vid-\S+[^,\s]", " ".join(getattr(error, "__notes__", ())))
        rest = f"; resume each: rushes generate --resume {' | '.join(jobs)}" if jobs else ""
        message = f"Interrupted after {len(batch.made)} of {len(requests)} videos{rest}"
        raise CliError(message, errors.INTERRUPTED) from None
    if len(batch.made) < len(requests):
        raise CliError(f"{len(batch.made)} of {len(requests)} videos were made", errors.FAILED)
