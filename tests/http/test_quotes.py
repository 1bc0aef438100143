"""Quotes: what a request would make, and cost."""

from __future__ import annotations

import pytest

from openrouter.components import Quote
from tests.http.conftest import REQUEST, error_of, submit, wait


def test_a_quote_shows_what_would_be_made_and_makes_nothing(client, service):
    before = len(service.provider.requests)
    response = client.post("/videos/quote", json=REQUEST)
    assert response.status_code == 200
    assert response.json() == {
        "model": "google/veo-3.1",
        "cost": 3.2,
        "currency": "USD",
        "size": "1280x720",
        "duration": 8,
        "audio": True,
        "provider": "Stand-in",
    }
    Quote.model_validate(response.json())
    assert len(service.provider.requests) == before


def test_a_quote_is_what_the_job_then_costs(client):
    request = {"resolution": "1080p", "duration": 4, "generate_audio": False}
    quote = client.post("/videos/quote", json={**REQUEST, **request}).json()
    job = wait(client, submit(client, **request))
    assert job["usage"]["cost"] == quote["cost"]
    assert (job["rushes"]["size"], job["rushes"]["duration"]) == (quote["size"], quote["duration"])


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b'{"prompt": "x"}',
        b'{"model": "google/veo-3.1", "prompt": "x", "duration": 7}',
        b'{"model": "nope/none", "prompt": "x"}',
    ],
)
def test_a_quote_refuses_what_a_submit_refuses(client, body):
    quoted = error_of(client.post("/videos/quote", content=body), 400)
    assert quoted == error_of(client.post("/videos", content=body), 400)


def test_a_large_body_is_a_413(client):
    error_of(client.post("/videos/quote", content=b"x" * 200_000), 413)
