"""OpenRouter, or any other service with its video API (such as another Rushes), as a provider."""

from __future__ import annotations

import json
from urllib.parse import quote

from rushes.clock import real_sleep
from rushes.providers.answer import Answer, UnreadableError
from rushes.providers.base import (
    Cancellation,
    LostError,
    Phase,
    Progress,
    ProviderRequest,
    RefusedError,
    TransientError,
    UpstreamJob,
)
from rushes.providers.http import Call
from rushes.providers.openrouter_response import OpenRouterAnswer, RemoteJob, job_of, rows_of
from rushes.providers.rest import Meaning, RestProvider

VERSION = "X-Rushes-Version"  # a header that only another Rushes sends
CANCEL_POLLS = 5  # until an accepted cancellation shows in the job
ROUTING = '"provider":'  # in a body that may hold preferences of ours


class OpenRouterProvider(RestProvider):
    """Makes videos through OpenRouter's own API; requests go there as they came."""

    answers = OpenRouterAnswer

    async def translate(self, request: ProviderRequest) -> Call:
        # Encoded here, not after before_send: it may be full of pictures.
        body = _without_routing(request.body).encode()
        return Call("POST", "/videos", body=body, headers={"Idempotency-Key": request.key})

    def created_id(self, answer: Answer) -> str:
        return job_of(answer.json()).id

    def meaning(self, answer: Answer) -> Meaning:
        # What OpenRouter refuses for another reason than rates is refused for this very request.
        known = super().meaning(answer)
        return "input" if known == "credential" and answer.status == 403 else known

    def poll_call(self, job: UpstreamJob) -> Call:
        return Call("GET", _path(job))

    def progress(self, answer: Answer, job: UpstreamJob) -> Progress:
        remote = job_of(answer.json())
        if remote.ending is not None:
            if remote.ending != "completed":
                message = remote.error or f"{self.name} ended the job as {remote.status}"
                raise RefusedError(message, remote.cost)
            return Progress("done", 1.0, remote.report, cost=remote.cost, urls=remote.urls)
        if remote.is_stuck:  # it may be over, or about to be tried again: not at once an end
            raise LostError(f"{self.name} shows the job as {remote.status}: {remote.error}")
        phase: Phase = "queued" if remote.status == "pending" else "running"
        return Progress(phase, remote.fraction, state=remote.status)

    def content_call(self, job: UpstreamJob) -> Call:
        return Call("GET", f"{_path(job)}/content?index=0")

    async def cancel(self, job: UpstreamJob) -> Cancellation:
        if not self.capabilities.cancels:
            return Cancellation("unsupported")
        self._intervals.forget(job.id)
        try:
            answer = await self._api.request(Call("POST", f"{_path(job)}/cancel"))
            if answer.status in {404, 405, 501}:
                return Cancellation("unsupported")
            if not answer.ok and answer.status != 409:
                return Cancellation("unknown")
            # A conflict means that the job has ended; only a poll shows how.
            remote = job_of(answer.json()) if answer.ok else await self._get(job)
            for _ in range(CANCEL_POLLS):
                if remote.ending is not None:
                    break
                await real_sleep(self.poll_floor)
                remote = await self._get(job)
        except (TransientError, LostError, UnreadableError):
            return Cancellation("unknown")
        is_stopped = remote.ending not in {None, "completed"}
        if is_stopped and remote.cancellation not in {"unsupported", "unknown"}:
            return Cancellation("stopped", remote.cost)
        # The service may itself have an upstream that cannot stop the job.
        supported = remote.cancellation != "unsupported"
        return Cancellation("unknown" if supported else "unsupported", remote.cost)

    async def find(self, key: str, model: str) -> UpstreamJob | None:
        call = Call("GET", f"/videos?idempotency_key={quote(key, safe='')}")
        answer = await self._api.request(call)
        if not answer.ok:  # not even a missing route proves that nothing was accepted
            message = f"{self.name} did not list jobs: {answer.message}"
            raise TransientError(message, answer.retry_after)
        with self._readable():
            rows = rows_of(answer.json())
            # A service that ignores the filter lists everything, and its first job is somebody
            # else's; an empty list proves nothing either. The rows' keys show that the filter was
            # applied, or the header of a Rushes, which always applies it.
            default = key if VERSION in answer.headers else None
            filtered = all(row.get("idempotency_key", default) == key for row in rows)
            if not filtered or (not rows and default is None):
                raise TransientError(f"{self.name} cannot look up jobs by idempotency key")
            return UpstreamJob(job_of(rows[0]).id, model) if rows else None

    async def _get(self, job: UpstreamJob) -> RemoteJob:
        answer = await self._read(self.poll_call(job), "show the job")
        with self._readable():
            return job_of(answer.json())


def _without_routing(body: str) -> str:
    """Return a body without the preferences among providers of this service."""
    if ROUTING not in body:
        return body
    fields = json.loads(body)
    provider = fields.pop("provider", None)
    if options := isinstance(provider, dict) and provider.get("options"):
        fields["provider"] = {"options": options}
    return json.dumps(fields, sort_keys=True, separators=(",", ":"))


def _path(job: UpstreamJob) -> str:
    return f"/videos/{quote(job.id, safe='')}"
