"""The variables by which clients find a local service, set for a while."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping

OWN_HOSTS = ("127.0.0.1", "localhost", "::1")


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
    hosts = (*OWN_HOSTS, *sorted(redirected))
    names = ("NO_PROXY", "no_proxy")
    return {name: ",".join(filter(None, (os.environ.get(name), *hosts))) for name in names}


@contextlib.contextmanager
def set_variables(values: Mapping[str, str]) -> Iterator[None]:
    """Set variables for as long as the block lasts, then put back what was there."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
