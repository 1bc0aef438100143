"""The picture of a video on a terminal, read back from what is written to it."""

from __future__ import annotations

import base64
import io
import itertools
import os
import pty
import re
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from PIL import Image

from rushes.cli.terminal_pictures import CHUNK, Cells, passed_through, written
from rushes.cli.terminal_protocol import protocol_of, thumbnail_protocol
from tests.cli.test_commands import LONGEST

pytestmark = pytest.mark.timeout(LONGEST)
XTERM = {"TERM": "xterm-256color"}


def picture(width, height):
    """Return a picture of which no two pixels are the same, nor one row or column."""
    across, down = np.meshgrid(np.linspace(0, 255, width), np.linspace(0, 255, height))
    return Image.fromarray(np.dstack((across, down, 255 - across)).astype(np.uint8))


def of_kitty(text):
    """Return the picture of kitty's graphics commands, and the keys of the first one."""
    commands = re.findall(r"\x1b_G([^;\x1b]*);([^\x1b]*)\x1b\\", text)
    keys = [dict(pair.split("=") for pair in command.split(",")) for command, _ in commands]
    assert all(len(part) <= CHUNK and len(part) % 4 == 0 for _, part in commands)
    assert [key["m"] for key in keys] == ["1"] * (len(keys) - 1) + ["0"]
    assert {key["q"] for key in keys} == {"2"}, "an answer would be typed into the shell"
    data = base64.b64decode("".join(part for _, part in commands), validate=True)
    return Image.open(io.BytesIO(data)), keys[0]


def of_sixel(text):
    """Return the pixels of a sixel picture, as its terminals draw them."""
    body = re.fullmatch(r"\x1bPq(.*)\x1b\\\n", text, re.DOTALL)[1]
    width, height = map(int, re.match(r'"1;1;(\d+);(\d+)', body).groups())
    pixels, colors = np.full((height, width, 3), -1), {}
    x = y = color = 0
    tokens = r'"[\d;]+|#(\d+);2;(\d+);(\d+);(\d+)|#(\d+)|!(\d+)([?-~])|([?-~])|(\$)|(-)|(.)'
    for found in re.finditer(tokens, body):
        number, *levels, chosen, count, repeated, one, back, down, other = found.groups()
        assert other is None, other
        if number:
            colors[int(number)] = [round(int(level) * 255 / 100) for level in levels]
        elif chosen:
            color = int(chosen)
        elif back or down:
            x, y = 0, y + (6 if down else 0)
        elif repeated or one:
            bits = ord(repeated or one) - 63
            for column in range(x, x + int(count or 1)):
                for row in range(6):
                    if bits >> row & 1:
                        pixels[y + row, column] = colors[color]
            x += int(count or 1)
    return pixels


class TestProtocols:
    def test_kitty_gets_a_png_in_pieces(self):
        shown, keys = of_kitty(written(picture(300, 200), "kitty", 36, 12))
        assert np.array_equal(np.asarray(shown), np.asarray(picture(300, 200)))
        assert (shown.format, keys["a"], keys["f"]) == ("PNG", "T", "100")
        assert (keys["c"], keys["r"]) == ("36", "12")

    def test_iterm_gets_a_file(self):
        text = written(picture(30, 20), "iterm", 36, 12)
        keys, encoded = re.fullmatch(r"\x1b\]1337;File=([^:]*):([^\a]*)\a\n", text).groups()
        data = base64.b64decode(encoded, validate=True)
        assert dict(pair.split("=") for pair in keys.split(";")) == {
            "inline": "1",
            "size": str(len(data)),
            "width": "36",
            "height": "12",
            "preserveAspectRatio": "1",
        }
        shown = np.asarray(Image.open(io.BytesIO(data)))
        assert np.array_equal(shown, np.asarray(picture(30, 20)))

    @settings(max_examples=15, deadline=None)
    @given(st.integers(1, 40), st.integers(1, 20))
    def test_every_pixel_of_a_sixel_picture_is_drawn_in_nearly_its_color(self, width, height):
        wanted = np.asarray(picture(width, height)).astype(int)
        shown = of_sixel(written(picture(width, height), "sixel", 1, 1))
        assert shown.shape == wanted.shape
        assert shown.min() >= 0, "drawn everywhere"
        assert np.abs(shown - wanted).mean() < 12  # it has fewer colors

    def test_tmux_passes_each_command_on_as_it_was(self):
        plain = written(picture(100, 100), "kitty", 20, 10)
        enveloped = passed_through(plain)
        inside = re.findall(r"\x1bPtmux;((?:\x1b\x1b|[^\x1b])*)\x1b\\", enveloped)
        commands = [each.replace("\x1b\x1b", "\x1b") for each in inside]
        assert commands == re.findall(r"\x1b_G[^\x1b]*\x1b\\", plain)
        assert of_kitty("".join(commands))[0].size == (100, 100)


