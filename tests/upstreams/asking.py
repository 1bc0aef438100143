"""A client of a fake, with a key."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import httpx

from tests.upstreams.base import Upstream
from tests.upstreams.serving import running


@contextlib.contextmanager
def asking(upstream: Upstream, key: str = "k") -> Iterator[httpx.Client]:
    """Serve a fake; give a client of its base URL."""
    headers = {"Authorization": f"Bearer {key}"}
    with (
        running(upstream) as (_, url),
        httpx.Client(base_url=url, headers=headers, trust_env=False, timeout=10) as client,
    ):
        yield client
