"""Providers over the fakes of their upstreams, and requests as routing would hand them over."""

from __future__ import annotations

import base64
import itertools
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from hypothesis import strategies as st

from rushes.catalog.endpoint import Endpoint
from rushes.catalog.limits import Spec, check_request
from rushes.catalog.mapped_endpoints import mapped
from rushes.catalog.model import load_catalog
from rushes.catalog.provider_data import load_providers
from rushes.providers.base import Progress, ProviderRequest, UpstreamJob
from rushes.providers.rest import RestProvider
from rushes.wire import VideoGenerationRequest
from tests.fakes.accounts import account_of
from tests.providers.conftest import BeforeSendHook

# What an answer may hold.
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=9,
)
_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\2\0\0\0" + bytes(8)
SQUARE = f"data:image/png;base64,{base64.b64encode(_PNG).decode()}"
_keys = itertools.count()


@asynccontextmanager
async def provider_at(
    kind: type[RestProvider], slug: str, url: str, key: str = "key", **options: Any
) -> AsyncIterator[RestProvider]:
    provider = kind(account_of(slug, url, key, **options))
    provider.poll_floor = 0.02
    try:
        yield provider
    finally:
        await provider.close()


def read(body: Mapping[str, Any]) -> tuple[VideoGenerationRequest, Spec]:
    request = VideoGenerationRequest.model_validate(body)
    return request, check_request(request, load_catalog().get(request.model), allow_private=True)


def problems(
    slug: str, body: Mapping[str, Any], models: Mapping[str, str] | None = None
) -> list[tuple[Endpoint, str | None]]:
    """Return the endpoints of a body's model, each with what it cannot do."""
    request, spec = read(body)
    data = load_providers()[slug]
    rows = mapped(data.endpoints, models) if models else data.endpoints
    return [(row, row.problem(request, spec)) for row in rows if row.model == spec.model]


def request_of(
    slug: str,
    body: Mapping[str, Any],
    models: Mapping[str, str] | None = None,
    callback_url: str | None = None,
) -> ProviderRequest:
    """Return a request for the first endpoint that can do all of a body."""
    endpoint = next(each for each, problem in problems(slug, body, models) if problem is None)
    _, spec = read(body)
    return ProviderRequest(
        f"key-{next(_keys)}",
        spec.model,
        spec.prompt,
        spec.width,
        spec.height,
        spec.duration,
        spec.audio,
        body.get("seed", 7),
        body=json.dumps(body),
        upstream_model=endpoint.upstream_model,
        params=endpoint.params,
        callback_url=callback_url,
    )


async def create(
    provider: RestProvider, slug: str, body: Mapping[str, Any], **options: Any
) -> UpstreamJob:
    return await provider.create(request_of(slug, body, **options), BeforeSendHook())


async def finish(provider: RestProvider, job: UpstreamJob) -> Progress:
    """Poll a job until it is done."""
    while (progress := await provider.poll(job)).phase != "done":
        pass
    return progress
