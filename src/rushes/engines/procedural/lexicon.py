"""The words a prompt may use and their meaning: data only, read by `vocabulary`.

A row is "axis value weight: words". Weight 3 states a thing outright ("sunset"), 2 names what
usually comes with it ("evening"), 1 hints ("umbrella"). One word may stand in several rows; words
are parted by commas, in lower case and without accents, as `vocabulary.normalize` leaves a prompt.

A scene shows what stands in its row of weight 3; for the words of its other rows it is a fitting
place, without the thing itself. Only such words choose a scene: a bee may be anywhere. The axis
`shows` has what stands in a scene but does not choose it: a forest is more than the trees beside a
lake. `elsewhere` has what no scene shows: places, which weigh against all scenes, and a tornado,
which may be anywhere. `view` has names of a picture of a place, whichever it is.
"""

PLACES = """
scene mountain 3: mountain, snowy mountain, snowy peak, mountainous, mountainside, mountaintop,
    mount, peak, summit, alp, alpine, ridge, rocky mountain, himalaya, himalayan, everest,
    matterhorn, dolomite, andes, patagonia, fjord, yosemite, highland, valley, massif, foothill,
    see, lake, alpine lake, mountain lake, frozen lake, tarn, loch, berg, berge, bergen, gebirge,
    alpen, bergsee, waldsee, gebirgssee, gipfel, berglandschaft, tal, montagne, montagneux, sommet,
    vallee, alpes, lac, montana, montanas, cordillera, sierra, cumbre, valle, lago, montagna, alpi,
    dolomiti, vetta, montanha, serra, vale, 山, 山脉, 山脈, 山岳, 高山, 雪山,
    富士山, 峰, 山谷, 谷, 湖, 湖水, 湖畔, 湖面, アルプス
scene mountain 2: glacier, alpenglow, hill, hillside, fuji, hiker, hiking, mountaineer,
    climber, skier, skiing, snowboarder, snowboarding, hugel, colline, colina, collina, 丘
scene mountain 1: landscape, countryside, wilderness, landschaft, paysage, paisaje, paesaggio,
    paisagem, 风景, 風景, 景色
scene ocean 3: sturmische see, raue see, ruhige see, offene see, nordsee, ostsee, gulf, golf von,
    golfe, golfo, die see, auf see, hohe see, ocean, sea, seascape, seaside, seashore, shore,
    shoreline, coast, coastline, beach, wave, surf, tide, tsunami, pacific, atlantic,
    mediterranean, caribbean, open water, high sea, bay, lagoon, ozean, meer, strand, welle,
    wellen, kuste, mer, plage, vague, oceano, mar, playa, ola, costa, mare, spiaggia, onda, onde,
    praia, litoral, 海, 海洋, 大海, 海滩, 沙滩, 海边, 海浪, 海面, 波浪, 波, 海辺, 海岸, ビーチ,
    太平洋
scene ocean 2: hafen, schiffe, boote, fischerboot, puerto, porto, port de peche, coastal, surfer,
    surfing, surfs, surfboard, sailboat, sailing boat, sailing, ship, boat, yacht, vessel,
    schooner, galleon, pirate ship, lighthouse, whale, blue whale, humpback, dolphin, orca, island,
    tropical island, harbour, harbor, pier, kayak, seagull, iceberg, schiff, boot, segelboot,
    leuchtturm, insel, wal, bateau, voilier, phare, baleine, ile, barco, velero, faro, ballena,
    isla, nave, barca, isola, balena, navio, ilha, baleia, 船, 帆船, 灯台, 灯塔, 島, 岛, 鲸, 鲸鱼,
    クジラ, 鯨, イルカ, 海豚
scene city 3: concrete jungle, altstadt, innenstadt, hauptstadt, kleinstadt, salt lake city, city,
    cities, cityscape, urban, downtown, metropolis, metropolitan, megacity, skyline, skyscraper,
    street, avenue, boulevard, alley, alleyway, intersection, crosswalk, high rise, times square,
    shibuya, shinjuku, tokyo, new york, manhattan, brooklyn, hong kong, shanghai, london, paris,
    berlin, chicago, los angeles, seoul, singapore, dubai, bangkok, neon street, wet street,
    chinatown, sin city, traffic, taxi, cab, traffic jam, street lamp, streetlight, sidewalk,
    pedestrian, neon sign, city street, headlight, stadt, grossstadt, strasse, gasse, wolkenkratzer,
    ville, rue, gratte ciel, ciudad, calle, rascacielos, citta, strada, grattacielo, cidade, rua,
    arranha ceu, 都市, 都会, 街, 街角, 町, 通り, 路地, 高層ビル, 摩天楼, 東京, 渋谷, 新宿,
    大阪, 城市, 都市夜景, 街道, 街头, 小巷, 摩天大楼, 北京, 上海, 香港, 东京, ネオン街
scene city 2: strassenbahn, tranvia, tramway, building, rooftop, tram, neon light, neon glow,
    city hall, town hall, wet road, wet asphalt, cyberpunk,
    pavement, crowd, nightlife, billboard, town, town square, suburb, car chase, bus stop, bus,
    gebaude, verkehr, auto, batiment, circulation, voiture, edificio, trafico, coche, traffico,
    macchina, predio, transito, carro, 車, 车, 汽车, 大楼, 建物, ビル, サイバーパンク, 赛博朋克,
    夜景
scene city 1: car, truck, people walking
shows mountain 3: forest, woods, woodland, pine, pine forest, wald, waelder, walder, foret, bosque,
    foresta, floresta, 森, 森林
shows city 3: car, people walking, building, rooftop, billboard, neon light, neon glow,
    pavement, wet road, wet asphalt, gebaude, verkehr, auto, batiment, circulation, voiture,
    edificio, trafico, coche, traffico, macchina, predio, transito, carro, 車, 车, 汽车, 大楼, 建物,
    ビル
scene flow 3: abstract, silk, satin, ink, ink drop, smoke, fluid, liquid, swirl, swirling colour,
    swirling color, fractal, nebula, galaxy, cosmos, cosmic, outer space, plasma, psychedelic,
    kaleidoscope, motion graphic, light ribbon, ribbon of light, particle, marbling, lava lamp,
    abstrakt, abstrait, abstracto, astratto, abstrato, seide, soie, seda, seta, tinte, encre,
    tinta, inchiostro, 抽象, 丝绸, 絹, 墨, 墨水, インク, 星云, 星雲, 银河, 銀河, 宇宙
scene flow 1: texture, pattern, gradient, energy, aura, sound wave
view - 2: landscape, landschaft, paysage, paisaje, paesaggio, paisagem, 风景, 風景, 景色
elsewhere - 5: underwater, under the sea, under the ocean, under water, beneath the waves,
    beneath the sea, beneath the ocean, below the surface, ocean floor, sea floor, seabed, deep sea,
    coral reef, reef, unterwasser, meeresboden, meeresgrund, sous l eau, sous la mer, sous marin,
    sous marine, bajo el agua, bajo el mar, submarino, submarina, sott acqua, sottomarino,
    debaixo d agua, subaquatico, 水中, 水下, 海底, desert, dune, sahara, gobi, wuste, desierto,
    deserto, desert de sable, dunes de sable, 砂漠, 沙漠, outer space station, on the moon, on mars,
    surface of the moon, lunar surface, martian landscape, alien planet, space station, interior,
    indoor, indoors, inside a, inside an, inside the, kitchen, living room, bedroom, bathroom,
    classroom, office, studio, museum, library, warehouse, laboratory, cave, kuche, wohnzimmer,
    cuisine, cocina, cucina, cozinha, 室内, 部屋, 房间, 厨房, 台所, 洞窟
elsewhere - 4: above the clouds, over the clouds, sea of clouds, ocean of clouds,
    through the clouds,
    ocean of stars, sea of stars, sea of people, sea of flowers, sea of grass,
    uber den wolken, au dessus des nuages, sobre las nubes, por encima de las nubes,
    sopra le nuvole, acima das nuvens, 云海, 雲海, 云上, 雲の上, logo, wordmark, title card, icon,
    product shot, packshot, mars, martian, moon landing, spaceship, starship, spacecraft, astronaut,
    asteroid, asteroid field, black hole, souffle, meringue, jungle, rainforest, rain forest,
    savanna, savannah, prairie, steppe, rice terrace, vineyard, volcano, lava, regenwald, jungla,
    selva, savane,
    dschungel, vulkan, volcan, vulcano, vulcao, 火山, 草原, ジャングル, 丛林, 热带雨林
elsewhere - 2: in a bottle, in a jar, in a teacup, in a shoebox, in a cup, menu,
    dinner, restaurant, waterfall, campfire, meadow, canyon, race track, racetrack, 峡谷, kyoto,
    temple, shrine, pagoda, castle, village, field, wheat field, cornfield, garden, farm, barn,
    park, river, stream, creek, swimming pool, stadium, market, train station, airport,
    bamboo forest, wasserfall, lagerfeuer, dorf, feld, garten, fluss, cascade, chute d eau,
    feu de camp, champ, jardin, riviere, village de montagne, cascada, hoguera, pueblo, campo, rio,
    cascata, giardino, fiume, fogueira, aldeia, cachoeira, 滝, 瀑布, 焚き火, 篝火, 京都, 寺, 寺院,
    神社, 寺庙, 城堡, 城, 花园, 庭, 村, 河, 河流, 川, 竹林
elsewhere - 3: concert hall, garage, gym, boxing gym, boxing ring, art gallery, nightclub,
    night club, velodrome, trading floor, snow globe, snowglobe, hospital, press conference,
    runway show, stock chart, chart, bar graph, spreadsheet, infographic, diagram, supermarket,
    shopping mall, operating room, dollhouse, terrarium, treadmill, photo studio,
    television studio, recording studio, locker room, changing room, escape room, dressing room,
    child s room, kid s room, aquarium, jigsaw, jigsaw puzzle, in a shop window,
    in the shop window, badezimmer, schlafzimmer, turnhalle, chambre,
    salle de bain, dormitorio, bano, camera da letto, quarto, gimnasio, palestra, 教室, 講義室,
    体育館, 寝室, 健身房, 卧室, 办公室, 教会
elsewhere - 2: hotel room, conference room, meeting room, waiting room, gallery, sofa, couch, bed,
    pillow, desk, shelf, bookshelf, plate, bathtub, fridge, refrigerator, carpet, rug, bar counter,
    countertop, counter, pedestal, skateboard, oven, grill, frying pan, chopping board,
    cutting board, ceiling, laptop, smartphone, parking lot, armchair, wardrobe, bowl, vase, table,
    mirror, sofa, bett, tisch, teller, badewanne, regal, teppich, schreibtisch, kuhlschrank, lit,
    canape, assiette, etagere, baignoire, banera, banheira, bureau, cama, sillon, mesa, plato,
    estante, letto, divano, tavolo, piatto, scaffale, prato de comida, prateleira, ソファ, ベッド,
    机, テーブル, 桌子, 沙发, 床上
elsewhere - 1: bottle, bokeh, tv, lipstick, dj, jar, glass of, hallway, corridor, curtain, lamp
elsewhere - 0: tornado, twister, waterspout
"""

