"""Responses that are not a success, and calls that were never made."""

from __future__ import annotations

import copy
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

import httpx

from rushes.sdk._logging import redact_url
from rushes.sdk._retry import retry_after_seconds
from rushes.wire.headers import request_id
from rushes.wire.response_info import attempts_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from rushes.wire.errors import ErrorEnvelope

THROUGH = "_through"  # attribute of httpx's errors: which proxy the request went through


class OpenRouterError(Exception):
    """The service responded with an error.

    `str()` is its `message` with a description of the request. `data` is the parsed body
    (`data.error.code`, `.message`, `.metadata`; `data.user_id`). A body of another form is mapped
    onto that as far as it fits. `body` is the text as received. `attempts` is how often the request
    was sent. Copies and pickles keep only the method and the URL of the request.
    """

    message: str
    status_code: int
    body: str
    headers: httpx.Headers
    raw_response: httpx.Response
    data: ErrorEnvelope | None = None
    attempts: int = 1
    _kinds: ClassVar[tuple[type[Any], ...]] = ()  # what a class made by `joined` is made of

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
        """Return the pause in seconds that the server asked for, None if it did not."""
        return retry_after_seconds(self.headers)

    @property
    def request_id(self) -> str | None:
        """Return the service's id of the request, for its logs and support."""
        return request_id(self.raw_response.headers)

    @property
    def method(self) -> str | None:
        """Return the method of the request; None if none was sent."""
        request = _request_of(self.raw_response)
        return None if request is None else request.method

    @property
    def url(self) -> str | None:
        """Return the URL of the request without its query; None if none was sent."""
        request = _request_of(self.raw_response)
        return None if request is None else redact_url(str(request.url))

    def __str__(self) -> str:
        details = ", ".join(self._details())
        return f"{self.message} ({details})" if details else self.message

    def _details(self) -> list[str]:
        if self.method is None:
            return []
        return [str(self.status_code), *self._request_details()]

    def _request_details(self) -> list[str]:
        times = "1 attempt" if self.attempts == 1 else f"{self.attempts} attempts"
        named = [f"request id {self.request_id}"] if self.request_id else []
        return [f"{self.method} {self.url}", *named, times]

    def __repr__(self) -> str:
        return f"{type(self).__name__}(status_code={self.status_code}, message={self.message!r})"

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return restored, (kind_of(type(self)), self.args, portable(self))


Kind = type[Any] | tuple[type[Any], ...]


@cache
def joined(*kinds: Any) -> type[Any]:
    """Return a class of errors that are all of these, under the name of the first."""
    first = kinds[0]
    body = {"__doc__": first.__doc__, "__module__": first.__module__, "_kinds": kinds}
    return type(first.__name__, kinds, body)


def kind_of(cls: type[OpenRouterError]) -> Kind:
    """Return what a class is made of: a class made at run time cannot be named in a pickle."""
    return cls._kinds or cls


def class_from(kind: Any) -> Any:
    """Return the class that `kind_of` was given."""
    return joined(*kind) if isinstance(kind, tuple) else kind


def restored(kind: Kind, args: tuple[Any, ...], state: dict[str, Any]) -> Any:
    """Make an error from its arguments and attributes, as `pickle` does."""
    cls = class_from(kind)
    error = cls.__new__(cls, *args)
    error.args = args  # an OSError only takes them from its constructor
    error.__dict__.update(state)
    return error


def portable(error: Exception) -> dict[str, Any]:
    """Return the attributes of an error without the key and the body of its request."""
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
    return httpx.Request(request.method, redact_url(str(request.url)), headers=headers)


def _request_of(response: httpx.Response) -> httpx.Request | None:
    try:
        return response.request
    except RuntimeError:  # the response was made by hand
        return None


class OpenRouterDefaultError(OpenRouterError):
    """The response makes no sense, or its status is not one that the operation documents.

    If that status has a class of its own, the error is an instance of both.
    """


class ResponseValidationError(OpenRouterError):
    """The body of a success does not have the form of the contract.

    `job_id` is the id found in the body, if any: the job may exist and be charged all the same.
    `cause` is the validation error.
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
        """Return the validation error."""
        return self.__cause__


class NoResponseError(Exception):
    """A custom HTTP client returned no response."""

    def __init__(self, message: str = "No response received") -> None:
        super().__init__(message)
        self.message = message


class ClientClosedError(RuntimeError):
    """The client was closed; calls after that are refused."""


class WebhookSignatureError(Exception):
    """The signature of a webhook is missing, does not match, or is too old."""
