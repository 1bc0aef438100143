from __future__ import annotations

import json
import subprocess
import sys

import pytest
from hypothesis import given, strategies as st

from rushes.engines.procedural.plan import (
    PALETTE_LIMIT,
    describe,
    linear_color,
    plan_over_picture,
    plan_scene,
)
from rushes.engines.procedural.scenes import SCENES

HOURS = {"dawn", "day", "sunset", "dusk", "night"}
WEATHERS = {"clear", "cloudy", "fog", "rain", "storm", "snow"}
CAMERAS = {"forward", "backward", "pan_left", "pan_right", "orbit", "rise", "static"}


@pytest.mark.parametrize(
    ("prompt", "scene", "time_of_day", "weather"),
    [
        ("A serene mountain landscape at sunset", "mountain", "sunset", None),
        ("city at night in the rain", "city", "night", "rain"),
        ("A golden retriever surfing a wave at sunset", "ocean", "sunset", None),
        ("stormy sea, lightning over the waves at dusk", "ocean", "dusk", "storm"),
        ("Tokyo street in heavy snow, midnight", "city", "night", "snow"),
        ("a foggy pine forest at dawn", "mountain", "dawn", "fog"),
        ("Cinematic aerial shot of snowy peaks", "mountain", None, None),
        ("a coastal city at golden hour", "city", "sunset", None),
        ("northern lights over a frozen lake", "mountain", "night", "clear"),
        ("astronaut riding a horse on Mars", "mountain", None, None),
        ("swirling ink in water, abstract", "flow", None, None),
        ("Eine Stadt bei Nacht im Regen", "city", "night", "rain"),
        ("Gebirge im Nebel bei Sonnenaufgang", "mountain", "dawn", "fog"),
        ("une tempête sur l'océan au coucher du soleil", "ocean", "sunset", "storm"),
        ("la ciudad de noche bajo la lluvia", "city", "night", "rain"),
        ("montañas nevadas al amanecer", "mountain", "dawn", None),
        ("tramonto sul mare", "ocean", "sunset", None),
        ("praia ao pôr do sol", "ocean", "sunset", None),
        ("夜の東京、雨", "city", "night", "rain"),
        ("海の夕焼け", "ocean", "sunset", None),
        ("暴风雨中的大海", "ocean", None, "storm"),
        ("上海夜景", "city", "night", None),
        ("黎明时分的雪山", "mountain", "dawn", None),
    ],
)
@pytest.mark.parametrize("seed", [0, 1, 99])
def test_what_the_prompt_says_is_planned(
    prompt: str, scene: str, time_of_day: str | None, weather: str | None, seed: int
) -> None:
    plan = plan_scene(prompt, seed)
    assert plan.scene == scene
    assert time_of_day in {None, plan.time_of_day}
    assert weather in {None, plan.weather}


@pytest.mark.parametrize(
    ("prompt", "field", "value"),
    [
        ("mountains, slow pan left", "camera", "pan_left"),
        ("the camera pans right over the bay", "camera", "pan_right"),
        ("the camera slowly pans to the left over the bay", "camera", "pan_left"),
        ("the camera pans from right to left", "camera", "pan_left"),
        ("orbiting a skyscraper", "camera", "orbit"),
        ("the sea, static shot", "camera", "static"),
        ("zoom out from a mountain", "camera", "backward"),
        ("crane shot over the city", "camera", "rise"),
        ("fly through the canyon", "camera", "forward"),
        ("a calm lake", "speed", 0.6),
        ("racing through the city", "speed", 1.6),
        ("a lake", "speed", 1.0),
    ],
)
def test_camera_and_pace_follow_the_words(prompt: str, field: str, value: object) -> None:
    assert getattr(plan_scene(prompt, 3), field) == value


@pytest.mark.parametrize("seed", range(12))
def test_words_inside_words_and_denied_words_say_nothing(seed: int) -> None:
    assert plan_scene("a brainstorm about training", seed).scene == "flow"
    assert plan_scene("a beach with no rain", seed).weather != "rain"
    assert plan_scene("mountains without snow, but mist", seed).weather == "fog"
    assert plan_scene("a golden retriever", seed).palette == ()
    assert plan_scene("no people, a snowy street", seed).weather == "snow"


