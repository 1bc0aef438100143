"""What each provider makes, and what it refuses before anything is spent."""

from __future__ import annotations

import io

import av
import pytest

from tests.contract.cases import CASES, data_of, each, each_provider, is_retired
from tests.contract.live_service import accepted, charges, marked, sent


def video_of(outcome):
    """Decode a video; return width by height, seconds, and how many streams have sound."""
    with av.open(io.BytesIO(outcome.video)) as container:
        frames = list(container.decode(video=0))
        rate = container.streams.video[0].average_rate
        sounds = len(container.streams.audio)
    return frames[0].width / frames[0].height, float(len(frames) / rate), sounds


@each(lambda case: case.requests)
def test_a_request_is_made_once(live, name):
    outcome = live.outcome("requests", name)
    assert outcome.ending == "completed", outcome.body
    assert sent(live.upstream, outcome) == 1
    assert len(accepted(live.upstream, outcome)) == 1
    assert len(charges(live.upstream, outcome)) == 1
    assert outcome.extension["provider"] == data_of(live.case).name


@each(lambda case: case.requests)
def test_the_video_is_as_long_as_was_asked_for_and_of_its_shape(live, name):
    outcome, body = live.outcome("requests", name), live.case.requests[name]
    ratio, seconds, _ = video_of(outcome)
    assert seconds == pytest.approx(outcome.extension["duration"], abs=0.5)
    if not {"frame_images", "input_references"} & body.keys():  # the fakes fetch no pictures
        width, height = map(int, outcome.extension["size"].split("x"))
        assert ratio == pytest.approx(width / height, rel=0.1)


@each(lambda case: ["silent"] if "silent" in case.requests else [])
def test_a_silent_video_has_no_sound(live, name):
    _, _, sounds = video_of(live.outcome("requests", name))
    assert sounds == 0


@each(lambda case: case.requests)
def test_the_cost_is_reported(live, name):
    outcome = live.outcome("requests", name)
    if live.case.has_exact_cost:
        assert outcome.cost is not None
        is_charged = charges(live.upstream, outcome)[0].amount > 0
        assert (outcome.cost > 0) == is_charged
    elif outcome.quote is not None:
        assert outcome.cost == pytest.approx(outcome.quote, rel=0.3)  # some count the inputs


@each(lambda case: case.requests if isinstance(case.unit, float | int) else case.unit)
def test_the_cost_is_what_the_upstream_charges(live, name):
    outcome, unit = live.outcome("requests", name), live.case.unit
    [charge] = charges(live.upstream, outcome)
    dollars = unit if isinstance(unit, float | int) else unit[name]
    assert outcome.cost == pytest.approx(charge.amount * dollars, rel=1e-6)


@each(lambda case: case.prices)
def test_the_cost_is_the_published_price(live, name):
    outcome, price = live.outcome("requests", name), live.case.prices[name]
    assert outcome.cost == (None if price is None else pytest.approx(price, rel=1e-6))


def test_the_cost_of_each_provider_is_checked():
    for case in CASES:
        checked = case.requests if isinstance(case.unit, float | int) else case.unit
        assert checked if case.has_exact_cost else len(case.prices) > 1


@each_provider(lambda case: bool(case.options))
def test_passthrough_options_are_taken(live):
    options = {live.case.slug: dict(live.case.options)}
    body = marked(live.case.requests["text"], provider={"options": options})
    [outcome] = live.service.make(body)
    assert outcome.ending == "completed", outcome.body
    assert len(charges(live.upstream, outcome)) == 1


@each(
    lambda case: [
        name for name, (body, _) in case.refused.items() if not is_retired(case, body["model"])
    ]
)
def test_what_the_provider_cannot_do_is_refused(live, name):
    body, field = live.case.refused[name]
    before = asked(live)
    outcome = live.service.submit(body)
    assert outcome.status == 400, outcome.body
    # Where these depend on each other, either may be named.
    pair = {"duration", "resolution"}
    assert outcome.metadata["field"].startswith(field) or {field, outcome.metadata["field"]} == pair
    assert data_of(live.case).name in outcome.message
    assert asked(live) == before


@each_provider(lambda case: data_of(case).serves != "catalog")
def test_an_unknown_option_is_refused_with_those_that_there_are(live):
    before = asked(live)
    options = {live.case.slug: {"no_such_option": 1}}
    outcome = live.service.submit(marked(live.case.requests["text"], provider={"options": options}))
    assert outcome.status == 400
    assert f"provider.options.{live.case.slug}.no_such_option" in outcome.message
    assert "allowed: " in outcome.message
    for option in live.case.options:
        assert option in outcome.message
    assert asked(live) == before


def asked(live):
    """Return how many requests that change something have reached the fake."""
    requests = live.upstream.requests
    return sum(number for route, number in requests.items() if not route.startswith("GET"))
