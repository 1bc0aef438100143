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
        self._arrivals: dict[tuple[str, str], list[InflightRequest]] = {}

    @contextlib.contextmanager
    def noted(self, owner: str, fingerprint: str, arrival: InflightRequest) -> Iterator[None]:
        key = (owner, fingerprint)
        self._arrivals.setdefault(key, []).append(arrival)
        try:
            yield
        finally:
            arrival.end(None)
            self._arrivals[key].remove(arrival)
            if not self._arrivals[key]:
                del self._arrivals[key]

    def answered(self, owner: str, fingerprint: str) -> set[str]:
        """Return the ids of the jobs that identical requests are being answered with here."""
        arrivals = self._arrivals.get((owner, fingerprint), ())
        return {job_id for arrival in arrivals for job_id in arrival.ids}

    async def duplicate(self, owner: str, fingerprint: str, own: InflightRequest) -> Job | None:
        """Take over the job of an identical request whose client has gone; each is taken once.

        Only those that came before one's `own` count: whose client has gone too must not wait for
        itself, nor two such for each other.
        """
        for arrival in list(self._arrivals.get((owner, fingerprint), ())):
            if arrival is own:
                break
            if not arrival.claimed and await arrival.gone() and not arrival.claimed:
                arrival.claimed = True
                if job := await asyncio.shield(arrival.job):
                    return job
        return None
