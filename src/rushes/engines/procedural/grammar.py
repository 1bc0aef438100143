"""Words of grammar: what negates, joins, ends and fills, and how a language shows."""

FALSE_FRIENDS = """
ne, noch, nem, pas d, plus de, vague, strand, boot, mare, wal, sin, rote, cascade, chute, serra,
vale, alba, rio, viola, rosa, nave, onda, rue, sera, lent, calma, pas, non, sem, ni, gale, mer, mar,
ville, tal, seta, tinta, tinte, champ, campo, jour, dia, matin, tarde, feld, auto, gris, brun,
argent, dore, blitz, abend, morgen, noire, lune, costa, faro, isla, ola, lac, jardin, selva, soir,
phare, village, lila, marron, preta, nevada, montana, sierra, playa, barca
"""
"""Words of other languages that an English prompt means otherwise, or as a name."""

ENGLISH = """
a, an, the, of, with, and, on, from, into, through, its, his, her, their, is, are, at, by, for, to,
over
"""
OTHER_LANGUAGES = """
der, das, dem, des, ein, eine, einem, einer, einen, und, im, mit, bei, uber, auf, le, la, les, un,
une, du, au, aux, dans, sur, avec, et, sous, el, los, las, en, con, del, al, y, una, il, lo, gli,
di, nel, nella, sul, sulla, os, um, uma, da, ao, com, bajo, wahrend, ohne, sans, senza, nao, apenas,
noite, praia, cidade, chuva
"""
"""Words by which the language of a prompt shows."""

PORTUGUESE = """
ao, aos, uma, sem, nao, num, numa, dos, das, pelo, pela, pelos, pelas, apenas, noite, praia, cidade,
rua, chuva, montanha, montanhas, nuvens, nevoeiro, neblina, floresta, amanhecer, entardecer,
anoitecer, sol, mar, lago, barco, navio, tempestade
"""
"""Words beside which "o" is an article and "no" is "in the", unless another language shows."""

NOT_PORTUGUESE = """
el, los, las, la, una, un, en, con, del, al, y, sin, il, lo, gli, di, nel, nella, sul, sulla, senza,
che, the, of, with, and, is, a
"""
GERMAN = """
der, das, dem, des, die, ein, eine, einem, einer, einen, und, im, am, mit, bei, uber, auf, ohne,
vom, zum, zur, kein, keine
"""
NOT_GERMAN = "the, of, with, is, from, into"
GERMAN_ONLY = "see"
"""What is a word of German, and counts only where German shows."""

NEGATIONS = """
aren t, isn t, wasn t, weren t, doesn t, don t, didn t, hasn t, haven t, hadn t, won t, wouldn t,
shouldn t, couldn t, can t, mustn t, ain t, arent, isnt, wasnt, doesnt, dont, didnt, hasnt, havent,
wont, cant, cannot, aren, isn, aucun, aucune, avoid, don t show, do not show, exclude,
excluding, except, instead of, rather than, anything but, devoid of, free of, free from, lacking,
w o, no longer, no more, not any, kein, keine, keinen, keiner, keinem, keines, weder, noch, nao,
nem, nenhum, nenhuma, never, neither, ne, nessun, nessuna, nessuno, ni, nicht, nicht mehr, ningun,
ninguna, no, non, ne, nor, not, ohne, pas, pas de, pas d, plus de, sans, sem, senza, sin, statt,
without, au lieu de, en lugar de, invece di, em vez de, anstatt
"""
"""Words and phrases that negate what follows."""

PREPOSITIONS_OF_LACK = """
without, w o, ohne, sans, sin, senza, sem, excluding, except, exclude, avoid, devoid of, free of,
free from, lacking
"""
"""Negations that deny a whole list, whichever word joins it."""

DETERMINERS = """
no, kein, keine, keinen, keiner, keinem, aucun, aucune, ningun, ninguna, nessun, nessuna, nenhum,
nenhuma, hasn t, haven t, hadn t, won t, wouldn t, couldn t, can t, didn t, wasn t, weren t, cannot,
hasnt, havent, wont, cant, didnt, wasnt
"""
"""Negations of one thing, beside which an article begins another: "no people cross the street"."""

CONTINUED_NEGATIONS = "nor, ni, nem, noch, ne"
"""Negations that close a list: what stands before them is denied too."""

