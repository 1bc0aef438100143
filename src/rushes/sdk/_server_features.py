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

    def learn(self, base_url: str, response: httpx.Response) -> bool:
        """Take note of an answer; tell whether it is the first that says so.

        What was redirected says nothing of the server that was asked.
        """
        if base_url in self._rushes or not is_rushes(response) or response.history:
            return False
        self._rushes.add(base_url)
        return True

    def is_rushes(self, base_url: str) -> bool:
        """Tell whether a server is known to be Rushes' service."""
        return base_url in self._rushes