HOURS = """
time_of_day dawn 3: dawn, daybreak, sunrise, sun rises, sun rising, rising sun, first light,
    early morning, sonnenaufgang, morgendammerung, morgengrauen, lever du soleil, lever de soleil,
    aube, aurore, amanecer, alba, salida del sol, amanhecer, nascer do sol, 夜明け, 日の出, 明け方,
    黎明, 日出, 清晨, 拂晓, 朝焼け, 朝日
time_of_day dawn 2: morning, morgen, matin, manana, mattina, manha, 朝, 早晨, 早上
time_of_day day 3: day, daytime, daylight, midday, noon, high noon, broad daylight, mittag,
    tagsuber, midi, mediodia, mezzogiorno, meio dia, 昼, 正午, 昼間, 白天, 中午
time_of_day day 2: afternoon, sunny, sunlit, sunshine, blue sky, bright sky, lunch, nachmittag,
    sonnig, apres midi, ensoleille, soleado, soleggiato, ensolarado, jour, dia, giorno, 晴天, 下午,
    午後, 青空, 蓝天, 阳光
time_of_day sunset 3: sunset, sundown, sun sets, sun setting, setting sun, golden hour, magic hour,
    golden light, sonnenuntergang, abendrot, goldene stunde, coucher de soleil, coucher du soleil,
    heure doree, atardecer, puesta de sol, puesta del sol, hora dorada, tramonto, por do sol,
    entardecer, 夕日, 夕焼け, 日没, 夕暮れ, 日落, 夕阳, 落日, 晚霞
time_of_day sunset 2: late afternoon, warm light, alpenglow, tarde, 傍晚, 夕方
time_of_day dusk 3: dusk, twilight, nightfall, gloaming, blue hour, after sunset, dammerung,
    abenddammerung, blaue stunde, crepuscule, heure bleue, crepusculo, anochecer, crepuscolo,
    imbrunire, anoitecer, 黄昏, 薄暮, たそがれ, 暮色
time_of_day dusk 2: evening, abend, soir, soiree, sera, 夕闇
time_of_day night 3: night, nighttime, night time, nighttimes, midnight, nocturnal, nighttime sky,
    night sky, nacht, nachts, mitternacht, nuit, minuit, noche, medianoche, notte, mezzanotte,
    noite, meia noite, 夜, 夜晚, 晚上, 夜空, 深夜, 午夜, 真夜中, 夜里, 夜景, 星空
time_of_day night 2: moonlight, moonlit, moon, full moon, moonrise, star, starry, starlight,
    starry sky, milky way, aurora, northern lights, bioluminescent, bioluminescence, firefly,
    fireflies, firework, noir, mondlicht, mond, sterne, sternenhimmel, clair de lune, lune,
    etoile, luz de luna, luna, estrella, stella, estrela, polarlicht, nordlicht, aurore boreale,
    aurora boreal, aurora boreale, 月, 月光, 星, 星星, 极光, オーロラ, 花火, 烟花
time_of_day night 1: neon, ネオン, 霓虹, cyberpunk, blade runner, campfire, lantern, galaxy, nebula,
    space
"""

