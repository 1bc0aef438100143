"""What `rushes serve` says when it starts."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from rushes.cli.serve import _greet
from rushes.settings import Settings


def greeting(*, needs_key=False, **settings):
    console = Console(file=io.StringIO())
    _greet(console, "http://127.0.0.1:8787", Settings(**settings), needs_key=needs_key)
    return console.file.getvalue()


@pytest.mark.parametrize("public_url", [None, "https://videos.example.com"])
def test_a_service_without_keys_says_who_may_use_it(public_url):
    settings = {} if public_url is None else {"public_url": public_url}
    told = greeting(**settings)
    assert ("from this machine only" in told) == (public_url is None)
    assert ("whoever reaches the proxy" in told) == (public_url is not None)
    assert "No API keys" not in greeting(needs_key=True, **settings)
