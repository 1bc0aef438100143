"""Words of what stands beside a place: things, pictures, rooms, names, and parts of compounds."""

GERMAN_PARTS = """
berg, berge, gebirge, alpen, gipfel, tal, wald, waelder, walder, see, meer, meeres, strand, welle,
wellen, kuste, ozean, schiff, boot, segelboot, leuchtturm, insel, stadt, grossstadt, strasse,
strassen, gasse, wolkenkratzer, gebaude, verkehr, nacht, mond, stern, sterne, abend, morgen, mittag,
nachmittag, nebel, dunst, regen, sturm, gewitter, blitz, donner, schnee, wolke, wolken, winter,
sommer, herbst, fruhling, hafen, nordsee, ostsee, himmel, sonne, sonnenuntergang, sonnenaufgang,
neon, wuste, feld, dorf, garten, fluss, wasserfall, vulkan, unterwasser, dschungel, regenwald, eis,
nord, sud, ost, west
"""
GERMAN_ENDS = """
himmel, landschaft, panorama, silhouette, licht, lichter, blick, stimmung, ufer, weg, pfad, welt,
wetter, zeit, rand, front
"""
"""What a German compound is made of, and what may stand only at its end."""

ENGLISH_ENDS = "front, line, side, scape, light, lights"
"""What an English word of a place, an hour or a weather may be joined with."""

ADJECTIVE_BASES = """
isch, ig, lich, sam, bewolkt, schneit, regnet, los, schnell, rasant, bunt, blau, grun, gelb, rot,
schwarz, weiss, grau, braun, violett, silbern, ruhig, hell
"""
"""Ends of German adjectives to which the endings of case are added."""

ROMANCE_ENDINGS = """
osa oso, osos oso, osas oso, osi oso, ose oso, ada ado, ados ado, adas ado, ata ato, ati ato,
ate ato, euse eux, euses eux, ente ent, entes ent, ents ent, ila ilo, ilos ilo, ilas ilo, illa illo,
illi illo, enta ento, enti ento, entos ento, entas ento, ena eno, enos eno, enas eno, ida ido,
idas ido, idos ido, ica ico, icos ico, icas ico, eine ein, eines ein, almos almo, almi almo,
illee ille, illes ille, illees ille, igee ige, iges ige, igees ige
"""
"""Endings of gender and number, and those of the form that the lexicon has."""

AMOUNTS_OF_THINGS = """
wave, ocean, sea, tide, tsunami, forest, lake, mountain, peak, summit, valley, ridge, hill, canyon,
glacier, iceberg, island, storm, rain, blizzard, hurricane, tornado, jungle, meer, ozean, welle,
wald, berg, mer, vague, foret, montagne, mar, ola, bosque, montana, oceano, mare, onda, foresta,
montagna, floresta, montanha, lago, lac
"""
"""Words that stand for an amount of what follows "of", unless that is a place or water."""

GROUPS_OF_THINGS = "city, cityscape, street, skyline, coastline, beach, harbor, harbour, town"
"""Places that are so of things only if several are named: "a city of ants"."""

PLANTS = "flower, wildflower, grass, vine, fern, moss, rose, tulip, heather"
SLOPES = "valley, hill, ridge, mountain, forest, canyon"
"""Plants, and where a place may be of them."""

OF = "of, von, aus, an, de, d, di"
INDEFINITE = "ein, eine, einem, einer, einen, un, une, una, um, uma, uno"
NUMBERS = "thousand, thousands, million, millions, hundred, hundreds, billion, dozens, countless"
NATURE = """
water, ice, snow, saltwater, rock, stone, granite, limestone, sandstone, earth, tree, pine, oak,
birch, fir, spruce, beech, maple, cedar, redwood, sequoia, palm, bamboo, aspen, larch, eucalyptus,
sand, surf, light, fichten, tannen, birken, kiefern, buchen, baumen, wasser, eis,
sapins, pins, chenes, bouleaux, pinos, robles, pini, pinheiros, eau, agua, acqua, glace, hielo,
ghiaccio, gelo, north, south, east, west, northern, southern, eastern, western
"""
"""What the water and the land of a place consist of."""

