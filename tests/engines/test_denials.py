from __future__ import annotations

import pytest

from rushes.engines.procedural.plan import continued, drawn, plan_over_picture, plan_scene, said_in

SEEDS = range(16)


def rows(text: str) -> list[tuple[str, ...]]:
    """Return the lines of a table whose columns are parted by |."""
    return [tuple(map(str.strip, row.split("|"))) for row in text.strip().splitlines()]


def drawn_values(prompt: str, field: str) -> set[object]:
    return {getattr(plan_scene(prompt, seed), field) for seed in SEEDS}


DENIED_WEATHER = """
city | without rain, fog, or snow: a street
city | no rain, fog or snow: a street
ocean | no clouds, fog: sea
city | a street with no snow, rain, or fog at night
ocean | sea without rain, storm
city | a street (no rain, snow)
ocean | a sea with no storm, clouds or rain
city | without people, cars, or rain: a city
city | no people, rain: a street
city | no wind, rain: a street
city | neither rain nor fog, a street
ocean | without a storm or a cloud, the sea
ocean | no storm clouds: the sea
ocean | no rain and a calm sea
city | a city w/o rain
city | a rain-free city
ocean | a sea free of rain
ocean | ein Meer ohne Regen, Nebel und Wolken
city | weder Regen noch Nebel, eine Stadt
city | una ciudad sin lluvia, niebla ni nieve
city | una calle sin lluvia y niebla
city | une rue sans pluie, brouillard ni neige
city | il ne pleut pas sur la ville
ocean | il mare senza pioggia, nebbia o neve
ocean | praia sem gente, chuva ou nevoeiro
city | Stadt ohne Regen
city | ville sans pluie
city | ciudad sin lluvia
city | 雨のない街
city | 雨や霧のない街
city | 没有雨的城市街道
city | 没有雨、雾和雪的城市
city | 不下雨的城市
ocean | it stopped raining over the sea
mountain | the fog has lifted over the lake
mountain | Rain? No. Sun over the lake.
ocean | rain on the sea is not present
city | rain does not fall on the city
city | it is no longer raining in the city
ocean | the storm is over, the sea is calm
city | es regnet nicht mehr in der Stadt
ocean | der Regen hat aufgehört, das Meer
city | la pluie a cessé sur la ville
city | 雨が止んだ街
city | 雨停了，城市
mountain | mountains not covered in snow
"""


@pytest.mark.parametrize(("scene", "prompt"), rows(DENIED_WEATHER))
def test_denied_and_ended_weather_is_never_drawn(scene: str, prompt: str) -> None:
    assert drawn_values(prompt, "scene") == {scene}
    assert drawn_values(prompt, "weather") <= {"clear", "cloudy"}


def test_without_clouds_it_is_clear() -> None:
    for prompt in ("the ocean without clouds", "a lake with neither clouds nor fog", "海、雲なし"):
        assert drawn_values(prompt, "weather") == {"clear"}


SAID = """
weather | fog | no rain, a street at night, fog
weather | fog | a street, no rain, foggy
weather | fog | no rain, fog over the sea
weather | clear | a beach, no rain, sunny
weather | snow | sea, no rain or fog, a boat in the snow
weather | rain | the rain is over the sea
weather | rain | it hasn't stopped raining in the city
weather | rain | the rain hasn't come to the sea
time_of_day | sunset | no people, sunset over the sea
time_of_day | night | a street with no snow, rain, or fog at night
time_of_day | dawn | not sunset but dawn over the sea
scene | mountain | no people, mountains at sunset
scene | mountain | no city, mountains
scene | city | no people cross the city street
scene | ocean | not in the city but at sea
scene | ocean | not a city or a street but the ocean
scene | ocean | sem cidade, apenas o mar
scene | ocean | sem chuva, o mar
scene | ocean | não a cidade, mas o mar
scene | mountain | sem montanhas, o lago
scene | ocean | barco no mar ao entardecer
scene | mountain | 海ではなく山
scene | mountain | 海じゃなくて山
scene | mountain | 不是海而是山
scene | ocean | 不要山，要海
scene | mountain | sunset, no sea
scene | flow | the city is not visible
camera | static | ocean with no camera movement
camera | static | don't move the camera, ocean
camera | static | the sea, static
camera | static | don't pan; static sea
"""


