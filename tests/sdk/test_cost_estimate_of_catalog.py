"""What the real catalog's price lists say of requests: never less than they may cost."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given, strategies as st

from openrouter import components, errors
from rushes.catalog.limits import check_request
from rushes.catalog.model import load_catalog
from rushes.catalog.refusal import InvalidRequestError
from rushes.sdk.model_list import ModelList
from tests.catalog.listed_price import listed_price
from tests.fakes.stub_server import StubServer, json_answer
from tests.sdk.driver import Driver

CATALOG = load_catalog()


@pytest.mark.parametrize(
    "model", [m for m in CATALOG.models if m.kind == "generator"], ids=lambda m: m.id
)
def test_no_request_costs_more_than_was_estimated(model: Any) -> None:
    """For everything that the real catalog offers, and exactly where nothing is open."""
    listed = ModelList(data=[m.wire for m in CATALOG.models])
    picture = {"type": "image_url", "image_url": {"url": "https://a.example/b.png"}}
    checked = 0
    for resolution, ratio, sound, referred in itertools.product(
        (None, *model.resolutions), (None, *model.aspect_ratios), (None, False), (False, True)
    ):
        asked: dict[str, Any] = {"model": model.id, "prompt": "Fog", "generate_audio": sound}
        asked |= {"resolution": resolution, "aspect_ratio": ratio}
        asked |= {"input_references": [picture]} if referred else {}
        request = components.VideoGenerationRequest.model_validate(asked)
        try:
            spec = check_request(request, model)
        except InvalidRequestError:
            continue
        if (cost := listed_price(spec)) is None:
            continue
        at_most = listed.cost_of(request)
        assert at_most is not None
        assert at_most >= float(cost)
        exact = request.model_copy(
            update={
                "size": f"{spec.width}x{spec.height}",
                "resolution": spec.resolution,
                "duration": spec.duration,
                "generate_audio": spec.audio,
            }
        )
        told = listed.cost_of(exact)
        if model.sizes and exact.size not in model.sizes:
            assert told is None
            continue
        assert told is not None
        if any("token" in sku for sku in model.skus):
            # The pixels may be those of 16:9, and the frames one more.
            assert float(cost) <= told <= float(cost) * 1.8
        else:
            assert told == pytest.approx(float(cost))
        checked += 1
    assert checked or not model.skus


LISTED = ModelList(data=[m.wire for m in CATALOG.models])
PRICED = [m.id for m in CATALOG.models]
FREE_OF_CHARGE = {"rushes/procedural-1"}
SIZES = sorted({size for m in CATALOG.models for size in m.sizes})


@pytest.mark.parametrize(
    ("model", "asked"),
    [
        # As long and as large as what goes in:
        ("black-forest-labs/flux-video-upscale", {"duration": 600}),
        ("black-forest-labs/flux-video-upscale", {"duration": 5, "resolution": "4K"}),
        ("black-forest-labs/flux-video-upscale", {"duration": 5, "size": "1920x1080"}),
        ("black-forest-labs/flux-video-edit", {"duration": 5}),
        ("heygen/avatar-iv", {"duration": 5}),
        ("bytedance/seedance-2.0", {"references": "https://a.example/b.mp4"}),
        # Not for sale:
        ("bytedance/seedance-2.0", {"size": "3840X2160"}),
        ("bytedance/seedance-2.0", {"size": "banana"}),
        ("bytedance/seedance-2.0", {"size": "7680x4320"}),
        ("x-ai/grok-imagine-video-1.5", {"size": "7680x4320"}),
        ("x-ai/grok-imagine-video-1.5", {"size": "banana"}),
        ("bytedance/seedance-2.0", {"resolution": "8K"}),
        ("bytedance/seedance-2.0", {"aspect_ratio": "99:1"}),
        ("bytedance/seedance-2.0", {"duration": -8}),
        ("google/veo-3.1", {"duration": 0}),
        ("google/veo-3.1", {"duration": 600}),
        ("google/veo-3.1", {"previous_job_id": "gen-vid-1"}),
        # Behind our arguments:
        ("google/veo-3.1", {"provider": {"options": {"google-vertex": {"resolution": "4K"}}}}),
        ("alibaba/wan-2.6", {"provider": {"options": {"x": {"parameters": {"size": "a"}}}}}),
    ],
)
def test_a_price_that_hangs_on_what_nobody_tells_is_unknown(
    driver: Driver, stub: StubServer, model: str, asked: dict[str, Any]
) -> None:
    order = {"model": model, "prompt": "Fog"} | asked
    assert LISTED.estimate_cost(**order) is None  # type: ignore[misc]
    stub.script(json_answer(LISTED.model_dump(mode="json")))
    with pytest.raises(errors.CostLimitError, match="unknown cost"):
        driver.call(driver.client(), "generate", **order, max_cost=1000)
    assert [request.method for request in stub.received] == ["GET"]


def test_what_was_charged_was_within_the_estimate() -> None:
    """A real job: 480p 1:1, listed as 480x480, became 97 frames of 640x640 for $0.1358."""
    for asked in ({"size": "480x480"}, {"resolution": "480p", "aspect_ratio": "1:1"}):
        told = LISTED.estimate_cost(model="bytedance/seedance-2.0-mini", duration=4, **asked)
        assert told is not None
        assert 0.1358 <= told < 0.14


def test_a_size_is_priced_as_the_resolution_that_it_is_sold_as() -> None:
    order: dict[str, Any] = {"model": "google/veo-3.1", "duration": 4}
    assert LISTED.estimate_cost(**order, size="1280x720") == 1.6
    assert LISTED.estimate_cost(**order, size="2160x3840") == 2.4
    # Which of the two counts is not documented.
    assert LISTED.estimate_cost(**order, size="1280x720", resolution="4K") == 2.4
    narrow = LISTED.estimate_cost(model="bytedance/seedance-2.5", duration=4, size="992x432")
    assert narrow == LISTED.estimate_cost(
        model="bytedance/seedance-2.5", duration=4, size="992x432", resolution="480p"
    )


def test_options_that_change_no_measure_do_no_harm() -> None:
    options = {"google-vertex": {"parameters": {"negativePrompt": "rain"}}}
    assert (
        LISTED.estimate_cost(model="google/veo-3.1", duration=4, provider={"options": options})
        == 2.4
    )


@st.composite
def orders(draw: st.DrawFn) -> dict[str, Any]:
    """Draw arguments that make sense, and such as make none, for any model of the catalog."""
    model = CATALOG.get(draw(st.sampled_from(PRICED)))
    odd = st.sampled_from(["", "banana", "8K", "4k", "0p", "0:1", "1:0", "0x0", "9x9", "1280X720"])
    url = st.sampled_from(["https://a.example/b.png", "https://a.example/b.mp4", "data:audio/wav,"])
    drawn = {
        "resolution": st.sampled_from([*model.resolutions, "720p", "4K"]) | odd,
        "aspect_ratio": st.sampled_from([*model.aspect_ratios, "16:9"]) | odd,
        "size": st.sampled_from([*model.sizes, *SIZES]) | odd,
        "generate_audio": st.booleans(),
        "creativity": st.integers(-2, 2),
        "upscale_factor": st.floats(0, 8),
        "references": st.lists(url, max_size=2),
        "first_frame": st.just("https://a.example/c.png"),
        "previous_job_id": st.just("gen-vid-1"),
    }
    chosen = draw(st.sets(st.sampled_from(sorted(drawn)), max_size=3))
    return {"model": model.id} | {name: draw(drawn[name]) for name in sorted(chosen)}


@given(orders(), st.integers(-10, 700), st.integers(-10, 40))
def test_an_estimate_is_a_price_or_none_and_grows_with_time(
    order: dict[str, Any], one: int, other: int
) -> None:
    told = [LISTED.estimate_cost(**order, duration=seconds) for seconds in sorted({one, other})]
    told.append(LISTED.estimate_cost(**order))  # the longest that there is
    known = [cost for cost in told if cost is not None]
    assert known == sorted(known)
    assert all(cost > 0 for cost in known) or order["model"] in FREE_OF_CHARGE


@given(orders(), st.data())
def test_what_is_left_out_costs_no_less_than_what_is_said(
    order: dict[str, Any], data: st.DataObject
) -> None:
    whole = LISTED.estimate_cost(**order)
    measures = sorted(order.keys() & {"resolution", "aspect_ratio", "generate_audio"})
    if whole is not None and measures and "size" not in order:
        order.pop(data.draw(st.sampled_from(measures)))
        open_price = LISTED.estimate_cost(**order)
        assert open_price is not None
        assert open_price >= whole


def test_every_sku_of_the_catalog_is_understood() -> None:
    from rushes.wire.pricing import is_known

    assert {sku for m in CATALOG.models for sku in m.skus if not is_known(sku)} == set()
    usual = {"duration": 8, "resolution": "720p"}
    unpriced = {
        m.id
        for m in CATALOG.models
        if m.kind == "generator"
        and LISTED.estimate_cost(model=m.id, duration=m.durations[0]) is None
    }
    assert (unpriced, LISTED.estimate_cost(model="google/veo-3.1", **usual)) == (set(), 3.2)