LANDS = """
afghanistan, africa, alaska, albania, algeria, alaska, america, antarctica, arabia, argentina,
arizona, armenia, asia, australia, austria, azov, bavaria, bengal, bhutan, biscay, bolivia, brazil,
britain, california, canada, catalonia, chile, china, colombia, colorado, como, constance, corsica,
crete, crimea, croatia, cuba, cyprus, denmark, ecuador, egypt, england, ethiopia, europe, finland,
france, galicia, galilee, garda, geneva, georgia, germany, greece, greenland, guatemala, hawaii,
iceland, india, indonesia, iran, iraq, ireland, israel, italy, jamaica, japan, java, jordan,
kashmir, kenya, korea, lapland, lebanon, madagascar, malaysia, marmara, mexico, mongolia, montana,
morocco, mozambique, nepal, norway, okhotsk, oman, oregon, pakistan, panama, patagonia, peru,
poland, portugal, provence, romania, russia, sardinia, scotland, siberia, sicily, slovakia,
slovenia, spain, sweden, switzerland, taiwan, tajikistan, tanzania, tasmania, texas, thailand,
tibet, transylvania, turkey, tuscany, tyrol, utah, ukraine, venice, vietnam, virginia, wales,
wyoming, yorkshire, yukon, zurich, alaska, genf, bodensee, geneve, bretagne, savoie, schweiz,
bayern, tirol, osterreich, maldives, bahamas, azores, seychelles, hebrides, philippines,
netherlands, honduras, islands, alps, athens, naples, brussels, cannes, dallas, vegas, angel,
andes, arkansas, kansas, moon, gods
"""
"""Names of lands, of which seas, lakes and mountains are."""

MADE_OF = "made, built, constructed, sculpted, carved, composed, formed, fashioned"
BUILT_OF = """
stone, glass, steel, concrete, brick, marble, wood, light, gold, ice, crystal, metal, sandstone,
water, rock, clouds, neon
"""
"""What a city or a mountain may be made of."""

LIKE = "like, wie, comme, como, come"
WHO_LIKE = "i, we, you, they, would, d, who, people, also, really, please, kids, children"
"""Words of a simile, and whose verb "like" is."""

ASPECTS = """
color, colour, shade, shape, size, smell, scent, taste, king, queen, god, goddess, mayor, maire,
roi, rey, konig, alcalde, burgermeister, burgermeisterin, sindaco, prefeito, history, story,
meaning, concept, dream, memory, name, spirit, price, lord, prince, master, language, couleur, farbe
"""
"""What is said of a place without showing it."""

OBJECTS = """
poster, postcard, ticket, map, print, screensaver, wallpaper, emoji, toy, miniature, globe, logo,
sticker, shirt, tshirt, sweater, hoodie, mug, cup, magnet, tattoo, puzzle, diorama, figurine,
statue, sculpture, keychain, stamp, banner, calendar, brochure, magazine, tapestry, rug, embroidery,
souvenir, replica, backdrop, watch, bag, handbag, pillow, blanket, dress, necklace, pendant,
badge, coin, banknote, cake, cookie, postkarte, karte, plakat, carte, affiche, mapa, cartel,
cartolina, cartaz, model, phone, charm, ornament
"""
"""Things with a picture of a place, or in its form."""

SMALL = """
toy, miniature, model, cardboard, origami, gingerbread, plastic, rubber, inflatable, plush, fake,
painted, embroidered, engraved, printed
"""
"""What a place is that is only a thing."""

PICTURES = """
painting, oil painting, photo, photograph, picture, drawing, sketch, image, engraving, video,
footage, film, fresco, mural, portrait, watercolor, gemalde, bild, foto, tableau, peinture, cuadro,
game, pintura, dipinto, quadro
"""
IN_HAND = """
hanging, hangs, hung, framed, wall, frame, pinned, holding, holds, easel, wand, mur, pared, parete,
parede, desk, shelf, gallery, museum, table, fridge, bedroom, office, room, mantelpiece, locket,
phone, laptop, screen, tv, television, tablet, monitor
"""
"""Pictures, which are a style of the whole video unless they hang or are held."""

