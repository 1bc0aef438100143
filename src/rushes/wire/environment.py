"""Values of environment variables, as people write them."""

from __future__ import annotations

import os
from collections.abc import Mapping

# Blanks that str.strip leaves: a byte order mark, and characters without a width.
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"
_FALSE = {"0", "false", "no", "off", "n", "f", "disabled", "none"}


def trimmed(text: str) -> str:
    """Return a text without the blanks, line ends and invisible characters around it."""
    while (shorter := text.strip().strip(_INVISIBLE)) != text:
        text = shorter
    return text


def variable(name: str, environ: Mapping[str, str] | None = None) -> str | None:
    """Return the value of a variable, without blanks and quotes; None if it is unset or empty."""
    found = trimmed((os.environ if environ is None else environ).get(name, ""))
    # `docker run --env-file` and `set` of Windows leave the quotes of a file or command in it.
    if len(found) >= 2 and found[0] == found[-1] and found[0] in "\"'":
        found = trimmed(found[1:-1])
    return found or None


def flag(name: str) -> bool:
    """Return whether a variable is set to anything but 0, false, no or off."""
    value = variable(name)
    return value is not None and value.lower() not in _FALSE
