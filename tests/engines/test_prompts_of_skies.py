"""Skies, weathers and lands that are all of a prompt; what is said of the words that choose."""

from __future__ import annotations

import pytest

from rushes.engines.procedural.plan import drawn, plan_scene, scene_from
from tests.engines.prompts import rows

SEEDS = range(12)
SIGHTS = """
Northern lights
Southern lights
Polar lights
Aurora
Aurora borealis
Northern lights at night
Aurora in the fog
Milky way
Shooting stars
Stars
A rainbow
A full moon
The moon
The sun
A solar eclipse
A meteor shower
Fireworks
Fireflies
Lanterns
Umbrellas in the rain
A sandstorm
Steam
Space
A planet at night
A jellyfish at sunset
Cherry blossoms at sunset
Fire at night
Christmas
Summer
"""
FORESTS = """
A forest
A dense forest
A deer in a forest
A path through the woods
A forest at night
a foggy pine forest at dawn
Herbstwald im Nebel
A meadow at dawn
The Grand Canyon at sunset
Misty forest path in autumn
ein Wald voller Tannen
un bosque de pinos al atardecer
une forêt de sapins sous la neige
Forest of giant redwoods
a deer in a misty forest at sunrise
autumn forest, leaves falling
Sunlight through the forest canopy
forest stream with mossy rocks
A girl in the forest drinks tea
a bear in the forest eats honey
the forest of Fontainebleau in autumn
a forest of birch trees
verschneiter Wald
Winterwald
Nebelwald
"""
NAMES = """
The seattle sea hawks
Sea horse
Sea lions
Sea monkeys
Sea salt
A sea captain
Below sea level
Mountain dew
Mountain bike race
A mountain lion
Ferrari on a race track
Formula one race
The human race
Racing bike
ocean spray juice
New york yankees
tampa bay buccaneers
Fast food
"""
UNNAMED = """
A gathering at sunset
A violent kiss in the rain
A violent storm of emotions
A solar storm
A light in the fog
A kite in the sky at sunset
Neon jellyfish
Neon fox in the rain
neon logo
A toy car
Storm chasers
"""


@pytest.mark.parametrize("prompt", [row[0] for row in rows(SIGHTS, FORESTS, NAMES, UNNAMED)])
def test_what_no_scene_shows_is_abstract_for_every_seed(prompt: str) -> None:
    assert {plan_scene(prompt, seed).scene for seed in SEEDS} == {"flow"}


WEATHERS = """
A storm
A raging storm
A violent storm
A violent thunderstorm
A violent, sudden storm
Stormy weather
Dark storm clouds gathering
Ominous thunderclouds
A storm is brewing
A storm approaches from the west
The storm rages on
Thunder rumbles in the distance
Lightning strikes
Lightning flashes across a dark sky
Ein heftiges Gewitter
Un violent orage
Una fuerte tormenta
Un forte temporale
Clouds drifting in the sky
Thick fog rolling in
Fog settles
A romantic sunset
A warm summer evening
"""


@pytest.mark.parametrize("prompt", [row[0] for row in rows(WEATHERS)])
def test_how_a_weather_or_an_hour_is_does_not_change_where_it_is(prompt: str) -> None:
    assert {plan_scene(prompt, seed).scene for seed in SEEDS} == {"ocean", "mountain"}


CITIES = """
Neon rain
Neon
Neon lights
Neon signs
Neon glow in the fog
Neon glowing in the rain
City lights
City hall
A car
A red sports car drifting
A wet street
"""


@pytest.mark.parametrize("prompt", [row[0] for row in rows(CITIES)])
def test_neon_and_cars_are_of_the_city(prompt: str) -> None:
    assert {plan_scene(prompt, seed).scene for seed in SEEDS} == {"city"}


def test_neon_rain_is_not_a_city_that_is_denied() -> None:
    assert "city" not in {plan_scene("neon rain, no city", seed).scene for seed in SEEDS}


# The words that are followed, and those that are not.
LISTS = """
A red sports car drifting | red, car | sports, drifting
A car | car |
Buildings at night | Buildings, night |
Cars race through the city | Cars, race, city |
A race car | car | race
Neon rain | Neon, rain |
neon rain over the sea | rain, sea | neon
A beach | | beach
A tropical beach | | tropical, beach
Ocean waves on a rocky shore | Ocean, waves | rocky, shore
A horse galloping on the shore | | horse, galloping, shore
Sandstrand am Meer | Meer | Sandstrand
Una playa al atardecer | atardecer | playa
The bay at night | night | bay
A full moon | | full moon
Shooting stars | | Shooting, stars
A violent storm | storm | violent
A forest beside a lake | forest, lake |
A forest at night | night | forest
"""


@pytest.mark.parametrize(("prompt", "followed", "others"), rows(LISTS))
def test_words_are_listed_as_the_picture_shows_them(
    prompt: str, followed: str, others: str
) -> None:
    listed = drawn(prompt, plan_scene(prompt, 1))
    assert ", ".join(listed["words"]) == followed  # type: ignore[arg-type]
    assert ", ".join(listed["not_drawn"]) == others  # type: ignore[arg-type]


CHOSEN = """
A boat at noon | boat
A dog surfing | surfing
A beach | beach
A violent storm | storm
Neon rain | Neon, rain
A lake and a bee | lake
A bee |
"""


@pytest.mark.parametrize(("prompt", "words"), rows(CHOSEN))
def test_the_words_that_chose_the_scene_are_told(prompt: str, words: str) -> None:
    assert ", ".join(scene_from(prompt, plan_scene(prompt, 1))) == words
