"""Providers over recordings: one that records another's exchanges, one that only answers from them.

A distinct request is passed on once. Whoever sends it again, then or in a later run, gets what was
recorded, at no cost; the cost that is reported is that of the recorded exchange.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Collection, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from rushes.catalog.provider_data import ENGINE, load_providers
from rushes.providers.base import (
    BeforeSend,
    BusyError,
    Cancellation,
    ChangedVideoError,
    FindingProvider,
    LostError,
    Phase,
    PreparingProvider,
    Progress,
    Provider,
    ProviderError,
    ProviderRequest,
    RefusedError,
    TransientError,
    UpstreamJob,
)
from rushes.providers.recorded_request import credentials_of, digest_of, redacted, shown
from rushes.providers.recording_answers import (
    RecordedAnswers,
    RecordedId,
    asker_of,
    id_of,
    previous_of,
)
from rushes.providers.recording_lock import InUseError, SharedUpstreams
from rushes.providers.recordings import Ending, Recording, RecordingError, Recordings

CONCURRENCY = 100  # replayed jobs at once

log = logging.getLogger("rushes.providers")


class ReplayProvider:
    """Answers from recordings alone: no provider, no key, no network."""

    slug = ENGINE
    name = "Rushes (replay)"

    def __init__(self, folder: Path) -> None:
        known = load_providers()[ENGINE].capabilities
        self.capabilities = known.model_copy(update={"concurrency": CONCURRENCY})
        self._recorded = RecordedAnswers(Recordings(folder))

    async def create(self, request: ProviderRequest, before_send: BeforeSend) -> UpstreamJob:
        digest = digest_of(request, previous_of(request))
        recording = self._recorded.get(digest)
        await before_send()
        if recording is None:
            raise RefusedError(self._unknown(digest, request), Decimal(0), cause="input")
        return self._recorded.create(request, digest, recording)

    async def poll(self, job: UpstreamJob) -> Progress:
        if (recording := self._recorded.get(id_of(job).digest)) is None:
            raise LostError("The recording is gone")
        return self._recorded.poll(job, recording)

    def download(self, job: UpstreamJob, start: int = 0) -> AsyncIterator[bytes]:
        return self._recorded.download(id_of(job).digest, start)

    async def cancel(self, job: UpstreamJob) -> Cancellation:
        return Cancellation("stopped", Decimal(0))

    async def close(self) -> None:
        pass

    def _unknown(self, digest: str, request: ProviderRequest) -> str:
        recordings = self._recorded.recordings
        try:
            problem = recordings.unfinished(digest) or self._missing(request)
        except RecordingError as error:
            return str(error)
        return (
            f"{problem}. To record it, run once with RUSHES_RECORD={recordings.folder},"
            " RUSHES_PROVIDERS and the provider's key, without RUSHES_REPLAY"
        )

    def _missing(self, request: ProviderRequest) -> str:
        recordings = self._recorded.recordings
        differing = recordings.nearest(shown(request, previous_of(request), ()))
        hint = "There are none at all" if differing is None else _nearest(differing)
        return f"No recording of this request is in {recordings.folder}. {hint}"


def _nearest(differing: Collection[str]) -> str:
    if not differing:
        return "One differs in what is not shown, such as the query of a URL or a secret"
    return f"The nearest one differs in {', '.join(differing)}"


class RecordingProvider:
    """Passes requests on to a provider and keeps what it answers; `secrets` are never written.

    What ends an attempt and says nothing about the request, such as missing credit, is kept as the
    reason why its recording is unfinished: it may be another tomorrow, so it is not replayed.
    """

    def __init__(self, provider: Provider, folder: Path, secrets: Collection[str]) -> None:
        self.slug = provider.slug
        self.name = provider.name
        self.capabilities = provider.capabilities
        self._provider = provider
        self._secrets = [secret for secret in secrets if secret]
        self._given: dict[str, list[str]] = {}  # by digest: the request's own secrets
        self._recorded = RecordedAnswers(Recordings(folder))
        self._upstreams = SharedUpstreams(folder, provider.slug)
        self._askers = Counter[str]()  # by the upstream's id, in this process
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
        digest = digest_of(request, previous_of(request))
        if (recording := self._recorded.get(digest)) is None:
            try:
                async with self._upstreams.turn(digest):
                    # Another process may have recorded it until it was this one's turn.
                    if (recording := self._recorded.get(digest)) is None:
                        return await self._passed_on(digest, request, before_send)
            except InUseError as error:
                raise BusyError(str(error)) from error
            except RecordingError as error:
                raise RefusedError(str(error)) from error
        await before_send()
        return self._recorded.create(request, digest, recording)

    async def _passed_on(
        self, digest: str, request: ProviderRequest, before_send: BeforeSend
    ) -> UpstreamJob:
        self._given[digest] = credentials_of(request)
        if upstream := self._upstreams.join(digest):
            await before_send()
        else:
            upstream = await self._create(digest, request, before_send)
            self._upstreams.share(digest, upstream)
        self._askers[upstream] += 1
        name = RecordedId(digest, asker_of(request), upstream)
        return UpstreamJob(str(name), request.model, request.upstream_model)

    async def _create(self, digest: str, request: ProviderRequest, before_send: BeforeSend) -> str:
        # Kept before it is sent, for a process that is killed while the video is made.
        written = shown(request, previous_of(request), self._secrets_of(digest))
        self._recorded.recordings.begin(digest, Recording(self.slug, written))
        previous = request.previous
        if previous is not None:
            previous = replace(previous, id=id_of(previous).upstream)
        try:
            made = await self._provider.create(replace(request, previous=previous), before_send)
        except RefusedError as error:
            with _logged():
                self._keep_refusal(digest, error, "create")
            raise
        except ProviderError as error:
            self._keep_problem(digest, str(error))
            raise
        return made.id

    async def poll(self, job: UpstreamJob) -> Progress:
        name = id_of(job)
        if name.digest and (recording := self._recorded.get(name.digest)) is not None:
            return self._recorded.poll(job, recording)
        try:
            progress = await self._provider.poll(replace(job, id=name.upstream))
        except RefusedError as error:
            with _transient():
                self._keep_refusal(name.digest, error, "poll")
            self._upstreams.finish(name.digest)
            raise
        except LostError as error:
            self._upstreams.leave(name.digest)
            self._keep_problem(name.digest, str(error))
            raise
        with _transient():
            self._note(name.digest, progress)
        return progress

    async def download(self, job: UpstreamJob, start: int = 0) -> AsyncIterator[bytes]:
        name = id_of(job)
        if not name.digest:
            async for block in self._provider.download(job, start):
                yield block
            return
        video = self._recorded.recordings.video(name.digest)
        if not video.is_file():
            with _transient():
                async with self._upstreams.turn(name.digest):
                    if not video.is_file():
                        await self._fetch(video, replace(job, id=name.upstream))
        self._upstreams.finish(name.digest)
        async for block in self._recorded.download(name.digest, start):
            yield block

    async def cancel(self, job: UpstreamJob) -> Cancellation:
        name = id_of(job)
        self._askers[name.upstream] -= 1
        if not name.upstream or self._askers[name.upstream] > 0:  # others wait for the video
            return Cancellation("stopped", Decimal(0))
        if name.digest and await self._upstreams.others_wait(name.digest):
            return Cancellation("stopped", Decimal(0))
        self._keep_problem(name.digest, "its job was cancelled or has expired")
        return await self._provider.cancel(replace(job, id=name.upstream))

    async def close(self) -> None:
        self._upstreams.close()
        await self._provider.close()

    async def _fetch(self, video: Path, job: UpstreamJob) -> None:
        """Download a video whole; one that breaks off goes on from there at the next try."""
        part = video.with_suffix(".part")
        try:
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
            report = redacted(dict(progress.report), self._secrets_of(digest))
            self._keep(digest, Ending(report, progress.cost))
        elif (state := (progress.phase, progress.fraction)) not in seen:
            seen.append(state)

    def _keep_refusal(self, digest: str, error: RefusedError, at: str) -> None:
        message = redacted(str(error), self._secrets_of(digest))
        self._keep(digest, Ending(cost=error.cost, refusal=message, cause=error.cause, at=at))

    def _keep(self, digest: str, ending: Ending) -> None:
        if (begun := self._begun(digest)) is not None:
            polls = self._seen.pop(digest, [])
            kept = replace(begun, polls=polls, ending=ending, problem=None)
            self._recorded.recordings.put(digest, kept)

    def _keep_problem(self, digest: str, problem: str) -> None:
        """Keep why a recording is unfinished."""
        with _logged():
            if (begun := self._begun(digest)) is not None:
                problem = redacted(problem, self._secrets_of(digest))
                self._recorded.recordings.put(digest, replace(begun, problem=problem))

    def _begun(self, digest: str) -> Recording | None:
        """Return a recording without an ending; raises RecordingError."""
        begun = self._recorded.recordings.begun(digest) if digest else None
        return None if begun is None or begun.ending is not None else begun

    def _secrets_of(self, digest: str) -> list[str]:
        return [*self._secrets, *self._given.get(digest, ())]


@contextlib.contextmanager
def _transient() -> Iterator[None]:
    """Have a read repeated while its recording cannot be written, or another process writes it."""
    try:
        yield
    except (RecordingError, InUseError) as error:
        raise TransientError(str(error)) from error


@contextlib.contextmanager
def _logged() -> Iterator[None]:
    """Log what cannot be written where another error is to be raised."""
    try:
        yield
    except RecordingError as error:
        log.warning("%s", error)
