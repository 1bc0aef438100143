"""How an answer came: what HTTP says of it, for logs, quotas and support."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rushes.wire.base import BaseModel

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

EXTENSION = "openrouter"  # of httpx.Response: attempts, and seconds since the first of them


class Exchange:
    """The HTTP side of an answer.

    `retries` is how often the request was sent again, `elapsed` the seconds from the call to the
    answer, retries and their pauses included. `body` is as it was sent, with what did not fit into
    the model, too.
    """

    __slots__ = ("body", "elapsed", "headers", "request_id", "retries", "status_code")

    def __init__(self, response: httpx.Response) -> None:
        elapsed = response.extensions.get(EXTENSION, (1, 0.0))[1]
        self.status_code: int = response.status_code
        self.headers: httpx.Headers = response.headers
        self.request_id: str | None = request_id_of(response)
        self.retries: int = attempts_of(response) - 1
        self.elapsed: float = elapsed
        self.body: str = response.text

    def __repr__(self) -> str:
        return (
            f"Exchange(status_code={self.status_code}, request_id={self.request_id!r}, "
            f"retries={self.retries}, elapsed={self.elapsed:.3f})"
        )


def attempts_of(response: httpx.Response) -> int:
    """Return how often a request was sent until this answer came."""
    sent: int = response.extensions.get(EXTENSION, (1, 0.0))[0]
    return sent


# The contract's own, that of many services, and that of the edge before OpenRouter's.
_ID_HEADERS = ("request-id", "x-request-id", "cf-ray")


def request_id_of(response: httpx.Response) -> str | None:
    """Return the id that the service gave a request."""
    named = (response.headers.get(name) for name in _ID_HEADERS)
    return next((name for name in named if name), None)


class AnswerModel(BaseModel):
    """A model that an answer is read into. Copies and pickles do not know any more how it came."""

    # No field and no private attribute: those count in comparisons.
    __slots__ = ("_response",)

    @classmethod
    def _stand_ins(cls, given: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return values for indispensable keys that an answer lacks, or has of a wrong type."""
        return {}

    @property
    def http(self) -> Exchange | None:
        """Return how it came; None if it was not read from an answer of its own."""
        response: Any = response_of(self)
        return None if response is None else Exchange(response)


def keep_response(model: AnswerModel, response: httpx.Response | None) -> None:
    """Let a model know which answer it was read from."""
    object.__setattr__(model, "_response", response)


def response_of(model: AnswerModel) -> httpx.Response | None:
    """Return the answer that a model was read from, if it is known."""
    try:
        found: httpx.Response | None = object.__getattribute__(model, "_response")
    except AttributeError:  # it was made by hand
        return None
    return found
