"""What is known of the servers that a client speaks to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

VERSION_HEADER = "x-rushes-version"


def is_rushes(response: httpx.Response) -> bool:
    return VERSION_HEADER in response.headers


class Servers:
    """The base URLs of servers whose responses identified them as Rushes.

    Those make one job of all submissions with the same key.
    """

    def __init__(self) -> None:
        self._rushes: set[str] = set()

    def learn(self, base_url: str, response: httpx.Response) -> bool:
        """Note what a response says; return whether it is the first that identifies Rushes."""
        # A redirected response says nothing about the server that was asked.
        if base_url in self._rushes or not is_rushes(response) or response.history:
            return False
        self._rushes.add(base_url)
        return True

    def is_rushes(self, base_url: str) -> bool:
        return base_url in self._rushes
