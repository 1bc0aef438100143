"""Fields of a request, as rules of vendors check them. What is wrong is an `invalid` refusal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from starlette.requests import Request

from tests.upstreams.base import Refusal

Body = dict[str, Any]


def invalid(param: str, message: str, code: str = "") -> Refusal:
    """Return the refusal of a parameter; without a code it has the vendor's usual one."""
    return Refusal("invalid", message, param=param, code=code)


async def body_of(request: Request) -> Body:
    """Return the JSON object of a request."""
    try:
        body = await request.json()
    except ValueError:
        raise invalid("body", "it is not JSON") from None
    if not isinstance(body, dict):
        raise invalid("body", "it must be a JSON object")
    return body


def one_of(body: Body, name: str, allowed: Sequence[str], default: str | None = None) -> str:
    """Return a value that must be one of these; without a default it is required."""
    value = body.get(name, default)
    if value not in allowed:
        raise invalid(name, f"{value!r} is not one of {', '.join(allowed)}")
    return str(value)


def integer(body: Body, name: str, low: int, high: int, default: int | None = None) -> int:
    """Return an integer of a range; without a default it is required."""
    value = body.get(name, default)
    if type(value) is not int or not low <= value <= high:
        raise invalid(name, f"{value!r} is not an integer from {low} to {high}")
    return value


def text(body: Body, name: str, most: int = 100_000) -> str:
    """Return a string, which may be absent."""
    value = body.get(name, "")
    if not isinstance(value, str) or len(value) > most:
        raise invalid(name, f"it must be a string of at most {most} characters")
    return value


def switches(body: Body, *names: str) -> None:
    """Check that what is given is true or false."""
    for name in names:
        if type(body.get(name, True)) is not bool:
            raise invalid(name, f"{body[name]!r} is not a boolean")


def mapping(body: Body, name: str) -> Body:
    """Return an object, which may be absent."""
    value = body.get(name, {})
    if not isinstance(value, dict):
        raise invalid(name, "it must be an object")
    return value


def page_of(request: Request, number: str, size: str, most: int = 500) -> tuple[int, int]:
    """Return the number and the size of the page that a query asks for; by default 1 and 10."""
    found: Body = {}
    for name, value in request.query_params.items():
        found[name] = int(value) if value.isdecimal() else value
    return integer(found, number, 1, most, 1), integer(found, size, 1, most, 10)


def kind_of(part: object) -> str:
    """Return the `type` of a part, or ""."""
    kind = part.get("type") if isinstance(part, dict) else None
    return kind if isinstance(kind, str) else ""
