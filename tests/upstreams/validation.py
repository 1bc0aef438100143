"""How services made with FastAPI say what is wrong with a body."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from starlette.responses import JSONResponse, Response


def problems(error: ValidationError) -> list[dict[str, Any]]:
    return [
        {"loc": ["body", *one["loc"]], "msg": one["msg"], "type": one["type"]}
        for one in error.errors()
    ]


def invalid(error: ValidationError) -> Response:
    return JSONResponse({"detail": problems(error)}, 422)
