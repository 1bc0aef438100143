"""The operations that Rushes' service adds to the contract, as data; see `_endpoints`."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from rushes import wire
from rushes.sdk import _endpoints, _parse, errors
from rushes.sdk._endpoints import APICall, CallOptions
from rushes.sdk._params import Arguments
from rushes.sdk._scalars import integer
from rushes.sdk._server_features import is_rushes
from rushes.wire.base import plain_value

if TYPE_CHECKING:
    import httpx

MAX_PAGE_SIZE = 100
POSTER_TIMEOUT = 10.0  # seconds
POSTER_TYPE = "image/webp"
EVENT_STREAM = "text/event-stream"


@contextlib.contextmanager
def requires_support(operation: str) -> Iterator[None]:
    """Raise `NotSupportedByServerError` for a 404 or 405 of a server that is not Rushes."""
    try:
        yield
    except errors.OpenRouterError as error:
        response = error.raw_response
        if error.status_code in {404, 405} and not is_rushes(response):
            raise errors.NotSupportedByServerError(operation, response) from error
        raise


def page(
    filters: Mapping[str, Any], cursor: str | None, options: CallOptions
) -> APICall[wire.VideoGenerationPage]:
    limit = filters.get("limit")
    if limit is not None and not 1 <= integer("limit", limit) <= MAX_PAGE_SIZE:
        raise ValueError(f"limit must be from 1 to {MAX_PAGE_SIZE}")
    texts = {name: _text(value) for name, value in {**filters, "cursor": cursor}.items()}
    query = urlencode({name: text for name, text in texts.items() if text is not None})
    return APICall(
        "GET",
        f"/videos?{query}" if query else "/videos",
        options,
        partial(_parse.model, wire.VideoGenerationPage),
    )


def cancel(job_id: str, options: CallOptions) -> APICall[wire.VideoGenerationResponse]:
    return APICall("POST", f"{_endpoints.job_path(job_id)}/cancel", options, _parse.job)


def delete(job_id: str, options: CallOptions) -> APICall[wire.VideoGenerationDeletion]:
    return APICall(
        "DELETE",
        _endpoints.job_path(job_id),
        options,
        partial(_parse.model, wire.VideoGenerationDeletion),
    )


def request_of(job_id: str, options: CallOptions) -> APICall[dict[str, Any]]:
    return APICall("GET", f"{_endpoints.job_path(job_id)}/request", options, _parse.json_object)


def was_deleted(error: errors.OpenRouterError) -> bool:
    """Return whether a deletion failed because an earlier attempt of it had succeeded."""
    return error.attempts > 1 and error.status_code == 404 and is_rushes(error.raw_response)


def events(
    job_id: str, options: CallOptions, last_id: str, stall: float
) -> APICall[httpx.Response]:
    """Describe a stream of a job's states that may be silent for `stall` seconds."""
    return APICall(
        "GET",
        f"{_endpoints.job_path(job_id)}/events",
        options,
        _parse.unread,
        read_timeout=stall,
        accept=EVENT_STREAM,
        stream=True,
        is_wanted=is_stream,
        headers={"last-event-id": last_id} if last_id else {},
    )


def is_stream(response: httpx.Response) -> bool:
    return response.status_code == 200 and _parse.media_type(response) == EVENT_STREAM


def quote(request: wire.VideoGenerationRequest, arguments: Arguments) -> APICall[wire.Quote]:
    return APICall(
        "POST",
        f"/videos/quote{_endpoints.extra_query(arguments)}",
        CallOptions.of(arguments),
        partial(_parse.model, wire.Quote),
        body=_endpoints.with_extra_body(_endpoints.to_json(request), arguments),
    )


def poster(job_id: str, options: CallOptions) -> APICall[bytes]:
    """Describe the request for a still picture; it is an extra, so it is asked for once."""
    return APICall(
        "GET",
        f"{_endpoints.job_path(job_id)}/poster",
        options._replace(retries=None),
        _picture,
        accept=POSTER_TYPE,
        timeout_cap=POSTER_TIMEOUT,
    )


def _picture(response: httpx.Response) -> bytes:
    if _parse.media_type(response) != POSTER_TYPE:
        raise _parse.error_from_response(response)
    return response.content


def _text(value: object) -> str | None:
    value = plain_value(value)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return str(int(value.timestamp()))
    if isinstance(value, Iterable):
        return ",".join(map(str, value))
    return str(int(value)) if isinstance(value, float) else str(value)
