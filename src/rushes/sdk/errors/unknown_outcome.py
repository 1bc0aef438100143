"""A submission whose response was lost."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import httpx

from rushes.sdk.errors.base import OpenRouterError, class_from, kind_of, portable, restored
from rushes.sdk.errors.transport import APIConnectionError, class_of

if TYPE_CHECKING:
    from collections.abc import Callable


class SubmitOutcomeUnknownError(OpenRouterError):
    """The response to a submission was lost; there may be a job, and it may be charged.

    Every such error is also an instance of the class of the failure itself, such as
    `APIConnectionError` or `BadGatewayResponseError`. `idempotency_key` is the key that was sent: a
    service that supports such keys makes no second job if the request is repeated with it.
    """

    idempotency_key: str


def outcome_unknown(error: OpenRouterError, idempotency_key: str) -> SubmitOutcomeUnknownError:
    """Return a copy of `error` that is also a `SubmitOutcomeUnknownError`."""
    kind = error.kind if isinstance(error, APIConnectionError) else kind_of(type(error))
    state = error.__dict__ | {"idempotency_key": idempotency_key}
    copy = _restored(kind, error.args, state)
    copy.add_note(
        "The job may exist and be charged: check before you submit it again, or do so with "
        f"idempotency_key={idempotency_key!r} where the service supports such keys"
    )
    return copy


@cache
def _class_of(kind: Any) -> type[SubmitOutcomeUnknownError]:
    def reduce(self: Exception) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return _restored, (kind, self.args, portable(self))

    plain = class_from(kind)
    body = {
        "__doc__": f"A submission whose outcome is unknown, for a {plain.__name__}.",
        "__module__": __name__,
        "__reduce__": reduce,
    }
    base = class_of(plain) if issubclass(plain, httpx.RequestError) else plain
    return type("SubmitOutcomeUnknownError", (SubmitOutcomeUnknownError, base), body)


def _restored(kind: Any, args: tuple[Any, ...], state: dict[str, Any]) -> SubmitOutcomeUnknownError:
    error: SubmitOutcomeUnknownError = restored(_class_of(kind), args, state)
    return error
