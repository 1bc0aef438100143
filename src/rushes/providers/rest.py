"""The provider over an upstream that creates a job by one request and shows it by another.

A subclass translates: pure functions from a request to a call, and from an answer to what it says.
Sending once, unknown outcomes, polling intervals, downloads and errors are the same for all.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import OrderedDict
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from typing import ClassVar, Literal, TypeVar

import aiohttp

from rushes.catalog.endpoint import Endpoint, named
from rushes.providers.account import Account
from rushes.providers.answer import MAX_BODY, Answer, UnreadableError
from rushes.providers.base import (
    AccountError,
    BeforeSend,
    BusyError,
    Cancellation,
    LostError,
    NotAcceptedError,
    Progress,
    ProviderError,
    ProviderRequest,
    RefusedError,
    TransientError,
    UnknownOutcomeError,
    UpstreamJob,
)
from rushes.providers.http import Call, UpstreamApi
from rushes.providers.poll_batches import PollBatches
from rushes.providers.poll_intervals import PollIntervals
from rushes.providers.range_download import Part, ThroughputGuard, etag_of
from rushes.providers.resolved_request import LONG_BODY, ResolvedRequest, resolve

T = TypeVar("T")
MAX_VIDEOS = 1_000  # videos whose URLs and ETag are remembered

UNKNOWN_JOB = "00000000-0000-4000-8000-000000000000"  # an id that no upstream gives

# What an error answer means:
#   credential  the key is not valid, or not for this
#   credit      money or quota is missing
#   busy        certainly not accepted; it may be later
#   input       the request cannot be served
#   moderated   it will not be served
#   lost        the job is not known
#   unclear     anything may have happened
Meaning = Literal["credential", "credit", "busy", "input", "moderated", "lost", "unclear"]

_BY_STATUS: Mapping[int, Meaning] = {
    401: "credential",
    402: "credit",
    403: "credential",
    404: "lost",
    408: "unclear",
    409: "unclear",  # an earlier sending of the request may have been accepted
    410: "lost",
    425: "unclear",
    429: "busy",
}
_ELSEWHERE = {400, 401, 403, 404, 409, 410}  # a URL of a video that has expired, or moved
_GONE = {404, 410}
_VIDEO = {200, 206, 416}


@dataclass(frozen=True)
class AccountCheck:
    """Whether an account works, and what its upstream answered."""

    works: bool
    detail: str


class RestProvider:
    """Base of providers. What is called `…_call` builds a request, the rest reads an answer."""

    poll_floor: float = 2.0  # least seconds between two polls of a job
    poll_ceiling: ClassVar[float] = 15.0
    batch_size: ClassVar[int] = 1  # jobs that `batch_call` shows at once
    wants_files: ClassVar[bool] = False  # inputs are handed over as bytes, not as URLs
    max_answer: ClassVar[int] = MAX_BODY  # bytes of a poll's answer
    # Where the answer to a poll names its job.
    id_paths: ClassVar[Sequence[tuple[str | int, ...]]] = (("id",),)
    meanings: ClassVar[Mapping[str, Meaning]] = {}  # by the upstream's own error code

    answers: ClassVar[type[Answer]] = Answer

    def __init__(self, account: Account, *, stall: float = 30.0, window: float = 60.0) -> None:
        """Set up; `stall` and `window` (seconds) bound a download, as UpstreamApi says."""
        self.account = account
        self.slug = account.id
        self.name = account.name
        self.capabilities = account.capabilities or account.data.capabilities
        self._api = UpstreamApi(
            account.name,
            account.base_url,
            self.credentials,
            secrets=() if account.key is None else (account.key,),
            stall=stall,
            allow_private=account.egress.allow_private,
            answers=self.answers,
        )
        self._window = window
        self._batches = PollBatches(self._batch, self.batch_size)
        self._intervals = PollIntervals()
        # Per process and bounded: a lost entry only means another poll or a download from 0.
        self._etags: OrderedDict[str, str | None] = OrderedDict()  # by job id
        self._urls: OrderedDict[str, Sequence[str]] = OrderedDict()  # by job id

    # What a subclass says.

    def endpoints(self) -> Sequence[Endpoint]:
        """Return what this account can make."""
        return named(self.account.data.endpoints, self.account.models)

    def credentials(self) -> Mapping[str, str]:
        """Return the headers that authorize a request."""
        return {"Authorization": f"Bearer {self.account.secret}"} if self.account.secret else {}

    async def renew(self, *, rejected: bool = False) -> bool:
        """Renew what `credentials` are made from where they are due, or were `rejected`.

        Return whether they have changed. Raises NotAcceptedError.
        """
        return False

    def create_call(self, request: ResolvedRequest) -> Call:
        """Return the request that creates a job; raises RefusedError for what it cannot express."""
        raise NotImplementedError

    async def readied(self, request: ResolvedRequest) -> ResolvedRequest:
        """Return a request after what must be asked or uploaded before it, at no cost.

        Raises TransientError for what may be repeated, else what `create` may raise.
        """
        return request

    def created_id(self, answer: Answer) -> str:
        """Return the id of the job that a good answer accepts; raises UnreadableError."""
        raise NotImplementedError

    def accepted(self, answer: Answer, request: ProviderRequest) -> UpstreamJob:
        """Return the job that a good answer accepts; its id may say how to poll it."""
        return UpstreamJob(self.created_id(answer), request.model, request.upstream_model)

    def poll_call(self, job: UpstreamJob) -> Call:
        raise NotImplementedError

    def batch_call(self, jobs: Sequence[UpstreamJob]) -> Call:
        """Return the request that shows several jobs, where `batch_size` is more than 1."""
        raise NotImplementedError

    def own_id(self, job: UpstreamJob) -> str:
        """Return the id of a job as the upstream shows it; a path may lead to it."""
        return job.id.rpartition("/")[2]

    def progress(self, answer: Answer, job: UpstreamJob) -> Progress:
        """Return what a good answer, perhaps to a batch, shows of a job.

        Raises RefusedError if the job has failed, LostError if it is unknown, UnreadableError.
        """
        raise NotImplementedError

    def ended_by_error(self, answer: Answer) -> ProviderError | None:
        """Return how a job ended, where an error answer to its poll says that."""
        return None

    def cancel_call(self, job: UpstreamJob) -> Call | None:
        """Return the request that stops a job, None if that is impossible."""
        return None

    def cancelled(self, answer: Answer) -> Cancellation:
        """Return what an answer to a cancel means."""
        return Cancellation("stopped" if answer.ok else "unknown")

    def content_call(self, job: UpstreamJob) -> Call | None:
        """Return the request for the video's bytes, None if a poll shows their URL."""
        return None

    def keyed_path(self, url: str) -> str | None:
        """Return the path below the base URL of a shown video that is sent to the key only.

        None if the URL needs no credentials.
        """
        return None

    def is_lost(self, answer: Answer) -> bool:
        """Return whether an error answer to a poll means that the job is not known."""
        return self.meaning(answer) == "lost"

    async def locate(self, job: UpstreamJob) -> Call | None:
        """Return `content_call`, where only the upstream knows it."""
        return self.content_call(job)

    def takes_key(self, answer: Answer) -> bool:
        """Return whether an error answer to a check shows that the credential is valid."""
        return self.is_lost(answer)  # it has looked for the job

    def error_code(self, answer: Answer) -> str | None:
        """Return the upstream's own code of an error, which `meanings` may know."""
        return None

    def meaning(self, answer: Answer) -> Meaning:
        """Return what an error answer means: by its code, else by its status."""
        known = self.meanings.get(self.error_code(answer) or "")
        default: Meaning = "input" if 400 <= answer.status < 500 else "unclear"
        return known or _BY_STATUS.get(answer.status, default)

    def check_call(self) -> Call:
        """Return the cheapest request that shows whether the credential works; it costs nothing.

        By default the poll of a job that cannot exist.
        """
        job = UpstreamJob(UNKNOWN_JOB, "")
        return self.batch_call([job]) if self.batch_size > 1 else self.poll_call(job)

    # The operations.

    async def create(self, request: ProviderRequest, before_send: BeforeSend) -> UpstreamJob:
        call = await self.translate(request)
        await self.renew()
        answer = await self._api.send_once(call, before_send, self.capabilities.create_timeout)
        if not answer.ok:
            return await self.not_accepted(answer, request)
        try:
            return self.accepted(answer, request)
        except UnreadableError as error:
            raise UnknownOutcomeError(f"{self.name} accepted, but {error}") from error

    async def translate(self, request: ProviderRequest) -> Call:
        """Return the call that creates a job for a request, with the files that it wants."""
        resolved = await resolve(request, self.account, with_files=self.wants_files)
        try:
            resolved = await self.readied(resolved)
        except TransientError as error:
            raise BusyError(str(error), error.retry_after) from error
        is_long = len(request.body) > LONG_BODY or (self.wants_files and resolved.inputs)
        if is_long:  # files take a while to encode
            return await asyncio.to_thread(lambda: self.create_call(resolved).packed())
        return self.create_call(resolved)

    async def not_accepted(self, answer: Answer, request: ProviderRequest) -> UpstreamJob:
        """Raise what an error answer to a create means; return the job if there is one already."""
        raise self._not_created(answer)

    async def poll(self, job: UpstreamJob) -> Progress:
        try:
            progress = await self._progress(job)
        except RefusedError:
            self._intervals.ended(job)
            raise
        return self._noted(job, progress)

    async def download(self, job: UpstreamJob, start: int = 0) -> AsyncIterator[bytes]:
        """Yield the video's bytes.

        Raises ChangedVideoError if the file is not the one that this process started with.
        """
        part = Part(start, self._etags.get(job.id) if start else None)
        async with AsyncExitStack() as stack:
            response = await self._open(job, part, stack)
            if not start:
                _remember(self._etags, job.id, etag_of(response), MAX_VIDEOS)
            async for block in part.body(response, ThroughputGuard(self._window)):
                yield block

    async def cancel(self, job: UpstreamJob) -> Cancellation:
        call = self.cancel_call(job) if self.capabilities.cancels else None
        if call is None:
            return Cancellation("unsupported")
        self._intervals.forget(job.id)
        try:
            await self._renewed()
            return self.cancelled(await self._api.request(call))
        except (TransientError, UnreadableError):
            return Cancellation("unknown")

    async def check(self) -> AccountCheck:
        """Find out whether the upstream can be reached and takes the credential; spend nothing."""
        try:
            await self._renewed()
            answer = await self._api.request(self.check_call())
        except TransientError as error:
            return AccountCheck(False, str(error))
        meaning = None if answer.ok else self.meaning(answer)
        if meaning in {"credential", "credit"}:
            return AccountCheck(False, f"{meaning}: {answer.message} ({answer.status})")
        try:
            answer.json()
        except UnreadableError as error:  # a page of another server may have any status
            detail = f"it answered with {answer.status}, but {error}; is {self._api.origin} right?"
            return AccountCheck(False, detail)
        if answer.ok:
            return AccountCheck(True, f"it answered with {answer.status}")
        detail = f"it answered with {answer.status}: {answer.message}"
        if self.takes_key(answer):
            return AccountCheck(True, detail)
        return AccountCheck(False, f"{detail}, which does not show whether it takes the key")

    async def close(self) -> None:
        await self._api.close()

    async def _progress(self, job: UpstreamJob) -> Progress:
        if self.batch_size > 1:
            answer = await self._batches.poll(job)
        else:
            answer = await self._read(self.poll_call(job), "show the job", self.max_answer)
        return self._shown_progress(answer, job)

    def _shown_progress(self, answer: Answer, job: UpstreamJob) -> Progress:
        """Return what a good answer shows of a job; raises TransientError if it is not the job's.

        An answer need not name its job.
        """
        with self._readable():
            own_id, ids = self.own_id(job), (answer.find(*path) for path in self.id_paths)
            if any(id_ is not None and str(id_).rpartition("/")[2] != own_id for id_ in ids):
                raise UnreadableError("it shows another job")
            return self.progress(answer, job)

    async def _batch(self, jobs: Sequence[UpstreamJob]) -> Answer:
        return await self._read(self.batch_call(jobs), "show jobs", self.max_answer)

    async def _read(self, call: Call, action: str, limit: int = MAX_BODY) -> Answer:
        """Return a good answer; raises TransientError, and LostError if it knows no such job."""
        await self._renewed()
        answer = await self._api.request(call, limit)
        if answer.status == 401 and await self._renewed(rejected=True):
            answer = await self._api.request(call, limit)
        return self._good(answer, action)

    def _good(self, answer: Answer, action: str) -> Answer:
        if answer.ok:
            return answer
        if (ended := self.ended_by_error(answer)) is not None:
            raise ended
        if self.is_lost(answer):
            raise LostError(f"{self.name} does not know the job any more: {answer.message}")
        message = f"{self.name} did not {action}: {answer.message}"
        raise TransientError(message, answer.retry_after)

    async def _renewed(self, *, rejected: bool = False) -> bool:
        try:
            return await self.renew(rejected=rejected)
        except NotAcceptedError as error:
            raise TransientError(str(error), error.retry_after) from error

    @contextlib.contextmanager
    def _readable(self) -> Iterator[None]:
        try:
            yield
        except UnreadableError as error:
            raise TransientError(f"The response of {self.name} is invalid: {error}") from error

    def _not_created(self, answer: Answer) -> ProviderError:
        meaning, message = self.meaning(answer), answer.message
        match meaning:
            case "busy":
                return BusyError(f"{self.name} is busy: {message}", answer.retry_after)
            case "credential":
                return AccountError(f"{self.name} rejected its API key: {message}", meaning)
            case "credit":
                return AccountError(f"{self.name} lacks credit: {message}", meaning)
            case "input" | "lost":
                return RefusedError(message, cause="input")
            case "moderated":
                return RefusedError(message, cause="moderated")
        return UnknownOutcomeError(f"{self.name} responded with {answer.status}: {message}")

    def _noted(self, job: UpstreamJob, progress: Progress) -> Progress:
        """Remember what is needed of a poll, and say when the next one is due."""
        if progress.phase == "done":
            self._intervals.ended(job)
            _remember(self._urls, job.id, progress.urls, MAX_VIDEOS)
            return progress
        floor, ceiling = self.poll_floor, self.poll_ceiling
        due = self._intervals.next(job, floor, ceiling, progress.check_after)
        return replace(progress, check_after=due)

    async def _open(
        self, job: UpstreamJob, part: Part, stack: AsyncExitStack
    ) -> aiohttp.ClientResponse:
        response: aiohttp.ClientResponse | None
        await self._renewed()
        if (call := await self.locate(job)) is not None:
            response = await self._api.open_video(call.path, part, stack)
            if response.status in _ELSEWHERE:
                response = await self._open_shown(job, part, stack) or response
        else:
            known = self._urls.get(job.id, ())
            found = await self._open_first(known, part, stack)
            response = found or await self._open_shown(job, part, stack)
        if response is None:
            raise TransientError(f"{self.name} shows no URL of the video that works")
        if response.status in _VIDEO:
            return response
        answer = await self._api.read(response)
        message = f"The video could not be downloaded: {answer.message}"
        if response.status in _GONE and self.capabilities.on_lost_response == "resubmit":
            raise LostError(message)  # rather than wait for it to come back, it is made again
        raise TransientError(message, answer.retry_after)

    async def _open_shown(
        self, job: UpstreamJob, part: Part, stack: AsyncExitStack
    ) -> aiohttp.ClientResponse | None:
        """Open one of the URLs that the job has now: those of earlier may have expired."""
        progress = await self._progress(job)
        _remember(self._urls, job.id, progress.urls, MAX_VIDEOS)
        return await self._open_first(progress.urls, part, stack)

    async def _open_first(
        self, urls: Sequence[str], part: Part, stack: AsyncExitStack
    ) -> aiohttp.ClientResponse | None:
        """Return the response of the first URL that has a video, None if none has."""
        for url in urls:
            with contextlib.suppress(TransientError):  # there may be another
                response = await self._open_url(url, part, stack)
                if response.status in _VIDEO:
                    return response
        return None

    async def _open_url(
        self, url: str, part: Part, stack: AsyncExitStack
    ) -> aiohttp.ClientResponse:
        if (path := self.keyed_path(url)) is not None:
            return await self._api.open_video(path, part, stack)
        return await self._api.open_signed(url, part, stack)


def _remember(known: OrderedDict[str, T], key: str, value: T, most: int) -> None:
    known[key] = value
    known.move_to_end(key)
    if len(known) > most:
        known.popitem(last=False)
