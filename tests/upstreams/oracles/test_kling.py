"""Kling has no SDK: a client by others speaks the legacy API, and a check of ours the new one."""

from __future__ import annotations

import base64

import pytest

from tests.certificates import write_certificate
from tests.upstreams.kling import ACCESS_KEY, SECRET_KEY, Kling
from tests.upstreams.oracles.oracle import ask
from tests.upstreams.serving import running

pytestmark = pytest.mark.oracles

SECRET = "whsec_" + base64.b64encode(bytes(range(24))).decode()


def test_the_contract_of_the_new_api():
    """There is no client of it; an independent library checks the signatures of its callbacks."""
    with running(Kling(render=0.4, webhook_secret=SECRET)) as (upstream, url):
        made = ask("kling.py", "kling", url, "k", SECRET)
        assert made["task"] == upstream.accepted[0].id
        assert upstream.charged == 5 * 3


def test_a_client_of_the_legacy_api(tmp_path):
    certificate = write_certificate(tmp_path / "server.pem")
    with running(Kling(render=0.4), certificate=certificate) as (upstream, url):
        trust = {"NODE_EXTRA_CA_CERTS": str(certificate)}
        made = ask("kling_legacy.mjs", "kling_legacy", url, ACCESS_KEY, SECRET_KEY, **trust)
        assert made["task"] == upstream.accepted[0].id
        assert upstream.charged == 2 * 2.5
