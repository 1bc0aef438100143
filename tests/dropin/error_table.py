"""Which class an `openrouter` package raises for each status of each operation, as data.

Run by an interpreter that has the original, it prints what `official_errors.json` holds.
"""

from __future__ import annotations

import json
from typing import Any

import httpx

from openrouter import OpenRouter, errors

OPERATIONS: dict[str, dict[str, Any]] = {
    "video_generation.generate": {"model": "m", "prompt": "p"},
    "video_generation.get_generation": {"job_id": "a"},
    "video_generation.get_video_content": {"job_id": "a"},
    "video_generation.list_videos_models": {},
    "generations.get_generation": {"id": "a"},
    "models.list": {},
}
STATUSES = (400, 401, 402, 403, 404, 408, 409, 410, 413, 418, 422, 429, 499)
STATUSES += (500, 502, 503, 504, 524, 529)
JSON, HTML = "application/json", "text/html"


def raised(operation: str, status: int, kind: str) -> errors.OpenRouterError:
    """Return the error of an operation that gets this status, with a body of this media type."""
    body = json.dumps({"error": {"code": status, "message": "Not today"}})

    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(status, headers={"content-type": kind}, text=body)

    with httpx.Client(transport=httpx.MockTransport(answer)) as http_client:
        client = OpenRouter(api_key="k", client=http_client, retry_config=None)
        resource, _, method = operation.partition(".")
        call = getattr(getattr(client, resource), method)
        try:
            call(**OPERATIONS[operation], retries=None)
        except errors.OpenRouterError as error:
            return error
    raise AssertionError(f"{operation} took a {status} for a success")


def table() -> dict[str, dict[str, dict[str, str]]]:
    return {
        operation: {
            kind: {
                str(status): type(raised(operation, status, kind)).__name__ for status in STATUSES
            }
            for kind in (JSON, HTML)
        }
        for operation in OPERATIONS
    }


if __name__ == "__main__":
    print(json.dumps(table(), indent=1))  # noqa: T201 - what it is run for
