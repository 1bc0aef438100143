"""The operations that Rushes' service has beyond the contract, as data; see `_endpoints`."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from rushes import wire
from rushes.sdk import _endpoints, _parse, errors
from rushes.sdk._endpoints import Call, CallOptions
from rushes.sdk._params import Arguments
from rushes.sdk._server_features import is_rushes

if TYPE_CHECKING:
    import httpx

LARGEST_PAGE = 100
EVENT_STREAM = "text/event-stream"


@contextlib.contextmanager
def offered(operation: str) -> Iterator[None]:
    """Tell a server that lacks an operation from one that lacks what was asked for.

    Raises:
        NotSupportedByServerError: it lacks the operation.
    """
    try:
        yield
    except errors.OpenRouterError as error:
        response = error.raw_response
        if error.status_code in {404, 405} and not is_rushes(response):
            raise errors.NotSupportedByServerError(operation, response) from error
        raise


def page(
    filters: Mapping[str, Any], cursor: str | None, options: CallOptions
) -> Call[wire.VideoGenerationPage]:
    """Describe a look at some jobs; filters that are None do not count.

    Raises:
        ValueError: `limit` is out of bounds.
    """
    limit = filters.get("limit")
    if limit is not None and not 1 <= limit <= LARGEST_PAGE:
        raise ValueError(f"limit must be from 1 to {LARGEST_PAGE}")
    written = {name: _written(value) for name, value in {**filters, "cursor": cursor}.items()}
    query = urlencode({name: value for name, value in written.items() if value is not None})
    return Call(
        method="GET",
        path=f"/videos?{query}" if query else "/videos",
        options=options,
        read=partial(_parse.model, wire.VideoGenerationPage),
        read_timeout=30.0,
    )


def cancel(job_id: str, options: CallOptions) -> Call[wire.VideoGenerationResponse]:
    """Describe a cancellation; it may be sent again."""
    return Call(
        method="POST",
        path=f"{_endpoints.job_path(job_id)}/cancel",
        options=options,
        read=_parse.job,
        read_timeout=30.0,
    )


def delete(job_id: str, options: CallOptions) -> Call[wire.VideoGenerationDeletion]:
    """Describe a deletion; it may be sent again."""
    return Call(
        method="DELETE",
        path=_endpoints.job_path(job_id),
        options=options,
        read=partial(_parse.model, wire.VideoGenerationDeletion),
        read_timeout=30.0,
    )


def was_deleted(error: errors.OpenRouterError) -> bool:
    """Tell whether a deletion failed because an earlier attempt of it had not."""
    return error.attempts > 1 and error.status_code == 404 and is_rushes(error.raw_response)


def events(job_id: str, options: CallOptions, last_id: str, stall: float) -> Call[httpx.Response]:
    """Describe a stream of a job's states; `stall` is the longest silence, in seconds."""
    return Call(
        method="GET",
        path=f"{_endpoints.job_path(job_id)}/events",
        options=options,
        read=_parse.content,
        read_timeout=stall,
        accept=EVENT_STREAM,
        stream=True,
        is_wanted=is_stream,
        headers={"last-event-id": last_id} if last_id else {},
    )


def is_stream(response: httpx.Response) -> bool:
    """Tell whether a response carries events."""
    return response.status_code == 200 and _parse.media_type(response) == EVENT_STREAM


def quote(request: wire.VideoGenerationRequest, arguments: Arguments) -> Call[wire.Quote]:
    """Describe a question about the price of a request that was made of arguments.

    Raises:
        ValueError: an extra cannot be sent.
    """
    return Call(
        method="POST",
        path=f"/videos/quote{_endpoints.extra_query(arguments)}",
        options=CallOptions.of(arguments),
        read=partial(_parse.model, wire.Quote),
        read_timeout=30.0,
        body=_endpoints.with_extra_body(_endpoints.written(request), arguments),
    )


def _written(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return str(int(value.timestamp()))
    if isinstance(value, Iterable):
        return ",".join(map(str, value))
    return str(int(value)) if isinstance(value, float) else str(value)
