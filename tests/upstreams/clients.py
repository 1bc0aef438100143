from __future__ import annotations

import contextlib
from collections.abc import Iterator

import httpx

from tests.upstreams.base import Upstream
from tests.upstreams.serving import running


@contextlib.contextmanager
def client_of(upstream: Upstream, **headers: str) -> Iterator[httpx.Client]:
    """Serve a fake; give a client of its base URL, by default with a bearer token."""
    headers = headers or {"Authorization": "Bearer key"}
    with (
        running(upstream) as (_, url),
        httpx.Client(base_url=url, headers=headers, trust_env=False, timeout=10) as client,
    ):
        yield client
