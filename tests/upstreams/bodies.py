"""Bodies of requests: JSON, multipart forms, and the answer of FastAPI to those that do not fit."""

from __future__ import annotations

import json
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tests.upstreams.base import Refusal


async def json_object(request: Request) -> dict[str, Any]:
    """Return the object that a body holds, or refuse the request."""
    try:
        body = json.loads(await request.body())
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise Refusal("invalid", "The body is not a JSON object")
    return body


async def form_fields(request: Request) -> dict[str, bytes]:
    """Return the parts of a multipart form by name."""
    head = f"Content-Type: {request.headers.get('content-type', '')}\r\n\r\n"
    message = BytesParser(policy=HTTP).parsebytes(head.encode() + await request.body())
    found = {}
    for part in message.iter_parts():
        content = part.get_payload(decode=True)
        if isinstance(content, bytes):
            found[str(part.get_param("name", header="content-disposition"))] = content
    return found


def problems(error: ValidationError) -> list[dict[str, Any]]:
    """Return what is wrong with a body, as FastAPI lists it."""
    return [
        {"loc": ["body", *one["loc"]], "msg": one["msg"], "type": one["type"]}
        for one in error.errors()
    ]


def invalid(error: ValidationError) -> Response:
    return JSONResponse({"detail": problems(error)}, 422)
