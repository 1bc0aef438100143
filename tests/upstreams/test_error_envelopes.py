"""Each vendor's own errors; a request whose answer is lost is billed at most once."""

from __future__ import annotations

import contextlib

import httpx
import pytest
from hypothesis import given, settings, strategies as st

from tests.upstreams.bfl import Video
from tests.upstreams.fal_apps import KlingText
from tests.upstreams.luma import Generation
from tests.upstreams.registry import fake
from tests.upstreams.replicate_models import Veo
from tests.upstreams.runway_checks import MODELS
from tests.upstreams.serving import running
from tests.upstreams.xai import Generation as Imagine

PATHS = {
    "bfl": "/v1/flux-3-video",
    "fal": "/fal-ai/kling-video/v3/pro/text-to-video",
    "luma": "/v1/generations",
    "replicate": "/v1/models/google/veo-3.1/predictions",
    "runway": "/v1/text_to_video",
    "xai": "/v1/videos/generations",
}


def body_of(name, prompt):
    return {
        "bfl": {"mode": "t2v", "prompt": prompt},
        "fal": {"prompt": prompt},
        "luma": {"model": "ray-3.2", "type": "video", "prompt": prompt},
        "replicate": {"input": {"prompt": prompt}},
        "runway": {"model": "gen4.5", "promptText": prompt, "ratio": "1280:720", "duration": 2},
        "xai": {"model": "grok-imagine-video", "prompt": prompt},
    }[name]


def headers_of(name, key):
    more = {"X-Runway-Version": "2024-11-06"} if name == "runway" else {}
    if not key:
        return more
    scheme = "Key" if name == "fal" else "Bearer"
    return more | ({"x-key": key} if name == "bfl" else {"Authorization": f"{scheme} {key}"})


def told(name, answer):
    """Return the message of an error, read as clients of the vendor do."""
    body = answer.json()
    return body["error" if name in {"runway", "xai"} else "detail"]


@pytest.fixture(params=sorted(PATHS))
def vendor(request):
    """Give a vendor's name, its fake, and a function that creates a job."""
    name = request.param
    with running(fake(name)(render=0)) as (upstream, url):
        origin = url.removesuffix(upstream.base_path) if upstream.base_path else url
        with httpx.Client(base_url=origin, trust_env=False, timeout=10) as client:

            def create(prompt="x", key="key"):
                headers = headers_of(name, key)
                return client.post(PATHS[name], json=body_of(name, prompt), headers=headers)

            create.client = client
            yield name, upstream, create


STATUSES = {
    "wrong_key": {"bfl": 403, "xai": 400},
    "no_key": {"bfl": 403},
    "no_money": {"fal": 403, "runway": 400, "xai": 403},
    "refuse": {"bfl": 422, "fal": 422, "luma": 422, "replicate": 422},
}


def test_errors_before_a_job_exists(vendor):
    name, upstream, create = vendor
    for kind, answer, status in (
        ("wrong_key", create(key="wrong"), 401),
        ("no_key", create(key=""), 401),
        ("no_money", create(key="poor"), 402),
        ("refuse", create("[fault:refuse]"), 400),
        ("429", create("[fault:429=3]"), 429),
        ("500", create("[fault:500-before]"), 500),
    ):
        assert answer.status_code == STATUSES.get(kind, {}).get(name, status), kind
        assert told(name, answer), kind
    assert create("[fault:429=3] again").headers["retry-after"] == "3"
    with pytest.raises(httpx.TransportError):
        create("[fault:reset-before]")
    assert upstream.accepted == []


def test_errors_after_a_job_exists(vendor):
    name, upstream, create = vendor
    failed = create("[fault:500-after]")
    assert (failed.status_code, bool(told(name, failed))) == (500, True)
    with pytest.raises(httpx.TransportError):
        create("[fault:reset-after-accept]")
    assert create("[fault:garbage]").headers["content-type"].startswith("text/html")
    assert len(upstream.accepted) == len(upstream.charges) == 3


def test_a_job_whose_time_is_over(vendor):
    """Two vendors have a way to say so; to the others the job does not exist any more."""
    name, upstream, create = vendor
    assert create("[fault:lapsed]").status_code in {200, 201}
    [job] = upstream.accepted
    polls = {
        "bfl": f"/v1/get_result?id={job.id}",
        "fal": f"/fal-ai/kling-video/requests/{job.id}/status",
        "luma": f"/v1/generations/{job.id}",
        "replicate": f"/v1/predictions/{job.id}",
        "runway": f"/v1/tasks/{job.id}",
        "xai": f"/v1/videos/{job.id}",
    }
    answer = create.client.get(polls[name], headers=headers_of(name, "key"))
    said = {"replicate": {"data_removed": True}, "xai": {"status": "expired"}}
    if name in said:
        assert answer.json().items() >= said[name].items()
    else:
        assert answer.status_code == 404


FIELDS = {
    "bfl": Video.model_fields,
    "fal": KlingText.model_fields,
    "luma": Generation.model_fields,
    "replicate": [*Veo.model_fields, "webhook_events_filter", "input", "version"],
    "runway": ["model", *MODELS["text_to_video"]["seedance2"]["fields"]],
    "xai": Imagine.model_fields,
}
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
LEAVES = st.none() | st.booleans() | NUMBERS | st.text(max_size=5)
NAMES = st.sampled_from(["url", "uri", "duration", "resolution", "image", "timestamp_s", "edit"])
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3)
)


@pytest.fixture(scope="module")
def origins():
    with contextlib.ExitStack() as stack:
        found = {}
        for name in PATHS:
            upstream, url = stack.enter_context(running(fake(name)(render=0)))
            found[name] = url.removesuffix(upstream.base_path) if upstream.base_path else url
        found["client"] = stack.enter_context(httpx.Client(trust_env=False, timeout=10))
        yield found


@pytest.mark.parametrize("name", sorted(PATHS))
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_every_body_is_taken_or_refused(origins, name, data):
    drawn = data.draw(st.dictionaries(st.sampled_from([*FIELDS[name]]), VALUES, max_size=4))
    body = body_of(name, "x")
    if name == "replicate" and data.draw(st.booleans()):
        body["input"] |= drawn
    else:
        body |= drawn
    headers = headers_of(name, "key")
    answer = origins["client"].post(origins[name] + PATHS[name], json=body, headers=headers)
    assert answer.status_code in {200, 201, 400, 404, 422}, answer.text
    if answer.status_code == 422 and name == "xai":
        assert answer.text.startswith("Failed to deserialize")
    elif answer.status_code >= 400:
        assert told(name, answer)
