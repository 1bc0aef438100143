"""Exchanges with providers in a folder: one folder each, with `exchange.json` and the video."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from rushes.providers.base import Phase, Progress, RefusalCause, RefusedError

EXCHANGE, VIDEO = "exchange.json", "video.mp4"
MOST_POLLS = 50  # that are kept; a video is rarely polled more often with another result
FORMAT = 1


class RecordingError(Exception):
    """A recording cannot be read or written; the message says which, and why."""


@dataclass(frozen=True)
class Ending:
    """How an exchange ended: with a video, or refused `at` its create or a poll."""

    report: Mapping[str, Any] = field(default_factory=dict)
    cost: Decimal | None = None
    refusal: str | None = None
    cause: RefusalCause = "failed"
    at: str = "poll"

    def error(self) -> RefusedError:
        return RefusedError(self.refusal or "", self.cost, cause=self.cause)


@dataclass(frozen=True)
class Recording:
    """One exchange; `request` is for a person to read.

    It has no `ending` while it is under way, or if what ended it says nothing about the request:
    `problem` is what that was. `recorded_at` is when it was written, in ISO 8601.
    """

    provider: str
    request: Mapping[str, Any]
    polls: Sequence[tuple[Phase, float]] = ()
    ending: Ending | None = None
    problem: str | None = None
    recorded_at: str = ""


class Recordings:
    """The recordings in a folder, by the digest of their request."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, digest: str) -> Recording | None:
        """Return a complete recording; None if there is none. Raises RecordingError."""
        found = self.begun(digest)
        if found is None or found.ending is None:
            return None
        is_complete = found.ending.refusal is not None or self.video(digest).is_file()
        return found if is_complete else None

    def begun(self, digest: str) -> Recording | None:
        """Return a recording, complete or not; None if there is none. Raises RecordingError."""
        return self._read(self._path(digest))

    def put(self, digest: str, recording: Recording) -> None:
        """Keep an exchange; raises RecordingError."""
        ending = recording.ending
        kept = {
            "format": FORMAT,
            "recorded_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "provider": recording.provider,
            "request": recording.request,
            "polls": [
                {"phase": phase, "fraction": fraction}
                for phase, fraction in recording.polls[:MOST_POLLS]
            ],
            "ending": None if ending is None else _written(ending),
            "problem": recording.problem,
        }
        path = self._path(digest)
        draft = path.with_suffix(f".{secrets.token_hex(4)}.part")  # other processes write theirs
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n", "utf-8")
            draft.replace(path)
        except OSError as error:
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
            reason = f"{VIDEO} is missing"
        elif found.problem is not None:
            reason = found.problem.rstrip(".")
        else:
            reason = "its process has ended before the video was made, or is still recording it"
        since = f" since {found.recorded_at}" if found.recorded_at else ""
        return f"The recording in {self.folder / digest} is unfinished{since}: {reason}"

    def video(self, digest: str) -> Path:
        return self.folder / digest / VIDEO

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
        for path in sorted(self.folder.glob(f"*/{EXCHANGE}")):
            if (found := self._read(path)) is not None:
                yield found

    def _path(self, digest: str) -> Path:
        return self.folder / digest / EXCHANGE

    def _read(self, path: Path) -> Recording | None:
        try:
            kept = json.loads(path.read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, ValueError) as error:
            raise RecordingError(f"{path} cannot be read: {error}") from error
        try:
            return _recording(kept)
        except (KeyError, TypeError, ValueError, ArithmeticError) as error:
            problem = f"{path} is not a recording of this version; delete it and record it again"
            raise RecordingError(problem) from error


def _written(ending: Ending) -> dict[str, Any]:
    return {
        "report": ending.report,
        "cost": None if ending.cost is None else str(ending.cost),
        "refusal": ending.refusal,
        "cause": ending.cause,
        "at": ending.at,
    }


def _recording(kept: Any) -> Recording:
    if kept["format"] != FORMAT:
        raise ValueError(f"format {kept['format']}")
    return Recording(
        kept["provider"],
        kept["request"],
        [(poll["phase"], float(poll["fraction"])) for poll in kept["polls"]],
        None if kept["ending"] is None else _ending(kept["ending"]),
        kept.get("problem"),
        str(kept.get("recorded_at", "")),
    )


def _ending(kept: Any) -> Ending:
    cost = None if kept["cost"] is None else Decimal(kept["cost"])
    return Ending(kept["report"], cost, kept["refusal"], kept["cause"], kept["at"])


def progress_of(recording: Recording, number: int) -> Progress:
    """Return what poll `number` (from 0) of a complete recording showed; the end after the last.

    Raises RefusedError if that was a refusal.
    """
    if number < len(recording.polls):
        phase, fraction = recording.polls[number]
        return Progress(phase, fraction)
    ending = recording.ending or Ending()
    if ending.refusal is not None:
        raise ending.error()
    return Progress("done", 1.0, ending.report, cost=ending.cost)
