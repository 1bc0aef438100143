"""What Rushes' service offers for jobs beyond the contract."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator, Iterable, Mapping
from typing import Any, Unpack

import openrouter as parts
from openrouter import calls, components, errors
from openrouter.calls import CallOptions
from openrouter.generation import Generation
from openrouter.operations.base import Job, Operations, Retries, made
from openrouter.types import UNSET

Statuses = (
    components.VideoGenerationResponseStatus | Iterable[components.VideoGenerationResponseStatus]
)


class JobOperations(Operations):
    """List, cancel, delete, quote.

    On a server without them they raise `NotSupportedByServerError`.
    """

    def list(
        self,
        *,
        limit: int | None = None,
        status: Statuses | None = None,
        model: str | None = None,
        created_after: parts.additions.Moment | None = None,
        created_before: parts.additions.Moment | None = None,
        session_id: str | None = None,
        user: str | None = None,
        idempotency_key: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Generator[Generation, None, None]:
        """Yield jobs, newest first, at most `limit`; pages are fetched as they are needed.

        `status` may be several. Moments are datetimes, or unix seconds. The service is first asked
        when the first job is.

        Raises:
            NotSupportedByServerError: the server has no such operation.
            OpenRouterError: the service refused; its subclasses tell why.
        """
        arguments = locals()
        filters, options = _filters(arguments), CallOptions.of(arguments)
        return self._jobs(filters, limit, options)

    def list_async(
        self,
        *,
        limit: int | None = None,
        status: Statuses | None = None,
        model: str | None = None,
        created_after: parts.additions.Moment | None = None,
        created_before: parts.additions.Moment | None = None,
        session_id: str | None = None,
        user: str | None = None,
        idempotency_key: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> AsyncGenerator[Generation, None]:
        """As `list`, for `async for`."""
        arguments = locals()
        filters, options = _filters(arguments), CallOptions.of(arguments)
        return self._jobs_async(filters, limit, options)

    def list_page(
        self,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        status: Statuses | None = None,
        model: str | None = None,
        created_after: parts.additions.Moment | None = None,
        created_before: parts.additions.Moment | None = None,
        session_id: str | None = None,
        user: str | None = None,
        idempotency_key: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> components.VideoGenerationPage:
        """Return one page of `list`, of at most `limit` jobs (up to 100; the service's 20 if None).

        `cursor` is the `next_cursor` of the page before.
        """
        arguments = locals()
        filters, options = _filters(arguments), CallOptions.of(arguments)
        call = parts.additions.page({"limit": limit, **filters}, cursor, options)
        with parts.additions.offered("list"):
            return self._transport.send(call)

    async def list_page_async(
        self,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        status: Statuses | None = None,
        model: str | None = None,
        created_after: parts.additions.Moment | None = None,
        created_before: parts.additions.Moment | None = None,
        session_id: str | None = None,
        user: str | None = None,
        idempotency_key: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> components.VideoGenerationPage:
        """Await `list_page`."""
        arguments = locals()
        filters, options = _filters(arguments), CallOptions.of(arguments)
        call = parts.additions.page({"limit": limit, **filters}, cursor, options)
        with parts.additions.offered("list"):
            return await self._async_transport.send(call)

    def cancel(
        self,
        job_id: Job | str,
        *,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Generation:
        """Cancel a job, given by itself or by its id, and return what became of it.

        It may still be open then: `model_extra["rushes"]["cancellation"]` tells.

        Raises:
            ConflictResponseError: it is too late.
            NotSupportedByServerError: the server has no such operation.
            OpenRouterError: the service refused for another reason.
        """
        options = CallOptions.of(locals())
        with parts.additions.offered("cancel"):
            job = self._transport.send(
                parts.additions.cancel(parts.waiting.job_id_of(job_id), options)
            )
        return self._bound(job, options)

    async def cancel_async(
        self,
        job_id: Job | str,
        *,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Generation:
        """Await `cancel`."""
        options = CallOptions.of(locals())
        with parts.additions.offered("cancel"):
            call = parts.additions.cancel(parts.waiting.job_id_of(job_id), options)
            job = await self._async_transport.send(call)
        return self._bound(job, options)

    def delete(
        self,
        job_id: Job | str,
        *,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> components.VideoGenerationDeletion:
        """Delete a job and its video; if it is open it is cancelled first.

        Raises:
            NotFoundResponseError: there is none of that id.
            NotSupportedByServerError: the server has no such operation.
            OpenRouterError: the service refused for another reason.
        """
        arguments = locals()
        known = parts.waiting.job_id_of(job_id)
        try:
            with parts.additions.offered("delete"):
                return self._transport.send(
                    parts.additions.delete(known, CallOptions.of(arguments))
                )
        except errors.NotFoundResponseError as error:
            return _deleted(known, error)

    async def delete_async(
        self,
        job_id: Job | str,
        *,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> components.VideoGenerationDeletion:
        """Await `delete`."""
        arguments = locals()
        known = parts.waiting.job_id_of(job_id)
        try:
            with parts.additions.offered("delete"):
                return await self._async_transport.send(
                    parts.additions.delete(known, CallOptions.of(arguments))
                )
        except errors.NotFoundResponseError as error:
            return _deleted(known, error)

    def quote(self, **arguments: Unpack[parts.parameters.GenerateArguments]) -> components.Quote:
        """Ask what a submission would cost; takes what `generate` takes, and makes nothing.

        Raises:
            BadRequestResponseError: a submission would be refused so, too.
            NotSupportedByServerError: the server has no such operation.
            OpenRouterError: the service refused for another reason.
            pydantic.ValidationError: an argument has the wrong shape; nothing was sent.
        """
        with parts.additions.offered("quote"):
            return self._transport.send(_quote(arguments))

    async def quote_async(
        self, **arguments: Unpack[parts.parameters.GenerateArguments]
    ) -> components.Quote:
        """Await `quote`."""
        with parts.additions.offered("quote"):
            return await self._async_transport.send(await made(_quote, arguments))

    def _jobs(
        self, filters: Mapping[str, Any], limit: int | None, options: CallOptions
    ) -> Generator[Generation, None, None]:
        cursor: str | None = None
        left = limit
        while left is None or left > 0:
            call = parts.additions.page({**filters, "limit": _size(left)}, cursor, options)
            with parts.additions.offered("list"):
                page = self._transport.send(call)
            yield from (self._bound(job, options) for job in page.data[:left])
            left = None if left is None else left - len(page.data)
            cursor = page.next_cursor
            if not cursor:
                return

    async def _jobs_async(
        self, filters: Mapping[str, Any], limit: int | None, options: CallOptions
    ) -> AsyncGenerator[Generation, None]:
        cursor: str | None = None
        left = limit
        while left is None or left > 0:
            call = parts.additions.page({**filters, "limit": _size(left)}, cursor, options)
            with parts.additions.offered("list"):
                page = await self._async_transport.send(call)
            for job in page.data[:left]:
                yield self._bound(job, options)
            left = None if left is None else left - len(page.data)
            cursor = page.next_cursor
            if not cursor:
                return


_FILTERS = (
    "status",
    "model",
    "created_after",
    "created_before",
    "session_id",
    "user",
    "idempotency_key",
)


def _filters(arguments: Mapping[str, Any]) -> dict[str, Any]:
    return {name: arguments[name] for name in _FILTERS}


def _size(left: int | None) -> int:
    largest = parts.additions.LARGEST_PAGE
    return largest if left is None else min(left, largest)


def _deleted(
    job_id: str, error: errors.NotFoundResponseError
) -> components.VideoGenerationDeletion:
    if parts.additions.was_deleted(error):
        return components.VideoGenerationDeletion(id=job_id)
    raise error


def _quote(arguments: Mapping[str, Any]) -> calls.Call[components.Quote]:
    request = calls.request_of_some(arguments)
    return parts.additions.quote(request, arguments)