NEGATION_ENDS = """
but, only, just, in, at, on, over, under, with, through, by, during, near, beside, behind, above,
below, into, from, toward, towards, aber, sondern, nur, im, am, bei, mit, uber, unter, auf, mais,
dans, sur, avec, sous, pero, sino, con, sobre, bajo, en, ma, nel, nella, sul, sulla, mas, com, em,
no entanto, while, where, then, apenas, somente, so, solo, solamente, unicamente, seulement,
uniquement, soltanto, solamente, bloss, lediglich, instead, however, yet
"""
"""Words at which a negation ends."""

PLACE_PREPOSITIONS = """
in, at, on, over, under, with, through, by, during, near, beside, behind, above, below, into, from,
toward, towards, im, am, bei, mit, uber, unter, auf, dans, sur, avec, sous, con, sobre, bajo, en,
nel, nella, sul, sulla, com, em, de
"""
"""Ends that a negation denies if it stands directly before them: "not at night"."""

PARTICIPLES = """
covered, shrouded, wrapped, bathed, hidden, set, located, filled, taken, shot, filmed, even
"""
"""What may stand between a negation and such a preposition."""

HOUR_PREPOSITIONS = "at, by, during, bei, am, am, de, a"
"""Prepositions of an hour, which belongs to the whole prompt."""

OR = "or, oder, ou, o, nor"
AND = "and, und, et, y, e"
"""Words over which a negation reaches on."""

ARTICLES = """
a, an, the, this, that, these, those, his, her, their, my, your, our, its, one, two, three, some,
der, die, das, den, dem, ein, eine, einem, einer, einen, le, la, les, l, un, une, el, los, las, una,
unos, unas, il, lo, gli, i, os, as, um, uma
"""
"""Words with which a new thing begins."""

AUXILIARIES = """
is, are, was, were, be, been, has, have, had, s, ist, sind, hat, haben, est, sont, ha, han, es, son
"""
PRESENCE = """
present, visible, there, seen, shown, wanted, allowed, desired, included, needed, required, falling,
fall, appear, exist, occur, here, around, existent, sichtbar, vorhanden, visibles, visivel, visibile
"""
"""What a negation takes from the thing that is named before it: "rain is not present"."""

ENDED = """
lifted, passed, cleared, vanished, disappeared, dissipated, subsided, ended, faded, melted, gone,
dispersed, dissolved, stopped, ceased, evaporated, finished, receded, retreated, gelichtet,
verzogen, levantado, disipado, cesado, dissipe, leve, levee
"""
"""What weather has done that is over."""

STOPPED = """
stopped, stops, ceased, ceases, stop, aufgehort, aufgehoert, cess, cesse, cesado, cessato, parou
"""
"""What has or stops a weather right beside it: "it stopped raining", "the rain stops"."""

ENDS = """
ends, lifts, clears, subsides, calms, eases, dissipates, disperses, recedes, retreats, vanishes,
disappears, weakens, endet, cesa, termina, acaba, finit, finisce
"""
"""What a weather does that ends."""

LEAVES = "passes, fades, dies, blows, moves, melts"
LEAVING = "away, off, on, out, down, by"
"""What it does that ends if nothing, or only one of the words below, comes after."""

ABSENT = "absent, missing, nonexistent, over, abwesend"

BETWEEN = """
a, already, finally, completely, now, long, just, only, since, almost, entirely, se, se ha, sich,
ist, eben, bereits, endlich, ya, enfin, deja
"""
"""What may stand between a thing and what is said of it."""

AFTERTHOUGHTS = "no more, no longer, nicht mehr, not any, not"
AFTER_VERBS = "nicht, nicht mehr"
WEATHER_VERBS = "regnet, schneit, donnert, blitzt, sturmt, gewittert, hagelt"
"""German verbs, after which "nicht" stands."""

ANSWERS = "no, nope, none, nothing, nein, keine, kein, non, nao, nada, nessuno"
"""What denies the question before it, alone."""

LISTED_WEATHER = """
rain, rainfall, drizzle, downpour, fog, mist, haze, smog, cloud, storm cloud, thundercloud, storm,
thunderstorm, rainstorm, thunder, lightning, snow, snowfall, snowstorm, blizzard, hail, sleet, wind,
tornado, hurricane, regen, nebel, dunst, wolke, wolken, sturm, gewitter, blitz, blitze, donner,
schnee, hagel, pluie, brouillard, brume, nuage, orage, eclair, tempete, neige, grele, lluvia,
niebla, bruma, nube, tormenta, relampago, nieve, granizo, pioggia, nebbia, foschia, nuvola, nuvole,
temporale, tempesta, neve, grandine, chuva, nevoeiro, neblina, nuvem, nuvens, tempestade, trovoada
"""
LISTED_MOVEMENTS = "pan, zoom, tilt, orbit, dolly, rotation, shake, camera shake, schwenk"
"""Things that a list after a negation may go on with, with commas alone."""

