from __future__ import annotations

import contextlib

import httpx
import pytest

from tests.upstreams.serving import running


@pytest.fixture
def served():
    """Give a function that serves a fake; it returns a client of its base URL, with a key."""
    with contextlib.ExitStack() as stack:

        def start(upstream, **headers):
            _, url = stack.enter_context(running(upstream))
            headers = headers or {"Authorization": "Bearer key"}
            client = httpx.Client(base_url=url, headers=headers, trust_env=False, timeout=10)
            return stack.enter_context(client)

        yield start
