"""What is known of the servers that a client speaks to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

VERSION_HEADER = "x-rushes-version"


def is_rushes(response: httpx.Response) -> bool:
    """Tell whether an answer comes from Rushes' service."""
    return VERSION_HEADER in response.headers


class Servers:
    """The servers that made themselves known as Rushes' by an answer, by their base address.

    Those make one job of submissions that have the same key.
    """

    def __init__(self) -> None:
        self._rushes: set[str] = set()

    def learn(self, base_url: str, response: httpx.Response) -> None:
        """Take note of an answer; what was redirected says nothing of the server that was asked."""
        if is_rushes(response) and not response.history:
            self._rushes.add(base_url)

    def is_rushes(self, base_url: str) -> bool:
        """Tell whether a server is known to be Rushes' service."""
        return base_url in self._rushes
