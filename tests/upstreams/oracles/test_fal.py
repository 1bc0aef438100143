from __future__ import annotations

import json

import pytest

from tests.certificates import write_certificate
from tests.fakes.stub_server import Answer, StubServer
from tests.upstreams.fal import Fal
from tests.upstreams.oracles.oracle import ask
from tests.upstreams.serving import running

pytestmark = pytest.mark.oracles
ENDED = '{"status":"ALREADY_COMPLETED"}'
UNKNOWN = "00000000-0000-4000-8000-000000000000"


def test_the_sdk_of_the_vendor(tmp_path):
    """The client speaks HTTPS alone, so the fake is served with a certificate."""
    certificate = write_certificate(tmp_path / "fal.pem")
    with (
        running(Fal(), certificate=certificate) as (upstream, url),
        StubServer(("POST", "/hook", Answer(204))) as receiver,
    ):
        host = {"FAL_QUEUE_RUN_HOST": url.removeprefix("https://")}
        trusted = {"SSL_CERT_FILE": str(certificate)}
        found = ask("fal.py", "fal", f"{receiver.origin}/hook", **host, **trusted)
        event = json.loads(receiver.next_request().body)
    assert event["request_id"] == found.pop("request")
    made = found.pop("made")
    assert made.pop("bytes") > 1000
    states = ["Queued", "InProgress", "Completed"]
    assert made == {"seen": states, "type": "video/mp4"}
    assert found == {
        "subscribed": True,
        "by_id": "video/mp4",
        "logs": [True, True],
        "cancelled": {"result": [400, "Request was cancelled", None], "again": [400, ENDED, None]},
        "moderated": [422, ["content_policy_violation", ["body", "prompt"]], None],
        "failed": [500, "Internal Server Error", None],
        "prompt": [422, ["missing", ["body", "prompt"]], None],
        "duration": [422, ["literal_error", ["body", "duration"]], None],
        "unknown": [404, f"No job has the id {UNKNOWN}", "not_found"],
        "app": [404, "/fal-ai/no-such-app: Not Found", "not_found"],
        "money": [403, "The balance is not sufficient", "forbidden"],
        "key": [401, "The API key is not valid", "unauthorized"],
    }
    assert upstream.charged == pytest.approx(5 * 0.84)


def test_the_javascript_sdk_of_the_vendor():
    """It builds all URLs itself, and does not use those of the answer."""
    with running(Fal()) as (_, url):
        found = ask("fal.mjs", "fal_js", url)
    [_, status, body] = found.pop("moderated")
    assert (status, body["detail"][0]["type"]) == (422, "content_policy_violation")
    assert found == {
        "seen": ["IN_QUEUE", "IN_PROGRESS", "COMPLETED"],
        "requestId": True,
        "bytes": True,
        "early": ["ApiError", 400, {"detail": "Request is still in progress"}],
        "unknown": [
            "ApiError",
            404,
            {"detail": "No job has the id no-such-request", "error_type": "not_found"},
        ],
        "streamed": "COMPLETED",
        "key": [
            "ApiError",
            401,
            {"detail": "The API key is not valid", "error_type": "unauthorized"},
        ],
    }