@pytest.mark.parametrize(("field", "value", "prompt"), rows(SAID))
def test_a_denial_ends_where_something_else_begins(field: str, value: str, prompt: str) -> None:
    assert drawn_values(prompt, field) == {value}


NEVER = """
time_of_day | night | a city street, not at night
time_of_day | night | not at night: a city street
time_of_day | night | nicht bei Nacht, eine Stadt
time_of_day | night | una ciudad, no de noche
time_of_day | sunset | the sea, not at sunset
weather | snow | mountains but not in winter
camera | pan_right | a mountain lake, no camera pan
camera | pan_left | a mountain lake, no camera pan
camera | forward | a lake, no zoom
"""


@pytest.mark.parametrize(("field", "value", "prompt"), rows(NEVER))
def test_the_seed_does_not_choose_what_is_denied(field: str, value: str, prompt: str) -> None:
    values = drawn_values(prompt, field)
    assert value not in values
    assert values


def test_a_denial_changes_a_video_that_goes_on_or_starts_from_a_picture() -> None:
    rain = plan_scene("a city in the rain", 1)
    assert continued(rain, "the rain has stopped").weather == "clear"
    assert continued(rain, "no camera movement").camera == "static"
    assert plan_over_picture("no zoom", 1).camera == "static"
    assert said_in("no camera movement")["camera"] == "static"


ABSTRACT = """
a tornado; the wave of his hand; a hair wave hairstyle; waves in her hair; an ocean of data;
wave function in physics; a wave of nostalgia; a sea of possibilities; a storm of applause;
Frank Ocean singing; Frank Ocean; Beach Boys band; Jon Snow holding a sword; rain man;
mount the tv on the wall; Mount the camera on a tripod; storm the castle; peak of his career
"""


@pytest.mark.parametrize("prompt", [" ".join(one.split()) for one in ABSTRACT.split(";")])
def test_words_that_mean_something_else_draw_no_scene(prompt: str) -> None:
    assert drawn_values(prompt, "scene") == {"flow"}


LITERAL = """
city | Salt Lake City streets at night
city | Salt Lake City
city | a mountain city
ocean | the waves of nostalgia over the ocean
ocean | waves of the sea
ocean | the Sea of Japan
mountain | a forest of pines by a lake
mountain | Mount Fuji
mountain | the peak of Mount Everest
mountain | Crater Lake at dawn
ocean | Pacific Ocean waves
city | George Street at night
mountain | See im Nebel
"""


@pytest.mark.parametrize(("scene", "prompt"), rows(LITERAL))
def test_places_are_not_taken_for_something_else(scene: str, prompt: str) -> None:
    assert drawn_values(prompt, "scene") == {scene}


def words(prompt: str) -> tuple[object, object]:
    said = drawn(prompt, plan_scene(prompt, 1))
    return said["words"], said["not_drawn"]


def test_every_word_is_listed_as_it_is_written() -> None:
    assert words("समुद्र में सूर्यास्त") == ([], ["समुद्र", "में", "सूर्यास्त"])
    assert words("s\u200bea") == (["sea"], [])
    assert words("🌊 👩\u200d🚀") == ([], ["🌊", "👩\u200d🚀"])
    assert words("See im Nebel") == (["See", "Nebel"], [])
    assert words("sem chuva, o mar ao amanhecer") == (["mar", "amanhecer"], [])
    assert words("it hasn't rained; l'eau n'est pas là, la mer") == (["mer"], ["eau"])
    assert words("static sea") == (["static", "sea"], [])
    assert words("不是海而是山") == (["山"], [])
    assert words("heavy rain, abstract") == (["abstract"], ["heavy", "rain"])
