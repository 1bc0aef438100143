"""Answers from what is recorded, which both providers over recordings give."""

from __future__ import annotations

import asyncio
import hashlib
from collections import Counter
from collections.abc import AsyncIterator
from typing import NamedTuple

from rushes.providers.base import (
    Progress,
    ProviderRequest,
    RefusedError,
    TransientError,
    UpstreamJob,
)
from rushes.providers.recordings import (
    BLOCK,
    Recording,
    RecordingError,
    Recordings,
    progress_of,
)

_PREFIX = "recorded"


class RecordedId(NamedTuple):
    """The id of a job here: its recording, who asked for it, and the upstream's own id."""

    digest: str
    asker: str
    upstream: str

    def __str__(self) -> str:
        return ":".join((_PREFIX, *self))


def id_of(job: UpstreamJob) -> RecordedId:
    prefix, _, rest = job.id.partition(":")
    if prefix != _PREFIX or rest.count(":") < 2:  # of a time when nothing was recorded
        return RecordedId("", "", job.id)
    return RecordedId(*rest.split(":", 2))


def asker_of(request: ProviderRequest) -> str:
    return hashlib.sha256(request.key.encode()).hexdigest()[:12]


def previous_of(request: ProviderRequest) -> str:
    return "" if request.previous is None else id_of(request.previous).digest


class RecordedAnswers:
    """What both providers do with a job whose exchange is on disk."""

    def __init__(self, recordings: Recordings) -> None:
        self.recordings = recordings
        self._polls = Counter[str]()  # by job id

    def create(self, request: ProviderRequest, digest: str, recording: Recording) -> UpstreamJob:
        if (ending := recording.ending) and ending.refusal is not None and ending.at == "create":
            raise ending.error()
        name = RecordedId(digest, asker_of(request), "")
        return UpstreamJob(str(name), request.model, request.upstream_model)

    def poll(self, job: UpstreamJob, recording: Recording) -> Progress:
        if id_of(job).upstream:  # it was polled at the provider, which another job has recorded
            return progress_of(recording, len(recording.polls))
        number = self._polls[job.id]
        self._polls[job.id] += 1
        return progress_of(recording, number)

    async def download(self, digest: str, start: int) -> AsyncIterator[bytes]:
        """Yield a video from an offset on; no retry helps with one that is damaged."""
        video = self.recordings.video(digest)
        if problem := await asyncio.to_thread(self.recordings.problem_of_video, digest):
            raise RefusedError(f"The recorded video {video} {problem}")
        try:
            with await asyncio.to_thread(video.open, "rb") as file:
                file.seek(start)
                while block := await asyncio.to_thread(file.read, BLOCK):
                    yield block
        except OSError as error:
            raise TransientError(f"{video} cannot be read: {error.strerror}") from error

    async def get(self, digest: str) -> Recording | None:
        """Return a recording; one that is damaged refuses the job."""
        try:
            return await asyncio.to_thread(self.recordings.get, digest)
        except RecordingError as error:
            raise RefusedError(str(error)) from error
