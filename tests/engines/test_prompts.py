"""What places a prompt is about, and which it only names; what is listed as drawn."""

from __future__ import annotations

import numpy as np
import pytest

from rushes.engines import images
from rushes.engines.procedural.plan import drawn, plan_over_picture, plan_scene, said_in
from rushes.engines.restyle import Restyle
from tests.engines.prompts import SEEDS, rows, scenes

LIKENED = """
flow | An ocean of people
flow | A sea of faces in the stands
flow | A sea of umbrellas
flow | A sea of cars in a parking lot
flow | An ocean of flowers
flow | A sea of lavender in Provence
flow | Sea of Thieves gameplay
flow | A wave of fans storms the pitch
flow | Mountains of garbage
flow | A mountain of garbage
city | A forest of skyscrapers
flow | A forest of microphones at a press conference
flow | Lake of fire, demon rising
flow | The peak of fashion: runway show
flow | A ridge of muscle, gym
flow | A sharp peak in the stock chart
flow | A honeycomb landscape of data
flow | A valley of kings tomb
flow | A city made of circuit boards
flow | A miniature city on a table made of cheese
flow | Her voice is like an ocean
flow | As tall as a mountain, the giant bows
flow | A girl wearing a dress the color of the ocean
flow | A woman with ocean eyes and hair like waves
flow | ein Meer von Blumen
flow | un mar de gente
flow | une mer de visages
flow | um mar de gente
flow | un mare di gente
ocean | sea of ice
mountain | lake of Geneva
ocean | Bay of Biscay
ocean | Gulf of Mexico
city | city of Lisbon
mountain | a sea of clouds below mountain peaks
mountain | mountains of Peru
city | city of lights
flow | an ocean of candles
flow | a sea of red roses at dusk
flow | ein Meer aus Lichtern
flow | un océano de estrellas
flow | une montagne de livres
mountain | the mountains of northern Italy
ocean | waves of blue water
flow | a forest of tall pines
flow | eyes as deep as the sea
ocean | I would like the ocean at sunset
"""
UNWANTED = """
ocean | Calm ocean. Negative prompt: storm, night, city, mountain
ocean | negative prompt: city, street, people. positive: calm ocean
city | City, negative: rain, night
ocean | calm ocean --no storm, city
ocean | calm ocean --neg storm, city, night
ocean | calm ocean at noon\\nNegative: city, mountain
ocean | Avoid: city, mountain\\ncalm ocean
ocean | Exclude: city, street. Calm ocean
ocean | Calm ocean\\n\\nNegative prompt:\\ncity, night\\nmountain
mountain | a lake --no people, city --ar 16:9
ocean | Das Meer. Negativer Prompt: Stadt, Nacht
ocean | La mer. Prompt négatif : ville, nuit
city | (negative prompt: ocean, night) a city street
"""
COMPOUNDS = """
flow | A seared steak on a grill
flow | Pan-seared salmon
flow | a nightmare
flow | buscar
flow | a diamond
flow | busday
flow | automount
flow | Goldberg variations
flow | rosario
flow | seagreen color
flow | forestgreen color
flow | Sunday
flow | Herbstwald
city | Großstadtnacht
ocean | Meeresküste im Winter
mountain | lakeside
mountain | Bergwald
ocean | oceanfront
"""
THINGS = """
flow | Wall Street trader screaming at screens on the trading floor
flow | A street cat sleeping on a sofa
flow | Street musician's hands playing guitar, close up
flow | Street fight in a boxing gym
flow | A city girl putting on lipstick in front of a mirror
flow | A whiskey bottle on a bar counter, city lights bokeh
flow | A watch with a city skyline engraved
flow | A map of the city
flow | Postcard of Paris on a fridge
flow | A nightclub, DJ, lasers, crowd
flow | Building blocks fall on the carpet
flow | Building a chair
flow | Traffic light cookies on a plate
flow | A taxi-yellow handbag on a pedestal
flow | A painting of the ocean hanging in a gallery
flow | A photo of the sea on her desk
flow | A ship in a bottle on a shelf
flow | A toy boat in a bathtub
flow | A whale-shaped balloon in a child's room
flow | An iceberg lettuce being chopped
flow | Sea bass with lemon on a plate
flow | Sea cucumber dissection
flow | Beach towel folded on a bed
flow | Beach body workout in gym
flow | A man surfs the channels on TV
flow | Coast along on a bike in a velodrome
flow | A wave emoji bouncing
flow | Rubber duck in a bathtub, waves of foam
flow | Ocean blue eyeshadow
flow | T-shirt with mountain print
flow | A poster of a mountain
flow | Screensaver of a mountain on a laptop
flow | Skiing penguin in a snow globe
flow | A cat riding a skateboard down a hill
mountain | oil painting of a mountain lake
ocean | a photo of the sea at sunset
city | a street musician plays in the rain
ocean | waves crash on the rocks
ocean | Ocean view from a hotel room
"""
NAMES = """
flow | Manchester City fans
flow | City of Joy
flow | Paris Hilton
flow | Paris Saint-Germain
flow | Brooklyn Beckham
flow | London Symphony Orchestra
flow | Chicago Bulls
flow | Chicago deep dish pizza
flow | Los Angeles Lakers
flow | New York Yankees cap
flow | New York cheesecake
flow | Singapore sling
flow | Tokyo Ghoul
flow | Hong Kong style milk tea
flow | 上海小笼包
flow | 東京大学の講義室
flow | Ocean Spray
flow | Ocean Vuong
flow | Beach House
flow | Bay Area
flow | Miami Dolphins
flow | 大海捞针
flow | Mount Sinai hospital
flow | Forest Whitaker
flow | La ola de calor
flow | Le maire de la ville prononce un discours
city | Paris skyline at dusk
city | Tokyo glows at night
city | New York City
city | London rain
"""
PLACES_OF_OTHER_WORDS = """
city | A concrete jungle at night, taxis and steam
ocean | Hafen von Hamburg bei Nacht, Schiffe, Regen
city | Straßenbahn fährt durch die verregnete Altstadt von Lissabon
"""
ALL = (LIKENED, UNWANTED, COMPOUNDS, THINGS, NAMES, PLACES_OF_OTHER_WORDS)


