"""Signatures of webhooks, as the reference library of Standard Webhooks reads them."""

from __future__ import annotations

import base64
import json
import time

import pytest
from hypothesis import given, strategies as st
from standardwebhooks import Webhook, WebhookVerificationError

from rushes.wire.signatures import (
    SIGNATURE_HEADER,
    STANDARD_SIGNATURE,
    sign,
    sign_standard,
    signature_header,
    signature_headers,
    standard_key,
)

ID = "gen-vid-1793000000-k3Vd81Qm0ZrT5yXw7LbN-completed"
# The vector of the reference implementations.
VECTOR = (
    b"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "1614265330",
    b'{"test": 2432232314}',
)
SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="

BODIES = st.dictionaries(st.text(), st.text()).map(lambda body: json.dumps(body).encode())
KEYS = st.binary(min_size=1, max_size=64)


def now():
    return str(int(time.time()))


def secret_of(key):
    return b"whsec_" + base64.b64encode(key)


def test_the_vector_of_the_reference_implementations():
    assert sign_standard(*VECTOR) == SIGNATURE


@given(KEYS, KEYS, BODIES)
def test_the_reference_library_takes_either_secret_of_a_rotation(present, previous, body):
    headers = signature_headers([secret_of(present), secret_of(previous)], ID, now(), body)
    for key in (present, previous):
        Webhook(secret_of(key).decode()).verify(body, headers)
        Webhook(key).verify(body, headers)
    assert len(headers[STANDARD_SIGNATURE].split(" ")) == 2


@given(KEYS, KEYS)
def test_the_reference_library_refuses_another_secret(key, other):
    headers = signature_headers([secret_of(key)], ID, now(), b"{}")
    if key.ljust(64, b"\0") == other.ljust(64, b"\0"):  # which HMAC does not tell apart
        Webhook(other).verify(b"{}", headers)
        return
    with pytest.raises(WebhookVerificationError):
        Webhook(secret_of(other).decode()).verify(b"{}", headers)


@pytest.mark.parametrize("secret", [b"whsec_self_hosted_demo", b"a-secret", b"whsec_", b"YWJj"])
def test_a_secret_that_is_no_base64_behind_its_prefix_is_the_key_itself(secret):
    assert standard_key(secret) == secret
    Webhook(secret).verify(b"{}", signature_headers([secret], ID, now(), b"{}"))


def test_both_secrets_sign_the_original_header():
    header = signature_headers([b"new", b"old"], ID, "17", b"{}")[SIGNATURE_HEADER]
    assert header == f"t=17,v1={sign(b'new', '17', b'{}')},v1={sign(b'old', '17', b'{}')}"
    assert signature_header(b"new", "17", b"{}") == header.rpartition(",")[0]
