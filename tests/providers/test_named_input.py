from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from rushes.catalog.mapped_endpoints import FIELDS
from rushes.catalog.media import Medium
from rushes.providers.base import RefusedError
from rushes.providers.fal import NAMES
from rushes.providers.named_input import named_input
from rushes.providers.resolved_request import Input, ResolvedRequest

MEDIA = [
    Input(Medium(role, kind, f"https://a.example/{number}", "frame_images[0]"))  # type: ignore[arg-type]
    for number, (role, kind) in enumerate(
        [
            ("first_frame", "image"),
            ("last_frame", "image"),
            *itertools.product(["reference"], ["image", "video", "audio"]),
        ]
    )
]


def resolved(**fields: Any) -> ResolvedRequest:
    return ResolvedRequest(
        **{
            "key": "key",
            "model": "google/veo-3.1",
            "upstream_model": "owner/app",
            "params": {},
            "prompt": "Waves",
            "width": 1280,
            "height": 720,
            "duration": 8,
            "resolution": "720p",
            "aspect_ratio": "16:9",
            "audio": True,
            "seed": 7,
            "seed_given": True,
            **fields,
        }
    )


def test_a_host_names_every_field_that_an_operator_may_rename():
    assert NAMES.keys() == FIELDS


@settings(max_examples=100)
@given(
    st.dictionaries(st.sampled_from(sorted(FIELDS - {"duration_text"})), st.text(max_size=9)),
    st.lists(st.sampled_from(MEDIA), unique=True),
)
def test_every_field_is_sent_by_its_name_or_refused(params, inputs):
    names = NAMES | {field: f"{field}_there" for field in NAMES} | {"duration_text": "{}s"}
    given = {field: f"{name}_here" if name else "" for field, name in params.items()}
    chosen = names | given
    if len(set(chosen.values()) - {""}) < len([name for name in chosen.values() if name]):
        return  # two fields under one name
    media = {
        i.medium.role if i.medium.role != "reference" else f"{i.medium.kind}_references"
        for i in inputs
    }
    request = resolved(params=given, inputs=tuple(inputs))
    if any(chosen[field] == "" for field in media):
        with pytest.raises(RefusedError):
            named_input(request, names)
        return
    found = named_input(request, names)
    sent = {"prompt", "duration", "resolution", "aspect_ratio", "generate_audio", "seed"} | media
    assert found.keys() == {chosen[field] for field in sent} - {""}
    assert found.get(chosen["duration"], "8s") == "8s"


def test_values_and_constants_are_those_of_the_model():
    params = {"values": {"4K": "4k"}, "constants": {"mode": "pro"}, "duration_text": ""}
    request = resolved(params=params, resolution="4K", options={"mode": "std", "extra": 1})
    found = named_input(request, NAMES)
    assert (found["resolution"], found["mode"], found["extra"]) == ("4k", "pro", 1)
    assert found["duration"] == 8


def test_what_was_not_asked_for_is_not_sent():
    found = named_input(resolved(seed_given=False, prompt="", aspect_ratio=None), NAMES)
    assert found.keys() == {"duration", "resolution", "generate_audio"}
    silent = named_input(resolved(model="minimax/hailuo-2.3"), NAMES)
    assert "generate_audio" not in silent
