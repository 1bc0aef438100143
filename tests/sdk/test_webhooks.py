"""A webhook is believed if it is signed exactly as the contract says, and now."""

from __future__ import annotations

import hashlib
import hmac
import io
import json
import pickle
import time
import types
import wsgiref.headers
from collections.abc import Callable
from datetime import UTC, datetime
from http.client import parse_headers
from typing import Any

import httpx
import multidict
import pydantic
import pytest
import requests.structures
import starlette.datastructures
import werkzeug.datastructures
from hypothesis import given, strategies as st

from openrouter import errors, webhooks
from rushes.wire.signatures import sign_standard

SECRET = "whsec_self_hosted_demo"
MOMENT = 1793000123
JOB = "gen-vid-1793000000-k3Vd81Qm0ZrT5yXw7LbN"
BODY = (
    '{"type":"video.generation.completed","created_at":"2026-11-22T07:30:00.000Z",'
    f'"data":{{"id":"{JOB}","status":"completed","generation_id":"{JOB}",'
    '"model":"acme/river-1","unsigned_urls":["https://video.example.net/api/v1/videos/'
    f'{JOB}/content?index=0"],"usage":{{"cost":0.36,"is_byok":false}}}}}}'
).encode()
GOOD = "6a9792bfe75c8f292650e7025d19fa25478b5a812497c6126cfbfc53dee63b2d"
WITH_DOT = "8f271d05e84f57636aa20e2a4346b13763cb8a030d53612386c5f5b5b1f0abc5"
BODY_ONLY = "c79e4eaf086701171ab2142391d16d4157ad79678ac6f7241484a139b61a2ac5"


@pytest.fixture(autouse=True)
def _at_the_moment_of_the_vector(monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, MOMENT)


def set_clock(monkeypatch: pytest.MonkeyPatch, now: float) -> None:
    monkeypatch.setattr(time, "time", lambda: now)


def header(signature: str = GOOD, moment: object = MOMENT) -> dict[str, str]:
    return {"X-OpenRouter-Signature": f"t={moment},v1={signature}"}


def test_the_documented_vector() -> None:
    event = webhooks.verify(BODY, header(), SECRET)
    assert event.type == "video.generation.completed"
    assert event.created_at == datetime(2026, 11, 22, 7, 30, tzinfo=UTC)
    assert (event.data.id, event.data.status, event.data.model) == (
        JOB,
        "completed",
        "acme/river-1",
    )
    assert event.data.usage is not None
    assert event.data.usage.cost == 0.36
    assert event.data.unsigned_urls == [
        f"https://video.example.net/api/v1/videos/{JOB}/content?index=0"
    ]
    assert event.idempotency_key == f"{JOB}-completed"
    assert pickle.loads(pickle.dumps(event)) == event
    assert webhooks.sign(BODY, SECRET, MOMENT) == f"t={MOMENT},v1={GOOD}"


@pytest.mark.parametrize(
    "headers",
    [
        {"x-openrouter-signature": f"t={MOMENT},v1={GOOD}"},
        {"X-OPENROUTER-SIGNATURE": f" v1={GOOD} , t={MOMENT} "},
        [(b"host", b"x"), (b"x-openrouter-signature", f"t={MOMENT},v1={GOOD}".encode())],
        httpx.Headers(header()),
        header(f"{'0' * 64},v1={GOOD}"),
        header(f"{GOOD},v2=later"),
    ],
)
def test_what_frameworks_call_headers(headers: Any) -> None:
    assert webhooks.verify(BODY, headers, SECRET).data.id == JOB


NAME, VALUE = "X-OpenRouter-Signature", f"t={MOMENT},v1={GOOD}"
OTHERS = [("Host", "example.net"), ("Content-Type", "application/json")]


def parsed() -> Any:
    lines = "".join(f"{name}: {value}\r\n" for name, value in [*OTHERS, (NAME, VALUE)])
    return parse_headers(io.BytesIO(f"{lines}\r\n".encode()))


def wsgi() -> dict[str, Any]:
    return {
        "wsgi.version": (1, 0),
        "wsgi.input": None,
        "SERVER_PORT": "80",
        "HTTP_X_OPENROUTER_SIGNATURE": VALUE,
    }


def asgi() -> list[tuple[bytes, bytes]]:
    return [(name.lower().encode(), value.encode()) for name, value in [*OTHERS, (NAME, VALUE)]]


