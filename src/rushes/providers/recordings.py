"""Exchanges with providers in a folder: one folder each, with `exchange.json` and the video."""

from __future__ import annotations

import contextlib
import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from rushes.providers.base import Progress, RefusalCause, RefusedError
from rushes.settings import problem_of
from rushes.wire.containers import BrokenVideoError, Mp4Walker

EXCHANGE, VIDEO = "exchange.json", "video.mp4"
MOST_POLLS = 50  # that are kept; a video is rarely polled more often with another result
FORMAT = 1
BLOCK = 1024 * 1024  # bytes


class RecordingError(Exception):
    """A recording cannot be read or written; the message says which, and why."""


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, allow_inf_nan=False)


class Poll(_Model):
    """What a poll showed before the end."""

    phase: Literal["queued", "running"]
    fraction: float = Field(ge=0, le=1)


class Ending(_Model):
    """How an exchange ended: with a video, or refused `at` its create or a poll."""

    report: dict[str, Any] = {}
    cost: Decimal | None = Field(None, ge=0)
    refusal: str | None = None
    cause: RefusalCause = "failed"
    at: Literal["create", "poll"] = "poll"

    def error(self) -> RefusedError:
        return RefusedError(self.refusal or "", self.cost, cause=self.cause)


class Recording(_Model):
    """One exchange; `request` is for a person to read.

    It has no `ending` while it is under way, or if what ended it says nothing about the request:
    `problem` is what that was. `recorded_at` is when it was written, in ISO 8601.
    """

    format: Literal[1]
    recorded_at: str = ""
    provider: str
    request: dict[str, Any]
    polls: tuple[Poll, ...] = ()
    ending: Ending | None
    problem: str | None = None


class Recordings:
    """The recordings in a folder, by the digest of their request."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, digest: str) -> Recording | None:
        """Return a complete recording; None if there is none. Raises RecordingError."""
        found = self.begun(digest)
        if found is None or found.ending is None:
            return None
        is_complete = found.ending.refusal is not None or self.problem_of_video(digest) is None
        return found if is_complete else None

    def begun(self, digest: str) -> Recording | None:
        """Return a recording, complete or not; None if there is none. Raises RecordingError."""
        return _read(self._path(digest))

    def put(self, digest: str, recording: Recording) -> None:
        """Keep an exchange; raises RecordingError."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        polls = recording.polls[:MOST_POLLS]
        kept = recording.model_copy(update={"recorded_at": now, "polls": polls})
        text = json.dumps(kept.model_dump(mode="json"), indent=2, ensure_ascii=False)
        path = self._path(digest)
        draft = path.with_suffix(f".{secrets.token_hex(4)}.part")  # other processes write theirs
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(f"{text}\n", "utf-8")
            draft.replace(path)
        except OSError as error:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)
            raise RecordingError(f"{path} cannot be written: {error.strerror}") from error

    def begin(self, digest: str, recording: Recording) -> None:
        """Keep an exchange that begins, in place of an earlier one; raises RecordingError."""
        video = self.video(digest)
        try:
            for path in (video, video.with_suffix(".part")):
                path.unlink(missing_ok=True)
        except OSError as error:
            raise RecordingError(f"{video} cannot be removed: {error.strerror}") from error
        self.put(digest, recording)

    def unfinished(self, digest: str) -> str | None:
        """Return how far an incomplete recording came; None without one. Raises RecordingError."""
        found = self.begun(digest)
        if found is None:
            return None
        if found.ending is not None:
            reason = f"{VIDEO} {self.problem_of_video(digest) or 'is complete by now'}"
        elif found.problem is not None:
            reason = found.problem.rstrip(".")
        else:
            reason = "its process has ended before the video was made, or is still recording it"
        since = f" since {found.recorded_at}" if found.recorded_at else ""
        return f"The recording in {self.folder / digest} is unfinished{since}: {reason}"

    def video(self, digest: str) -> Path:
        return self.folder / digest / VIDEO

    def problem_of_video(self, digest: str) -> str | None:
        """Return why a video cannot be used, as the rest of a sentence; None if it can."""
        return problem_of_file(self.video(digest))

    def nearest(self, request: Mapping[str, Any]) -> Sequence[str] | None:
        """Return in which fields the most similar request differs; None without recordings."""
        differing = [
            sorted(
                name
                for name in {*other.request, *request}
                if other.request.get(name) != request.get(name)
            )
            for other in self._all()
        ]
        return min(differing, key=len, default=None)

    def _all(self) -> Iterator[Recording]:
        """Yield what can be read."""
        for path in sorted(self.folder.glob(f"*/{EXCHANGE}")):
            with contextlib.suppress(RecordingError):
                if (found := _read(path)) is not None:
                    yield found

    def _path(self, digest: str) -> Path:
        return self.folder / digest / EXCHANGE


def problem_of_file(path: Path) -> str | None:
    """Return why a file is not a complete video, as the rest of a sentence; None if it is."""
    try:
        found = path.stat()
        return _damage(path, found.st_mtime_ns, found.st_size)
    except (FileNotFoundError, NotADirectoryError):
        return "is missing"
    except OSError as error:
        return f"cannot be read: {error.strerror}"


@lru_cache(maxsize=1024)
def _damage(path: Path, modified: int, size: int) -> str | None:
    # A file that was changed is another one to the cache.
    walker = Mp4Walker()
    try:
        with path.open("rb") as file:
            while block := file.read(BLOCK):
                walker.feed(block)
        walker.finish()
    except BrokenVideoError as error:
        return f"is damaged: {error.reason}"
    return None


def _read(path: Path) -> Recording | None:
    try:
        text = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise RecordingError(f"{path} cannot be read: {error.strerror}") from error
    try:
        return Recording.model_validate_json(text)
    except ValidationError as error:
        problem = f"{path} is not a recording of this version; {_problem(error)}"
        raise RecordingError(f"{problem}; delete it and record it again") from error


def _problem(error: ValidationError) -> str:
    """Return the first problem in plain words; the format explains all others."""
    first = min(error.errors(), key=lambda found: found["loc"] != ("format",))
    field = ".".join(str(part) for part in first["loc"])
    if first["type"] == "json_invalid":
        return "it is not valid JSON"
    if not field:
        return "it is not a JSON object"
    if first["type"] == "missing":
        return f"{field} is missing"
    if field == "format":
        return f"its format is {str(first['input'])[:20]}, and {FORMAT} is expected"
    return f"{field}: {problem_of(first)}"


def progress_of(recording: Recording, number: int) -> Progress:
    """Return what poll `number` (from 0) of a complete recording showed; the end after the last.

    Raises RefusedError if that was a refusal.
    """
    if number < len(recording.polls):
        poll = recording.polls[number]
        return Progress(poll.phase, poll.fraction)
    ending = recording.ending or Ending()
    if ending.refusal is not None:
        raise ending.error()
    return Progress("done", 1.0, ending.report, cost=ending.cost)
