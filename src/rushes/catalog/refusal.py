"""Why a request is refused before a job exists.

InvalidRequestError
├── InvalidParameterError    400  one field, its value, what is allowed
├── UnknownModelError        400  no such model in the catalogue
└── NotEmulatedError         503  the model is real, but nothing here can serve it
"""

from __future__ import annotations

from collections.abc import Sequence


class InvalidRequestError(Exception):
    """Refuse a request; `field` is the path of the offending field in the body."""

    status = 400
    error_type = "invalid_request"

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class InvalidParameterError(InvalidRequestError):
    """Refuse a value, naming the field, the value and what would be accepted."""

    def __init__(
        self,
        field: str,
        value: object,
        problem: str,
        *,
        allowed: Sequence[object] = (),
    ) -> None:
        shown = shorten(repr(value))
        choices = f"; allowed: {', '.join(str(a) for a in allowed)}" if allowed else ""
        super().__init__(f"{field}: {shown} {problem}{choices}", field=field)
        self.value = value
        self.allowed = tuple(allowed)


class UnknownModelError(InvalidRequestError):
    """Refuse a model that the catalogue does not list."""


class NotEmulatedError(InvalidRequestError):
    """Refuse what the catalogue lists but no provider here can serve."""

    status = 503
    error_type = "provider_unavailable"


def shorten(text: str, limit: int = 120) -> str:
    """Return `text` cut to `limit` characters, so that a data URL does not flood a message."""
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
