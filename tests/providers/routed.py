"""Requests as routing hands them to a provider over a fake, and their way to a video."""

from __future__ import annotations

import contextlib
import itertools
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from hypothesis import strategies as st

from rushes.catalog.endpoint import Endpoint, named
from rushes.catalog.limits import Spec, check_request
from rushes.catalog.model import load_catalog
from rushes.catalog.provider_data import load_providers
from rushes.providers.answer import Answer, UnreadableError
from rushes.providers.base import (
    LostError,
    Progress,
    ProviderRequest,
    RefusedError,
    UpstreamJob,
)
from rushes.providers.rest import RestProvider
from rushes.wire import VideoGenerationRequest
from tests.providers.cases import ProviderCase
from tests.providers.conftest import BeforeSendHook

# What an answer may hold.
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=9,
)
_keys = itertools.count()


def read(body: Mapping[str, Any]) -> tuple[VideoGenerationRequest, Spec]:
    request = VideoGenerationRequest.model_validate(body)
    model = load_catalog().get(request.model)
    return request, check_request(request, model, allow_private=True, is_live=True)


def problems(case: ProviderCase, body: Mapping[str, Any]) -> list[tuple[Endpoint, str | None]]:
    """Return the endpoints of a body's model, each with what it cannot do of the body."""
    request, spec = read(body)
    endpoints = named(load_providers()[case.slug].endpoints, case.models)
    return [(each, each.problem(request, spec)) for each in endpoints if each.model == spec.model]


def routed(case: ProviderCase, body: Mapping[str, Any], /, **changes: Any) -> ProviderRequest:
    """Return a request for the first endpoint that can do all of a body."""
    endpoint = next(each for each, problem in problems(case, body) if problem is None)
    _, spec = read(body)
    fields: dict[str, Any] = {
        "key": f"key-{next(_keys)}",
        "model": spec.model,
        "prompt": spec.prompt,
        "width": spec.width,
        "height": spec.height,
        "duration": spec.duration,
        "audio": spec.audio,
        "seed": 7 if spec.seed is None else spec.seed,
        "body": json.dumps(body),
        "upstream_model": endpoint.upstream_model,
        "params": endpoint.params,
    }
    return ProviderRequest(**(fields | changes))


async def create(
    provider: RestProvider, case: ProviderCase, body: Mapping[str, Any], /, **changes: Any
) -> UpstreamJob:
    return await provider.create(routed(case, body, **changes), BeforeSendHook())


async def ended(provider: RestProvider, job: UpstreamJob) -> Progress:
    """Poll a job until it is done."""
    while (progress := await provider.poll(job)).phase != "done":
        pass
    return progress


async def video(provider: RestProvider, job: UpstreamJob, start: int = 0) -> bytes:
    return b"".join([block async for block in provider.download(job, start)])


@asynccontextmanager
async def opened(provider: RestProvider) -> AsyncIterator[RestProvider]:
    provider.poll_floor = 0.02
    try:
        yield provider
    finally:
        await provider.close()


def answer_of(body: Any, status: int = 200) -> Answer:
    return Answer(status, {}, json.dumps(body).encode())


def read_all(provider: RestProvider, answer: Answer) -> None:
    """Read an answer in all ways, of which only the documented errors may come."""
    provider.meaning(answer)
    for read_one in (
        provider.created_id,
        lambda answer: provider.progress(answer, UpstreamJob("id", "model")),
    ):
        with contextlib.suppress(UnreadableError, RefusedError, LostError):
            read_one(answer)
