"""Parameters of requests, read by the schemas that the OpenAPI document shows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rushes.http.errors import ApiError

# JSON Schema of an integer or a string; `required` belongs to the parameter. Where a pattern does
# not match, `description` is the error.
Schema = Mapping[str, Any]
_SHOWN = 40  # characters of a refused value


def read_parameters(given: Mapping[str, str], schemas: Mapping[str, Schema]) -> dict[str, Any]:
    """Return the value of each parameter, or its default; raise a 400 that names a bad one."""
    return {name: _read(name, given.get(name), schema) for name, schema in schemas.items()}


def openapi_parameter(name: str, place: str, schema: Schema) -> dict[str, Any]:
    described = {key: value for key, value in schema.items() if key != "required"}
    required = {"required": True} if schema.get("required") else {}
    return {"name": name, "in": place, **required, "schema": described}


def _read(name: str, text: str | None, schema: Schema) -> Any:
    if text is None:
        if schema.get("required"):
            raise _refused(name, "is missing")
        return schema.get("default")
    if schema["type"] == "integer":
        return _integer(name, text, schema)
    least, most = schema.get("minLength", 0), schema.get("maxLength")
    if len(text) < least or (most is not None and len(text) > most):
        raise _refused(name, f"takes {least} to {most} characters, not {len(text)}")
    if re.search(schema.get("pattern", ""), text) is None:
        raise _refused(name, f"{text[:_SHOWN]!r} is not accepted; {schema['description']}")
    return text


def _integer(name: str, text: str, schema: Schema) -> int:
    least, most = schema["minimum"], schema["maximum"]
    is_plain = len(text) <= len(str(most)) and text.isascii() and text.isdigit()
    if not is_plain or not least <= int(text) <= most:
        raise _refused(name, f"{text[:_SHOWN]!r} is not a whole number from {least} to {most}")
    return int(text)


def _refused(name: str, problem: str) -> ApiError:
    return ApiError(400, f"{name}: {problem}", metadata={"field": name})