WEATHERS = """
weather clear 3: clear sky, clear skies, clear blue sky, cloudless, sunny, bright sun, sunshine,
    clear day, clear night, clear weather, blue sky, after the rain, sonnig, klarer himmel,
    wolkenlos, ciel clair, ciel bleu, ciel degage, ensoleille, cielo despejado, cielo azul,
    soleado, cielo sereno, cielo limpido, soleggiato, ceu limpo, ceu azul, ensolarado, 晴れ, 快晴,
    青空, 晴朗, 晴天, 蓝天, 晴
weather clear 1: northern lights, starry, starry sky, milky way, aurora, sun, summer
weather cloudy 3: cloudy, overcast, grey sky, gray sky, grey skies, gray skies, gloomy sky,
    bewolkt, nuageux, nublado, nuvoloso, 曇り, 曇天, 多云, 阴天
weather cloudy 2: cloud, storm cloud, thundercloud, thunderhead, dramatic sky, dramatic cloud,
    sea of clouds, above the clouds, moody sky, after the storm, wolke, wolken, nuage, nube, nuvola,
    nuvem, 雲, 云, 云海, 雲海
weather fog 3: fog, foggy, mist, misty, haze, hazy, low cloud, smog, morning mist, nebel, neblig,
    dunst, brouillard, brume, brumeux, niebla, bruma, nebbia, foschia, nevoeiro, neblina, nevoa,
    霧, 靄, もや, 雾, 薄雾, 大雾
weather fog 2: sandstorm, dust storm, steam, steamy, smoky
weather rain 3: rain, rainy, raining, rainfall, rains, downpour, drizzle, drizzling, shower,
    pouring, monsoon, rain soaked, rainswept, regen, regnerisch, verregnet, regnet, pluie,
    pluvieux, pleut, lluvia, lluvioso, llueve, pioggia, piovoso, piove, chuva, chuvoso, chove, 雨,
    下雨, 雨天, 雨中, 小雨, 大雨, 梅雨
weather rain 2: raindrop, umbrella, wet street, wet road, rain slicked, wet asphalt, 傘, 雨伞
weather storm 3: storm, stormy, thunderstorm, rainstorm, thunder, lightning, lightning bolt,
    tempest, hurricane, typhoon, cyclone, gale, tornado, squall, perfect storm, stormy sky,
    storm cloud, thundercloud, thunderhead, sturm,
    sturmisch, gewitter, blitz, donner, unwetter, orage, orageux, tempete, eclair, tormenta,
    tormentoso, relampago, temporale, tempesta, tempestoso, fulmine, tempestade, trovoada, 嵐,
    雷雨, 雷, 稲妻, 台風, 暴风雨, 暴雨, 闪电, 台风, 雷电
weather snow 3: snowing, snowfall, snowflake, snowstorm, snow storm, blizzard, falling snow,
    snow falls, snow falling, flurries, heavy snow, light snow, snow, schneefall, schneit,
    schneesturm, schnee, neige, tempete de neige, nieve, nevando, nevada, neve, nevicata, nevasca,
    雪, 吹雪, 下雪, 大雪, 暴风雪
weather snow 2: snowy, winter, verschneit, enneige, nevado, innevato, 雪景
weather snow 1: christmas, ski, skiing, skier, snowboarder, snowboarding, arctic,
    antarctic
"""