CONTAINERS: dict[str, Callable[[], Any]] = {
    "http.server": parsed,
    "wsgiref": lambda: wsgiref.headers.Headers([*OTHERS, (NAME, VALUE)]),
    "WSGI": wsgi,
    "Flask": lambda: werkzeug.datastructures.Headers([*OTHERS, (NAME, VALUE)]),
    "Flask's environment": lambda: werkzeug.datastructures.EnvironHeaders(wsgi()),
    "ASGI": asgi,
    "an iterator": lambda: iter(asgi()),
    "lists of two": lambda: [list(pair) for pair in asgi()],
    "Starlette": lambda: starlette.datastructures.Headers(raw=asgi()),
    "httpx": lambda: httpx.Headers({NAME: VALUE}),
    "twice and joined": lambda: httpx.Headers([(NAME, VALUE), (NAME.lower(), VALUE)]),
    "requests": lambda: requests.structures.CaseInsensitiveDict({NAME: VALUE}),
    "aiohttp": lambda: multidict.CIMultiDictProxy(multidict.CIMultiDict([*OTHERS, (NAME, VALUE)])),
    "API Gateway": lambda: {"Host": ["a", "b"], "Accept": [], NAME: [VALUE]},
    "API Gateway, both": lambda: [(NAME, VALUE), (NAME, [VALUE])],
    "parse_qs": lambda: {NAME.lower(): (VALUE,)},
    "read only": lambda: types.MappingProxyType({NAME: VALUE, "x-nothing": None, 3: 4}),
    "bytes": lambda: {NAME.encode(): VALUE.encode()},
}


@pytest.mark.parametrize("name", CONTAINERS)
def test_headers_in_any_container(name: str) -> None:
    assert webhooks.verify(BODY, CONTAINERS[name](), SECRET).data.id == JOB


@pytest.mark.parametrize(
    "headers",
    [
        {NAME: []},
        {NAME: None},
        {NAME: 3},
        {NAME: [None, b""]},
        {NAME: {"value": VALUE}},
        [(NAME, ["t=1,v1=00", VALUE])],
        [],
        iter(()),
    ],
)
def test_what_has_no_signature_is_refused_as_such(headers: Any) -> None:
    with pytest.raises(webhooks.WebhookSignatureError):
        webhooks.verify(BODY, headers, SECRET)


@pytest.mark.parametrize(
    "headers", [None, VALUE, VALUE.encode(), 3, [NAME, VALUE], [NAME.encode()], [(NAME,)], object()]
)
def test_what_is_no_container_is_a_mistake(headers: Any) -> None:
    with pytest.raises(TypeError, match="headers must be a mapping or pairs"):
        webhooks.verify(BODY, headers, SECRET)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-OpenRouter-Idempotency-Key": f"{JOB}-completed"},
        header(WITH_DOT),
        header(BODY_ONLY),
        header(""),
        header("ä" * 64),
        header(GOOD[:-1]),
        header(GOOD.upper()),
        header(moment=MOMENT + 1),
        header(moment=f"{MOMENT}.0"),
        header(moment=f"+{MOMENT}"),
        header(moment="١٧٩٣٠٠٠١٢٣"),
        header(moment=""),
        header(moment="9" * 5000),
        {"X-OpenRouter-Signature": f"t={MOMENT}"},
        {"X-OpenRouter-Signature": f"v1={GOOD}"},
        {"X-OpenRouter-Signature": f"t=1,t={MOMENT},v1={GOOD}"},
        {"X-OpenRouter-Signature": GOOD},
        {"X-OpenRouter-Signature": ""},
    ],
)
def test_what_is_not_our_signature(headers: dict[str, str]) -> None:
    with pytest.raises(webhooks.WebhookSignatureError):
        webhooks.verify(BODY, headers, SECRET)


@pytest.mark.parametrize(
    "body", [json.dumps(json.loads(BODY)).encode(), BODY + b"\n", BODY[:-1], b"", BODY + b" "]
)
def test_another_body_is_refused(body: bytes) -> None:
    with pytest.raises(webhooks.WebhookSignatureError, match="does not match"):
        webhooks.verify(body, header(), SECRET)


@pytest.mark.parametrize("secret", ["self_hosted_demo", SECRET + " ", "x", ["a", "b"]])
def test_another_secret_is_refused(secret: Any) -> None:
    with pytest.raises(errors.WebhookSignatureError):
        webhooks.verify(BODY, header(), secret)


@pytest.mark.parametrize("secret", [["new", SECRET], (SECRET.encode(), b"old"), {SECRET}])
def test_one_of_several_secrets_is_enough(secret: Any) -> None:
    assert webhooks.verify(BODY, header(), secret).data.id == JOB


EVENT_ID = f"{JOB}-completed"


def standard(secret: str = SECRET, moment: object = MOMENT, **changes: str) -> dict[str, str]:
    signature = sign_standard(secret.encode(), EVENT_ID, str(moment), BODY)
    headers = {"id": EVENT_ID, "timestamp": str(moment), "signature": signature, **changes}
    return {f"Webhook-{name.title()}": value for name, value in headers.items()}


def test_the_form_of_standard_webhooks_is_verified() -> None:
    assert webhooks.verify(BODY, standard(), SECRET).idempotency_key == EVENT_ID
    several = f"v1a,x {standard('another')['Webhook-Signature']} {standard()['Webhook-Signature']}"
    assert webhooks.verify(BODY, standard(signature=several), SECRET).data.id == JOB
    joined = several.replace(" ", ", ")
    assert webhooks.verify(BODY, standard(signature=joined), ["new", SECRET]).data.id == JOB


