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
from rushes.jobs.states import ENDED, STATUS
from rushes.jobs.urls import PREFIX
from rushes.store.pagination import BadCursorError, Filter
from rushes.wire import VideoGenerationPage

DEFAULT_LIMIT = 20
LARGEST_PAGE = 100
LATEST = 10**12  # unix seconds; no database column holds more
STATUSES = tuple(dict.fromkeys(STATUS.values()))

_TIME: dict[str, Any] = {"type": "integer", "minimum": 0, "maximum": LATEST}
_TEXT: dict[str, Any] = {"type": "string", "maxLength": MAX_IDENTIFIER}
QUERY: dict[str, dict[str, Any]] = {
    "limit": {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE, "default": DEFAULT_LIMIT},
    "cursor": {"type": "string"},
    "status": {"type": "string", "description": f"One or more, with commas: {', '.join(STATUSES)}"},
    "model": _TEXT,
    "created_after": _TIME,
    "created_before": _TIME,
    "session_id": _TEXT,
    "user": _TEXT,
    "idempotency_key": _TEXT,
}


async def page(context: RequestContext, request: Request) -> Response:
    owner = context.keys.visible_to(context.authenticate(request))
    query = request.query_params
    limit = _number(query, "limit", least=1, most=LARGEST_PAGE) or DEFAULT_LIMIT
    try:
        page = await context.store.jobs.page(_filter(query, owner), limit, query.get("cursor"))
    except BadCursorError:
        raise _refused("cursor", "is not a cursor of this service") from None
    origin = context.origin(request)
    shown = VideoGenerationPage(
        data=[await context.show(job, origin) for job in page.jobs],
        has_more=page.cursor is not None,
        next_cursor=page.cursor,
    )
    return Response(shown.model_dump_json(), headers={"Cache-Control": "no-store"}, media_type=JSON)


async def record(context: RequestContext, request: Request) -> Response:
    """Show what a generation took and cost; an open one has no record yet."""
    owner = context.authenticate(request)
    job_id = request.query_params.get("id")
    if not job_id:
        raise _refused("id", "is missing")
    job = await context.visible_job(job_id, owner)
    if job.state not in ENDED:
        raise unknown(job_id)
    record = record_of(job, context.jobs)
    return Response(record.model_dump_json(), 200, context.headers(job), JSON)


def _filter(query: Mapping[str, str], owner: str | None) -> Filter:
    return Filter(
        owner=owner,
        states=_states(query),
        model=_text(query, "model"),
        created_after=_number(query, "created_after", least=0, most=LATEST),
        created_before=_number(query, "created_before", least=0, most=LATEST),
        session_id=_text(query, "session_id"),
        user_id=_text(query, "user"),
        key=_text(query, "idempotency_key"),
    )


def _states(query: Mapping[str, str]) -> Collection[str] | None:
    text = query.get("status")
    if text is None:
        return None
    wanted = {status.strip() for status in text.split(",")}
    if odd := sorted(wanted.difference(STATUSES)):
        raise _refused("status", f"{odd[0][:40]!r} is none of {', '.join(STATUSES)}")
    return {state for state, status in STATUS.items() if status in wanted}


def _text(query: Mapping[str, str], name: str) -> str | None:
    text = query.get(name)
    if text is not None and (len(text) > MAX_IDENTIFIER or "\0" in text):
        raise _refused(name, f"takes at most {MAX_IDENTIFIER} characters, none of them NUL")
    return text


def _number(query: Mapping[str, str], name: str, *, least: int, most: int) -> int | None:
    text = query.get(name)
    if text is None:
        return None
    plain = len(text) <= len(str(most)) and text.isascii() and text.isdigit()
    if not plain or not least <= int(text) <= most:
        raise _refused(name, f"{text[:40]!r} is not a whole number from {least} to {most}")
    return int(text)


def _refused(name: str, problem: str) -> ApiError:
    return ApiError(400, f"{name}: {problem}", metadata={"field": name})


ENDPOINTS = (
    Endpoint(
        "GET",
        f"{PREFIX}/videos",
        page,
        "List video generations, newest first",
        "listVideos",
        answers=answers(200, VideoGenerationPage, 400),
        query=QUERY,
    ),
    Endpoint(
        "GET",
        f"{PREFIX}/generation",
        record,
        "Get the record of a generation that has ended",
        "getGeneration",
        answers=answers(200, GenerationRecord, 400, 404),
        query={"id": {"type": "string"}},
    ),
)
