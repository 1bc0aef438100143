"""Requests to self-hosted engines, and their way to a video."""

from __future__ import annotations

import base64
import itertools
import json
from typing import Any

from rushes.catalog.limits import check_request
from rushes.catalog.model import load_catalog
from rushes.providers.base import Progress, ProviderRequest, UpstreamJob
from rushes.providers.rest import RestProvider
from rushes.wire import VideoGenerationRequest
from tests.engines.pictures import encoded, scenery
from tests.providers.conftest import BeforeSendHook

MODEL = "alibaba/wan-2.7"
PICTURE = encoded(scenery(64, 36))
_keys = itertools.count()


def data_url(picture: bytes) -> str:
    kind = "png" if picture.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"


def frames(*types: str, picture: bytes = PICTURE) -> list[dict[str, Any]]:
    """Return a picture as frames of these types."""
    url = {"url": data_url(picture)}
    return [{"type": "image_url", "image_url": url, "frame_type": name} for name in types]


def body_of(**fields: Any) -> dict[str, Any]:
    return {"model": MODEL, "prompt": "A koi pond", "duration": 2} | fields


def request_for(provider: RestProvider, /, *, key: str = "", **fields: Any) -> ProviderRequest:
    """Return a request as the service resolves it for the first endpoint that can do it."""
    body = body_of(**fields)
    parsed = VideoGenerationRequest.model_validate(body)
    spec = check_request(parsed, load_catalog().get(parsed.model), allow_private=True)
    problems = [(each, each.problem(parsed, spec)) for each in provider.endpoints()]
    endpoint = next(e for e, problem in problems if e.model == spec.model and problem is None)
    return ProviderRequest(
        key or f"key-{next(_keys)}",
        spec.model,
        spec.prompt,
        spec.width,
        spec.height,
        spec.duration,
        spec.audio,
        7 if spec.seed is None else spec.seed,
        body=json.dumps(body),
        upstream_model=endpoint.upstream_model,
        params=endpoint.params,
    )


async def create(provider: RestProvider, /, **fields: Any) -> UpstreamJob:
    return await provider.create(request_for(provider, **fields), BeforeSendHook())


async def ended(provider: RestProvider, job: UpstreamJob) -> Progress:
    """Poll a job until it is done."""
    while (progress := await provider.poll(job)).phase != "done":
        pass
    return progress


async def video(provider: RestProvider, job: UpstreamJob, start: int = 0) -> bytes:
    return b"".join([block async for block in provider.download(job, start)])