CAMERAS = """
camera forward 3: fly through, flying through, fly over, flying over, flyover, flythrough, dolly in,
    push in, zoom in, zooming in, zooms in, pushes in, push forward, moving forward, moves forward,
    tracking shot, fpv, first person, pov, glide through, gliding over, gliding through, camera
    forward, forward motion, forward movement, forward shot, kamerafahrt, flug uber, travelling
    avant, zoom avant, travelling hacia adelante, carrellata in avanti, sobrevuela, sorvola
camera forward 1: drone, flight, flying, driving, drive, journey, sailing, soaring, walk through
camera backward 3: pull back, pulls back, pulling back, pull out, pulls out, zoom out, zooming out,
    zooms out, travelling arriere, zoom arriere, zoom hacia atras, zoom indietro,
    carrellata indietro, kamera fahrt zuruck, kamerafahrt zuruck, dolly out, moving backward,
    moving backwards, moves backward, backward, backwards, reveal shot
camera pan_left 3: right to left, pans from right to left, pan left, pans left, panning left,
    pan to the left, pans slowly left, pans to the left, truck left, camera pans left,
    camera pan left, slow pan left, slowly pan left, schwenk nach links,
    schwenkt nach links, kameraschwenk nach links, panoramique a gauche,
    panoramique vers la gauche, panoramica a la izquierda, paneo a la izquierda,
    panoramica a sinistra, panoramica para a esquerda
camera pan_right 3: left to right, pans from left to right, pan right, pans right, panning right,
    pan to the right, pans slowly right, pans to the right, truck right, camera pans right,
    camera pan right, slow pan right, slowly pan right, schwenk nach rechts,
    schwenkt nach rechts, kameraschwenk nach rechts, panoramique a droite,
    panoramique vers la droite, panoramica a la derecha, paneo a la derecha,
    panoramica a destra, panoramica para a direita
camera pan_right 2: pans, pan across, pans across, panning shot, panning, panorama shot
camera orbit 3: orbit, orbiting, orbits, orbital shot, circling, circle around, circles around,
    arc shot, 360 shot, rotate around, rotating around, rotates around, revolves around
camera rise 3: crane shot, crane up, camera rises, rising camera, rising shot, camera rise, pedestal
    up, boom up, ascending, ascends, tilt up, tilts up, lift off, rises above, rising above
camera static 3: static shot, static camera, tripod, tripod shot, locked off, locked down,
    fixed camera, still camera, stationary camera, camera static, camera fixed, cinemagraph
camera static 3: static, statisch, statische, statique, estatico, estatica, statico, statica,
    camara fija, plano fijo, camera fixe, plan fixe, camera fissa,
    inquadratura fissa, camera fixa, plano estatico, feste kamera, feststehende kamera,
    stehende kamera, kamera steht still, 固定镜头, 固定机位, 静止镜头, 固定カメラ, カメラ固定
speed 0.6 3: slow motion, slow mo, slowmo, slow, slowly, serene, serenely, calm, calmly, peaceful,
    tranquil, gentle, gently, quiet, relaxing, meditative, soothing, still water, lazy, languid,
    ruhig, langsam, friedlich, zeitlupe, paisible, lent, lentement, calme, tranquille, serein,
    tranquilo, lento, sereno, calma, pacifico, tranquillo, calmo, 静か, 穏やか, ゆっくり,
    スローモーション, 宁静, 平静, 缓慢, 慢动作, 静谧
speed 1.6 3: fast, fast paced, quick, quickly, rapid, rapidly, racing, race, speeding, high speed,
    speed, hyperlapse, timelapse, time lapse, frantic, furious, hectic, chase, rushing, raging,
    energetic, dynamic, action packed, adrenaline, schnell, rasant, zeitraffer, rapide, vite,
    rapido, veloz, veloce, 速い, 高速, 疾走, 快速, 飞驰, 延时
"""

