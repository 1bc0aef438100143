"""Words of how an hour or a weather is, and what it does: data only, read by `vocabulary`."""

MANNERS = """
violent, wild, fierce, intense, powerful, strong, heavy, light, thick, thin, dense, dark, black,
bright, deep, big, huge, massive, giant, great, enormous, mighty, severe, bad, terrible, harsh,
brutal, extreme, wicked, nasty, ferocious, savage, angry, ominous, menacing, threatening, gloomy,
eerie, spooky, moody, dramatic, spectacular, breathtaking, magnificent, magical, glorious, fiery,
perfect, romantic, warm, hot, cold, chilly, cool, freezing, humid, tropical, sudden,
distant, faraway, approaching, oncoming, incoming, impending, looming, torrential, steady,
constant, endless, incessant, relentless, unrelenting, nonstop, patchy, low, high, new, early, late,
first, last, long, short, lonely, still, silent, soft, softly, delicate, pale, dim, faint, clear,
fresh, crisp, wet, damp, dry, electrical, electric, seasonal, glow, gust, wind, windy,
breeze, breezy, blustery, front, cell, bolt, flash, clap, hail, sleet, formation, ray, beam,
afterglow, colors, outdoors, outside, nature, everywhere, overhead, again, heavily, hard,
lightly, violently, suddenly, wildly, fiercely, loudly, brightly, dramatically, steadily, thickly,
heftig, heftiges, heftiger, stark, starker, starkes, dichter, dicht, dunkel, dunkle, schwerer,
schweres, violente, fort, forte, lourd, epais, epaisse, gros, grosse, fuerte, fuertes, gran,
densa, espesa, forti, fitta, denso, grande, 激しい, 強い
"""
"""What may stand right beside an hour or a weather without naming a thing."""

SKIES = """
sky, horizon, air, heaven, distance, background, west, east, north, south, cielo, ciel, himmel, ceu,
空, 天空
"""
"""Where it is, which may stand farther from it: "thunder in the distance"."""

WEATHER_VERBS_OF_ENGLISH = """
gather, brew, rage, roar, rumble, crash, crack, crackle, strike, flash, flicker, boom, roll, drift,
float, swirl, churn, build, form, approach, loom, arrive, come, grow, spread, move, pass, sweep,
blow, howl, whirl, fall, pour, pelt, lash, batter, drum, patter, hammer, drip, drizzle, thunder,
begin, start, break, rise, set, fade, clear, lift, settle, creep, descend, hang, linger, thicken,
darken, brighten, unfold, happen, shimmer, glow, shine, dawn, burst, erupt, hit, drop, turn, go,
illuminate, light, tumble, race, rush, accumulate, collide, explode, intensify, worsen, billow,
hover, cover, fill, near, twinkle, sparkle, glitter
"""
"""What a weather or an hour does."""

WEATHER_FORMS = "hitting, setting, dropping, begun, begins, rose, fell, came, struck, blew"
"""Forms of such verbs that no ending gives."""
