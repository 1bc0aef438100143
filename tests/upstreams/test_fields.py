"""Whatever a field holds, a fake takes the request, or refuses it and makes no job."""

from __future__ import annotations

import contextlib
import copy
import functools

import pytest
from hypothesis import given, strategies as st

from tests.upstreams.clients import client_of
from tests.upstreams.registry import fake

TEXT = {"type": "text", "text": "waves"}
FRAME = {
    "type": "image_url",
    "image_url": {"url": "https://pictures.example/first.png"},
    "role": "first_frame",
}
KLING_FRAME = {"type": "first_frame", "url": "https://pictures.example/first.png"}
CASES = {
    "ark": (
        "ark",
        "/contents/generations/tasks",
        {
            "model": "dreamina-seedance-2-5-260628",
            "content": [TEXT, FRAME],
            "resolution": "720p",
            "ratio": "adaptive",
            "duration": 5,
            "generate_audio": True,
            "priority": 1,
            "omni_reference_task_type": "auto",
            "output_format": "mp4",
            "safety_identifier": "a",
            "execution_expires_after": 3600,
        },
    ),
    "ark, an old model": (
        "ark",
        "/contents/generations/tasks",
        {
            "model": "seedance-1-0-pro-250528",
            "content": [TEXT],
            "frames": 29,
            "seed": 1,
            "camera_fixed": False,
            "service_tier": "flex",
        },
    ),
    "dashscope": (
        "dashscope",
        "/services/aigc/video-generation/video-synthesis",
        {
            "model": "wan3.0-video",
            "input": {
                "prompt": "waves",
                "negative_prompt": "wind",
                "media": [{"type": "first_frame", "url": "https://pictures.example/first.png"}],
            },
            "parameters": {
                "resolution": "720P",
                "ratio": "adaptive",
                "duration": 5,
                "seed": 7,
                "audio": True,
            },
        },
    ),
    "dashscope, an old model": (
        "dashscope",
        "/services/aigc/video-generation/video-synthesis",
        {
            "model": "wan2.6-r2v",
            "input": {"prompt": "waves", "reference_urls": ["https://pictures.example/1.png"]},
            "parameters": {"size": "1280*720", "duration": 5, "shot_type": "multi"},
        },
    ),
    "minimax": (
        "minimax",
        "/v2/video_generation",
        {
            "model": "MiniMax-H3-Max",
            "content": [TEXT, FRAME],
            "resolution": "768P",
            "duration": 5,
            "ratio": "16:9",
            "extra": {"prompt_expansion_mode": "quality"},
        },
    ),
    "minimax, the first version": (
        "minimax",
        "/v1/video_generation",
        {
            "model": "MiniMax-Hailuo-02",
            "prompt": "waves",
            "first_frame_image": "https://pictures.example/first.png",
            "last_frame_image": "https://pictures.example/last.png",
            "duration": 6,
            "resolution": "768P",
            "prompt_optimizer": True,
        },
    ),
    "kling": (
        "kling",
        "/omni-video/kling-3.0-omni",
        {
            "contents": [{"type": "prompt", "text": "waves"}, KLING_FRAME],
            "settings": {
                "resolution": "720p",
                "duration": 5,
                "audio": "native",
                "aspect_ratio": "1:1",
                "multi_shot": True,
            },
            "options": {"external_task_id": "a"},
        },
    ),
    "kling, the legacy API": (
        "kling",
        "/v1/videos/multi-image2video",
        {
            "model_name": "kling-v1-6",
            "prompt": "waves",
            "image_list": [{"image": "https://pictures.example/first.png"}],
            "mode": "std",
            "duration": "5",
            "aspect_ratio": "16:9",
            "cfg_scale": 0.5,
            "external_task_id": "b",
        },
    ),
}
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=4,
)


def places(value, path=()):
    """Return the paths of all values within a value."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in items:
        yield (*path, key)
        if isinstance(inner, (dict, list)):
            yield from places(inner, (*path, key))


@pytest.fixture(scope="module")
def fakes():
    """Give fakes with their clients, by name."""
    with contextlib.ExitStack() as stack:
        found = {}
        for name in {name for name, _, _ in CASES.values()}:
            upstream = fake(name)(render=0)
            client = stack.enter_context(client_of(upstream))
            client.headers["X-DashScope-Async"] = "enable"
            found[name] = upstream, client
        yield found


@pytest.mark.parametrize("case", CASES)
def test_the_request_itself_is_taken(fakes, case):
    name, path, body = CASES[case]
    upstream, client = fakes[name]
    assert client.post(path, json=body).status_code == 200
    assert upstream.accepted[-1].prompt == "waves"


@pytest.mark.parametrize("case", CASES)
@given(data=st.data())
def test_a_field_of_any_value_is_taken_or_refused(fakes, case, data):
    name, path, body = CASES[case]
    upstream, client = fakes[name]
    changed = copy.deepcopy(body)
    *where, last = data.draw(st.sampled_from(list(places(body))))
    place = functools.reduce(lambda inner, key: inner[key], where, changed)
    place[last] = data.draw(JSON)
    before = len(upstream.accepted)
    answer = client.post(path, json=changed)
    assert answer.status_code in {200, 400, 404}, answer.text
    # The first version of MiniMax's API refuses with the status 200.
    code = answer.json().get("base_resp", {}).get("status_code", 0)
    made = answer.status_code == 200 and code == 0
    assert len(upstream.accepted) - before == made


@given(body=st.dictionaries(st.sampled_from(["limit", "cursor", "start_time", "filters"]), JSON))
def test_a_search_of_any_body_is_answered(fakes, body):
    _, client = fakes["kling"]
    answer = client.post("/tasks", json=body)
    assert answer.json()["code"] == (0 if answer.status_code == 200 else 1201)
