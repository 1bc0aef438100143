"""Prices of real SKUs, worked out by hand beside the code."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from rushes.catalog.model import load_catalog
from rushes.wire.pricing import Quantity, price

CASES = [
    # model, quantity, USD
    ("google/veo-3.1", {"seconds": 8, "audio": True, "resolution": "720p"}, "3.20"),
    ("google/veo-3.1", {"seconds": 8, "audio": False, "resolution": "1080p"}, "1.60"),
    ("google/veo-3.1", {"seconds": 4, "audio": True, "resolution": "4K"}, "2.40"),
    ("google/veo-3.1", {"seconds": 4, "audio": False, "resolution": "4K"}, "1.60"),
    ("google/veo-3.1-fast", {"seconds": 6, "audio": True, "resolution": "720p"}, "0.60"),
    ("google/veo-3.1-fast", {"seconds": 6, "audio": True, "resolution": "1080p"}, "0.72"),
    ("alibaba/wan-2.7", {"seconds": 10, "audio": True, "resolution": "720p"}, "1.0"),
    ("alibaba/wan-2.6", {"seconds": 5, "audio": True, "resolution": "1080p"}, "0.60"),
    ("alibaba/wan-2.6", {"seconds": 5, "resolution": "1080p", "images": 1}, "0.75"),
    ("alibaba/wan-3.0", {"seconds": 2, "audio": True, "resolution": "480p"}, "0.10"),
    ("kwaivgi/kling-v3.0-pro", {"seconds": 5, "audio": True, "resolution": "720p"}, "0.84"),
    ("kwaivgi/kling-v3.0-pro", {"seconds": 5, "audio": False, "resolution": "720p"}, "0.56"),
    ("minimax/hailuo-3", {"seconds": 5, "resolution": "2K", "audio": True}, "0.65"),
    (
        "minimax/hailuo-3",
        {"seconds": 5, "resolution": "2K", "images": 2, "reference_images": 2},
        "0.73",
    ),
    ("heygen/heygen-video-1", {"seconds": 5, "resolution": "2K"}, "0.45"),
    (
        "heygen/heygen-video-1",
        {"seconds": 5, "resolution": "2K", "images": 1, "reference_images": 1},
        "0.90",
    ),
    ("runway/gen-4.5", {"seconds": 2, "resolution": "720p"}, "0.24"),
    ("runway/aleph-2", {"seconds": 1}, "0.56"),  # the floor
    ("runway/aleph-2", {"seconds": 10}, "2.80"),
    ("black-forest-labs/flux-3-video", {"seconds": 5, "resolution": "1080p"}, "1.45"),
    (
        "black-forest-labs/flux-3-video",
        {"seconds": 5, "resolution": "1080p", "continuation": True},
        "2.65",
    ),
    ("x-ai/grok-imagine-video-1.5", {"seconds": 10, "resolution": "720p", "images": 1}, "1.41"),
    ("x-ai/grok-imagine-video", {"seconds": 1, "resolution": "480p", "images": 1}, "0.052"),
    ("openai/sora-2-pro", {"seconds": 4, "resolution": "720p", "audio": True}, "1.20"),
    (
        "black-forest-labs/flux-video-upscale",
        {"seconds": 10, "width": 2000, "height": 1000, "creativity": 0},
        "1.50",
    ),
    (
        "black-forest-labs/flux-video-upscale",
        {"seconds": 10, "width": 2000, "height": 1000, "creativity": 1},
        "2.10",
    ),
    # 1280 x 720 x 5 s x 24 / 1024 = 108 000 tokens
    ("bytedance/seedance-2.0", {"seconds": 5, "resolution": "720p", "audio": True}, "0.756"),
    (
        "bytedance/seedance-2.0",
        {"seconds": 5, "resolution": "720p", "audio": True, "video_input": True},
        "0.4644",
    ),
    (
        "bytedance/seedance-2.0",
        {"seconds": 5, "width": 1920, "height": 1080, "resolution": "1080p", "audio": True},
        "1.8711",
    ),
    ("bytedance/seedance-1-5-pro", {"seconds": 5, "resolution": "720p", "audio": True}, "0.2592"),
    ("bytedance/seedance-1-5-pro", {"seconds": 5, "resolution": "720p"}, "0.1296"),
    ("rushes/procedural-1", {"seconds": 30, "resolution": "4K", "audio": True}, "0"),
]


def quantity(**given_values: object) -> Quantity:
    values = {"width": 1280, "height": 720, **given_values}
    return Quantity(**{**values, "seconds": Decimal(str(values["seconds"]))})  # type: ignore[arg-type]


@pytest.mark.parametrize(("model", "measures", "usd"), CASES)
def test_a_real_model_costs_what_its_skus_say(model, measures, usd):
    assert price(load_catalog().get(model).skus, quantity(**measures)) == Decimal(usd)


def test_the_recorded_token_price_is_met():
    # A real job: 640x640, 97 frames of 1/24 s, charged 0.1358 at 3.5e-6 a token.
    seconds = Decimal(97) / 24
    measured = quantity(seconds=seconds, width=640, height=640, resolution="480p", audio=True)
    cost = price({"video_tokens": "0.0000035"}, measured)
    assert cost is not None
    assert round(cost, 4) == Decimal("0.1358")


def test_documented_samples_of_other_units():
    four = quantity(seconds=4, resolution="1080p")
    skus = {"per-video-second": "0.5", "per-video-second-1080p": "0.75"}
    assert price(skus, four) == Decimal("3.00")
    assert price({"generate": "0.5"}, four) == Decimal("0.5")


def test_unknown_units_give_no_price():
    assert price({"per_furlong": "3"}, quantity(seconds=5)) is None
    assert price({}, quantity(seconds=5)) is None


@given(
    st.sampled_from([m for m in load_catalog().models if m.kind == "generator"]),
    st.integers(1, 30),
    st.booleans(),
    st.integers(0, 3),
)
def test_every_emulated_model_has_an_exact_price_that_grows_with_time(
    model, seconds, audio, images
):
    for resolution in model.resolutions:
        measures = {"audio": audio, "images": images, "resolution": resolution}
        shorter = price(model.skus, quantity(seconds=seconds, **measures))
        longer = price(model.skus, quantity(seconds=seconds + 1, **measures))
        assert isinstance(shorter, Decimal)
        assert isinstance(longer, Decimal)
        assert 0 <= shorter <= longer
