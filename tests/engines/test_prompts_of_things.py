"""What is only likened to a place, named after one, or has one on it, is abstract."""

from __future__ import annotations

import pytest

from tests.engines.prompts import rows, scenes

LIKENED = """
the peak of a souffle
the alps in a jigsaw puzzle
A sea of balloons
Oceans of time
a mountain of pancakes
A mountain of paperwork on a desk
mountains of books in a library
An avalanche of confetti
waves of fabric
a wave of tourists in a museum
a lake of milk
a forest of cables in a data center
A forest of raised hands
the city of your dreams
a valley of tears
Island of Dogs
The summit of technology
a river of lava
an island of trash bags
eine Welle von Emotionen
ein Berg von Schulden
une forêt de gratte-papiers
una montaña de basura
una montagna di vestiti
uma montanha de roupa
un océan de larmes
un mar de lágrimas
ein Meer an Möglichkeiten
He stands like a mountain
Singing like the waves
Eyes the color of the sea
a tattoo of a mountain on an arm
a bracelet shaped like a wave
a castle made of city bricks
a mountain built from sugar cubes
an ocean made out of plastic bags
a sea made of paper
a sea of protesters
a sea of smartphones at a concert
an ocean of stars in a nebula of dust
a forest of legs
mountain of laundry on a bed
a wave of dancers
a lake of chocolate
a hill of beans
a tide of zombies
a sea of candles
ein Wald von Fahnen
un océano de flores
une montagne de vaisselle
um oceano de pessoas
un bosque de columnas
eyes blue like the ocean
he is as strong as a mountain
hair the colour of a stormy sea
fierce as the sea
una voz como el mar
a voice like waves
A globe with a mountain inside
A mug with an ocean print
A model city made of lego on a table
A city map on a wall
A mountain calendar on the wall
A painting of mountains on the wall of a museum
A framed photo of a lake
Ocean-themed birthday cake
mountain-shaped candle
A beach-ball in the living room
Street shoes on a shelf
City council meeting in an office
Boston Celtics game
London Fashion Week runway
Paris Jackson
Berlin Philharmonic
Dubai chocolate bar
Tokyo banana cake
New York style pizza
Brooklyn Nets jersey
A wine glass, street lights behind the window, kitchen
woman doing yoga in a studio, ocean sounds
Mountain Dew can
Ocean's Eleven casino
surfing the web on a laptop
driving range
skyscraper cake
"""
NOT_COMPOUNDS = """
carpet
seasoned chicken
talent show
rosebud
soldier
nightclub dancers
ruedas
solid gold bar
manhole
seamstress sewing
starfish in a jar
Starbucks cup
moonwalk dance
dayspring
marketplace
wallet
sunburn
redwine
greenhouse tomatoes
bluebird
goldfish
barcode
carnaval
Rosenberg
Blumenthal
dayroom
marigold
marmalade
verdict
solstice
Nightingale
automat
busboy
Mercury
Sunrise Senior Living logo
"""
THINGS = """
A surfboard in a shop window
A taxi driver portrait in a studio
A building made of lego on a table
A street sign on a bedroom wall
A city planner at her desk
Street artist's hands mixing paint
A sculpture of a wave in a museum
Ocean wallpaper on a phone
A mountain on a T-shirt
A city on a postcard
a wave logo
mountain logo animation
A jigsaw puzzle of the city
a beach in a snow globe
A lighthouse lamp on a shelf
A whale plush toy on a bed
Dolphin tattoo on a shoulder
A boat-shaped bathtub
Sea shell on a desk
Seafood pasta in a bowl
Sea salt on a steak
A bus ticket on a table
A car key on a table
Beach sandals on a carpet
Mountain climbing in an indoor gym
A climber on an indoor wall
surfing simulator indoors
A man surfs the internet on a laptop
A ship model in a museum
A toy city on the carpet
Crowd in a concert hall
A crowd at a nightclub
Skyscraper cake on a table
Yacht club dinner in a restaurant
A picture of a mountain hanging over the sofa
A photo of Paris on his phone
A watercolor painting of the sea on an easel
Video game of a city on a laptop screen
an ocean scene on TV in a living room
A ski jacket on a hanger in a shop
City slicker cocktail at the bar
Island kitchen counter
kitchen island with marble
Headlight repair in a garage
Harbor seal plush
forest green sofa
sea green curtains
ocean blue dress
mountain bike in a garage
Traffic cone on a table
Alley cat in a kitchen
Alley-oop dunk in the gym
a wave of her hand
She waves at the camera
He waves goodbye
a woman waves from a window in a studio
The climber's hands, chalk, indoor gym
An astronaut in a city helmet on the moon
Pirate ship in a bathtub
A kayak in a swimming pool
building a snowman
He is building a robot
Park the car in the garage
Lego street on a table
"""
NAMES = """
Portrait of Lake Bell
Swan Lake ballet
A city council meeting
Manchester City goalkeeper
Paris Hilton waving
Paris Hilton walks her dog
London Breed speaks
Chicago Cubs game
Chicago-style hot dog
Boston Red Sox
Brooklyn Nine-Nine
Tokyo Revengers
Berlin Wall documentary
New York Times newspaper on a table
New York Knicks players
Los Angeles Dodgers cap
London dry gin in a glass
Shanghai dumplings
Bangkok noodles in a bowl
Seoul food korean bbq
Dubai chocolate
Hong Kong egg waffles
Singapore Airlines stewardess
北京烤鸭
Ocean Vuong reads a poem
Billie Ocean singing
Frank Ocean album
Forest Whitaker smiling
Storm Reid portrait
River Phoenix
Lake Bell actress
Bay Leaf soup
San Jose Sharks hockey
Coast Guard badge
Summit Entertainment logo
Vale a pena
City Hunter anime
Sex and the City
Mount Sinai Hospital
Mont Blanc pen
La vague de chaleur
El alcalde de la ciudad
Der Bürgermeister der Stadt spricht
The mayor of the city gives a speech
"""
IN_OTHER_LANGUAGES_AND_ROOMS = """
Ein Gemälde vom Meer an der Wand
Eine Postkarte von Paris am Kühlschrank
Ein Stadtplan auf dem Tisch
Un póster de una montaña
Une affiche de la mer
une carte de la ville
un mapa de la ciudad
Una foto del mar en la pared
un tableau de la mer sur le mur
Ein Spielzeugboot in der Badewanne
un barco de juguete en la bañera
Sie hat Augen wie das Meer
ojos como el mar
des yeux comme un océan
occhi come il mare
olhos como o mar
eine Katze auf dem Sofa, Straßenkatze
le roi de la montagne
un meuble en bois
ein Wald aus Antennen
une vague de touristes
una ola de turistas
un mare di folla
une mer de nuages
King of the mountain trophy
A storm in a teacup
Storm of confetti in an arena
A blizzard of paper in an office
Street dance battle in a studio
Urban legend podcast in a studio
Traffic controller at his desk
Beach volleyball in a gym
Mountain of dishes in the sink
Boat neck dress on a mannequin
Ocean documentary on a TV screen
Coastal grandmother living room
Sailing club logo
Ship it, says the developer at the laptop
a bowl of island fruit on a table
Forest Gump on a bench
Peak hour at the office
A skyline cake topper
Wave pattern on silk
Pier Paolo Pasolini portrait
Ridge wallet on a desk
bay window in a bedroom
Mount Rushmore figurine
a cab sauvignon bottle
a tram ticket in a hand
A woman named Paris drinks coffee
Casablanca movie poster
London broil steak
Manhattan cocktail on a bar
berlin wall piece in a museum
Brooklyn the baby laughs
Paris Texas
"""
ALL = (LIKENED, NOT_COMPOUNDS, THINGS, NAMES, IN_OTHER_LANGUAGES_AND_ROOMS)


@pytest.mark.parametrize("prompt", [row[0] for row in rows(*ALL)])
def test_what_is_no_place_is_abstract(prompt: str) -> None:
    assert scenes(prompt) == {"flow"}
