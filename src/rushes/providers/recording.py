"""Providers over recordings: one that records another's exchanges, one that only answers from them.

A distinct request is passed on once. Whoever sends it again, then or in a later run, gets what was
recorded, at no cost; the cost that is reported is that of the recorded exchange.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Collection
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from rushes.catalog.provider_data import ENGINE, load_providers
from rushes.providers.base import (
    BeforeSend,
    Cancellation,
    ChangedVideoError,
    FindingProvider,
    LostError,
    Phase,
    PreparingProvider,
    Progress,
    Provider,
    ProviderRequest,
    RefusedError,
    TransientError,
    UpstreamJob,
)
from rushes.providers.recorded_request import digest_of, redacted, shown
from rushes.providers.recordings import (
    Ending,
    Recording,
    RecordingError,
    Recordings,
    progress_of,
)

BLOCK = 1024 * 1024  # bytes
CONCURRENCY = 100  # replayed jobs at once
_PREFIX = "recorded"


class _RecordedId(NamedTuple):
    """The id of a job here: its recording, who asked for it, and the upstream's own id."""

    digest: str
    asker: str
    upstream: str

    def __str__(self) -> str:
        return ":".join((_PREFIX, *self))


def _id_of(job: UpstreamJob) -> _RecordedId:
    prefix, _, rest = job.id.partition(":")
    if prefix != _PREFIX or rest.count(":") < 2:  # of a time when nothing was recorded
        return _RecordedId("", "", job.id)
    return _RecordedId(*rest.split(":", 2))


def _asker(request: ProviderRequest) -> str:
    return hashlib.sha256(request.key.encode()).hexdigest()[:12]


def _previous(request: ProviderRequest) -> str:
    return "" if request.previous is None else _id_of(request.previous).digest


class _Recorded:
    """What both providers do with a job whose exchange is on disk."""

    def __init__(self, recordings: Recordings) -> None:
        self.recordings = recordings
        self._polls = Counter[str]()  # by job id

    def create(self, request: ProviderRequest, digest: str, recording: Recording) -> UpstreamJob:
        if (ending := recording.ending) and ending.refusal is not None and ending.at == "create":
            raise ending.error()
        name = _RecordedId(digest, _asker(request), "")
        return UpstreamJob(str(name), request.model, request.upstream_model)

    def poll(self, job: UpstreamJob, recording: Recording) -> Progress:
        if _id_of(job).upstream:  # it was polled at the provider, which another job has recorded
            return progress_of(recording, len(recording.polls))
        number = self._polls[job.id]
        self._polls[job.id] += 1
        return progress_of(recording, number)

    async def download(self, digest: str, start: int) -> AsyncIterator[bytes]:
        try:
            with await asyncio.to_thread(self.recordings.video(digest).open, "rb") as file:
                file.seek(start)
                while block := await asyncio.to_thread(file.read, BLOCK):
                    yield block
        except FileNotFoundError as error:
            raise LostError("The recorded video is gone") from error
        except OSError as error:
            raise TransientError(f"The recorded video cannot be read: {error.strerror}") from error

    def get(self, digest: str) -> Recording | None:
        """Return a recording; one that is damaged refuses the job."""
        try:
            return self.recordings.get(digest)
        except RecordingError as error:
            raise RefusedError(str(error)) from error

    def begun(self, digest: str) -> Recording | None:
        """Return a recording that may lack its end; raises TransientError."""
        try:
            return self.recordings.begun(digest) if digest else None
        except RecordingError as error:
            raise TransientError(str(error)) from error


class ReplayProvider:
    """Answers from recordings alone: no provider, no key, no network."""

    slug = ENGINE
    name = "Rushes (replay)"

    def __init__(self, folder: Path) -> None:
        known = load_providers()[ENGINE].capabilities
        self.capabilities = known.model_copy(update={"concurrency": CONCURRENCY})
        self._recorded = _Recorded(Recordings(folder))

    async def create(self, request: ProviderRequest, before_send: BeforeSend) -> UpstreamJob:
        digest = digest_of(request, _previous(request))
        recording = self._recorded.get(digest)
        await before_send()
        if recording is None:
            raise RefusedError(self._unknown(request), Decimal(0), cause="input")
        return self._recorded.create(request, digest, recording)

    async def poll(self, job: UpstreamJob) -> Progress:
        if (recording := self._recorded.get(_id_of(job).digest)) is None:
            raise LostError("The recording is gone")
        return self._recorded.poll(job, recording)

    def download(self, job: UpstreamJob, start: int = 0) -> AsyncIterator[bytes]:
        return self._recorded.download(_id_of(job).digest, start)

    async def cancel(self, job: UpstreamJob) -> Cancellation:
        return Cancellation("stopped", Decimal(0))

    async def close(self) -> None:
        pass

    def _unknown(self, request: ProviderRequest) -> str:
        recordings = self._recorded.recordings
        try:
            differing = recordings.nearest(shown(request, _previous(request), ()))
        except RecordingError as error:
            return str(error)
        hint = "There are none at all" if differing is None else _nearest(differing)
        return (
            f"No recording of this request is in {recordings.folder}. {hint}. To record it, run"
            f" once with RUSHES_RECORD={recordings.folder}, RUSHES_PROVIDERS and the provider's"
            " key, without RUSHES_REPLAY"
        )


def _nearest(differing: Collection[str]) -> str:
    if not differing:
        return "One differs in what is not shown, such as the query of a URL or a secret"
    return f"The nearest one differs in {', '.join(differing)}"


