"""The variables by which clients find a local service, set for a while."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterable, Iterator, Mapping

OWN_HOSTS = ("127.0.0.1", "localhost", "::1")
NO_PROXY = ("NO_PROXY", "no_proxy")
MOST_OVER = 100  # values of a variable that are over and still known


def variables(api_url: str, api_key: str, webhook_secret: str) -> dict[str, str]:
    """Return what clients and receivers read: URL, key and secret."""
    return {
        "OPENROUTER_BASE_URL": api_url,
        "OPENROUTER_API_KEY": api_key,
        "OPENROUTER_WEBHOOK_SECRET": webhook_secret,
    }


def no_proxy(redirected: Iterable[str] = ()) -> dict[str, str]:
    """Return the variables that keep clients from asking a proxy for this machine.

    `redirected` are other hosts that lead to it.
    """
    return {name: _extended(os.environ.get(name), redirected) for name in NO_PROXY}


def _extended(listed: str | None, redirected: Iterable[str]) -> str:
    known = {host.strip() for host in (listed or "").split(",")}
    added = (host for host in (*OWN_HOSTS, *sorted(redirected)) if host not in known)
    return ",".join(filter(None, (listed, *added)))


class Variables:
    """Set variables while it is entered, then put back what was there; None unsets one.

    Several may be entered and left in any order, by any thread.
    """

    _lock = threading.RLock()
    _entered: list[Variables] = []  # noqa: RUF012 - of the process, as its environment is
    # By name: each value that was set and is over, with what was there before it.
    _over: dict[str, dict[str | None, str | None]] = {}  # noqa: RUF012

    def __init__(self, values: Mapping[str, str | None]) -> None:
        self._values = values
        self.before: dict[str, str | None] = {}

    def __enter__(self) -> Variables:
        with self._lock:
            self.before = {name: os.environ.get(name) for name in self._values}
            self._entered.append(self)
            for name, value in self._values.items():
                _put(name, value)
        return self

    def __exit__(self, *_: object) -> None:
        with self._lock:
            later = self._entered[self._entered.index(self) + 1 :]
            self._entered.remove(self)
            for name, before in self.before.items():
                self._note(name, self._values[name], before)
                if (next_one := next((one for one in later if name in one.before), None)) is None:
                    _put(name, before)
                else:
                    next_one.before[name] = before

    @classmethod
    @contextlib.contextmanager
    def guarded(cls) -> Iterator[None]:
        """Put back, after the block, what another tool in it has set to a value that is over.

        pytest's `monkeypatch` does if it is undone after the end: it restores what it found.
        """
        meant = cls._set_again()
        try:
            yield
        finally:
            for name, before in cls._set_again().items():
                if name not in meant:
                    _put(name, before)

    @classmethod
    def _set_again(cls) -> dict[str, str | None]:
        """Return the variables that have a value that is over, with what was there before it."""
        wanted = {name: value for one in cls._entered for name, value in one._values.items()}
        found = {}
        for name, before_of in cls._over.items():
            value = os.environ.get(name)
            if value in before_of and not (name in wanted and wanted[name] == value):
                found[name] = before_of[value]
        return found

    @classmethod
    def _note(cls, name: str, value: str | None, before: str | None) -> None:
        earlier = cls._over.get(name, {})
        over = {v: before if b == value else b for v, b in earlier.items()} | {value: before}
        kept = [(v, b) for v, b in over.items() if v != b]
        cls._over[name] = dict(kept[-MOST_OVER:])


def _put(name: str, value: str | None) -> None:
    if value is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = value
