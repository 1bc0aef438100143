"""A submission whose answer is lost."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import httpx

from openrouter.errors.answer import OpenRouterError, restored

if TYPE_CHECKING:
    from collections.abc import Callable


class SubmitOutcomeUnknownError(OpenRouterError):
    """A submission may have arrived and made a job that is billed, but its answer is lost.

    Every such error is of two classes: this one, and that of what went wrong, such as
    `httpx.ReadTimeout` or `BadGatewayResponseError`. `idempotency_key` is the key it was sent with:
    a service that honours such keys makes no second job if it is sent again with it. If there was
    no answer, `raw_response` is an empty 504.
    """

    idempotency_key: str


SubmitOutcomeUnknown = SubmitOutcomeUnknownError


def outcome_unknown(
    error: Exception, idempotency_key: str, attempts: int
) -> SubmitOutcomeUnknownError:
    """Return a twin of `error` that is also a `SubmitOutcomeUnknownError`."""
    message = error.args[0] if error.args and error.args[0] else type(error).__name__
    cls: Any = type(error)
    state = error.__dict__ | {"idempotency_key": idempotency_key, "attempts": attempts}
    if not isinstance(error, OpenRouterError):
        state |= _unanswered(error, message)
    twin: SubmitOutcomeUnknownError = restored(_in_doubt(cls), (message,), state)
    twin.add_note(
        "The job may exist and be billed: look before you submit it again, or do so with "
        f"idempotency_key={idempotency_key!r} where the service honours such keys"
    )
    return twin


def _unanswered(error: Exception, message: str) -> dict[str, Any]:
    response = httpx.Response(504, request=getattr(error, "_request", None))
    return {
        "message": message,
        "status_code": response.status_code,
        "body": "",
        "headers": response.headers,
        "raw_response": response,
    }


@cache
def _in_doubt(cls: Any) -> type[SubmitOutcomeUnknownError]:
    def reduce(self: Exception) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return _restored_in_doubt, (cls, self.args, self.__dict__.copy())

    body = {
        "__doc__": f"A submission whose outcome is unknown, for a {cls.__name__}.",
        "__module__": __name__,
        "__reduce__": reduce,
    }
    return type("SubmitOutcomeUnknownError", (SubmitOutcomeUnknownError, cls), body)


def _restored_in_doubt(cls: Any, args: tuple[Any, ...], state: dict[str, Any]) -> Any:
    return restored(_in_doubt(cls), args, state)