MOVEMENTS = """
camera forward+backward+pan_left+pan_right+orbit+rise 3: movement, motion, move, moves, moving,
    kamerabewegung, kamerafahrt, bewegt, mouvement, mouvements, bouge, movimiento, movimientos,
    mueve, movimento, movimenti, movimentos, muove
camera pan_left+pan_right 3: pan, pans, panning, schwenk, kameraschwenk, panorama
camera forward+backward 3: zoom, zooms, zooming, dolly, kamerazoom
camera orbit 3: rotation, rotating, spin, spinning
camera rise 3: tilt, tilts, tilting, crane, rising
"""
"""What is not done where such a word is denied; where it is not, it says nothing by itself."""

TAGS = """
tag winter 3: winter, wintry, snowy mountain, snowy peak, snow, snowy, snowfall, snowing,
    snowstorm, blizzard, snow covered, frozen, ice, icy, frost, frosty, arctic, antarctic, glacier,
    iceberg, christmas, polar bear, penguin, ski, skiing, skier, snowboarder, snowboarding, schnee,
    verschneit, neige, hiver, nieve, invierno, neve, inverno, 冬, 雪, 雪山, 冰, 氷
tag snowcaps 3: snow capped, snowcapped, snow topped, snowy peak, snowy mountain
tag autumn 3: autumn, autumnal, fall foliage, fall colors, fall colours, herbst, automne, otono,
    autunno, outono, 秋, 紅葉
tag spring 3: spring, springtime, cherry blossom, fruhling, printemps, primavera, 春, 桜
tag summer 3: summer, summertime, sommer, verano, verao, 夏
tag neon 3: neon, neon sign, neon light, neon street, cyberpunk, synthwave, ネオン, 霓虹, 霓虹灯
tag cyberpunk 3: cyberpunk, blade runner, futuristic, sci fi, science fiction, dystopian,
    サイバーパンク, 赛博朋克, 未来
tag aerial 3: aerial, aerial view, drone, drone shot, bird s eye, birds eye, from above, flyover,
    fly over, flying over, luftaufnahme, vue aerienne, vista aerea, 空撮, 航拍, 俯瞰
tag skyline 3: skyline, cityscape, panorama, panoramic, rooftop
tag storm 3: storm, stormy, thunderstorm, hurricane, typhoon, tempest, snowstorm, blizzard,
    thunder, lightning
tag forest 3: forest, woods, woodland, pine, jungle, rainforest, rain forest, wald, foret, bosque,
    foresta, floresta, 森, 森林
tag lake 3: lake, alpine lake, bergsee, lac, lago, 湖
tag desert 3: desert, dune, sahara, wuste, desierto, deserto, sandstorm, 砂漠, 沙漠, mars
tag volcano 3: volcano, volcanic, lava, eruption, 火山
tag beach 3: beach, shore, strand, plage, playa, spiaggia, praia, ビーチ, 海滩, 沙滩
tag underwater 3: underwater, coral reef, scuba, submarine, jellyfish, unterwasser, 水中, 水下,
    海底
tag sailing 3: sailboat, sailing boat, sailing, ship, boat, yacht, schiff, bateau, barco, 船, 帆船
tag aurora 3: aurora, northern lights, polarlicht, nordlicht, aurore boreale, aurora boreal, 极光,
    オーロラ
tag stars 3: star, starry, starry sky, milky way, sternenhimmel, 星空, 星
tag moon 3: moon, full moon, moonlight, moonlit, mond, lune, luna, lua, 月, 月光
tag space 3: asteroid field, asteroid, spaceship, starship, spacecraft, black hole, deep space,
    outer space, space, galaxy, nebula, cosmos, cosmic, planet, universe, 宇宙, 银河, 銀河
tag silk 3: silk, satin, fabric, cloth, seide, soie, seda, seta, 丝绸, 絹
tag ink 3: ink, ink drop, smoke, fluid, liquid, tinte, encre, tinta, inchiostro, 墨, インク
tag wet 3: wet street, wet road, rain slicked, wet asphalt, after the rain, after the storm,
    puddle
tag timelapse 3: timelapse, time lapse, hyperlapse, zeitraffer, 延时
tag monochrome 3: black and white, monochrome, noir, film noir, schwarzweiss, noir et blanc,
    blanco y negro, bianco e nero, 黑白, 白黒
tag vivid 3: vivid, vibrant, colorful, colourful, saturated, bunt, colore, colorido, colorato,
    鲜艳, カラフル
tag muted 3: muted, desaturated, pastel, faded, washed out, bleak
tag vintage 3: vintage, retro, sepia, super 8, 8mm, 16mm, old film, nostalgic
tag watercolor 3: watercolor, watercolour, aquarell, aquarelle, acuarela, acquerello, aquarela,
    水彩, 水彩画
tag painting 3: painting, oil painting, painterly, impressionist, impressionism, van gogh, gemalde,
    olgemalde, peinture, pintura, dipinto, 油画, 油絵
tag sketch 3: sketch, pencil, pencil drawing, pencil sketch, drawing, line art, charcoal, engraving,
    zeichnung, bleistift, dessin, dibujo, disegno, desenho, 素描, 鉛筆画
tag cartoon 3: cartoon, anime, comic, comic book, cel shaded, manga, ghibli, zeichentrick,
    dessin anime, dibujos animados, アニメ, 动漫, 卡通
tag pixel 3: pixel art, 8 bit, 16 bit, pixelated, retro game, voxel, lego, ドット絵, 像素
tag untinted 3: keep the colors, keep the colours, keep colors, keep the original colors,
    keep original colors, keep the same colors, keep all colors, preserve the colors,
    preserve colors, preserve the original colors, colors unchanged, same colors, original colors,
    no cambies los colores, no cambie los colores, no cambiar los colores, nao mude as cores,
    nao mudar as cores, non cambiare i colori, non modificare i colori
tag cinematic 3: cinematic, film still, anamorphic, imax, 电影感, シネマティック
"""

