"""Requests to self-hosted engines."""

from __future__ import annotations

import base64
from typing import Any

from rushes.providers.base import ProviderRequest, UpstreamJob
from rushes.providers.rest import RestProvider
from tests.engines.pictures import encoded, scenery
from tests.providers import cases
from tests.providers.conftest import BeforeSendHook
from tests.providers.endpoint_requests import request_of

MODEL = "alibaba/wan-2.7"
PICTURE = encoded(scenery(64, 36))


def data_url(picture: bytes) -> str:
    kind = "png" if picture.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"


def frames(*types: str, picture: bytes = PICTURE) -> list[dict[str, Any]]:
    return cases.frames(*types, url=data_url(picture))


def body_of(**fields: Any) -> dict[str, Any]:
    return {"model": MODEL, "prompt": "A koi pond", "duration": 2} | fields


def request_for(provider: RestProvider, /, *, key: str = "", **fields: Any) -> ProviderRequest:
    return request_of(provider, body_of(**fields), **({"key": key} if key else {}))


async def create(provider: RestProvider, /, **fields: Any) -> UpstreamJob:
    return await provider.create(request_for(provider, **fields), BeforeSendHook())
