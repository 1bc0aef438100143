"""What the service saw and sent: requests in order, and deliveries of webhooks."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rushes.testing.json_text import parsed

MOST_BYTES = 256 * 1024 * 1024  # of all requests; the oldest are forgotten
EXCERPT = 4096  # bytes of the body of an error that are kept
FIELDS = 4096  # bytes that the other fields take, about
MOST_REQUESTS = 100_000
HIDDEN = frozenset({"authorization", "proxy-authorization", "cookie", "x-api-key"})


@dataclass
class RecordedRequest:
    """One request. `status` is None while it has no response; 0 if it got none.

    `at` is unix seconds by the service's clock. `headers` are without the API key; equal names are
    joined by commas. `scenario` names what it got, and `is_scripted` tells whether that gave the
    response. `job_id` names the job that it made or is about. `response` is how an error's body
    begins.
    """

    at: float
    operation: str
    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes = field(default=b"", repr=False)
    model: str = ""
    prompt: str = ""
    status: int | None = None
    is_scripted: bool = False
    scenario: str | None = None
    job_id: str | None = None
    response: bytes = field(default=b"", repr=False)

    @property
    def json(self) -> Any:
        """The body as JSON; None if it is none."""
        try:
            return parsed(self.body)
        except ValueError:
            return None

    def shown(self) -> dict[str, Any]:
        """Return it as JSON."""
        response = self.response.decode("utf-8", "replace") or None
        headers = dict(self.headers)
        fields = {**vars(self), "headers": headers, "body": self.json, "response": response}
        return {name: value for name, value in fields.items() if value is not None}


@dataclass(frozen=True)
class RecordedDelivery:
    """One try to deliver a webhook: `event` is its body, `effect` what was done to it."""

    at: float
    job_id: str
    url: str
    event: Mapping[str, Any]
    delivered: bool
    effect: str | None = None

    def shown(self) -> dict[str, Any]:
        """Return it as JSON."""
        return {name: value for name, value in vars(self).items() if value is not None}


def _size(request: RecordedRequest) -> int:
    """Return how many bytes a request may take, its response included, which is still to come."""
    return len(request.body) + len(request.prompt) + EXCERPT + FIELDS


class Journal:
    """Keeps what was recorded, from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._requests = deque[RecordedRequest]()
            self._deliveries = deque[RecordedDelivery](maxlen=MOST_REQUESTS)
            self._size = 0

    @property
    def requests(self) -> list[RecordedRequest]:
        """The requests, oldest first."""
        with self._lock:
            return list(self._requests)

    @property
    def deliveries(self) -> list[RecordedDelivery]:
        """The deliveries of webhooks, oldest first."""
        with self._lock:
            return list(self._deliveries)

    def add(self, request: RecordedRequest) -> None:
        """Record a request."""
        with self._lock:
            self._requests.append(request)
            self._size += _size(request)
            while self._size > MOST_BYTES or len(self._requests) > MOST_REQUESTS:
                self._size -= _size(self._requests.popleft())

    def add_delivery(self, delivery: RecordedDelivery) -> None:
        """Record a delivery."""
        with self._lock:
            self._deliveries.append(delivery)
