"""Requests as the service hands them to a provider, for an endpoint that can do them."""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping, Sequence
from typing import Any

from rushes.catalog.checked_request import CheckedRequest, check_body
from rushes.catalog.endpoint import Endpoint
from rushes.catalog.model import load_catalog
from rushes.catalog.provider_data import load_providers
from rushes.providers.base import Progress, ProviderRequest, UpstreamJob
from rushes.providers.rest import RestProvider
from tests.providers.cases import PICTURE
from tests.providers.conftest import BeforeSendHook

PROMPT = "A calm sea"
_keys = itertools.count()


def frames(*types: str, url: str = PICTURE) -> list[dict[str, Any]]:
    """Return one picture as frames of these types."""
    picture = {"type": "image_url", "image_url": {"url": url}}
    return [{**picture, "frame_type": name} for name in types]


def references(*kinds: str) -> list[dict[str, Any]]:
    """Return references of these kinds, each with a URL of its own."""
    urls = (f"https://media.example/{number}" for number in itertools.count())
    return [
        {"type": f"{k}_url", f"{k}_url": {"url": url}} for k, url in zip(kinds, urls, strict=False)
    ]


def checked(body: Mapping[str, Any]) -> CheckedRequest:
    return check_body(json.dumps(body).encode(), load_catalog(), allow_private=True)


def problems(slug: str, body: Mapping[str, Any]) -> list[tuple[Endpoint, str | None]]:
    """Return the endpoints of a body's model, each with what of the body it cannot do."""
    asked = checked(body)
    endpoints = load_providers()[slug].endpoints
    return [
        (e, e.problem(asked.request, asked.spec)) for e in endpoints if e.model == body["model"]
    ]


def request_for(
    slug: str, /, *, key: str = "", callback_url: str | None = None, **body: Any
) -> ProviderRequest:
    """Return a request for the first endpoint that can do it."""
    body = {"prompt": PROMPT, **body}
    asked, spec = checked(body), checked(body).spec
    endpoint = next(each for each, problem in problems(slug, body) if problem is None)
    return ProviderRequest(
        key or f"key-{next(_keys)}",
        spec.model,
        spec.prompt,
        spec.width,
        spec.height,
        spec.duration,
        spec.audio,
        asked.seed,
        body=asked.body,
        upstream_model=endpoint.upstream_model,
        params=endpoint.params,
        callback_url=callback_url,
    )


async def create(provider: RestProvider, /, **fields: Any) -> UpstreamJob:
    request = request_for(provider.account.slug, **fields)
    return await provider.create(request, BeforeSendHook())


async def ended(provider: RestProvider, job: UpstreamJob) -> Progress:
    """Poll a job until it is done."""
    while (progress := await provider.poll(job)).phase != "done":
        pass
    return progress


async def video(provider: RestProvider, job: UpstreamJob, start: int = 0) -> bytes:
    return b"".join([block async for block in provider.download(job, start)])


def blamed(slug: str, body: Mapping[str, Any]) -> Sequence[str]:
    """Return the fields that keep each endpoint from a request."""
    found = [problem for _, problem in problems(slug, body)]
    assert None not in found, "an endpoint can do it"
    return [str(problem).partition(":")[0] for problem in found]