@pytest.mark.parametrize(("scene", "prompt"), rows(*ALL))
def test_only_a_place_where_the_picture_is_becomes_its_scene(scene: str, prompt: str) -> None:
    plans = [plan_scene(prompt, seed) for seed in SEEDS]
    assert {plan.scene for plan in plans} == {scene}
    listed = drawn(prompt, plans[0])
    if scene == "flow":
        assert listed["scene"] == "abstract motion"
        assert not {"ocean", "sea", "city", "mountain"} & set(map(str.lower, listed["words"]))  # type: ignore[call-overload]


def test_what_is_unwanted_is_not_drawn_and_not_listed() -> None:
    prompt = "Calm ocean. Negative prompt: storm, night, city, mountain"
    for seed in range(30):
        plan = plan_scene(prompt, seed)
        assert (plan.scene, plan.speed) == ("ocean", 0.6)
        assert plan.time_of_day != "night"
        assert plan.weather != "storm"
    listed = drawn(prompt, plan)
    assert (listed["words"], listed["not_drawn"]) == (["Calm", "ocean"], [])
    for flag in (
        "--no storm, city",
        "--neg storm, city",
        "\nAvoid: storm, city",
        "(negative: city)",
    ):
        assert drawn(f"calm ocean {flag}", plan)["not_drawn"] == []
    assert scenes("positive: a city at night | negative: sea, rain") == {"city"}


