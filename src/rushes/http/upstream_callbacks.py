"""Callbacks of upstreams: hints that a job has changed, which is then polled.

Nothing in a callback is believed. Its URL carries our signature, so that nobody else can make this
service poll.
"""

from __future__ import annotations

import json

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from rushes.http.context import RequestContext, unknown
from rushes.http.openapi import Endpoint
from rushes.http.signed_urls import SignedUrls
from rushes.store.job import Job

PATH = "/rushes/callbacks"
MAX_BODY = 64 * 1024  # bytes that are read; a callback may repeat the whole job
LONGEST_CHALLENGE = 1024  # characters


class UpstreamCallbacks:
    """Makes the URLs of callbacks; none unless this service has a public URL."""

    def __init__(self, links: SignedUrls, public_url: str | None) -> None:
        self._links = links
        self._public_url = public_url

    def url(self, job: Job) -> str | None:
        if self._public_url is None:
            return None
        path = _path(job.id, job.attempt)
        return f"{self._public_url.rstrip('/')}{path}/{self._links.sign(path)}"


async def receive(context: RequestContext, request: Request) -> Response:
    """Have a job polled now; answer the challenge of a provider that sends one."""
    values = request.path_params
    path = _path(values["job_id"], values["attempt"])
    if not context.links.is_signed(path, values["signature"]):
        raise unknown(values["job_id"])
    body = await _beginning(request)
    await context.executor.wake(values["job_id"])
    return JSONResponse(_challenge_in(body))


async def _beginning(request: Request) -> bytes:
    body = b""
    async for block in request.stream():
        body += block
        if len(body) > MAX_BODY:
            return b""
    return body


def _challenge_in(body: bytes) -> dict[str, object]:
    """Return the challenge of a body, which its sender expects back."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    challenge = found.get("challenge") if isinstance(found, dict) else None
    if isinstance(challenge, str) and len(challenge) <= LONGEST_CHALLENGE:
        return {"challenge": challenge}
    return {}


def _path(job_id: str, attempt: int | str) -> str:
    return f"{PATH}/{job_id}/{attempt}"


ENDPOINTS = (Endpoint("POST", f"{PATH}/{{job_id}}/{{attempt}}/{{signature}}", receive),)
