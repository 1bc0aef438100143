"""Names for the numbers that say where a city's camera is and what its hour and weather do."""

from __future__ import annotations

# Entries of the `env` array: what the hour and the weather do to a city.
SUN, LIGHT, AMBIENT, GLOW = 0, 3, 6, 9  # three entries each
NIGHT, EMIT, WET, SNOW, FOG, TIME, LAMPS, NEON_GAIN, REFLECT = 12, 13, 14, 15, 16, 17, 18, 19, 20
BOUNCE = 21  # three entries
ENTRIES = 24

# Entries of the `cam` array.
EYE_X, EYE_Y, EYE_Z, RIGHT_X, RIGHT_Z, AHEAD_X, AHEAD_Z, FOCAL, HORIZON = range(9)
VIEW = 9
