"""Bodies of requests that are JSON or multipart forms."""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from werkzeug.formparser import FormDataParser
from werkzeug.http import parse_options_header

from tests.upstreams.base import Refusal

_NESTED = re.compile(r"(?P<name>[^\[\]]+)\[(?P<key>[^\[\]]*)\]")


@dataclass(frozen=True)
class Upload:
    """A file of a form."""

    name: str
    media_type: str
    data: bytes


async def fields_of(request: Request) -> tuple[dict[str, Any], bool]:
    """Return the fields of a body, and whether it is a form.

    In a form all values are strings or `Upload`s, and `a[b]` is the field `b` of `a`.
    """
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    raw = await request.body()
    if kind != "multipart/form-data":
        return json_object(raw), False
    try:
        parser = FormDataParser(lambda **_: io.BytesIO(), silent=False)
        _, values, files = parser.parse(io.BytesIO(raw), kind, len(raw), options)
    except ValueError as error:
        raise Refusal("invalid", f"The body is no multipart form: {error}") from None
    fields: dict[str, Any] = {}
    for name, value in values.items():
        if nested := _NESTED.fullmatch(name):
            fields.setdefault(nested["name"], {})[nested["key"]] = value
        else:
            fields[name] = value
    for name, file in files.items():
        fields[name] = Upload(file.filename or "", file.mimetype, file.read())
    return fields, True


def json_object(raw: bytes) -> dict[str, Any]:
    """Return the object that a body is."""
    try:
        body = json.loads(raw)
    except ValueError:
        raise Refusal("invalid", "The body is not valid JSON") from None
    if not isinstance(body, dict):
        raise Refusal("invalid", "The body is not a JSON object")
    return body
