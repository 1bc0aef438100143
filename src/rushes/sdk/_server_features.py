"""What is known about the servers of a client."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx


def is_rushes(response: httpx.Response) -> bool:
    return "x-rushes-version" in response.headers


class Servers(set[str]):
    """The base URLs of servers whose responses identified them as Rushes.

    Those make one job of all submissions with the same key.
    """

    def learn(self, base_url: str, response: httpx.Response) -> bool:
        """Note what a response says; return whether it is the first that identifies Rushes."""
        # A redirected response says nothing about the server that was asked.
        if base_url in self or not is_rushes(response) or response.history:
            return False
        self.add(base_url)
        return True
