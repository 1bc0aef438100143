"""The desk where requests become jobs: checked, priced, committed, started."""

from __future__ import annotations

import asyncio
import secrets
import string
import time
from collections.abc import Mapping

from openrouter.components import VideoGenerationRequest
from rushes.catalog.limits import Spec, check_request
from rushes.catalog.model import Catalog
from rushes.catalog.refusal import NotEmulatedError
from rushes.jobs.executor import EmbeddedExecutor
from rushes.providers.base import Provider
from rushes.store.job import Job
from rushes.store.sqlite import SqliteStore

_ALPHABET = string.ascii_letters + string.digits
LARGE_BODY = 256 * 1024  # bytes; reading more takes long enough to hold others up
DRAWN_SEEDS = 2**31  # a drawn seed fits every client's integer


class QueueFullError(Exception):
    """Tell that as many jobs are open as this service allows."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"{limit} jobs are open already; try again when some have ended")
        self.limit = limit


class Desk:
    """Accept requests as jobs. Nothing is committed for a request that is refused."""

    def __init__(
        self,
        catalog: Catalog,
        store: SqliteStore,
        executor: EmbeddedExecutor,
        providers: Mapping[str, Provider],
        *,
        max_open_jobs: int,
    ) -> None:
        self.catalog = catalog
        self._store = store
        self._executor = executor
        self._providers = providers
        self._max_open_jobs = max_open_jobs
        self._accepting = 0

    async def accept(self, body: bytes, origin: str) -> Job:
        """Commit a job for a request body and start it; `origin` is where its client will poll.

        Raises pydantic.ValidationError for a body that is no request, catalog's RefusedError for
        one that no model here can serve, and QueueFullError when too many jobs are open.
        """
        if len(body) > LARGE_BODY:
            request, spec = await asyncio.to_thread(self._read, body)
        else:
            request, spec = self._read(body)
        if self._executor.running + self._accepting >= self._max_open_jobs:
            raise QueueFullError(self._max_open_jobs)
        job = _new_job(spec, self._route(spec).slug, origin, request.callback_url)
        self._accepting += 1
        try:
            await self._store.insert(job, body.decode())
        finally:
            self._accepting -= 1
        self._executor.start(job)
        return job

    def _read(self, body: bytes) -> tuple[VideoGenerationRequest, Spec]:
        request = VideoGenerationRequest.model_validate_json(body)
        return request, check_request(request, self.catalog.get(request.model))

    def get(self, job_id: str) -> Job | None:
        """Return a job by id: one read of one row."""
        return self._store.get(job_id)

    def provider_name(self, job: Job) -> str:
        """Return the display name of the provider that makes a job."""
        provider = self._providers.get(job.provider)
        return job.provider if provider is None else provider.name

    def _route(self, spec: Spec) -> Provider:
        """Return the provider that will make a spec: today the first, the offline engine."""
        for provider in self._providers.values():
            return provider
        raise NotEmulatedError(f"model: no provider is configured for {spec.model}", field="model")


def new_job_id(now: int) -> str:
    """Return an id of the wire's form, `gen-vid-<unix seconds>-<20 alphanumerics>`."""
    return f"gen-vid-{now}-{''.join(secrets.choice(_ALPHABET) for _ in range(20))}"


def _new_job(spec: Spec, provider: str, origin: str, callback_url: str | None) -> Job:
    now = int(time.time())
    return Job(
        id=new_job_id(now),
        state="queued",
        model=spec.model,
        provider=provider,
        created_at=now,
        updated_at=now,
        seed=secrets.randbelow(DRAWN_SEEDS) if spec.seed is None else spec.seed,
        width=spec.width,
        height=spec.height,
        duration=spec.duration,
        audio=spec.audio,
        prompt=spec.prompt,
        origin=origin,
        callback_url=callback_url,
        callback="pending" if callback_url else None,
        quote=spec.cost,
    )
