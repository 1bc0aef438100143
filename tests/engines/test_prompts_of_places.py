"""A place stays one beside words that could be read otherwise."""

from __future__ import annotations

import pytest

from tests.engines.prompts import rows, scenes

PLACES = """
ocean | Waves crash against black rocks at sunset
ocean | Ocean breeze, palm trees swaying on a tropical beach
ocean | Drone footage of turquoise sea and white sand beach
ocean | A lone surfer rides a giant wave
ocean | Golden light over the calm sea, seagulls flying
ocean | Sea spray and foam in slow motion
ocean | Ocean storm, huge waves, lightning
ocean | A sailor steers his boat through the storm
ocean | Beach chairs and umbrellas on the sand at noon
ocean | A beach bar at sunset
city | A rainy city street with shop windows
ocean | The color of the ocean changes at dusk over the sea
ocean | Ocean cliffs in Ireland, waves
ocean | Olas del mar al amanecer
ocean | le bord de mer sous la pluie
ocean | ein Sturm auf dem Meer von oben
ocean | Wellen am Strand von Sylt
ocean | una playa de arena blanca
ocean | el mar de noche
ocean | la mer de Chine
ocean | stürmisches Meer
ocean | a message in a bottle floating in the ocean
ocean | Beach of Copacabana at sunset
ocean | A wave breaks
ocean | The sea is like glass
ocean | the waves of the Atlantic
ocean | Coast of Portugal
mountain | Mountain stream in the Alps at dawn
mountain | snowy mountain peaks of the Himalayas
mountain | A mirror-like lake in the mountains
mountain | mountain goats climb a steep ridge
mountain | Ein See in den Bergen bei Nebel
mountain | lago di Como al tramonto
mountain | lac de Genève au lever du soleil
mountain | montañas de Perú
mountain | The valley of flowers in spring
mountain | Mount Rainier at sunrise
mountain | Lake Tahoe in winter
mountain | mountains made of ice
mountain | A hiker on a mountain ridge at dawn
mountain | lake cabin at dusk
mountain | Mountains of Scotland in the rain
mountain | a hill of wild flowers under a blue sky, mountains behind
city | Busy Tokyo street with neon signs
city | New York taxis in the rain
city | Paris Eiffel Tower at night
city | City lights reflect in puddles
city | City traffic timelapse at night
city | London bridge in fog
city | A woman walks down a city street at night
city | street musician plays saxophone in the rain
city | Chicago skyline at dusk
city | Streets of Paris in the rain
city | The heart of the city at night
city | A street market in Bangkok at night
city | Manhattan traffic jam
city | Berlin bei Nacht
city | une ville sous la pluie
city | la rue de Paris la nuit
city | una calle de Madrid
city | Street photography, people with umbrellas in the rain, city
city | city buildings at night
city | Building facades along a street
city | City of the future, flying cars
city | city made of glass and steel
city | A cat walks through a city street
city | a man at a desk with a view over the city skyline
city | Tokyo Tower at night
city | Mexico City streets
city | 上海外滩夜景
city | 東京の夜、雨
city | 雨の東京タワー
city | Shibuya crossing, crowds of people with umbrellas
city | A building on fire in the city
city | Street lamp in the fog
city | A toy seller on a city street
city | cyberpunk city like Blade Runner
city | A painting of a city street at night in watercolor
ocean | Oil painting of the sea
ocean | a watercolor of the ocean at dusk
mountain | photo of a mountain lake
ocean | A photograph of waves at sunset, film grain
city | anime drawing of a city at night
ocean | Ships leave the harbor of Rotterdam in the fog
ocean | Sea of Okhotsk in winter
ocean | lighthouse on the coast of Maine
ocean | island of Crete, the sea
city | City of Angels at dusk
city | city of Paris
ocean | Avoiding the storm, a boat sails the sea
ocean | a boat without: people. The sea
ocean | Drone shot flying low over the ocean as the sun rises
ocean | A massive wave curls and breaks in slow motion, spray catching golden light
ocean | A fishing boat returns to harbor in the early morning fog
ocean | The ocean looks like molten gold at sunset
ocean | A beach at night with people around a bonfire
ocean | Children build sandcastles on the beach
ocean | Tropical beach with palm trees and a hammock
ocean | The sea in winter, grey waves roll in
ocean | A whale breaches off the coast of Alaska
ocean | waves lap gently at the shore
ocean | A cinematic shot of ocean waves crashing on a cliff
ocean | Surfers paddle out at dawn on a calm sea
ocean | A sailing ship in a storm at sea
ocean | Vast ocean under a starry sky, moonlight on the water
ocean | The Pacific coast highway, sea on the left
ocean | Big Sur coastline with waves
ocean | seagulls circle over the pier
ocean | ocean surface ripples
ocean | Ocean swell, long lens
ocean | Beach sand and shells, waves
ocean | sea foam on the beach
ocean | sea turtles hatch on the beach
ocean | A red boat on the blue sea
ocean | sea breeze
ocean | beach umbrella in the wind, ocean behind
ocean | stormy sea, waves like mountains
ocean | a calm sea as smooth as glass
ocean | Die Wellen schlagen an die Küste
ocean | Ein Segelboot auf dem offenen Meer bei Sonnenuntergang
ocean | Vagues sur la plage, coucher de soleil
ocean | Un bateau sur la mer calme
ocean | Las olas rompen en la playa al atardecer
ocean | Un barco en el mar de noche
ocean | Onde del mare al tramonto
ocean | Una barca sul mare calmo
ocean | Ondas do mar na praia ao amanhecer
ocean | 夕日の海と波
ocean | 海边的日落
mountain | Snow-covered mountain range under aurora borealis
mountain | Camera flies over a mountain lake surrounded by pine trees
mountain | The mountains stand like giants in the mist
mountain | A lake reflects the mountains like a mirror
mountain | a lone tent on a mountain ridge
mountain | Valley of Yosemite at dawn
mountain | Hikers climb to the summit of Mount Kilimanjaro
mountain | The Swiss Alps in winter
mountain | alpine meadow with wildflowers and snowy peaks
mountain | a forest fire on the mountain
mountain | mountain village in the valley at dusk
mountain | Mountain peaks pierce the clouds
mountain | Fog rolls over the hills and the forest
mountain | die Alpen im Winter
mountain | Ein Bergsee bei Sonnenaufgang
mountain | Un lac de montagne au lever du soleil
mountain | un lago entre montañas
mountain | um lago nas montanhas ao pôr do sol
mountain | 雪山と湖
mountain | 清晨的山谷
city | A rainy neon-lit street in Tokyo at night, cyberpunk style
city | Rush hour traffic on a city street, headlights
city | New York City skyline at sunrise
city | A cyclist rides down a city street
city | People cross the street at Shibuya crossing
city | A cat on a rooftop overlooking the city
city | Paris in the rain, people with umbrellas
city | aerial shot of downtown Los Angeles at night
city | An empty street after the rain, puddles
city | London street with red buses
city | A taxi waits in the rain
city | Manhattan street steam rising at night
city | Snow falls on a quiet city street
city | futuristic city with flying cars
city | Streetlights flicker along a dark alley
city | A street performer juggles in Paris
city | street lights
city | city traffic
city | city buses and taxis
city | Tokyo streets glow in the rain
city | Tokyo lights
city | downtown street scene
city | a street food stall on a Bangkok street
city | crowd crossing the street
city | New York apartment buildings in snow
city | Hong Kong street market at night
city | Eine Straße in Berlin bei Nacht
city | Une rue de Paris sous la neige
city | Una calle de la ciudad bajo la lluvia
city | Le luci della città di notte
city | As ruas da cidade à noite
city | 雨夜的城市街道
city | 東京の街、ネオン
city | A model walks down the city street
city | A woman in a red dress walks through the city at night
city | A couple holding hands on a city street
city | a dog waits on the sidewalk in the city
city | A painting-like view of the city at dusk
city | city in the style of a painting
city | The city wakes up
city | Lights of the city
city | A drone over the city in the evening
city | A city on a hill at night
city | cityscape in watercolor
ocean | A bed on the beach, sea
ocean | a table for two on the beach at sunset
ocean | view of the sea from the window of a room
ocean | Sea view terrace at noon
ocean | a lighthouse on a cliff, storm
mountain | wooden table by the lake
mountain | a photographer takes a photo of the mountain
city | window of a room, city lights at night
ocean | People on the beach watch the sunset
ocean | Tourists on the beach eat ice cream
city | People in the street eat pizza
city | A man in London holds an umbrella
city | Tourists in Tokyo watch cherry blossoms
city | A couple in Paris drinks wine
city | Two dancers in New York perform
city | Cars in Los Angeles at night
city | A child in the city eats candy
ocean | A man on the coast looks at the sea
ocean | Children in the sea play with a ball
mountain | A man at the lake holds a phone
ocean | friends at the beach take photos
ocean | a dog on the beach chases a ball
city | a skater in the city jumps over a bench
mountain | a monk in the mountains prays
city | A dog in Berlin runs
city | street view with people and umbrellas
ocean | boats on the sea sail into the sunset
mountain | Camp by the lake, people drink coffee
city | City lights bokeh, rain on a window
ocean | the ocean, a bottle floats
city | Paris street cafe at dusk
city | old Paris street
city | bustling Hong Kong
city | Manhattan, seen from a helicopter
city | A businessman walks in Manhattan
ocean | she waves on the beach
mountain | a lone skier in the Alps
ocean | a boat sails like a bird on the sea
ocean | People walk on the beach like ants
ocean | clouds like cotton over the sea
city | cars like toys in the city below
city | a city like no other
mountain | mountain peaks like teeth
mountain | Mountains of Norway
ocean | the sea of Galilee at dawn
ocean | Gulf of Thailand
ocean | Bay of Bengal at dusk
city | the city of Rome in the rain
city | City of Tokyo at night
mountain | a ridge of snow at dawn
ocean | a wave of icy water
ocean | shores of Lake Michigan
ocean | an ocean of water
mountain | sea of fog below the mountain
city | a forest of skyscrapers at dusk
ocean | a calm sea; negative: night, rain; sunset
ocean | sea at dusk, neg: city
ocean | Prompt: the sea at dawn\\nNegative prompt: city, mountain, cartoon\\nSteps: 20
mountain | Mountain lake. Do not include: city, people, night
mountain | Mountain lake. Please avoid: cities, the sea
ocean | the ocean --no people, boats, city
ocean | the ocean, --no city night --ar 16:9 --v 6
city | [negative: ocean, forest] city in the rain
ocean | Sea.\\nUnwanted: city, mountain, storm
ocean | El mar. Evitar: ciudad, noche
ocean | Il mare. Prompt negativo: città, notte
ocean | O mar. Sem: cidade, noite
ocean | 海，负面提示词：城市，夜晚
ocean | 大海。反向提示词: 城市、夜晚
ocean | Ocean waves. NEGATIVE PROMPT: City, Night, Storm
ocean | ocean, without: city, night
ocean | calm ocean negative_prompt="storm, city"
ocean | calm ocean. Things to avoid: storm, city
ocean | calm ocean. Not: city, storm
ocean | calm ocean (no: storm, city)
ocean | calm ocean. No city, no night. Negative: mountain
city | City at noon. ###Negative: rain, night
city | Hafenstadt bei Nacht
ocean | Nordseestrand
ocean | Meereswellen
mountain | Bergdorf im Schnee
city | Stadtlichter
ocean | Küstenlandschaft
ocean | A couple on the beach, a towel and a book
ocean | A painter paints the sea on the beach
city | A man waits at a bus stop in the rain
city | A taxi drives through the city
city | A street cat in the city at night
ocean | A boy flies a kite on the beach
ocean | a yacht on the ocean, champagne on a table
city | coffee on a table by the window, city street in the rain
ocean | A toy boat floats on the sea
ocean | Whale watching in the ocean
city | A crowd walks through the city street
city | car headlights on a city street
mountain | A skier descends a mountain
city | Paris at dusk
city | Rainy London streets
city | Tokyo rush hour
city | New York in winter
city | Hong Kong neon at night
city | Singapore skyline
city | Chicago in the snow
city | Neon Tokyo alley
city | Los Angeles sunset
city | Dubai seen from above
city | 上海街道
city | 東京駅の夜
city | Manhattan Bridge at dusk
city | Stadt bei Nacht wie in Blade Runner
ocean | Möwen über dem Meer
ocean | Hafen bei Sonnenuntergang
city | Altstadt im Regen
city | la vieille ville sous la pluie
city | centro de la ciudad de noche
ocean | el puerto al amanecer
ocean | Boote im Hafen
city | Straßenbahnen in der Stadt
city | urban jungle at night, taxis
city | a concrete jungle
city | tranvía por la calle
city | Fahrradfahrer in einer verregneten Gasse
mountain | schneebedeckte Berge
ocean | stürmische See
ocean | mar agitado
ocean | calm seas
mountain | montagnes enneigées
mountain | montañas nevadas y un lago tranquilo
"""


@pytest.mark.parametrize(("scene", "prompt"), rows(PLACES))
def test_a_place_is_drawn(scene: str, prompt: str) -> None:
    assert scenes(prompt) == {scene}