@pytest.mark.parametrize(
    ("headers", "problem"),
    [
        (standard("another"), "does not match"),
        (standard(id="another"), "does not match"),
        (standard(timestamp=str(MOMENT + 1)), "does not match"),
        (standard(signature=""), "does not match"),
        (standard(signature=GOOD), "does not match"),
        (standard(moment=MOMENT - 301), "the last 300 seconds"),
        (standard(timestamp="soon"), "not a number of seconds"),
        ({"webhook-signature": "v1,x"}, "must be there once each"),
        # The other form counts where it is there.
        (standard() | header(BODY_ONLY), "does not match"),
    ],
)
def test_a_wrong_one_of_that_form_is_refused(headers: dict[str, str], problem: str) -> None:
    with pytest.raises(webhooks.WebhookSignatureError, match=problem):
        webhooks.verify(BODY, headers, SECRET)


@pytest.mark.parametrize("secret", ["", b"", [], [SECRET, ""]])
def test_an_empty_secret_is_a_mistake(secret: Any) -> None:
    empty = hmac.new(b"", b"%d,%b" % (MOMENT, BODY), hashlib.sha256).hexdigest()
    with pytest.raises(ValueError, match="secret"):
        webhooks.verify(BODY, header(empty), secret)


@pytest.mark.parametrize("body", [json.loads(BODY), None, 3, [BODY]])
def test_only_raw_bodies_are_taken(body: Any) -> None:
    with pytest.raises(TypeError, match="raw bytes"):
        webhooks.verify(body, header(), SECRET)


@pytest.mark.parametrize("body", [BODY, BODY.decode(), bytearray(BODY), memoryview(BODY)])
def test_a_body_may_be_bytes_or_text(body: Any) -> None:
    assert webhooks.verify(body, header(), SECRET).data.id == JOB
    for other in ("ä\udcff", b"", ""):
        with pytest.raises(webhooks.WebhookSignatureError):
            webhooks.verify(other, header(), SECRET)


@pytest.mark.parametrize("late", [-300, -299.5, 0, 299.5, 300])
def test_clocks_may_differ(monkeypatch: pytest.MonkeyPatch, late: float) -> None:
    set_clock(monkeypatch, MOMENT + late)
    assert webhooks.verify(bytearray(BODY), header(), SECRET).data.id == JOB


@pytest.mark.parametrize(
    ("late", "tolerance"), [(301, 300), (-301, 300), (11, 10), (-11, 10), (10**9, 300)]
)
def test_old_and_future_ones_are_refused(
    monkeypatch: pytest.MonkeyPatch, late: float, tolerance: float
) -> None:
    set_clock(monkeypatch, MOMENT + late)
    with pytest.raises(webhooks.WebhookSignatureError, match="seconds"):
        webhooks.verify(BODY, header(), SECRET, tolerance)


@pytest.mark.parametrize("tolerance", [-1, float("nan")])
def test_a_tolerance_that_is_none(tolerance: float) -> None:
    with pytest.raises(ValueError, match="tolerance"):
        webhooks.verify(BODY, header(), SECRET, tolerance)


def test_a_job_that_died_early() -> None:
    body = json.dumps(
        {
            "type": "video.generation.expired",
            "created_at": "2026-11-22T07:30:00Z",
            "data": {
                "id": "a",
                "status": "expired",
                "generation_id": None,
                "model": None,
                "error": "Too late",
                "urls": ["later"],
            },
        }
    ).encode()
    headers = {"X-OpenRouter-Signature": webhooks.sign(body, SECRET)}
    event = webhooks.verify(body, headers, SECRET)
    assert (event.data.model, event.data.error) == (None, "Too late")
    assert event.data.model_extra == {"urls": ["later"]}


@pytest.mark.parametrize("body", [b"", b"[]", b'{"type": "x"}', b"\xff"])
def test_what_is_signed_but_no_event(body: bytes) -> None:
    headers = {"X-OpenRouter-Signature": webhooks.sign(body, SECRET)}
    with pytest.raises(pydantic.ValidationError):
        webhooks.verify(body, headers, SECRET)


@given(st.text())
def test_no_header_breaks_it(written: str) -> None:
    with pytest.raises(webhooks.WebhookSignatureError):
        webhooks.verify(BODY, {"X-OpenRouter-Signature": written}, SECRET)


def test_the_secret_may_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENROUTER_WEBHOOK_SECRET", raising=False)
    with pytest.raises(ValueError, match="OPENROUTER_WEBHOOK_SECRET"):
        webhooks.verify(BODY, header())
    monkeypatch.setenv("OPENROUTER_WEBHOOK_SECRET", SECRET)
    assert webhooks.verify(BODY, header()).data.id == JOB
    monkeypatch.setenv("OPENROUTER_WEBHOOK_SECRET", "another")
    with pytest.raises(webhooks.WebhookSignatureError):
        webhooks.verify(BODY, header())
    assert webhooks.verify(BODY, header(), SECRET).data.id == JOB
