"""The samples of the page on webhooks verify what is sent, and nothing else."""

from __future__ import annotations

import json
import shutil
import subprocess
import time

import pytest

from rushes.sdk import webhooks as sdk_webhooks
from rushes.wire.signatures import SIGNATURE_HEADER, signature_headers
from tests.docs.pages import ROOT, blocks_of

PAGE = ROOT / "docs" / "webhooks.md"
SECRET = "whsec_dGhlLXNlY3JldC1vZi10aGUtc2VydmljZQ=="
OTHER = "whsec_YW5vdGhlci1zZWNyZXQtdGhhdC1pcy1uZXc="
ID = "gen-vid-1793000000-k3Vd81Qm0ZrT5yXw7LbN-failed"
BODY = json.dumps(
    {
        "type": "video.generation.failed",
        "created_at": "2026-11-22T07:30:00.000Z",
        "data": {"id": ID.removesuffix("-failed"), "status": "failed", "error": "ä"},
    }
).encode()
NODE = """
import { readFileSync } from "node:fs";
import { verify } from "./sample.mjs";
const cases = JSON.parse(readFileSync(0, "utf8"));
const results = cases.map((c) => verify(Buffer.from(c.body), c.headers, c.secret));
console.log(JSON.stringify(results));
"""


def cases():
    """Yield body, headers, secret, and whether they belong together."""
    now = int(time.time())
    headers = signature_headers([SECRET.encode()], ID, str(now), BODY)
    both = signature_headers([OTHER.encode(), SECRET.encode()], ID, str(now), BODY)
    old = signature_headers([SECRET.encode()], ID, str(now - 400), BODY)
    yield BODY, headers, SECRET, True
    yield BODY, both, SECRET, True
    yield BODY, both, OTHER, True
    yield BODY, headers, OTHER, False
    yield BODY + b" ", headers, SECRET, False
    yield BODY, old, SECRET, False
    yield BODY, {}, SECRET, False


def blocks(language, word):
    return [b.text for b in blocks_of(PAGE) if b.language == language and word in b.text]


def test_the_python_samples():
    names = {}
    for text in (*blocks("python", "def verify"), *blocks("python", "def receive")):
        exec(text, names)
    for body, headers, secret, is_right in cases():
        assert names["verify"](body, headers.get(SIGNATURE_HEADER, ""), secret) == is_right
        if is_right:
            assert names["receive"](body, headers, secret) == (ID, "failed")
        else:
            with pytest.raises(sdk_webhooks.WebhookSignatureError):
                names["receive"](body, headers, secret)


def test_the_node_sample(tmp_path):
    if shutil.which("node") is None:
        pytest.skip("node is not installed")
    [text] = blocks("js", "export function verify")
    (tmp_path / "sample.mjs").write_text(text)
    (tmp_path / "driver.mjs").write_text(NODE)
    given = [
        {
            "body": body.decode(),
            "headers": {name.lower(): value for name, value in headers.items()},
            "secret": secret,
        }
        for body, headers, secret, _ in cases()
    ]
    done = subprocess.run(
        ["node", tmp_path / "driver.mjs"],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [is_right for *_, is_right in cases()]
