"""JSON as the kit reads and writes it, whatever its clients sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NoReturn

from starlette.responses import JSONResponse

from rushes.http.errors import ApiError


class EscapedJSONResponse(JSONResponse):
    """JSON in ASCII, so that half of a surrogate pair, which is no UTF-8, can be shown."""

    def render(self, content: Any) -> bytes:
        """Return the body."""
        return json.dumps(content, separators=(",", ":"), allow_nan=False).encode()


def check_fields(body: Mapping[str, Any], *allowed: str) -> None:
    """Refuse a body with a field that does not exist."""
    for name in body:
        if name not in allowed:
            raise ApiError(
                400,
                f"{name}: does not exist; allowed: {', '.join(allowed)}",
                metadata={"field": name},
            )


def parsed(body: bytes) -> Any:
    """Return what JSON says; raises ValueError for what is none, such as NaN."""
    try:
        return json.loads(body, parse_constant=_refuse)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    except UnicodeDecodeError:
        raise ValueError("it is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"it is not JSON: {error}") from None


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
