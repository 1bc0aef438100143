"""Requests that are being answered: the job of one whose client has gone goes to its retry."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Iterator

from rushes.store.job import Job

Gone = Callable[[], Awaitable[bool]]


class InflightRequest:
    """A request that is being answered; `gone` returns whether its client has hung up."""

    def __init__(self, gone: Gone) -> None:
        self.gone = gone
        self.job: asyncio.Future[Job | None] = asyncio.get_running_loop().create_future()
        self.claimed = False
        self.ids = set[str]()  # of the jobs that it makes, or is answered with

    def end(self, job: Job | None) -> None:
        """Set the job that the request became, if any."""
        if job is not None:
            self.ids.add(job.id)
        if not self.job.done():
            self.job.set_result(job)


class InflightRequests:
    """The requests that this process is answering, by owner and fingerprint."""

    def __init__(self) -> None:
        self._inflight: dict[tuple[str, str], list[InflightRequest]] = {}

    @contextlib.contextmanager
    def noted(self, owner: str, fingerprint: str, other: InflightRequest) -> Iterator[None]:
        key = (owner, fingerprint)
        self._inflight.setdefault(key, []).append(other)
        try:
            yield
        finally:
            other.end(None)
            self._inflight[key].remove(other)
            if not self._inflight[key]:
                del self._inflight[key]

    def answered(self, owner: str, fingerprint: str) -> set[str]:
        """Return the ids of the jobs that identical requests are being answered with here."""
        inflight = self._inflight.get((owner, fingerprint), ())
        return {job_id for other in inflight for job_id in other.ids}

    async def duplicate(self, owner: str, fingerprint: str, own: InflightRequest) -> Job | None:
        """Take over the job of an identical request whose client has gone; each is taken once.

        Only requests before `own` count: one whose client has gone as well must not wait for
        itself, nor two of them for each other.
        """
        for other in list(self._inflight.get((owner, fingerprint), ())):
            if other is own:
                break
            if not other.claimed and await other.gone() and not other.claimed:
                other.claimed = True
                if job := await asyncio.shield(other.job):
                    return job
        return None
