"""Providers over the fakes of their upstreams, requests as routing hands them over, and answers."""

from __future__ import annotations

import base64
import contextlib
import itertools
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from hypothesis import strategies as st

from rushes.catalog.checked_request import check_body
from rushes.catalog.endpoint import Endpoint
from rushes.catalog.limits import Spec, check_request
from rushes.catalog.model import load_catalog
from rushes.providers.answer import Answer, UnreadableError
from rushes.providers.base import (
    LostError,
    Progress,
    Provider,
    ProviderRequest,
    RefusedError,
    UpstreamJob,
)
from rushes.providers.rest import RestProvider
from rushes.wire import VideoGenerationRequest
from tests.fakes.accounts import account_of
from tests.providers.conftest import BeforeSendHook
from tests.upstreams.base import Upstream
from tests.upstreams.job import Job

AnyProvider = TypeVar("AnyProvider", bound=RestProvider)

_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\2\0\0\0" + bytes(8)
SQUARE = f"data:image/png;base64,{base64.b64encode(_PNG).decode()}"
_SCALARS = st.none() | st.booleans() | st.integers() | st.floats()
# What an answer may hold.
JSON = st.recursive(
    _SCALARS | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=9,
)
_keys = itertools.count()


def json_of(words: list[str], names: list[str]) -> st.SearchStrategy[Any]:
    """Return a strategy for JSON that has the words and the names of fields of a vendor."""
    return st.recursive(
        _SCALARS | st.sampled_from(words) | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(names), inner, max_size=5)
        ),
        max_leaves=12,
    )


@asynccontextmanager
async def opened(provider: AnyProvider) -> AsyncIterator[AnyProvider]:
    provider.poll_floor = 0.02
    try:
        yield provider
    finally:
        await provider.close()


def provider_at(
    kind: type[AnyProvider], slug: str, url: str, key: str = "key", **options: Any
) -> contextlib.AbstractAsyncContextManager[AnyProvider]:
    return opened(kind(account_of(slug, url, key, **options)))


def read(body: Mapping[str, Any]) -> tuple[VideoGenerationRequest, Spec]:
    request = VideoGenerationRequest.model_validate(body)
    model = load_catalog().get(request.model)
    return request, check_request(request, model, allow_private=True, is_live=True)


def problems(provider: RestProvider, body: Mapping[str, Any]) -> list[tuple[Endpoint, str | None]]:
    """Return the endpoints of a body's model, each with what it cannot do of the body."""
    request, spec = read(body)
    endpoints = [each for each in provider.endpoints() if each.model == spec.model]
    return [(each, each.problem(request, spec)) for each in endpoints]


def request_of(
    provider: RestProvider, body: Mapping[str, Any], /, **changes: Any
) -> ProviderRequest:
    """Return a request for the first endpoint that can do all of a body."""
    endpoint = next(each for each, problem in problems(provider, body) if problem is None)
    asked = check_body(
        json.dumps(body).encode(), load_catalog(), allow_private=True, is_live=lambda _: True
    )
    spec = asked.spec
    fields: dict[str, Any] = {
        "key": f"key-{next(_keys)}",
        "model": spec.model,
        "prompt": spec.prompt,
        "width": spec.width,
        "height": spec.height,
        "duration": spec.duration,
        "audio": spec.audio,
        "seed": 7 if spec.seed is None else spec.seed,
        "body": asked.body,
        "decided": frozenset(asked.decided),
        "upstream_model": endpoint.upstream_model,
        "params": endpoint.params,
    }
    return ProviderRequest(**(fields | changes))


async def create(provider: RestProvider, body: Mapping[str, Any], /, **changes: Any) -> UpstreamJob:
    return await provider.create(request_of(provider, body, **changes), BeforeSendHook())


async def accepted(
    provider: RestProvider, upstream: Upstream, body: Mapping[str, Any], /, **changes: Any
) -> Job:
    """Create a job; return what the fake made of the one request that it accepted."""
    before = len(upstream.accepted)
    await create(provider, body, **changes)
    [job] = upstream.accepted[before:]
    return job


async def finish(provider: Provider, job: UpstreamJob) -> Progress:
    """Poll a job until it is done."""
    while (progress := await provider.poll(job)).phase != "done":
        pass
    return progress


async def video(provider: Provider, job: UpstreamJob, start: int = 0) -> bytes:
    return b"".join([block async for block in provider.download(job, start)])


def answer_of(body: Any, status: int = 200, kind: type[Answer] = Answer, **headers: str) -> Any:
    return kind(status, headers, json.dumps(body).encode())


def read_all(provider: RestProvider, answer: Answer) -> None:
    """Read an answer in all ways, of which only the documented errors may come."""
    provider.meaning(answer)
    for read_one in (
        provider.created_id,
        lambda answer: provider.progress(answer, UpstreamJob("id", "model")),
    ):
        with contextlib.suppress(UnreadableError, RefusedError, LostError):
            read_one(answer)
