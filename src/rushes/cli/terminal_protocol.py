"""By which protocol a terminal shows pictures.

Nothing is asked of the terminal, which might not answer: its environment names it, or it gets no
picture.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from typing import Literal, get_args

Protocol = Literal["kitty", "iterm", "sixel"]
PROTOCOLS: tuple[Protocol, ...] = get_args(Protocol)
TMUX_TIMEOUT = 1.0  # seconds
KITTY_TERMS = {"xterm-kitty", "xterm-ghostty"}
SIXEL_TERMS = re.compile(r"foot(-|$)|mlterm|contour|yaft|.*sixel").match
# Programs by TERM_PROGRAM, and by variables that they set.
PROGRAMS: Mapping[str, Protocol] = {
    "ghostty": "kitty",
    "iTerm.app": "iterm",
    "WezTerm": "iterm",
    "mintty": "iterm",
    "rio": "iterm",
    "contour": "sixel",
}
VARIABLES: Mapping[str, Protocol] = {
    "KITTY_WINDOW_ID": "kitty",
    "GHOSTTY_RESOURCES_DIR": "kitty",
    "ITERM_SESSION_ID": "iterm",
    "WEZTERM_PANE": "iterm",
    "KONSOLE_VERSION": "sixel",
    "MLTERM": "sixel",
}


def thumbnail_protocol(setting: str) -> Protocol | None:
    """Return how stdout shows pictures: as the setting says, or as its terminal is known to."""
    if setting == "none" or not sys.stdout.isatty() or is_plain(os.environ):
        return None
    named: Protocol | None = next((each for each in PROTOCOLS if each == setting), None)
    return named or protocol_of(os.environ)


def is_plain(environ: Mapping[str, str]) -> bool:
    """Return whether a terminal is to get text alone."""
    return bool(environ.get("NO_COLOR")) or environ.get("TERM", "") in {"", "dumb"}


def protocol_of(environ: Mapping[str, str]) -> Protocol | None:
    """Return the protocol of the terminal that an environment names, None if none is known."""
    term, program = environ.get("TERM", ""), environ.get("TERM_PROGRAM", "")
    if is_plain(environ):
        return None
    if is_multiplexed(environ):
        return _behind_tmux(environ)
    if known := _by_term(term) or PROGRAMS.get(program):
        return known
    # A program that was started from another terminal inherits that one's variables.
    if program or environ.get("VTE_VERSION"):
        return None
    return next((known for name, known in VARIABLES.items() if environ.get(name)), None)


def _by_term(term: str) -> Protocol | None:
    if term in KITTY_TERMS:
        return "kitty"
    return "sixel" if SIXEL_TERMS(term) else None


def is_multiplexed(environ: Mapping[str, str]) -> bool:
    """Return whether tmux or screen is between the program and the terminal."""
    term = environ.get("TERM", "")
    return bool(environ.get("TMUX") or environ.get("STY")) or term.startswith(("tmux", "screen"))


def _behind_tmux(environ: Mapping[str, str]) -> Protocol | None:
    """Return "kitty" if tmux passes it on to a terminal that has it."""
    if not environ.get("TMUX"):
        return None
    asked = ["tmux", "display-message", "-p", "#{allow-passthrough} #{client_termname}"]
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments
            asked,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=TMUX_TIMEOUT,
            check=False,
            env={**os.environ, **environ},
        )
    except (OSError, subprocess.SubprocessError):
        return None
    passes, _, term = done.stdout.strip().partition(" ")
    return "kitty" if passes in {"on", "all"} and term in KITTY_TERMS else None
