"""Exchanges that are being recorded: what this process knows of them, and what it writes."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from rushes.providers.base import Progress, ProviderRequest, RefusedError
from rushes.providers.recorded_request import credentials_of, shown
from rushes.providers.recording_answers import RecordedId, previous_of
from rushes.providers.recording_secrets import redacted
from rushes.providers.recordings import (
    FORMAT,
    Ending,
    Poll,
    Recording,
    RecordingError,
    Recordings,
)

log = logging.getLogger("rushes.providers")


@dataclass
class Exchange:
    """An exchange under way: its upstream's id, and what is not written yet.

    `secrets` are those of its requests, and `askers` the jobs of this process that wait for its
    video. `recording` is None if another process has begun it.
    """

    upstream: str = ""
    secrets: list[str] = field(default_factory=list)
    askers: set[str] = field(default_factory=set)
    polls: list[Poll] = field(default_factory=list)
    recording: Recording | None = None


class Exchanges:
    """The exchanges with one provider that are under way, by digest."""

    def __init__(self, recordings: Recordings, slug: str, secrets: Collection[str]) -> None:
        self.under_way: dict[str, Exchange] = {}
        self._recordings = recordings
        self._slug = slug
        self._secrets = [secret for secret in secrets if secret]

    def of(self, digest: str, upstream: str) -> Exchange:
        """Return an exchange under way, which another process may have begun."""
        found = self.under_way.get(digest)
        if found is None or found.upstream != upstream:
            found = self.under_way[digest] = Exchange(upstream)
        return found

    def begin(self, digest: str, request: ProviderRequest) -> None:
        """Write what is about to be sent; raises RecordingError."""
        exchange = self.under_way[digest] = Exchange(secrets=credentials_of(request))
        written = shown(request, previous_of(request), self._secrets_of(digest))
        begun = Recording(format=FORMAT, provider=self._slug, request=written, ending=None)
        exchange.recording = begun
        self._recordings.begin(digest, begun)

    def accepted(self, digest: str, upstream: str) -> None:
        """Take down the upstream's id of what has been sent."""
        exchange = self.under_way.pop(digest, Exchange())
        self.under_way[digest] = replace(exchange, upstream=upstream)

    def note(self, name: RecordedId, progress: Progress) -> None:
        """Keep the result of a poll; raises RecordingError."""
        if progress.phase == "done":
            report = redacted(dict(progress.report), self._secrets_of(name.digest))
            self._end(name, Ending(report=report, cost=progress.cost))
        elif name.digest:
            exchange = self.of(name.digest, name.upstream)
            exchange.askers.add(name.asker)  # whom an earlier process has accepted
            polls = exchange.polls
            fraction = min(1.0, max(0.0, progress.fraction))
            if (poll := Poll(phase=progress.phase, fraction=fraction)) not in polls:
                polls.append(poll)

    def end_refused(
        self, name: RecordedId, error: RefusedError, at: Literal["create", "poll"]
    ) -> None:
        """Keep a refusal; raises RecordingError."""
        message = redacted(str(error), self._secrets_of(name.digest))
        self._end(name, Ending(cost=error.cost, refusal=message, cause=error.cause, at=at))

    def keep_problem(self, digest: str, problem: str) -> None:
        """Keep why a recording is unfinished."""
        with logged():
            if (begun := self._begun(digest)) is not None:
                problem = redacted(problem, self._secrets_of(digest))
                self._recordings.put(digest, begun.model_copy(update={"problem": problem}))

    def finish(self, name: RecordedId) -> None:
        """Forget an exchange whose video is recorded; what was removed is written again."""
        with logged():
            digest = name.digest
            if self._recordings.begun(digest) is None and (kept := self._kept(digest)) is not None:
                self._recordings.put(digest, kept)
        self.forget(name)

    def forget(self, name: RecordedId) -> None:
        """Forget an exchange that is not under way any more, unless it was begun anew."""
        found = self.under_way.get(name.digest)
        if found is not None and found.upstream == name.upstream:
            del self.under_way[name.digest]

    def _end(self, name: RecordedId, ending: Ending) -> None:
        if (begun := self._begun(name.digest)) is not None:
            exchange = self.of(name.digest, name.upstream)
            changes = {"polls": tuple(exchange.polls), "ending": ending, "problem": None}
            exchange.recording = begun.model_copy(update=changes)
            self._recordings.put(name.digest, exchange.recording)

    def _begun(self, digest: str) -> Recording | None:
        """Return a recording without an ending; raises RecordingError."""
        found = self._kept(digest) if digest else None
        return None if found is None or found.ending is not None else found

    def _kept(self, digest: str) -> Recording | None:
        """Return what is recorded, or was before it was removed; raises RecordingError."""
        exchange = self.under_way.get(digest)
        found = self._recordings.begun(digest)
        if found is None and exchange is not None:
            found = exchange.recording
        if found is None:
            log.warning("the recording in %s is gone", self._recordings.folder / digest)
        return found

    def _secrets_of(self, digest: str) -> list[str]:
        exchange = self.under_way.get(digest)
        return [*self._secrets, *(() if exchange is None else exchange.secrets)]


@contextlib.contextmanager
def logged() -> Iterator[None]:
    """Log what cannot be read or written where the job goes on anyway."""
    try:
        yield
    except RecordingError as error:
        log.warning("%s", error)