IDEOGRAPH_NEGATIONS = """
没有, 沒有, 不要, 不是, 并非, 不再, 不在, 不想要, 不下, 没下, 沒下, 没再下, 不再下, 避免, 无, 無
"""
IDEOGRAPH_NEGATED = """
なし, 無し, のない, がない, はない, もない, ではない, じゃない, でない, ではなく, じゃなく, でなく,
ではなくて, じゃなくて, でなくて, がなく, のなく, もなく, はなく, ではありません, じゃありません,
はありません, がありません, 抜き, を除く, を除いて, 以外
"""
IDEOGRAPH_ENDED = """
が止んだ, がやんだ, が止む, がやむ, は止んだ, はやんだ, が上がった, があがった, が晴れた, が消えた,
が去った, 停了, 停, 已停, 已经停了, 散了, 散去, 已散, 消散, 消散了, 过去了
"""
"""Negations before and after a word, and what ends a weather."""

IDEOGRAPH_LIST = "和, 或, 或者, 与, 與, 及, 以及, 跟, や, と, も, か, とか"
"""What joins the things that a negation before or after them denies."""

IDEOGRAPH_LINKS = (
    "的在上中里裡下和与與是有着著了到从從向被把之内前後后間间時时分沿飞飛看夜天日大小雪雨而但或及要"
)
"""Characters that may stand beside a word of one character."""

UNSAID = """
a, an, the, this, that, these, those, of, with, and, or, from, into, through, its, it, his, her,
their, my, your, our, is, are, was, be, being, been, at, by, for, to, over, in, on, as, under,
near, up, down, out, off, across, around, along, between, behind, beside, above, below, onto, upon,
toward, towards, while, where, when, then, there, who, which, what, some, any, all, each, every,
one, two, three, many, few, much, more, most, very, so, such, too, also, only, just, like, but, if,
than, s, t, we, he, she, they, i, you, them, him, us, has, have, had, do, does, can, will, would,
should, video, shot, scene, view, footage, clip, film, movie, image, picture, photo, photograph,
camera, render, rendered, style, styled, show, shows, showing, shown, make, create, generate,
featuring, see, seen, look, looking, please, wide, close, closeup, angle, lens, mm, k, hd, uhd,
fps, p, x, weather, high, quality, resolution, detailed, realistic, photorealistic, hyperrealistic,
beautiful, stunning, epic, gorgeous, amazing, lovely, scenic, majestic, der, die, das, den, dem,
des, ein, eine, einem, einer, einen, eines, und, oder, im, am, in, an, auf, mit, bei, uber, unter,
von, vom, zu, zum, zur, aus, es, ist, sind, wird, nach, vor, hinter, durch, le, la, les, un, une,
du, de, d, l, au, aux, dans, sur, avec, et, ou, sous, pres, est, sont, par, pour, en, qui, que, ce,
cette, el, los, las, con, del, al, y, una, unos, unas, sobre, bajo, por, para, es, son, su, sus,
il, lo, gli, i, di, nel, nella, dello, della, dei, sul, sulla, e, o, os, as, um, uma, do, da, dos,
das, no, na, nos, nas, ao, com, em, ed, n, j, m, c, qu, re, ve, ll, were, nor, aber, sondern,
nur, mais, pero, sino, ma, mas, apenas, somente, solo, solamente, unicamente, seulement, uniquement,
soltanto, bloss, lediglich, however, during, anymore, mehr, ya, plus, no entanto
"""
"""Words that stand for nothing that could be drawn."""

AMOUNTS = """
wave, ocean, sea, storm, rain, cloud, fog, mist, haze, shower, tide, forest, lake, snowstorm,
blizzard, tsunami, mountain, peak, summit, valley, lightning, thunder, hurricane, tornado, tempest,
downpour, drizzle, dawn, sunrise, twilight, dusk, surf, city, landscape, ridge, hill, island,
glacier, bay, coast, canyon, iceberg, jungle
"""
"""Words that also stand for an amount or a time of what cannot be seen."""

