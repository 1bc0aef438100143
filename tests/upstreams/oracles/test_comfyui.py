from __future__ import annotations

import pytest

from tests.upstreams.comfyui import ComfyUI
from tests.upstreams.oracles.oracle import ask
from tests.upstreams.serving import running

pytestmark = pytest.mark.oracles


def test_the_sdk_and_the_proxy_of_the_vendor():
    with running(ComfyUI()) as (upstream, url):
        found = ask("comfyui.py", "comfy", url)
    name, brand, size = found.pop("output")
    assert (name, brand) == ("clip_00000_.mp4", "ftyp")
    assert size > 1000
    assert "message='out of memory' node_id='9' class_type='KSampler'" in found.pop("failed")[1]
    assert found == {
        "seen": ["queued", "succeeded"],
        "stopped": ["expired", "canceled"],  # what waited leaves no trace
        "refused": ["InvalidWorkflow", "NotFound"],
    }
    assert [job.state for job in upstream.accepted] == [
        "completed",
        "cancelled",
        "cancelled",
        "failed",
    ]
    assert list(upstream.uploads) == ["first.png"]
