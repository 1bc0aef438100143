"""A request without a response, as an error of the SDK, of httpx and of Python."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, cast

import httpx

from rushes.sdk.errors.base import THROUGH, OpenRouterError, portable, restored
from rushes.wire.tls import tls_problem

if TYPE_CHECKING:
    from collections.abc import Callable


class APIConnectionError(OpenRouterError):
    """A request got no response, or an incomplete one: the connection was lost or timed out.

    Every such error is also an instance of its httpx class, such as `httpx.ReadTimeout`, which is
    its `kind`, and of the builtin `TimeoutError` or `ConnectionError` where that applies.
    `raw_response` is an empty 504, because there is none.
    """

    kind: ClassVar[type[httpx.RequestError]]
    _request_id: str | None = None

    @property
    def request_id(self) -> str | None:
        """Return the service's id of the request, if the headers of the response arrived."""
        return self._request_id

    def _details(self) -> list[str]:
        return self._request_details()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.kind.__name__}, message={self.message!r})"

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        base = TLSError if isinstance(self, TLSError) else APIConnectionError
        return _restored, (self.kind, self.args, portable(self), base)


class TLSError(APIConnectionError):
    """No secure connection: the certificate is not trusted, has expired or is for another host.

    Or the server does not speak TLS, or SSL_CERT_FILE names no readable file. It is not retried.
    """


def connection_error(
    error: httpx.RequestError,
    request: httpx.Request,
    attempts: int,
    request_id: str | None = None,
) -> APIConnectionError:
    """Return a copy of `error` that is also an `APIConnectionError`."""
    problem = tls_problem(error, request.url.netloc.decode())
    message = problem or str(error) or _SENTENCES.get(type(error), type(error).__name__)
    if through := error.__dict__.get(THROUGH):
        message += f", through {through}"
    response = httpx.Response(504, request=request)
    state = error.__dict__ | {
        "message": message,
        "status_code": response.status_code,
        "body": "",
        "headers": response.headers,
        "raw_response": response,
        "attempts": attempts,
        "_request": request,
        "_request_id": request_id,
    }
    return _restored(type(error), (message,), state, TLSError if problem else APIConnectionError)


@cache
def class_of(kind: Any, base: Any = APIConnectionError) -> type[APIConnectionError]:
    """Return the class of errors that are both a `base` and a `kind`."""
    builtin = next((own for theirs, own in _BUILTINS.items() if issubclass(kind, theirs)), None)
    bases = (builtin,) if builtin is not None and not issubclass(kind, OSError) else ()
    body = {
        "__doc__": f"No response: {kind.__name__}.",
        "__module__": __name__,
        "kind": kind,
    }
    return type(base.__name__, (base, kind, *bases), body)


def _restored(
    kind: type[httpx.RequestError],
    args: tuple[Any, ...],
    state: dict[str, Any],
    base: type[APIConnectionError] = APIConnectionError,
) -> APIConnectionError:
    error: APIConnectionError = restored(
        class_of(cast("Any", kind), cast("Any", base)), args, state
    )
    return error


_BUILTINS: dict[type[httpx.RequestError], type[OSError]] = {
    httpx.TimeoutException: TimeoutError,
    httpx.NetworkError: ConnectionError,
    httpx.RemoteProtocolError: ConnectionError,
    httpx.ProxyError: ConnectionError,
}
# For errors of httpx without a message.
_SENTENCES: dict[type[httpx.RequestError], str] = {
    httpx.ConnectTimeout: "No connection was made in time",
    httpx.ReadTimeout: "No response arrived in time",
    httpx.WriteTimeout: "The request could not be sent in time",
    httpx.PoolTimeout: "No connection became free in time",
    httpx.ConnectError: "No connection was made",
    httpx.ReadError: "The connection was lost before the response arrived",
    httpx.WriteError: "The connection was lost before the request was sent",
    httpx.CloseError: "The connection could not be closed",
    httpx.RemoteProtocolError: "The server did not speak HTTP",
    httpx.DecodingError: "The response could not be decoded",
}
