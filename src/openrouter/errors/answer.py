"""Answers that are no success, and calls that were never made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx

from openrouter.exchange import request_id_of
from openrouter.logs import plain_url
from openrouter.retries import retry_after_seconds

if TYPE_CHECKING:
    from collections.abc import Callable

    from openrouter.components.errors import ErrorEnvelope


class OpenRouterError(Exception):
    """An answer that is not a success.

    `data` is the parsed body (`data.error.code`, `.message`, `.metadata`; `data.user_id`). A body
    that is no error envelope is mapped onto one as far as it goes. `body` is the text as received.
    `attempts` is how often the request was sent.
    """

    message: str
    status_code: int
    body: str
    headers: httpx.Headers
    raw_response: httpx.Response
    data: ErrorEnvelope | None = None
    attempts: int = 1

    def __init__(self, message: str, raw_response: httpx.Response, body: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.status_code = raw_response.status_code
        self.body = raw_response.text if body is None else body
        self.headers = raw_response.headers
        self.raw_response = raw_response

    @property
    def retry_after(self) -> float | None:
        """Return the pause in seconds that the server asked for, if it did."""
        return retry_after_seconds(self.headers)

    @property
    def request_id(self) -> str | None:
        """Return the service's id of the request, for its logs and its support."""
        return request_id_of(self.raw_response)

    @property
    def method(self) -> str | None:
        """Return the method of the request; None if none was sent."""
        request = _request_of(self.raw_response)
        return None if request is None else request.method

    @property
    def url(self) -> str | None:
        """Return the address of the request without its query; None if none was sent."""
        request = _request_of(self.raw_response)
        return None if request is None else plain_url(str(request.url))

    def __str__(self) -> str:
        return self.message

    def __repr__(self) -> str:
        return f"{type(self).__name__}(status_code={self.status_code}, message={self.message!r})"

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return restored, (type(self), self.args, self.__dict__.copy())


def restored(cls: type[Any], args: tuple[Any, ...], state: dict[str, Any]) -> Any:
    """Make an error again from what it was made of and what it has become."""
    error = cls.__new__(cls, *args)
    error.__dict__.update(state)
    return error


def _request_of(response: httpx.Response) -> httpx.Request | None:
    try:
        return response.request
    except RuntimeError:  # it was made by hand
        return None


class OpenRouterDefaultError(OpenRouterError):
    """An answer with a status that has no class of its own, or that makes no sense."""


class ResponseValidationError(OpenRouterError):
    """A success whose body is not what the contract says.

    `job_id` is the id found in the body, if any: the job may exist and be billed all the same.
    `cause` is the error met while reading.
    """

    job_id: str | None = None

    def __init__(
        self,
        message: str,
        raw_response: httpx.Response,
        cause: Exception,
        body: str | None = None,
    ) -> None:
        super().__init__(f"{message}: {cause}", raw_response, body)
        self.__cause__ = cause

    @property
    def cause(self) -> BaseException | None:
        """Return the error met while reading."""
        return self.__cause__


class NoResponseError(Exception):
    """A custom HTTP client returned no response."""

    def __init__(self, message: str = "No response received") -> None:
        super().__init__(message)
        self.message = message


class ClientClosedError(RuntimeError):
    """The client was closed; calls after that are refused."""


class WebhookSignatureError(Exception):
    """A webhook is not signed, or not with our secret, or not now."""
