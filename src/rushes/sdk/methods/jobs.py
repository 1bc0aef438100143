"""What Rushes' service offers for jobs beyond the contract."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator, Iterable, Mapping
from typing import Any, Unpack

from rushes import wire
from rushes.sdk import _endpoints, errors
from rushes.sdk._endpoints import CallOptions
from rushes.sdk._params import GenerateArguments, Moment, Retries
from rushes.sdk.generation import Generation
from rushes.sdk.methods.base import Job, Operations, made
from rushes.wire.base import UNSET

Statuses = wire.VideoGenerationResponseStatus | Iterable[wire.VideoGenerationResponseStatus]


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
        created_after: Moment | None = None,
        created_before: Moment | None = None,
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
        created_after: Moment | None = None,
        created_before: Moment | None = None,
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
        created_after: Moment | None = None,
        created_before: Moment | None = None,
        session_id: str | None = None,
        user: str | None = None,
        idempotency_key: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> wire.VideoGenerationPage:
        """Return one page of `list`, of at most `limit` jobs (up to 100; the service's 20 if None).

        `cursor` is the `next_cursor` of the page before.
        """
        from rushes.sdk import _service_endpoints

        arguments = locals()
        filters, options = _filters(arguments), CallOptions.of(arguments)
        call = _service_endpoints.page({"limit": limit, **filters}, cursor, options)
        with _service_endpoints.offered("list"):
            return self._transport.send(call)

    async def list_page_async(
        self,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        status: Statuses | None = None,
        model: str | None = None,
        created_after: Moment | None = None,
        created_before: Moment | None = None,
        session_id: str | None = None,
        user: str | None = None,
        idempotency_key: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> wire.VideoGenerationPage:
        """Await `list_page`."""
        from rushes.sdk import _service_endpoints

        arguments = locals()
        filters, options = _filters(arguments), CallOptions.of(arguments)
        call = _service_endpoints.page({"limit": limit, **filters}, cursor, options)
        with _service_endpoints.offered("list"):
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
        from rushes.sdk import _service_endpoints

        options = CallOptions.of(locals())
        with _service_endpoints.offered("cancel"):
            job = self._transport.send(
                _service_endpoints.cancel(_endpoints.job_id_of(job_id), options)
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
        from rushes.sdk import _service_endpoints

        options = CallOptions.of(locals())
        with _service_endpoints.offered("cancel"):
            call = _service_endpoints.cancel(_endpoints.job_id_of(job_id), options)
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
    ) -> wire.VideoGenerationDeletion:
        """Delete a job and its video; if it is open it is cancelled first.

        Raises:
            NotFoundResponseError: there is none of that id.
            NotSupportedByServerError: the server has no such operation.
            OpenRouterError: the service refused for another reason.
        """
        from rushes.sdk import _service_endpoints

        arguments = locals()
        known = _endpoints.job_id_of(job_id)
        try:
            with _service_endpoints.offered("delete"):
                return self._transport.send(
                    _service_endpoints.delete(known, CallOptions.of(arguments))
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
    ) -> wire.VideoGenerationDeletion:
        """Await `delete`."""
        from rushes.sdk import _service_endpoints

        arguments = locals()
        known = _endpoints.job_id_of(job_id)
        try:
            with _service_endpoints.offered("delete"):
                return await self._async_transport.send(
                    _service_endpoints.delete(known, CallOptions.of(arguments))
                )
        except errors.NotFoundResponseError as error:
            return _deleted(known, error)

    def quote(self, **arguments: Unpack[GenerateArguments]) -> wire.Quote:
        """Ask what a submission would cost; takes what `generate` takes, and makes nothing.

        Raises:
            BadRequestResponseError: a submission would be refused so, too.
            NotSupportedByServerError: the server has no such operation.
            OpenRouterError: the service refused for another reason.
            pydantic.ValidationError: an argument has the wrong shape; nothing was sent.
        """
        from rushes.sdk import _service_endpoints

        with _service_endpoints.offered("quote"):
            return self._transport.send(_quote(arguments))

    async def quote_async(self, **arguments: Unpack[GenerateArguments]) -> wire.Quote:
        """Await `quote`."""
        from rushes.sdk import _service_endpoints

        with _service_endpoints.offered("quote"):
            return await self._async_transport.send(await made(_quote, arguments))

    def _jobs(
        self, filters: Mapping[str, Any], limit: int | None, options: CallOptions
    ) -> Generator[Generation, None, None]:
        from rushes.sdk import _service_endpoints

        cursor: str | None = None
        left = limit
        while left is None or left > 0:
            call = _service_endpoints.page({**filters, "limit": _size(left)}, cursor, options)
            with _service_endpoints.offered("list"):
                page = self._transport.send(call)
            yield from (self._bound(job, options) for job in page.data[:left])
            left = None if left is None else left - len(page.data)
            cursor = page.next_cursor
            if not cursor:
                return

    async def _jobs_async(
        self, filters: Mapping[str, Any], limit: int | None, options: CallOptions
    ) -> AsyncGenerator[Generation, None]:
        from rushes.sdk import _service_endpoints

        cursor: str | None = None
        left = limit
        while left is None or left > 0:
            call = _service_endpoints.page({**filters, "limit": _size(left)}, cursor, options)
            with _service_endpoints.offered("list"):
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
    from rushes.sdk import _service_endpoints

    largest = _service_endpoints.LARGEST_PAGE
    return largest if left is None else min(left, largest)


def _deleted(job_id: str, error: errors.NotFoundResponseError) -> wire.VideoGenerationDeletion:
    from rushes.sdk import _service_endpoints

    if _service_endpoints.was_deleted(error):
        return wire.VideoGenerationDeletion(id=job_id)
    raise error


def _quote(arguments: Mapping[str, Any]) -> _endpoints.Call[wire.Quote]:
    from rushes.sdk import _service_endpoints

    request = _endpoints.request_of_some(arguments)
    return _service_endpoints.quote(request, arguments)
