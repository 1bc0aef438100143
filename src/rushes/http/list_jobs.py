"""The list of jobs, and the record of one that has ended."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from rushes.catalog.limits import MAX_IDENTIFIER
from rushes.http.context import JSON, RequestContext, unknown
from rushes.http.errors import ApiError
from rushes.http.generation_record import GenerationRecord, record_of
from rushes.http.openapi import Endpoint, answers
from rushes.http.parameters import Schema, read_parameters
from rushes.jobs.states import ENDED, STATUS
from rushes.jobs.urls import PREFIX
from rushes.store.pagination import BadCursorError, Filter
from rushes.wire import VideoGenerationPage

DEFAULT_LIMIT = 20
LARGEST_PAGE = 100
LATEST = 10**12  # unix seconds; no database column holds more
STATUSES = tuple(dict.fromkeys(STATUS.values()))

_TIME: Schema = {"type": "integer", "minimum": 0, "maximum": LATEST}
_TEXT: Schema = {
    "type": "string",
    "maxLength": MAX_IDENTIFIER,
    "pattern": "^[^\\x00]*$",
    "description": "NUL is not allowed",
}
_STATUS = f"(?:{'|'.join(STATUSES)})"
QUERY: dict[str, Schema] = {
    "limit": {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE, "default": DEFAULT_LIMIT},
    "cursor": {"type": "string", "minLength": 1, "maxLength": MAX_IDENTIFIER},
    "status": {
        "type": "string",
        "pattern": f"^ *{_STATUS}(?: *, *{_STATUS})* *$",
        "description": f"One or more, with commas: {', '.join(STATUSES)}",
    },
    "model": _TEXT,
    "created_after": _TIME,
    "created_before": _TIME,
    "session_id": _TEXT,
    "user": _TEXT,
    "idempotency_key": _TEXT,
}
ID: dict[str, Schema] = {"id": {"type": "string", "minLength": 1, "required": True}}


async def page(context: RequestContext, request: Request) -> Response:
    owner = (await context.authenticate(request)).sees
    query = read_parameters(request.query_params, QUERY)
    wanted, limit, cursor = _filter(query, owner), query["limit"], query["cursor"]
    try:
        page = await context.store.jobs.page(wanted, limit, cursor)
    except BadCursorError:
        raise ApiError(
            400, "cursor: is not a cursor of this service", metadata={"field": "cursor"}
        ) from None
    origin = context.origin(request)
    shown = VideoGenerationPage(
        data=[await context.show(job, origin) for job in page.jobs],
        has_more=page.cursor is not None,
        next_cursor=page.cursor,
    )
    return Response(shown.model_dump_json(), headers={"Cache-Control": "no-store"}, media_type=JSON)


async def record(context: RequestContext, request: Request) -> Response:
    """Show what a generation took and cost; an open one has no record yet."""
    owner = (await context.authenticate(request)).sees
    job_id = read_parameters(request.query_params, ID)["id"]
    job = await context.visible_job(job_id, owner)
    if job.state not in ENDED:
        raise unknown(job_id)
    record = record_of(job, context.jobs)
    return Response(record.model_dump_json(), 200, context.headers(job), JSON)


def _filter(query: Mapping[str, Any], owner: str | None) -> Filter:
    return Filter(
        owner=owner,
        states=_states(query["status"]),
        model=query["model"],
        created_after=query["created_after"],
        created_before=query["created_before"],
        session_id=query["session_id"],
        user_id=query["user"],
        key=query["idempotency_key"],
    )


def _states(text: str | None) -> Collection[str] | None:
    if text is None:
        return None
    wanted = {status.strip() for status in text.split(",")}
    return {state for state, status in STATUS.items() if status in wanted}


ENDPOINTS = (
    Endpoint(
        "GET",
        f"{PREFIX}/videos",
        page,
        "List video generations, newest first",
        "listVideos",
        answers=answers(200, VideoGenerationPage),
        query=QUERY,
    ),
    Endpoint(
        "GET",
        f"{PREFIX}/generation",
        record,
        "Get the record of a generation that has ended",
        "getGeneration",
        answers=answers(200, GenerationRecord, 404),
        query=ID,
    ),
)