SURFACES = """
table, desk, shelf, plate, carpet, tray, pedestal, screen, laptop, tv, television, monitor, tablet,
phone, arm, shoulder, wall, poster, postcard, shirt, tshirt, mug, sticker, map, banner, calendar,
bag, handbag, cup, stamp, coin, banknote, dress, sweater, hoodie, magazine, billboard, fridge
"""
"""What a place that stands on it is only small or a picture on."""

MARKED = (
    "engraved, printed, tattooed, embroidered, stitched, etched, shaped, themed, flavored, scented"
)
"""What is said of a place that is on a thing, or of a thing in its form."""

THINGS = """
eyes, eye, hair, hands, hand, body, face, lips, skin, nails, muscle, abs, legs, bass, lettuce,
cucumber, urchin, pizza, cheesecake, sling, tea, latte, coffee, cake, bread, bagel, sandwich,
burger, fries, ramen, sushi, noodle, soup, steak, fillet, filet, sauce, oil, cookie, chop, syrup,
jam, juice, soap, dish, detergent, towel, emoji, print, eyeshadow, lipstick, nail, polish, shirt,
dress, jacket, cap, hat, shoes, sneakers, jersey, sticker, logo, perfume, cologne, shampoo,
orchestra, symphony, philharmonic, song, chef, blocks, pie, tart, cream, butter, candy, wine, beer,
cocktail, vinegar, lotion, candle, card, poster, wallpaper, charger, truffle, mousse, brownie, milk,
pudding, muffin, salad, dressing, marinade, tuna, handbag, magnet, keychain, mug, postcard, plush,
dumpling, waffle, chocolate, gin, whiskey, vodka, trout, rum, bbq, kebab, taco, omelette, food,
snack, toast, duck, yankees, lakers, knicks, packers, mets, dodgers, celtics, steelers
"""
"""Things, foods and parts of the body, of which a place, a star or a color only tells the kind."""

TEAMS = """
fans, fan, supporters, team, club, fc, united, player, players, coach, goalkeeper, striker, jersey,
band, orchestra, hospital, university, college, school, magazine, times
"""
"""What a name with a place in it is of."""

CITY_NAMES = """
tokyo, new york, manhattan, brooklyn, hong kong, shanghai, london, paris, berlin, chicago,
los angeles, seoul, singapore, dubai, bangkok
"""
WHERE = """
in, on, at, through, over, across, around, along, near, outside, inside, into, beside, above, im,
am, auf, durch, uber, dans, sur, en, sobre, por, nel, nella, sul, sulla, na, no
"""
"""Words after which a place is where something is done, so that a verb may follow."""

VERBS_OF_CITIES = """
glows, sleeps, wakes, shines, burns, rises, lights, comes, looks, goes, moves, sparkles, glitters,
stretches, awakens, unfolds, bustles, stands, breathes, dances, flickers, vue, vu, vista, visto,
gesehen, erwacht, schlaft, leuchtet, dort, duerme, despierta, brilla, brille, dorme
"""
ROLES = """
actor, actress, singer, rapper, model, portrait, interview, writer, poet, player, dancer, comedian,
president, politician, director, author
"""
PERSONS = """
he, she, who, man, woman, girl, boy, child, kid, lady, guy, person, dancer, actor, actress
"""
RACE_THINGS = """
track, car, driver, course, horse, bike, team, suit, game, day, condition, relations
"""
"""What a race before it tells the kind of."""

NAMESAKES = "pier, ocean, beach, bay, forest, wave, storm, summit, city"
"""Words of places that also begin the names of persons and firms."""

BESIDE_PLACES = """
tower, eiffel, bridge, eye, big, ben, park, gate, central, cafe, subway, metro, corner, station,
market, harbor, harbour, square, apartment, window, rooftops, roofs, view, views, lights, life,
scene, air, wind, breeze, storm, weather, winter, summer, spring, autumn, fall, path, road, trail,
drive, party, resort, house, home, cabin, village, stream, cliff, cliffs, front, side, area,
district, quarter, neighborhood, riverside, river, canal, canals, seine, thames, brandenburg,
opera, cathedral, louvre, hills, hill, highway, freeway, vendor, performer, performers, artist,
art, crowd, crowds, bay, heights, island, islands, peninsula, canyon, falls, creek, pass, spray,
foam, mist, sky, horizon, floor, skytree, dome, palace, garden, gardens, courtyard, stairs,
terrace, bistro, outside, rush, ferry, booth, terminal, airport, plaza, monument, landmark,
landmarks, fountain, waterfront, riverfront, town, vibes, vibe, aesthetic, japan, france, usa, uk,
england, china, uae, germany, korea, thailand, illinois, california, east, west, north, south,
transit, commuters, workers, people, pedestrians, bikes, cyclists, night, motion, timelapse,
background, scenery, shot, tour, walk, journey, port, docks, wharf, marina
"""
"""What a place may be followed by and still be seen."""