def test_precipitation_is_seen_beside_what_hangs_in_the_air() -> None:
    assert plan_scene("fog and rain over the city", 1).weather == "rain"
    assert plan_scene("cloudy sea under a thunderstorm", 1).weather == "storm"


def test_colors_come_from_pictures_first_and_from_words_after() -> None:
    given_color = (0.5, 0.25, 0.125)
    plan = plan_scene("a red and teal city", 1, (given_color,))
    assert plan.palette == (given_color, linear_color("#d0202a"), linear_color("#14a5a0"))
    many = plan_scene("red orange yellow green blue purple pink", 1)
    assert len(many.palette) == PALETTE_LIMIT


def test_tags_carry_what_scenes_may_use() -> None:
    plan = plan_scene("aerial view of a cyberpunk skyline with neon signs in winter", 1)
    assert {"aerial", "cyberpunk", "skyline", "neon", "winter"} <= plan.tags


def test_what_is_left_open_varies_by_seed_and_suits_the_place() -> None:
    cities = [plan_scene("a city", seed) for seed in range(60)]
    nights = sum(plan.time_of_day == "night" for plan in cities)
    assert nights > 25
    assert len({plan.time_of_day for plan in cities}) > 1
    assert len({plan.weather for plan in cities}) > 1
    assert len({plan_scene("sunset", seed).scene for seed in range(30)}) > 1


def test_over_a_picture_nothing_is_invented() -> None:
    for seed in range(20):
        plan = plan_over_picture("a portrait of my cat", seed)
        assert (plan.time_of_day, plan.weather, plan.camera) == ("day", "clear", "forward")
    assert plan_over_picture("it starts to snow, pan left", 1).weather == "snow"
    assert plan_over_picture("it starts to snow, pan left", 1).camera == "pan_left"


def test_seed_and_prompt_both_change_the_plan_seed() -> None:
    seeds = {plan_scene(p, s).seed for p in ("a lake", "a sea") for s in (1, 2, 3)}
    assert len(seeds) == 6
    assert plan_scene("A  lake ", 1) == plan_scene("a LAKE", 1)


@given(prompt=st.text(max_size=400), seed=st.integers(-(2**63), 2**63))
def test_any_text_gives_one_valid_plan(prompt: str, seed: int) -> None:
    plan = plan_scene(prompt, seed)
    assert plan == plan_scene(prompt, seed)
    assert plan.scene in SCENES
    assert plan.time_of_day in HOURS
    assert plan.weather in WEATHERS
    assert plan.camera in CAMERAS
    assert 0 <= plan.seed < 2**31
    assert json.loads(json.dumps(describe(plan)))["scene"] == plan.scene


@given(
    words=st.lists(
        st.sampled_from(
            ["no", "without", "rain", "sunset", "the", "city", "sea", "red", "slow"]
            + ["山", "雨夜", "snow", "-", ",", "."]
        ),
        max_size=30,
    )
)
def test_any_order_of_known_words_gives_a_valid_plan(words: list[str]) -> None:
    plan = plan_scene(" ".join(words), 5)
    assert plan.scene in SCENES
    assert plan.weather in WEATHERS
    assert len(plan.palette) <= PALETTE_LIMIT


def test_lone_surrogates_and_huge_prompts_are_read() -> None:
    assert plan_scene("\ud800 city", 1).scene == "city"
    assert plan_scene("city " + "x" * 2_000_000, 1).scene == "city"


def test_the_plan_is_the_same_in_another_process() -> None:
    code = (
        "from rushes.engines.procedural.plan import plan_scene, describe;"
        "import json; print(json.dumps(describe(plan_scene('neon city in winter', 7))))"
    )
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout
    assert json.loads(told) == describe(plan_scene("neon city in winter", 7))
