"""Whatever a field holds, the rules of a vendor take the request or refuse it."""

from __future__ import annotations

import copy
import functools

import pytest
from hypothesis import given, strategies as st

from tests.upstreams import (
    ark_rules,
    dashscope_rules,
    kling_legacy_rules,
    kling_rules,
    minimax_rules,
)
from tests.upstreams.base import Refusal

TEXT = {"type": "text", "text": "waves"}
FRAME = {
    "type": "image_url",
    "image_url": {"url": "https://pictures.example/first.png"},
    "role": "first_frame",
}
KLING_FRAME = {"type": "first_frame", "url": "https://pictures.example/first.png"}
CASES = {
    "ark": (
        ark_rules.wanted,
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
        ark_rules.wanted,
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
        functools.partial(dashscope_rules.wanted, models=dashscope_rules.MODELS),
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
        functools.partial(dashscope_rules.wanted, models=dashscope_rules.MODELS),
        {
            "model": "wan2.6-r2v",
            "input": {"prompt": "waves", "reference_urls": ["https://pictures.example/1.png"]},
            "parameters": {"size": "1280*720", "duration": 5, "shot_type": "multi"},
        },
    ),
    "minimax": (
        minimax_rules.wanted,
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
        minimax_rules.first_wanted,
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
        functools.partial(kling_rules.wanted, "omni-video", "kling-3.0-omni"),
        {
            "contents": [{"type": "prompt", "text": "waves"}, KLING_FRAME],
            "settings": {
                "resolution": "720p",
                "duration": 5,
                "audio": "native",
                "aspect_ratio": "1:1",
                "multi_shot": True,
            },
            "options": {"external_task_id": "a", "callback_url": "https://here.example/"},
        },
    ),
    "kling, the legacy API": (
        functools.partial(kling_legacy_rules.wanted, "multi-image2video"),
        {
            "model_name": "kling-v1-6",
            "prompt": "waves",
            "image_list": [{"image": "https://pictures.example/first.png"}],
            "mode": "std",
            "duration": "5",
            "aspect_ratio": "16:9",
            "cfg_scale": 0.5,
            "external_task_id": "a",
        },
    ),
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
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


@pytest.mark.parametrize("case", CASES)
def test_the_request_itself_is_taken(case):
    wanted, body = CASES[case]
    assert wanted(body).prompt == "waves"


@pytest.mark.parametrize("case", CASES)
@given(data=st.data())
def test_a_field_of_any_value_is_taken_or_refused(case, data):
    wanted, body = CASES[case]
    changed = copy.deepcopy(body)
    *path, last = data.draw(st.sampled_from(list(places(body))))
    place = functools.reduce(lambda inner, key: inner[key], path, changed)
    place[last] = data.draw(JSON)
    try:
        taken = wanted(changed)
    except Refusal:
        return
    assert min(taken.width, taken.height) > 100
