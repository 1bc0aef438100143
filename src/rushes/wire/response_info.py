"""The HTTP side of a response, for logs, quotas and support."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from rushes.wire.base import BaseModel
from rushes.wire.headers import request_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

EXTENSION = "openrouter"  # of httpx.Response: attempts, and seconds since the first of them


class ResponseInfo:
    """The HTTP side of a response.

    `retries` is how often the request was sent again, `elapsed` the seconds from the call to the
    response, retries and their pauses included. `body` is the text as received, including what the
    model has no place for.
    """

    __slots__ = ("body", "elapsed", "headers", "request_id", "retries", "status_code")

    def __init__(self, response: httpx.Response) -> None:
        self.status_code: int = response.status_code
        self.headers: httpx.Headers = response.headers
        self.request_id: str | None = request_id(response.headers)
        self.retries: int = attempts_of(response) - 1
        self.elapsed: float = response.extensions.get(EXTENSION, (1, 0.0))[1]
        self.body: str = response.text

    def __repr__(self) -> str:
        return (
            f"ResponseInfo(status_code={self.status_code}, request_id={self.request_id!r}, "
            f"retries={self.retries}, elapsed={self.elapsed:.3f})"
        )


def attempts_of(response: httpx.Response) -> int:
    sent: int = response.extensions.get(EXTENSION, (1, 0.0))[0]
    return sent


class ResponseModel(BaseModel):
    """A model that a response is read into. Copies and pickles do not keep the response."""

    # Neither a field nor a private attribute: those count in comparisons.
    __slots__ = ("_response",)

    @classmethod
    def _fallbacks(cls, given: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return values for required keys that a response lacks, or has of a wrong type."""
        return {}

    # The plain response that a subclass of the client equals.
    _plain: ClassVar[type[ResponseModel] | None] = None

    def __eq__(self, other: object) -> bool:
        if self._plain is None:
            return super().__eq__(other)
        if not isinstance(other, self._plain):
            return NotImplemented
        return self.__dict__ == other.__dict__ and self.model_extra == other.model_extra

    __hash__ = None  # type: ignore[assignment]  # as every model that can be changed

    @property
    def http(self) -> ResponseInfo | None:
        """Return the HTTP side; None if this was not read from a response of its own."""
        response: Any = response_of(self)
        return None if response is None else ResponseInfo(response)


def attach_response(model: ResponseModel, response: httpx.Response | None) -> None:
    object.__setattr__(model, "_response", response)


def response_of(model: ResponseModel) -> httpx.Response | None:
    try:
        found: httpx.Response | None = object.__getattribute__(model, "_response")
    except AttributeError:  # it was made by hand
        return None
    return found