COLOR_THINGS = """
salmon, honey, chocolate, olive, lemon, amber, ruby, jade, sage, lime, moss, peach, apricot,
champagne, cream, lavender, lilac, ivory, bronze, copper, rust, sapphire, tangerine
"""
ALSO_THINGS = """
orange, rainbow, gold, emerald, silver, regenbogen, arcoiris, arcobaleno, arc en ciel
"""
"""Colors first, and things after an article if no other word follows: "an orange on a table"."""

COLOR_KINDS = """
bar, tree, grove, leaf, leaves, branch, bee, comb, bush, field, fields, box, brown bear, necklace,
earring, fish, wedge, slice, ring
"""
"""Things that a color has its name from."""

NAMES = """
luna, stella, alba, sunny, noon, morgen, dawn, ruby, amber, jade, olive, summer, autumn, sierra,
brooklyn, paris, london, ocean, star, violet, scarlet, rosa, sol, winter, storm, sky, misty, viola,
jasmine, aurora, bella
"""
"""Words that are first names where an article or the verb of a person follows."""

IMPLYING = """
glacier, sandstorm, dust storm, penguin, polar bear, firework, firefly, fireflies, umbrella,
northern lights, aurora, polarlicht, nordlicht, aurore boreale, aurora boreal, aurora boreale,
极光, オーロラ, tsunami, everest, matterhorn, ski, skiing, skier, snowboarder, snowboarding,
christmas, bioluminescent, bioluminescence, 傘, 雨伞, 花火, 烟花, lunch, milky way, tornado,
hurricane, iceberg, lantern, campfire, arctic, antarctic, alpenglow, 富士山, typhoon, cyclone,
台風, 台风, beach, shore, seashore, shoreline, coast, coastline, seaside, bay, lagoon, strand,
kuste, plage, playa, costa, spiaggia, praia, litoral, 海滩, 沙滩, 海边, 海辺, 海岸, ビーチ,
times square, cherry blossom, sakura, 桜, 樱花
"""
"""Words that vote for what they imply, and are not in the picture themselves."""

IMPLYING_PARTS = "strand, kuste, beach, coast, shore"
"""Such words, as the first or last part of a compound."""

IMPLYING_WEATHERS = "hurricane, typhoon, cyclone, 台風, 台风"
"""Those that are a weather of which the scenes show the wind and the sea."""

SIGHTS = """
moon, full moon, star, sun, mond, sterne, lune, etoile, luna, estrella, stella, estrela, 月, 星,
星星, steam, steamy, smoky, noir
"""
"""Words that tell an hour or a weather, but name a thing or a look: alone, they have no place."""

NEON = "neon, ネオン, 霓虹"
"""Light that is of a city unless another place is named."""

BEFORE_COLORS = "glows, is, are, was, turns, turn, turning, in, glowing, colored, painted, very"
BETWEEN_COLORS = "and, or, y, et, und, e"
ASPECT_OF = "of, de, du, der, des, del, della, do, da, di"
SHOWING = """
of, with, showing, featuring, depicting, von, vom, mit, avec, con, com, de, du, der, des, del,
della, do
"""
"""What may stand beside a color, and between a thing and the place that is on it."""

CHANGES = """
change, changing, alter, altering, modify, modifying, touch, touching, adjust, adjusting, tint,
grade, recolor, shift, shifting, edit, affect, affecting, andern, verandern, andere, verandere,
changer, changes, modifier, cambiar, cambies, cambie, modificar, alterar, cambiare, modificare,
mudar, mude, altere
"""
COLOR_NOUNS = """
color, colour, tint, hue, palette, grading, coloring, tone, farbe, farben, couleur, colores, colori,
cores
"""
"""What is not to be done, and to what, where a video keeps its colors."""
