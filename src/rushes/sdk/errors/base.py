"""Answers that are no success, and calls that were never made."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import httpx

from rushes.sdk._logging import plain_url
from rushes.sdk._retry import retry_after_seconds
from rushes.wire.response_info import attempts_of, request_id_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from rushes.wire.errors import ErrorEnvelope


class OpenRouterError(Exception):
    """An answer that is not a success.

    `str()` is its `message`, and which request it was. `data` is the parsed body
    (`data.error.code`, `.message`, `.metadata`; `data.user_id`). A body that is no error envelope
    is mapped onto one as far as it goes. `body` is the text as received. `attempts` is how often
    the request was sent. Copies and pickles know of the request its method and its address only.
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
        self.attempts = attempts_of(raw_response)

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
        told = ", ".join(self._circumstances())
        return f"{self.message} ({told})" if told else self.message

    def _circumstances(self) -> list[str]:
        if self.method is None:
            return []
        return [str(self.status_code), *self._request_told()]

    def _request_told(self) -> list[str]:
        times = "1 attempt" if self.attempts == 1 else f"{self.attempts} attempts"
        named = [f"request id {self.request_id}"] if self.request_id else []
        return [f"{self.method} {self.url}", *named, times]

    def __repr__(self) -> str:
        return f"{type(self).__name__}(status_code={self.status_code}, message={self.message!r})"

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return restored, (type(self), self.args, portable(self))


def restored(cls: type[Any], args: tuple[Any, ...], state: dict[str, Any]) -> Any:
    """Make an error again from what it was made of and what it has become."""
    error = cls.__new__(cls, *args)
    error.args = args  # which an OSError takes from its constructor only
    error.__dict__.update(state)
    return error


def portable(error: Exception) -> dict[str, Any]:
    """Return what an error has become, without the key and the body that its request has."""
    state = error.__dict__.copy()
    for name, value in state.items():
        if isinstance(value, httpx.Response):
            state[name] = _bare_response(value)
        elif isinstance(value, httpx.Request):
            state[name] = _bare_request(value)
    return state


def _bare_response(response: httpx.Response) -> httpx.Response:
    bare = copy.copy(response)
    bare.history = [_bare_response(earlier) for earlier in response.history]
    bare.next_request = None
    if (request := _request_of(response)) is not None:
        bare.request = _bare_request(request)
    return bare


def _bare_request(request: httpx.Request) -> httpx.Request:
    from rushes.sdk._redirects import PUBLIC_HEADERS

    headers = {name: request.headers[name] for name in PUBLIC_HEADERS & set(request.headers)}
    return httpx.Request(request.method, plain_url(str(request.url)), headers=headers)


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