COLORS = """
color #d0202a 3: red, neon red, rote, roter, rotes, rouge, rojo, roja, rosso, rossa, vermelho,
    vermelha, 赤, 赤い, 红, 红色
color #9b1028 3: crimson, scarlet, ruby, carmine, burgundy, maroon, blood red
color #ff7a1a 3: orange, naranja, arancione, laranja, amber, tangerine, neon orange, オレンジ, 橙,
    橙色
color #e8632c 3: copper, rust, rusty, terracotta, coral pink, burnt orange
color #ffb43a 3: gold, golden, goldene, dore, doree, dorado, dorada, dorato, dourado, honey, 金,
    金色
color #ffd92e 3: yellow, gelb, gelbe, jaune, amarillo, amarilla, giallo, gialla, amarelo, lemon,
    黄色, 黄
color #8fce2a 3: lime, lime green, chartreuse, neon green, neon yellow
color #2c9a45 3: forestgreen, green, grun, grune, vert, verte, verde, 緑, 绿, 绿色
color #0f7a55 3: emerald, jade, forest green, viridian
color #7f8f3a 3: olive, moss, sage, khaki
color #14a5a0 3: teal, seagreen, turquoise, turquesa, turchese, petrol, 青绿
color #19d3f0 3: cyan, aqua, electric blue, neon blue
color #2f6fe0 3: blue, blau, blaue, bleu, bleue, azul, blu, azzurro, cobalt, sapphire, 青い, 蓝,
    蓝色, 青色
color #8cc4f4 3: light blue, sky blue, baby blue, powder blue, azure
color #142a63 3: navy, navy blue, dark blue, deep blue, midnight blue, indigo
color #7a35d0 3: purple, neon purple, lila, violett, violet, violette, morado, morada, viola, roxo,
    roxa, 紫, 紫色
color #b79ae8 3: lavender, lilac, mauve, periwinkle
color #f02bb0 3: magenta, fuchsia, hot pink, neon pink
color #f58fb4 3: pink, rosa, rosado, rosada, salmon, blush, rose gold, ピンク, 粉色, 粉红
color #ff6f61 3: coral colored, peach, peachy, apricot
color #7a4a28 3: brown, braun, braune, brun, marron, marrone, castanho, chocolate, bronze, 茶色,
    棕色
color #d9c3a0 3: beige, cream, ivory, champagne
color #f2f2f2 3: white, weiss, weisse, blanc, blanche, blanco, blanca, bianco, bianca, branco,
    branca, 白い, 白色
color #c4c9d0 3: silver, silbern, argent, plateado, argento, prateado, 銀色, 银色
color #7c8086 3: grey, gray, grau, graue, gris, grigio, grigia, cinza, 灰色
color #141418 3: black, schwarz, schwarze, noire, negro, negra, nero, nera, preto, preta, 黒い,
    黑色
color #ff2bc2+#18e0ff+#5a2bff 1: cyberpunk, synthwave, vaporwave, outrun, blade runner,
    サイバーパンク, 赛博朋克
color #c96f2e+#8a5a34+#e3c08a 3: sepia, vintage, super 8, nostalgic
color #ff8a1e+#c7361b+#ffd24a 1: lava, fire, flame, fiery, inferno, 火, 炎
color #d6782a+#a63a1c+#e8b23a 1: autumn, autumnal, fall foliage, fall colors, fall colours, herbst,
    automne, otono, autunno, outono, 紅葉
color #f7b4cb+#fbe3ea+#9cc58a 1: cherry blossom, sakura, 桜, 樱花
color #35e0a0+#7a4cf0+#1f6fb0 1: aurora, northern lights, polarlicht, nordlicht, aurore boreale,
    极光, オーロラ
color #e2b07a+#c47f48+#f0d8b0 1: desert, sahara, dune, wuste, desierto, deserto, 砂漠, 沙漠
color #b4532a+#d88a5a+#5a2a1a 1: mars, martian
color #f6c6d0+#c6dcf6+#f6ecc6 3: pastel
color #e0303a+#ff9a1e+#f6e03a+#2fb45a+#3a6fe0 3: rainbow, multicolored, multicoloured, regenbogen,
    arc en ciel, arcoiris, arcobaleno, 虹, 彩虹
"""
"""sRGB codes; several joined by + stand for a whole look."""