class RecordingProvider:
    """Passes requests on to a provider and keeps what it answers; `secrets` are never written."""

    def __init__(self, provider: Provider, folder: Path, secrets: Collection[str]) -> None:
        self.slug = provider.slug
        self.name = provider.name
        self.capabilities = provider.capabilities
        self._provider = provider
        self._secrets = [secret for secret in secrets if secret]
        self._recorded = _Recorded(Recordings(folder))
        self._locks = defaultdict[str, asyncio.Lock](asyncio.Lock)  # by digest
        self._upstream: dict[str, str] = {}  # by digest: the upstream's id of what is being made
        self._askers = Counter[str]()  # by the upstream's id
        self._seen = defaultdict[str, list[tuple[Phase, float]]](
            list
        )  # by digest: results of polls
        # The protocols of optional operations are checked by the presence of these.
        if isinstance(provider, FindingProvider):
            self.find = provider.find
        if isinstance(provider, PreparingProvider):
            self.prepare, self.drop = provider.prepare, provider.drop
            self.jobs_ahead = provider.jobs_ahead

    async def create(self, request: ProviderRequest, before_send: BeforeSend) -> UpstreamJob:
        digest = digest_of(request, _previous(request))
        async with self._locks[digest]:
            if (recording := self._recorded.get(digest)) is not None:
                await before_send()
                return self._recorded.create(request, digest, recording)
            if upstream := self._upstream.get(digest):
                await before_send()
            else:
                upstream = await self._create(digest, request, before_send)
                self._upstream[digest] = upstream
            self._askers[upstream] += 1
        name = _RecordedId(digest, _asker(request), upstream)
        return UpstreamJob(str(name), request.model, request.upstream_model)

    async def _create(self, digest: str, request: ProviderRequest, before_send: BeforeSend) -> str:
        # Kept before it is sent, for a process that is killed while the video is made.
        self._put(digest, Recording(self.slug, shown(request, _previous(request), self._secrets)))
        previous = request.previous
        if previous is not None:
            previous = replace(previous, id=_id_of(previous).upstream)
        try:
            made = await self._provider.create(replace(request, previous=previous), before_send)
        except RefusedError as error:
            self._refused(digest, error, "create")
            raise
        return made.id

    async def poll(self, job: UpstreamJob) -> Progress:
        name = _id_of(job)
        if name.digest and (recording := self._recorded.get(name.digest)) is not None:
            return self._recorded.poll(job, recording)
        try:
            progress = await self._provider.poll(replace(job, id=name.upstream))
        except RefusedError as error:
            self._refused(name.digest, error, "poll")
            raise
        except LostError:
            self._upstream.pop(name.digest, None)
            raise
        self._note(name.digest, progress)
        return progress

    async def download(self, job: UpstreamJob, start: int = 0) -> AsyncIterator[bytes]:
        name = _id_of(job)
        if not name.digest:
            async for block in self._provider.download(job, start):
                yield block
            return
        async with self._locks[name.digest]:
            if not self._recorded.recordings.video(name.digest).is_file():
                await self._fetch(name.digest, replace(job, id=name.upstream))
        self._upstream.pop(name.digest, None)
        async for block in self._recorded.download(name.digest, start):
            yield block

    async def cancel(self, job: UpstreamJob) -> Cancellation:
        name = _id_of(job)
        self._askers[name.upstream] -= 1
        if not name.upstream or self._askers[name.upstream] > 0:  # others wait for the video
            return Cancellation("stopped", Decimal(0))
        self._upstream.pop(name.digest, None)
        return await self._provider.cancel(replace(job, id=name.upstream))

    async def close(self) -> None:
        await self._provider.close()

    async def _fetch(self, digest: str, job: UpstreamJob) -> None:
        """Download a video whole; one that breaks off goes on from there at the next try."""
        video = self._recorded.recordings.video(digest)
        part = video.with_suffix(".part")
        try:
            await asyncio.to_thread(part.parent.mkdir, parents=True, exist_ok=True)
            with await asyncio.to_thread(part.open, "ab") as file:
                async for block in self._provider.download(job, file.tell()):
                    await asyncio.to_thread(file.write, block)
            await asyncio.to_thread(part.replace, video)
        except ChangedVideoError:
            await asyncio.to_thread(part.unlink, missing_ok=True)
            raise
        except OSError as error:
            raise TransientError(f"{part} cannot be written: {error.strerror}") from error

    def _note(self, digest: str, progress: Progress) -> None:
        seen = self._seen[digest]
        if progress.phase == "done":
            report = redacted(dict(progress.report), self._secrets)
            self._keep(digest, Ending(report, progress.cost))
        elif (state := (progress.phase, progress.fraction)) not in seen:
            seen.append(state)

    def _refused(self, digest: str, error: RefusedError, at: str) -> None:
        self._upstream.pop(digest, None)
        message = redacted(str(error), self._secrets)
        self._keep(digest, Ending(cost=error.cost, refusal=message, cause=error.cause, at=at))

    def _keep(self, digest: str, ending: Ending) -> None:
        begun = self._recorded.begun(digest)
        if begun is not None and begun.ending is None:
            self._put(digest, replace(begun, polls=self._seen.pop(digest, []), ending=ending))

    def _put(self, digest: str, recording: Recording) -> None:
        try:
            self._recorded.recordings.put(digest, recording)
        except RecordingError as error:
            raise TransientError(str(error)) from error
