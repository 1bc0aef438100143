from __future__ import annotations

import contextlib

import pytest

from tests.upstreams.clients import client_of


@pytest.fixture
def served():
    """Give a function that serves a fake and returns a client, see `client_of`."""
    with contextlib.ExitStack() as stack:
        yield lambda upstream, **headers: stack.enter_context(client_of(upstream, **headers))