SILENT_PHRASES = """
surf and turf, ola de frio, vague de froid, sunny side up, lightning mcqueen, city thunder,
coast guard, sex and the city, black forest cake, san jose sharks, 北京烤鸭, golden retriever,
golden gate, brown bear, black bear, polar bear, red panda, white house, snow white, storm trooper,
ice cream, cloud computing, cloud storage, brain storm, red carpet, blue cheese, ocean s eleven,
orange juice, pink floyd, green screen, day by day, one day, rain dance, rain man, beach boys,
tv static, static noise, static electricity, radio static, static shock, wave goodbye,
waves goodbye, waving, bank account, star wars, movie star, pop star, rock star, peak performance,
peak hour, high speed camera, red bull, mountain bike, mountain biker, mountain dew, mountain goat,
mountain lion, sea salt, sea lion, sea horse, sea urchin, sea hawk, sea monkey, sea level, sea dog,
sea legs, sea change, sea world, sea captain, sea biscuit, sea shanty, sea glass, sea moss,
sea star, mountain time, mountain ash, mountain gorilla, mountain bike race, tampa bay rays,
tampa bay lightning, tampa bay buccaneers,
green bay packers, fast food, slow cooker, meteor shower, baby shower, bridal shower,
shower curtain, shower head, heat wave, shock wave, brain wave, radio wave, light wave, new wave,
microwave oven, wave of light, waves of light, waves of color, silicon valley, valley girl,
street food, street fighter, sesame street, bay leaf, bay window, beach ball, beach volleyball,
coast to coast, surf the web, summit meeting, landscape format, landscape mode,
landscape orientation, landscape photo, forest fire truck, city hall meeting, lake placid,
swan lake, lake bell, city council, city councilor, city councillor, city manager, city planner,
city slicker, city editor,
deep sleep, night gown, snow leopard, fish and chips, wall street, michelin star, michelin stars,
five star, star hotel, coast along, coasts along, sea cucumber, sea bass, sea bream,
    iceberg lettuce, ola de calor, vague de chaleur, onda de calor, ondata di caldo,
    hong kong style, new york style, chicago style, london style, traffic light, bus stop sign,
    oceans eleven, ocean spray, beach body, bay area, street fight, street smart, gold medal,
    on the same page, sunday, alpine skis, mount sinai, star fruit, moon walk, sun flower,
    no matter, not only, nicht nur,
no solo, non solo, non seulement, pas seulement, nothing but, never ending, non stop, nonstop,
人山人海, 今日, 大人, 海外, 上海菜, 香水, 水墨, 海苔, 海鲜, 海鮮, 大海捞针, 海报, 海豹突击队, 人海,
海选, 上海小笼包, 小笼包, 大学, 花火大会, 日本
"""
"""Phrases that are ignored as a whole because their words would mislead."""
