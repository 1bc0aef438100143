"""The operations on jobs that Rushes' service adds to the contract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Unpack

from rushes import wire
from rushes.sdk import _endpoints, _service_endpoints, errors
from rushes.sdk._endpoints import CallOptions
from rushes.sdk._params import GenerateArguments, Moment, Retries
from rushes.sdk._scalars import integer
from rushes.sdk._service_endpoints import MAX_PAGE_SIZE, requires_support
from rushes.sdk.generation import Generation
from rushes.sdk.methods.base import AsyncGenerations, Generations, Job, Operations, build_off_loop
from rushes.wire.base import UNSET

Statuses = wire.VideoGenerationResponseStatus | Iterable[wire.VideoGenerationResponseStatus]


class JobOperations(Operations):
    """List, cancel, delete, quote; servers without them raise `NotSupportedByServerError`."""

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
    ) -> Generations:
        """Yield jobs, newest first, at most `limit`; pages are fetched as they are needed.

        `status` may be several. Times are datetimes, or unix seconds. Nothing is sent before the
        first job is requested.

        Raises:
            NotSupportedByServerError: the server does not have this operation.
            OpenRouterError: the service refused; its subclasses say why.
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
    ) -> AsyncGenerations:
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
        arguments = locals()
        filters = {"limit": limit, **_filters(arguments)}
        return self._page(filters, cursor, CallOptions.of(arguments))

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
        arguments = locals()
        filters = {"limit": limit, **_filters(arguments)}
        return await self._page_async(filters, cursor, CallOptions.of(arguments))

    def cancel(
        self,
        job_id: Job | str,
        *,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Generation:
        """Cancel a job, given as itself or by its id, and return it.

        It may still be open then: see `model_extra["rushes"]["cancellation"]`.

        Raises:
            ConflictResponseError: the job has already ended.
            NotSupportedByServerError: the server does not have this operation.
            OpenRouterError: the service refused for another reason.
        """
        options = CallOptions.of(locals())
        with requires_support("cancel"):
            call = _service_endpoints.cancel(_endpoints.job_id_of(job_id), options)
            job = self._client.send(call)
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
        with requires_support("cancel"):
            call = _service_endpoints.cancel(_endpoints.job_id_of(job_id), options)
            job = await self._async_client.send(call)
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
        """Delete a job and its video; an open job is cancelled first.

        Raises:
            NotFoundResponseError: there is no such job.
            NotSupportedByServerError: the server does not have this operation.
            OpenRouterError: the service refused for another reason.
        """
        options = CallOptions.of(locals())
        call = _service_endpoints.delete(known_id := _endpoints.job_id_of(job_id), options)
        try:
            with requires_support("delete"):
                return self._client.send(call)
        except errors.NotFoundResponseError as error:
            if _service_endpoints.was_deleted(error):
                return wire.VideoGenerationDeletion(id=known_id)
            raise

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
        options = CallOptions.of(locals())
        call = _service_endpoints.delete(known_id := _endpoints.job_id_of(job_id), options)
        try:
            with requires_support("delete"):
                return await self._async_client.send(call)
        except errors.NotFoundResponseError as error:
            if _service_endpoints.was_deleted(error):
                return wire.VideoGenerationDeletion(id=known_id)
            raise

    def quote(self, **arguments: Unpack[GenerateArguments]) -> wire.Quote:
        """Return the price of a submission with the arguments of `generate`; nothing is submitted.

        Raises:
            BadRequestResponseError: a submission would be refused as well.
            NotSupportedByServerError: the server does not have this operation.
            OpenRouterError: the service refused for another reason.
            pydantic.ValidationError: an argument has the wrong shape; nothing was sent.
        """
        with requires_support("quote"):
            return self._client.send(_quote(arguments))

    async def quote_async(self, **arguments: Unpack[GenerateArguments]) -> wire.Quote:
        """Await `quote`."""
        with requires_support("quote"):
            return await self._async_client.send(await build_off_loop(_quote, arguments))

    def _jobs(
        self, filters: Mapping[str, Any], limit: int | None, options: CallOptions
    ) -> Generations:
        cursor: str | None = None
        left = None if limit is None else integer("limit", limit)
        while left is None or left > 0:
            page = self._page({**filters, "limit": _page_size(left)}, cursor, options)
            yield from (self._bound(job, options) for job in page.data[:left])
            left = None if left is None else left - len(page.data)
            cursor = page.next_cursor
            if not cursor:
                return

    async def _jobs_async(
        self, filters: Mapping[str, Any], limit: int | None, options: CallOptions
    ) -> AsyncGenerations:
        cursor: str | None = None
        left = None if limit is None else integer("limit", limit)
        while left is None or left > 0:
            page = await self._page_async({**filters, "limit": _page_size(left)}, cursor, options)
            for job in page.data[:left]:
                yield self._bound(job, options)
            left = None if left is None else left - len(page.data)
            cursor = page.next_cursor
            if not cursor:
                return

    def _page(
        self, filters: Mapping[str, Any], cursor: str | None, options: CallOptions
    ) -> wire.VideoGenerationPage:
        with requires_support("list"):
            return self._client.send(_service_endpoints.page(filters, cursor, options))

    async def _page_async(
        self, filters: Mapping[str, Any], cursor: str | None, options: CallOptions
    ) -> wire.VideoGenerationPage:
        with requires_support("list"):
            return await self._async_client.send(_service_endpoints.page(filters, cursor, options))


_FILTERS = {"status", "model", "created_after", "created_before", "session_id", "user"}
_FILTERS |= {"idempotency_key"}


def _filters(arguments: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in arguments.items() if name in _FILTERS}


def _page_size(left: int | None) -> int:
    return MAX_PAGE_SIZE if left is None else min(left, MAX_PAGE_SIZE)


def _quote(arguments: Mapping[str, Any]) -> _endpoints.APICall[wire.Quote]:
    return _service_endpoints.quote(_endpoints.request_of_some(arguments), arguments)
