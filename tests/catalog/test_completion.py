"""What a request leaves open is written out before it is sent."""

from __future__ import annotations

import json

from hypothesis import given, strategies as st

from openrouter.components import VideoGenerationRequest
from rushes.catalog.completion import completed
from rushes.catalog.limits import check_request
from rushes.catalog.model import load_catalog

EMULATED = [model for model in load_catalog().models if model.emulated]
FRAME = {
    "type": "image_url",
    "image_url": {"url": "https://example.org/a.png"},
    "frame_type": "first_frame",
}


def complete(model, **fields):
    body = json.dumps({"model": model, "prompt": "A calm sea", **fields}).encode()
    request = VideoGenerationRequest.model_validate_json(body)
    row = load_catalog().get(model)
    return json.loads(completed(body, request, check_request(request, row), row, 7))


def test_what_is_open_is_decided():
    assert complete("google/veo-3.1") == {
        "model": "google/veo-3.1",
        "prompt": "A calm sea",
        "duration": 8,
        "generate_audio": True,
        "seed": 7,
        "resolution": "720p",
        "aspect_ratio": "16:9",
    }


def test_what_was_said_stays():
    said = {"duration": 4, "seed": 1, "generate_audio": False, "size": "1280x720", "odd": [1]}
    assert complete("google/veo-3.1", **said) == {
        "model": "google/veo-3.1",
        "prompt": "A calm sea",
        **said,
    }


def test_a_picture_keeps_its_ratio():
    assert "aspect_ratio" not in complete("google/veo-3.1", frame_images=[FRAME])


@given(st.sampled_from(EMULATED))
def test_a_completed_request_is_priced_and_made_as_before(model):
    body = json.dumps({"model": model.id, "prompt": "A calm sea"}).encode()
    request = VideoGenerationRequest.model_validate_json(body)
    spec = check_request(request, model)
    whole = completed(body, request, spec, model, 7)
    again = check_request(VideoGenerationRequest.model_validate_json(whole), model)
    assert again.seed in {None, 7}
    assert (again.cost, again.width, again.height, again.duration, again.audio) == (
        spec.cost,
        spec.width,
        spec.height,
        spec.duration,
        spec.audio,
    )
