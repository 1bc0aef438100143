"""Indices into the arrays that hold a city's camera and its light and weather."""

from __future__ import annotations

# Entries of the `env` array: light, air and ground at the plan's hour and weather.
SUN, LIGHT, AMBIENT, GLOW = 0, 3, 6, 9  # three entries each
NIGHT, EMIT, WET, SNOW, FOG, TIME, LAMPS, NEON_GAIN, REFLECT = 12, 13, 14, 15, 16, 17, 18, 19, 20
BOUNCE = 21  # three entries
ENTRIES = 24

# Entries of the `cam` array.
EYE_X, EYE_Y, EYE_Z, RIGHT_X, RIGHT_Z, AHEAD_X, AHEAD_Z, FOCAL, HORIZON = range(9)
VIEW = 9