@pytest.mark.parametrize(
    ("environ", "protocol"),
    [
        ({"TERM": "xterm-kitty"}, "kitty"),
        (XTERM | {"KITTY_WINDOW_ID": "1"}, "kitty"),
        ({"TERM": "xterm-ghostty", "TERM_PROGRAM": "ghostty"}, "kitty"),
        (XTERM | {"TERM_PROGRAM": "WezTerm"}, "iterm"),
        (XTERM | {"TERM_PROGRAM": "iTerm.app"}, "iterm"),
        ({"TERM": "foot"}, "sixel"),
        (XTERM | {"KONSOLE_VERSION": "230800"}, "sixel"),
        (XTERM, None),
        (XTERM | {"VTE_VERSION": "7600"}, None),
        (XTERM | {"TERM_PROGRAM": "vscode", "KITTY_WINDOW_ID": "1"}, None),
        (XTERM | {"TERM_PROGRAM": "Apple_Terminal"}, None),
        ({"TERM": "linux"}, None),
        ({"TERM": "dumb", "KITTY_WINDOW_ID": "1"}, None),
        ({"TERM": "xterm-kitty", "NO_COLOR": "1"}, None),
        ({"KITTY_WINDOW_ID": "1"}, None),
        ({"TERM": "screen-256color", "KITTY_WINDOW_ID": "1"}, None),
        ({"TERM": "tmux-256color", "TMUX": "/nowhere,1,0", "KITTY_WINDOW_ID": "1"}, None),
    ],
)
def test_a_terminal_is_known_by_its_environment(environ, protocol):
    assert protocol_of(environ) == protocol


@given(
    st.integers(1, 500),
    st.integers(3, 200),
    st.integers(64, 4096),
    st.integers(64, 4096),
)
def test_a_picture_fits_a_terminal_of_any_size(columns, lines, width, height):
    used, rows = Cells(columns, lines).fitting((width, height), 12)
    assert 1 <= rows <= min(12, lines)
    assert 1 <= used <= max(1, columns - 1)


def on_a_terminal(*arguments, **environment):
    """Run `rushes` with stdout on a terminal; return what it wrote there."""
    terminal, end = pty.openpty()
    environ = {name: value for name, value in os.environ.items() if name not in {"TMUX", "STY"}}
    with subprocess.Popen(
        [sys.executable, "-m", "rushes", *map(str, arguments)],
        env={**environ, "RUSHES_EMULATION": "instant", **environment},
        stdin=subprocess.DEVNULL,
        stdout=end,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        os.close(end)
        shown = b"".join(itertools.takewhile(bool, map(read, itertools.repeat(terminal))))
        assert process.wait(LONGEST) == 0, process.stderr.read()
    os.close(terminal)
    return shown.decode()


def read(terminal):
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux: nobody has the other end any more
        return b""


def test_a_terminal_that_shows_pictures_gets_one_and_others_do_not(tmp_path):
    small = ("generate", "A calm sea", "--duration", "1", "--size", "640x360", "--overwrite")
    command = (*small, "-o", tmp_path / "x.mp4", "--data-dir", tmp_path / "d")
    out = on_a_terminal(*command, TERM="xterm-kitty", NO_COLOR="")
    shown, keys = of_kitty(out)
    assert abs(shown.width / shown.height - 16 / 9) < 0.02
    assert int(keys["c"]) < 80
    assert "file" in out.rpartition("\x1b_G")[2], "the words come after it"
    out = on_a_terminal(*command, "--no-thumbnail", TERM="xterm-kitty", NO_COLOR="")
    assert "\x1b_G" not in out


@pytest.mark.parametrize(
    ("setting", "environ", "protocol"),
    [
        ("auto", {"TERM": "foot"}, "sixel"),
        ("kitty", XTERM, "kitty"),
        ("none", {"TERM": "foot"}, None),
        ("kitty", {"TERM": "dumb"}, None),
        ("kitty", XTERM | {"NO_COLOR": "1"}, None),
    ],
)
def test_a_setting_replaces_what_is_known_of_a_terminal(monkeypatch, setting, environ, protocol):
    monkeypatch.setattr(os, "environ", environ)
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert thumbnail_protocol(setting) == protocol
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert thumbnail_protocol(setting) is None


class Terminal(io.StringIO):
    def isatty(self):
        return True
