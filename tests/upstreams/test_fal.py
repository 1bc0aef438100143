from __future__ import annotations

import base64
import hashlib

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from tests.fakes.stub_server import Answer, StubServer
from tests.upstreams.fal import Fal

APP = "/fal-ai/kling-video/v3/pro/text-to-video"
KEY = {"Authorization": "Key key"}


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
        ("/bytedance/seedance-2.0/reference-to-video", {"duration": "auto"}),
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
