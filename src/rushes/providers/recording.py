"""Providers over recordings: one that records another's exchanges, one that only answers from them.

A distinct request is passed on once. Sending it again costs nothing and returns the recording, in
this run or a later one; the cost that is reported is that of the recorded exchange.
"""

from __future__ import annotations

import asyncio
import contextlib
import tempfile
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
    PreparingProvider,
    Progress,
    Provider,
    ProviderError,
    ProviderRequest,
    RefusedError,
    TransientError,
    UpstreamJob,
)
from rushes.providers.recorded_request import credentials_of, digest_of, shown
from rushes.providers.recording_answers import (
    RecordedAnswers,
    RecordedId,
    asker_of,
    id_of,
    previous_of,
)
from rushes.providers.recording_exchanges import Exchanges, logged
from rushes.providers.recording_lock import InUseError, SharedUpstreams
from rushes.providers.recordings import RecordingError, Recordings, problem_of_file
from rushes.settings import SettingError

CONCURRENCY = 100  # replayed jobs at once
GONE = "The recording is gone"


class ReplayProvider:
    """Answers from recordings alone: no provider, no key, no network."""

    slug = ENGINE
    name = "Rushes (replay)"

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            problem = "is not a folder" if folder.exists() else "does not exist"
            raise SettingError("replay", f"{folder} {problem}")
        known = load_providers()[ENGINE].capabilities
        self.capabilities = known.model_copy(update={"concurrency": CONCURRENCY})
        self._recorded = RecordedAnswers(Recordings(folder))

    async def create(self, request: ProviderRequest, before_send: BeforeSend) -> UpstreamJob:
        digest = digest_of(request, previous_of(request))
        recording = await self._recorded.get(digest)
        await before_send()
        if recording is None:
            raise RefusedError(self._unknown(digest, request), Decimal(0), cause="input")
        return self._recorded.create(request, digest, recording)

    async def poll(self, job: UpstreamJob) -> Progress:
        if (recording := await self._recorded.get(id_of(job).digest)) is None:
            raise LostError(GONE)
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
        _check_writable(folder)
        self.slug = provider.slug
        self.name = provider.name
        self.capabilities = provider.capabilities
        self._provider = provider
        self._recorded = RecordedAnswers(Recordings(folder))
        self._upstreams = SharedUpstreams(folder, provider.slug)
        self._exchanges = Exchanges(self._recorded.recordings, provider.slug, secrets)
        # The protocols of optional operations are checked by the presence of these.
        if isinstance(provider, FindingProvider):
            self.find = provider.find
        if isinstance(provider, PreparingProvider):
            self.prepare, self.drop = provider.prepare, provider.drop
            self.jobs_ahead = provider.jobs_ahead

    async def create(self, request: ProviderRequest, before_send: BeforeSend) -> UpstreamJob:
        digest = digest_of(request, previous_of(request))
        if (recording := await self._recorded.get(digest)) is None:
            try:
                async with self._upstreams.turn(digest):
                    # Another process may have recorded it until it was this one's turn.
                    if (recording := await self._recorded.get(digest)) is None:
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
        if upstream := self._upstreams.join(digest):
            self._exchanges.of(digest, upstream).secrets += credentials_of(request)
            await before_send()
        else:
            upstream = await self._create(digest, request, before_send)
            self._upstreams.share(digest, upstream)
        name = RecordedId(digest, asker_of(request), upstream)
        self._exchanges.of(digest, upstream).askers.add(name.asker)
        return UpstreamJob(str(name), request.model, request.upstream_model)

    async def _create(self, digest: str, request: ProviderRequest, before_send: BeforeSend) -> str:
        name = RecordedId(digest, asker_of(request), "")
        try:
            # Kept before it is sent, for a process that is killed while the video is made.
            self._exchanges.begin(digest, request)
            upstream = await self._sent(name, request, before_send)
        except BaseException:
            self._exchanges.forget(name)
            raise
        self._exchanges.accepted(digest, upstream)
        return upstream

    async def _sent(
        self, name: RecordedId, request: ProviderRequest, before_send: BeforeSend
    ) -> str:
        previous = request.previous
        if previous is not None:
            previous = replace(previous, id=id_of(previous).upstream)
        try:
            made = await self._provider.create(replace(request, previous=previous), before_send)
        except RefusedError as error:
            with logged():
                self._exchanges.end_refused(name, error, "create")
            raise
        except ProviderError as error:
            self._exchanges.keep_problem(name.digest, str(error))
            raise
        return made.id

    async def poll(self, job: UpstreamJob) -> Progress:
        name = id_of(job)
        if name.digest and (recording := await self._recorded.get(name.digest)) is not None:
            return self._recorded.poll(job, recording)
        if not name.upstream:
            raise RefusedError(GONE)
        try:
            progress = await self._provider.poll(replace(job, id=name.upstream))
        except RefusedError as error:
            with _transient():
                self._exchanges.end_refused(name, error, "poll")
            self._exchanges.forget(name)
            self._upstreams.finish(name.digest)
            raise
        except LostError as error:
            self._upstreams.leave(name.digest)
            self._exchanges.keep_problem(name.digest, str(error))
            raise
        with _transient():
            self._exchanges.note(name, progress)
        return progress

    async def download(self, job: UpstreamJob, start: int = 0) -> AsyncIterator[bytes]:
        name = id_of(job)
        if not name.digest:
            async for block in self._provider.download(job, start):
                yield block
            return
        if name.upstream and await self._video_problem(name.digest):
            with _transient():
                async with self._upstreams.turn(name.digest):
                    if await self._video_problem(name.digest):
                        await self._fetch(name.digest, replace(job, id=name.upstream))
        self._upstreams.finish(name.digest)
        self._exchanges.finish(name)
        async for block in self._recorded.download(name.digest, start):
            yield block

    async def cancel(self, job: UpstreamJob) -> Cancellation:
        name = id_of(job)
        if not name.upstream or (name.digest and await self._is_wanted(name)):
            return Cancellation("stopped", Decimal(0))
        return await self._provider.cancel(replace(job, id=name.upstream))

    async def close(self) -> None:
        self._upstreams.close()
        await self._provider.close()

    async def _is_wanted(self, name: RecordedId) -> bool:
        """Return whether others need the video of a job that is cancelled, or it is recorded."""
        exchange = self._exchanges.under_way.get(name.digest)
        if exchange is not None and exchange.upstream != name.upstream:  # made again since
            return False
        if exchange is not None:
            exchange.askers.discard(name.asker)
            if exchange.askers:
                return True
            self._exchanges.forget(name)
        with contextlib.suppress(RefusedError):
            if await self._recorded.get(name.digest) is not None:
                return True
        if await self._upstreams.others_wait(name.digest):
            return True
        self._exchanges.keep_problem(name.digest, "its job was cancelled or has expired")
        return False

    async def _video_problem(self, digest: str) -> str | None:
        return await asyncio.to_thread(self._recorded.recordings.problem_of_video, digest)

    async def _fetch(self, digest: str, job: UpstreamJob) -> None:
        """Download a video whole; one that breaks off goes on from there at the next try."""
        video = self._recorded.recordings.video(digest)
        part = video.with_suffix(".part")
        try:
            with await asyncio.to_thread(part.open, "ab") as file:
                async for block in self._provider.download(job, file.tell()):
                    await asyncio.to_thread(file.write, block)
            if problem := await asyncio.to_thread(problem_of_file, part):
                await asyncio.to_thread(part.unlink)
                raise TransientError(f"The video of {self.name} {problem}")
            await asyncio.to_thread(part.replace, video)
        except ChangedVideoError:
            await asyncio.to_thread(part.unlink, missing_ok=True)
            raise
        except OSError as error:
            raise TransientError(f"{part} cannot be written: {error.strerror}") from error


def _check_writable(folder: Path) -> None:
    """Create a folder for recordings; raises SettingError if it cannot be used."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise SettingError("record", f"{folder} cannot be written: {error.strerror}") from error


@contextlib.contextmanager
def _transient() -> Iterator[None]:
    """Have a read repeated while its recording cannot be written, or another process writes it."""
    try:
        yield
    except (RecordingError, InUseError) as error:
        raise TransientError(str(error)) from error
