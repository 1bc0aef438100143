from __future__ import annotations

import base64
import hashlib
import json

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from tests.certificates import write_certificate
from tests.fakes.stub_server import Answer, StubServer
from tests.upstreams.fal import Fal
from tests.upstreams.oracles.oracle import ask
from tests.upstreams.serving import running

APP = "/fal-ai/kling-video/v3/pro/text-to-video"
KEY = {"Authorization": "Key key"}
UNKNOWN = "00000000-0000-4000-8000-000000000000"


def submit(client, prompt="Waves", path=APP, **fields):
    return client.post(path, json={"prompt": prompt, **fields}).json()


def verified(client, request):
    """Return the body of a webhook, whose signature is checked as the vendor describes it."""
    [jwk] = client.get("/.well-known/jwks.json").json()["keys"]
    key = Ed25519PublicKey.from_public_bytes(base64.urlsafe_b64decode(jwk["x"] + "="))
    names = ("Request-Id", "User-Id", "Timestamp")
    parts = [request.header(f"X-Fal-Webhook-{name}")[0] for name in names]
    signature = bytes.fromhex(request.header("X-Fal-Webhook-Signature")[0])
    message = "\n".join([*parts, hashlib.sha256(request.body).hexdigest()]).encode()
    key.verify(signature, message)
    with pytest.raises(InvalidSignature):
        key.verify(signature, message + b" ")
    return request.json


@pytest.mark.parametrize(
    ("prompt", "status"),
    [("Waves", "OK"), ("x [fault:moderated]", "ERROR"), ("FAIL", "ERROR")],
)
def test_a_signed_webhook_says_how_a_request_ended(served, prompt, status):
    client = served(Fal(render=0), **KEY)
    with StubServer(("POST", "/hook", Answer(204))) as receiver:
        made = submit(client, prompt, f"{APP}?fal_webhook={receiver.origin}/hook")
        event = verified(client, receiver.next_request())
    assert (event["request_id"], event["status"]) == (made["request_id"], status)
    result = client.get(made["response_url"])
    if status == "OK":
        assert event["payload"]["video"]["file_name"] == f"{made['request_id']}.mp4"
    else:
        assert event["payload"] == result.json()
        assert str(result.status_code) in event["error"]


@pytest.mark.parametrize(
    ("prompt", "status", "charged"),
    [
        ("Waves", 200, 0.84),
        ("FAIL", 500, 0),
        ("x [fault:fail=runner_disconnected]", 503, 0),
        ("x [fault:fail=request_timeout]", 504, 0),
        ("x [fault:moderated]", 422, 0.84),
        ("", 422, 0),
    ],
)
def test_completed_requests_have_failed_if_their_results_say_so(served, prompt, status, charged):
    upstream = Fal(render=0)
    client = served(upstream, **KEY)
    made = submit(client, prompt)
    state = client.get(made["status_url"])
    assert (state.status_code, state.json()["status"]) == (200, "COMPLETED")
    assert ("error" in state.json()) == (status != 200)
    assert client.get(made["response_url"]).status_code == status
    assert upstream.charged == pytest.approx(charged)


def test_inputs_differ_from_one_application_to_the_next(served):
    client = served(Fal(render=0), **KEY)
    for path, fields in (
        ("/fal-ai/veo3.1", {"duration": "8s", "resolution": "720p"}),
        ("/fal-ai/minimax/hailuo-3/text-to-video", {"duration": 6, "resolution": "768P"}),
        ("/fal-ai/bytedance/seedance/v2/reference-to-video", {"duration": "auto"}),
    ):
        made = submit(client, path=path, **fields)
        owner, app, *_ = path.strip("/").split("/")
        assert f"/{owner}/{app}/requests/" in made["status_url"]
        assert client.get(made["response_url"]).status_code == 200
        wrong = submit(client, path=path, **fields | {"duration": "5 seconds"})
        [detail] = client.get(wrong["response_url"]).json()["detail"]
        assert detail["loc"] == ["body", "duration"]


def test_a_cancelled_request_is_free(served):
    upstream = Fal(render=30)
    client = served(upstream, **KEY)
    made = submit(client)
    assert client.put(made["cancel_url"]).json() == {"status": "CANCELLATION_REQUESTED"}
    assert client.put(made["cancel_url"]).json() == {"status": "ALREADY_COMPLETED"}
    missing = client.put("/fal-ai/kling-video/requests/none/cancel")
    assert (missing.status_code, missing.json()) == (404, {"status": "NOT_FOUND"})
    assert upstream.charges == []


@pytest.mark.oracles
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
        "cancelled": {"result": [400, "Request was cancelled", None], "again": [400, None, None]},
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


@pytest.mark.oracles
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