POSSESSIVES = "his, her, their, my, your, our, its"
ABSTRACT_NOUNS = """
nostalgia, data, applause, love, hate, hatred, grief, sorrow, joy, hope, panic, fear, rage, anger,
information, memory, memories, dream, doubt, thought, idea, emotion, feeling, pain, tears, laughter,
laugh, cheers, criticism, controversy, protest, outrage, voices, sound, noise, music, words,
letters, numbers, knowledge, wisdom, power, energy, change, time, life, death, war, despair, desire,
passion, lust, pleasure, relief, regret, guilt, shame, pride, envy, mercy, grace, faith, luck,
chaos, sleep, silence, peace, code, email, paperwork, paper, debt, money, work, trouble, troubles,
problem, tweets, taxes, bullets, arrows, punches, insults, abuse, support, trade, crime, violence,
terror, heat, nausea, dizziness, euphoria, melancholy, inspiration, insight, career, success, fame,
evidence, stories, lies, questions, humor, ambition, youth, age, mind, soul, consciousness, dreams,
adrenaline
"""
ABSTRACT_ENDINGS = """
ation, ition, ution, sion, ction, ption, ness, ment, ity, ism, ship, hood, dom, ance, ence, phobia,
ology, ability
"""
SOLID = """
apartment, monument, pavement, equipment, cement, vegetation, plantation, station, tenement,
ornament, garment, fence, ambulance, entrance, spaceship, starship, warship, battleship, kingdom
"""
"""Nouns of what cannot be seen; their endings; and things that have such an ending."""

VERBS = """
mount, wave, surf, surfs, surfing, storms, building, shower, storm, cloud, fog, beach, peak, bay,
shore, star, street, park
"""
BEFORE_VERBS = """
to, he, she, who, and, they, we, you, i, can, will, please, would, should, must, people, soldiers
"""
"""Words that are verbs where they have an object, and what may stand before such a verb."""

WAVES = "wave"
NO_WATER = """
hair, hairstyle, perm, haircut, function, equation, physics, quantum, sine, hand, goodbye, audio,
frequency, electromagnetic, gravitational, gravity, form, mechanics, pattern, crime, delta, alpha,
beta, seismic, square, sawtooth, stadium, mexican, permanent, finger, theory, interference, packet
"""
"""Words beside which a wave is not one of water."""

HEADS = "city, street"
"""Words of which a place before them only tells more: "a mountain city"."""

GROUPS = "boys, girls, man, woman, men, women, brothers, sisters, kids, band, album, patrol"
ACTS_OF_PERSONS = """
singing, holding, sings, holds, wearing, wears, smiling, smiles, talking, talks, playing, plays,
dancing, dances, performing, performs, speaking, speaks, laughing, laughs, eating, eats, walking,
acting, posing, pours, pouring, cooks, cooking, drinks, runs, sits, sleeps, barks, jumps, reads,
writes, drives, says, walks, looks, goes, stands, rides, swims, opens, cries, hugs, kisses,
sleeping, sitting, running, barking
"""
SURNAMES = """
ocean, lake, bay, wave, snow, rain, storm, winter, summer, forest, woods, hill, frost, star, moon,
dawn, black, white, brown, gray, grey, green, gold, silver
"""
GIVEN_NAMES = """
frank, keith, billy, danny, jon, john, johnny, james, michael, robert, david, mary, veronica,
ricki, tiger, jonah, lauryn, benny, jude, william, richard, joseph, thomas, charles, chris,
christopher, daniel, matthew, anthony, mark, paul, steven, andrew, kevin, brian, george, edward,
ronald, timothy, jason, jeff, jeffrey, ryan, jacob, gary, nicholas, eric, jonathan, stephen, larry,
justin, scott, brandon, benjamin, samuel, sam, gregory, patrick, alexander, jack, dennis, jerry,
tyler, aaron, jose, adam, nathan, henry, peter, zach, kyle, patricia, jennifer, linda, elizabeth,
barbara, susan, jessica, sarah, karen, lisa, nancy, betty, sandra, margaret, ashley, kimberly,
emily, donna, michelle, carol, amanda, melissa, deborah, stephanie, rebecca, laura, sharon,
cynthia, kathleen, amy, angela, shirley, anna, brenda, pamela, emma, nicole, helen, samantha,
katherine, christine, debra, rachel, carolyn, janet, maria, heather, diane, julie, joyce, kelly,
christina, joan, evelyn, lauren, judith, olivia, martha, cheryl, megan, andrea, hannah, alice,
kate, tom, bob, bill, jim, mike, dave, steve, harry, bobby, jimmy, tommy, phoebe, bonnie, stevie,
lana, neil, elton, kurt, ella, taylor
"""
"""What shows that a word with a capital letter is part of the name of a group or a person."""
