"""What Rushes' service offers for jobs beyond the contract."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator, Iterable, Mapping
from typing import Any, Unpack

from openrouter import additions, calls, components, errors, waiting
from openrouter.additions import LARGEST_PAGE, Moment
from openrouter.operations.base import GenerateArguments, Job, Operations
from openrouter.retries import RetryConfig
from openrouter.types import UNSET, OptionalNullable

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
        created_after: Moment | None = None,
        created_before: Moment | None = None,
        session_id: str | None = None,
        user: str | None = None,
        idempotency_key: str | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Generator[Job, None, None]:
        """Yield jobs, newest first, at most `limit`; pages are fetched as they are needed.

        `status` may be several. Moments are datetimes, or unix seconds. The service is first asked
        when the first job is.

        Raises:
            NotSupportedByServerError: the server has no such operation.
            OpenRouterError: the service refused; its subclasses tell why.
        """
        arguments = locals()
        filters, options = _filters(arguments), _options(arguments)
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
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> AsyncGenerator[Job, None]:
        """As `list`, for `async for`."""
        arguments = locals()
        filters, options = _filters(arguments), _options(arguments)
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
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> components.VideoGenerationPage:
        """Return one page of `list`, of at most `limit` jobs (up to 100; the service's 20 if None).

        `cursor` is the `next_cursor` of the page before.
        """
        arguments = locals()
        call = additions.page({"limit": limit, **_filters(arguments)}, cursor, _options(arguments))
        with additions.offered("list"):
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
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> components.VideoGenerationPage:
        """Await `list_page`."""
        arguments = locals()
        call = additions.page({"limit": limit, **_filters(arguments)}, cursor, _options(arguments))
        with additions.offered("list"):
            return await self._async_transport.send(call)

    def cancel(
        self,
        job_id: Job | str,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Job:
        """Cancel a job, given by itself or by its id, and return what became of it.

        It may still be open then: `model_extra["rushes"]["cancellation"]` tells.

        Raises:
            ConflictResponseError: it is too late.
            NotSupportedByServerError: the server has no such operation.
            OpenRouterError: the service refused for another reason.
        """
        arguments = locals()
        with additions.offered("cancel"):
            return self._transport.send(
                additions.cancel(waiting.job_id_of(job_id), _options(arguments))
            )

    async def cancel_async(
        self,
        job_id: Job | str,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Job:
        """Await `cancel`."""
        arguments = locals()
        with additions.offered("cancel"):
            return await self._async_transport.send(
                additions.cancel(waiting.job_id_of(job_id), _options(arguments))
            )

    def delete(
        self,
        job_id: Job | str,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
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
        known = waiting.job_id_of(job_id)
        try:
            with additions.offered("delete"):
                return self._transport.send(additions.delete(known, _options(arguments)))
        except errors.NotFoundResponseError as error:
            return _deleted(known, error)

    async def delete_async(
        self,
        job_id: Job | str,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> components.VideoGenerationDeletion:
        """Await `delete`."""
        arguments = locals()
        known = waiting.job_id_of(job_id)
        try:
            with additions.offered("delete"):
                return await self._async_transport.send(
                    additions.delete(known, _options(arguments))
                )
        except errors.NotFoundResponseError as error:
            return _deleted(known, error)

    def quote(self, **arguments: Unpack[GenerateArguments]) -> components.Quote:
        """Ask what a submission would cost; takes what `generate` takes, and makes nothing.

        Raises:
            BadRequestResponseError: a submission would be refused so, too.
            NotSupportedByServerError: the server has no such operation.
            OpenRouterError: the service refused for another reason.
            pydantic.ValidationError: an argument has the wrong shape; nothing was sent.
        """
        with additions.offered("quote"):
            return self._transport.send(_quote(arguments))

    async def quote_async(self, **arguments: Unpack[GenerateArguments]) -> components.Quote:
        """Await `quote`."""
        with additions.offered("quote"):
            return await self._async_transport.send(_quote(arguments))

    def _jobs(
        self, filters: Mapping[str, Any], limit: int | None, options: calls.CallOptions
    ) -> Generator[Job, None, None]:
        cursor: str | None = None
        left = limit
        while left is None or left > 0:
            call = additions.page({**filters, "limit": _size(left)}, cursor, options)
            with additions.offered("list"):
                page = self._transport.send(call)
            yield from page.data[:left]
            left = None if left is None else left - len(page.data)
            cursor = page.next_cursor
            if not cursor:
                return

    async def _jobs_async(
        self, filters: Mapping[str, Any], limit: int | None, options: calls.CallOptions
    ) -> AsyncGenerator[Job, None]:
        cursor: str | None = None
        left = limit
        while left is None or left > 0:
            call = additions.page({**filters, "limit": _size(left)}, cursor, options)
            with additions.offered("list"):
                page = await self._async_transport.send(call)
            for job in page.data[:left]:
                yield job
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
_OPTIONS = ("retries", "server_url", "timeout_ms", "http_headers")


def _filters(arguments: Mapping[str, Any]) -> dict[str, Any]:
    return {name: arguments[name] for name in _FILTERS}


def _options(arguments: Mapping[str, Any]) -> calls.CallOptions:
    return calls.CallOptions(**{name: arguments[name] for name in _OPTIONS})


def _size(left: int | None) -> int:
    return LARGEST_PAGE if left is None else min(left, LARGEST_PAGE)


def _deleted(
    job_id: str, error: errors.NotFoundResponseError
) -> components.VideoGenerationDeletion:
    if additions.was_deleted(error):
        return components.VideoGenerationDeletion(id=job_id)
    raise error


def _quote(arguments: Mapping[str, Any]) -> calls.Call[components.Quote]:
    if unknown := arguments.keys() - GenerateArguments.__annotations__.keys():
        raise TypeError(f"quote() got unexpected arguments: {', '.join(sorted(unknown))}")
    if "model" not in arguments:
        raise TypeError("quote() misses the argument 'model'")
    fields = components.VideoGenerationRequest.model_fields
    request = calls.request_of({**dict.fromkeys(fields), **arguments})
    names = [name for name in calls.CallOptions.__slots__ if name in arguments]
    return additions.quote(request, calls.CallOptions(**{name: arguments[name] for name in names}))
