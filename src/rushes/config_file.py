"""`rushes.toml`: the settings as a file, and where in it each of them is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from rushes.wire.environment import variable

VARIABLE = "RUSHES_CONFIG"
DEFAULT = Path("rushes.toml")
MAX_SIZE = 1024 * 1024  # bytes

_HEADER = re.compile(r"\s*\[\[?\s*(?P<name>[^\[\]]+?)\s*\]\]?\s*(#.*)?$")
_PAIR = re.compile(r"\s*(?P<name>[A-Za-z0-9_\-\"'. /]+?)\s*=")
_PART = re.compile(r"\"([^\"]*)\"|'([^']*)'|([^.\"'\s]+)")


# A word, the place in a list, or the id of a model.
_PLAIN = re.compile(r"[A-Za-z_-]{0,24}|\d{1,3}|[a-z0-9.-]{1,30}/[a-z0-9.:-]{1,40}").fullmatch


def repeatable(name: str, known: Iterable[str] = ()) -> str:
    """Return a name as errors repeat it: "…" instead of what may be a misplaced secret."""
    return name if _PLAIN(name) or get_close_matches(name, known, 1) else "…"


class ConfigError(ValueError):
    """The file of settings cannot be used; the message says where and why."""


@dataclass(frozen=True)
class ConfigFile:
    """A file of settings; empty without one."""

    path: Path | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""

    def where(self, keys: Sequence[str]) -> str:
        """Return the file and line of a setting: of its nearest table, if it has no line."""
        lines = dict(reversed(list(_keys(self.text))))
        for length in range(len(keys), 0, -1):
            if line := lines.get(tuple(keys[:length])):
                return f"{self.path}, line {line}"
        return str(self.path)

    def has(self, keys: Sequence[str]) -> bool:
        """Return whether the file sets something."""
        value: Any = self.values
        for key in keys:
            if not isinstance(value, Mapping) or key not in value:
                return False
            value = value[key]
        return True


def read_config() -> ConfigFile:
    """Read the file that RUSHES_CONFIG names, else rushes.toml in the current folder, if any."""
    named = variable(VARIABLE)
    path = Path(named) if named else DEFAULT
    if not named and not path.is_file():
        return ConfigFile()
    try:
        with path.open("rb") as file:
            content = file.read(MAX_SIZE + 1)
    except OSError as error:
        raise ConfigError(f"{path} ({VARIABLE}) cannot be read: {error.strerror}") from None
    if len(content) > MAX_SIZE:
        raise ConfigError(f"{path} is larger than {MAX_SIZE} bytes")
    try:
        text = content.decode("utf-8-sig")  # editors on Windows write a byte order mark
        return ConfigFile(path, tomllib.loads(text), text)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ConfigError(f"{path}, line {line}: is not UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: is not TOML: {error}") from None
    except RecursionError:
        raise ConfigError(f"{path}: is not TOML: its values are nested too deeply") from None


def _keys(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield each key with its tables, and its line."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = _parts(header["name"])
            yield table, number
        elif pair := _PAIR.match(line):
            yield (*table, *_parts(pair["name"])), number


def _parts(name: str) -> tuple[str, ...]:
    return tuple(a or b or c for a, b, c in _PART.findall(name))