NOT_SHOWN = """
penguin | a penguin in the Alps
fireworks | fireworks over the city at night
fireflies | fireflies in a forest at night
umbrellas | umbrellas in a rainy city street
northern lights | northern lights over a lake
tsunami | a tsunami
Matterhorn | the Matterhorn at dawn
Everest | Mount Everest at dawn
Salmon | Salmon fillet searing
honey | honey dripping
chocolate | chocolate bar
olive | olive oil
lemon | lemon on a plate
Amber | Amber Heard
Ruby | Ruby the dog
Luna | Luna the cat
Stella | Stella pours
Alba | Alba eats ice cream
Dawn | Dawn dish soap
Sunday | Sunday
Lemon | Lemon slices in water
peach | a ripe peach
Jade | Jade walks her dog
Summer | Summer Glau on stage
ski | a ski jumper
polar bear | a polar bear on ice
lantern | a lantern at night in the city
chocolate | melting chocolate on strawberries
Chocolate | Chocolate cake with cream
cream | Chocolate cake with cream
honey | a jar of honey
olives | olives in a bowl
lemon | a lemon falls into water
orange | an orange on a table
salmon | wild salmon jumping in a river
peaches | peaches in a basket
champagne | champagne pouring into a glass
lavender | a field of lavender
ruby | a ruby ring
ivory | elephant ivory
Scarlet | Scarlet Johansson smiles
Olive | Olive the cat
Violet | Violet Beauregarde
Hazel | Hazel
Autumn | Autumn the dog
Dawn | Dawn French tells a joke
Stella | Stella McCartney show
Luna | Luna Lovegood
Sol | Sol Campbell
Morgen | Morgen Freeman
Moon | Keith Moon drums
Noon | Noon Meem
Sunny | Sunny the dog runs
Misty | Misty Copeland dances
snowman | a snowman
reindeer | a reindeer
Hurricane | a Hurricane cocktail
rainbow | rainbow trout
rainbow | a rainbow over the sea
iceberg | an iceberg in the ocean
raindrops | raindrops on a window
campfire | a campfire by a lake at night
sandstorm | a sandstorm
Fuji | Mount Fuji at dawn
whale | a whale in the ocean
pouring | pouring milk into coffee
shower | a man in the shower
lunch | lunch in the city
cherry blossom | cherry blossom in the city
"""
SHOWN = """
amber | amber sky over the sea
emerald | the emerald sea
gold | a city in gold and teal
lavender | lavender clouds over the ocean
golden | golden waves of the ocean
stars | stars over the ocean at night
full moon | full moon over the sea
dawn | the sea at dawn
pink | a pink sky over the sea
Golden hour | Golden hour over the sea
orange | an orange sky over the city
silver | silver moonlight on the sea
rainy | a rainy city
lightning | lightning over the sea
neon | a neon city at night
copper | copper light over the mountains
turquoise | turquoise ocean
lime | abstract waves in lime and violet
salmon | salmon pink clouds over the ocean
Morning | Morning fog over the lake
evening | the city in the evening
"""


@pytest.mark.parametrize(("word", "prompt"), rows(NOT_SHOWN))
def test_what_is_only_implied_or_a_thing_is_listed_as_not_drawn(word: str, prompt: str) -> None:
    listed = drawn(prompt, plan_scene(prompt, 1))
    assert word in listed["not_drawn"]  # type: ignore[operator]


@pytest.mark.parametrize(("word", "prompt"), rows(SHOWN))
def test_what_is_shown_is_listed_as_drawn(word: str, prompt: str) -> None:
    listed = drawn(prompt, plan_scene(prompt, 1))
    assert word in listed["words"]  # type: ignore[operator]


INFLECTED = """
weather | storm | ein Boot auf dem stürmischen Meer
weather | rain | eine regnerische Stadt
weather | snow | eine verschneite Straße
weather | fog | ein nebliger Wald
weather | fog | neblige Berge
weather | clear | Sonniger Strand
time_of_day | day | Sonniger Strand
scene | mountain | ruhiger See
speed | 0.6 | ruhiger See
speed | 0.6 | langsame Fahrt durch die Stadt
weather | rain | una ciudad lluviosa
weather | storm | una noche tormentosa en el mar
speed | 0.6 | una playa tranquila
camera | static | el mar, cámara fija
weather | storm | une mer orageuse
weather | rain | des rues pluvieuses
speed | 0.6 | une vague lente
camera | backward | la ville, travelling arrière
time_of_day | day | uma praia ensolarada
weather | cloudy | una montaña nublada
weather | rain | una strada piovosa
weather | fog | une forêt brumeuse
time_of_day | day | une plage ensoleillée
weather | cloudy | bewölkter Himmel über der Stadt
weather | snow | verschneiten Berge
"""


@pytest.mark.parametrize(("field", "value", "prompt"), rows(INFLECTED))
def test_inflected_adjectives_are_read(field: str, value: str, prompt: str) -> None:
    assert {str(getattr(plan_scene(prompt, seed), field)) for seed in SEEDS} == {value}


KEPT_COLORS = """
do not change the colors
Remove the dog, don't change any colors
Without changing the colours, remove the car
keep the original colors
ne change pas les couleurs
ohne die Farben zu ändern
no cambies los colores
"""


@pytest.mark.parametrize("prompt", KEPT_COLORS.strip().splitlines())
def test_a_video_keeps_its_colors_if_the_prompt_says_so(
    prompt: str,
) -> None:
    assert not _tints(prompt)
    assert _tints("make the sky blue")
    assert _tints("remove the dog")


def _tints(prompt: str) -> bool:
    picture = np.full((16, 24, 3), (200, 90, 40), np.uint8)
    planes = Restyle(plan_over_picture(prompt, 1), said_in(prompt), 24, 16).planes(picture, 0, 0.0)
    kept = images.video_planes(picture)
    return any(not np.array_equal(one, other) for one, other in zip(planes, kept, strict=True))
