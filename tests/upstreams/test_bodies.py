"""Whatever a body holds, a fake takes it or says what is wrong with it."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings, strategies as st

from tests.upstreams.clients import client_of
from tests.upstreams.google import Google
from tests.upstreams.google_omni import FIELDS
from tests.upstreams.google_veo import INSTANCE, PARAMETERS, VERTEX_PARAMETERS
from tests.upstreams.openai import OpenAI
from tests.upstreams.sglang import NUMBERS, SGLang
from tests.upstreams.vllm_omni import FORM_LIMITS, VllmOmni

PLACE = "/v1/projects/p/locations/us-central1/publishers/google/models/veo-3.1-generate-001"
LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(
    ["veo-3.1-generate-001", "gemini-omni-1.2-flash", "sora-2", "text", "user_input", "image"]
)  # fmt: skip
NAMES = st.sampled_from(
    ["type", "text", "content", "data", "mime_type", "image", "image_url", "id"]
)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3)
)


def some(*names, **fixed):
    values = st.dictionaries(st.sampled_from(names), VALUES, max_size=4)
    return values.map(lambda drawn: fixed | drawn)


@pytest.fixture(scope="module")
def clients():
    with contextlib.ExitStack() as stack:
        found = {}
        for upstream in (Google(render=0), OpenAI(render=0), SGLang(), VllmOmni()):
            headers = {"Authorization": "Bearer k", "x-goog-api-key": "k"}
            found[upstream.name] = stack.enter_context(client_of(upstream, **headers))
        yield found


def check(answer):
    assert answer.status_code in {200, 400, 404, 422}, answer.text
    assert answer.status_code == 200 or answer.json()


@settings(max_examples=60, deadline=None)
@given(some(*FIELDS, model="gemini-omni-1.2-flash", background=True))
def test_interactions(clients, body):
    body["background"] = True  # another one waits for its video
    check(clients["google"].post("/v1/interactions", json=body))


@settings(max_examples=60, deadline=None)
@given(some(*INSTANCE, prompt="x"), some(*PARAMETERS, *VERTEX_PARAMETERS))
def test_operations(clients, instance, parameters):
    body = {"instances": [instance], "parameters": parameters}
    check(clients["google"].post(f"{PLACE}:predictLongRunning", json=body))


@settings(max_examples=60, deadline=None)
@given(some(*OpenAI.fields, prompt="x"))
def test_videos(clients, body):
    check(clients["openai"].post("/videos", json=body))


@settings(max_examples=60, deadline=None)
@given(some(*NUMBERS, "size", "model", prompt="x"))
def test_jobs_of_sglang(clients, body):
    check(clients["sglang"].post("/videos", json=body))


@settings(max_examples=60, deadline=None)
@given(some(*FORM_LIMITS, "size", "model", "num_inference_steps", prompt="x"))
def test_jobs_of_vllm_omni(clients, body):
    parts = {name: (None, str(value)) for name, value in body.items()}
    check(clients["vllm_omni"].post("/videos", files=parts))
