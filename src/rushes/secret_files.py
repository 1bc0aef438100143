"""Secrets in files: of `…_FILE` variables, of systemd's credentials, and of `…_file` keys."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from rushes.config_file import MAX_SIZE, ConfigError, repeatable
from rushes.wire.environment import trimmed, variable

SUFFIX = "_FILE"
CREDENTIALS = "CREDENTIALS_DIRECTORY"  # where systemd mounts what LoadCredential= names
PREFIX = "RUSHES_"
OTHERS = 0o007  # permissions of users that are neither the owner nor in the group


@dataclass(frozen=True)
class SecretSource:
    """Where a secret comes from: a variable, or the `path` that one names."""

    name: str
    path: Path | None = None

    def __str__(self) -> str:
        return self.name if self.path is None else f"{self.name} ({shown_path(self.path)})"


def secret_variable(name: str) -> str | None:
    """Return a secret: of a variable, of the file that `<name>_FILE` names, or of a credential.

    Raises ConfigError if two of them are set, or the file cannot be used.
    """
    source = secret_source(name)
    if source is None or source.path is None:
        return variable(name)
    return read_secret(source.path, source.name)


def secret_source(name: str) -> SecretSource | None:
    """Return where the secret of a variable comes from; raises ConfigError if two are set."""
    found = [SecretSource(name)] if variable(name) else []
    if path := variable(name + SUFFIX):
        found.append(SecretSource(name + SUFFIX, Path(path).expanduser()))
    if (credential := _credential(name)) is not None:
        found.append(SecretSource(f"credential {credential.name}", credential))
    if len(found) > 1:
        names = " and ".join(source.name for source in found)
        raise ConfigError(f"{names} are both set; remove one of them")
    return found[0] if found else None


def credential_names(name: str) -> tuple[str, str]:
    """Return the names of the systemd credentials that may stand for a variable.

    systemd puts the name of a folder before those of the files in it: `LoadCredential=rushes:…`.
    """
    return name.removeprefix(PREFIX).lower(), name.lower()


def _credential(name: str) -> Path | None:
    folder = variable(CREDENTIALS)
    if folder is None or not name.startswith(PREFIX):
        return None
    paths = (Path(folder) / credential for credential in credential_names(name))
    try:
        return next((path for path in paths if path.exists()), None)
    except OSError as error:
        raise ConfigError(f"{CREDENTIALS}: {folder} cannot be read: {error.strerror}") from None


def read_secret(path: Path, name: str) -> str:
    """Return the text of a file without the blanks and line ends around it.

    Raises ConfigError, which names the setting and the file.
    """
    shown = f"{name}: {shown_path(path)}"
    try:
        # Without waiting for the other end of a pipe.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise ConfigError(f"{shown} is not a regular file")
        with os.fdopen(descriptor, "rb") as file:
            content = file.read(MAX_SIZE + 1)
    except OSError as error:
        raise ConfigError(f"{shown} cannot be read: {error.strerror}") from None
    if len(content) > MAX_SIZE:
        raise ConfigError(f"{shown} is larger than {MAX_SIZE} bytes")
    try:
        text = trimmed(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ConfigError(f"{shown} is not UTF-8") from None
    if not text:
        raise ConfigError(f"{shown} is empty")
    return text


def exposure(path: Path) -> str | None:
    """Return a warning if every user of this machine may read or change a file."""
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return None
    if not mode & OTHERS:
        return None
    return f"{path} is accessible to every user of this machine (mode {mode:04o}); chmod o= {path}"


def shown_path(path: Path) -> str:
    """Return a path, or "…" for a text that may be the secret itself instead of its file."""
    text = str(path)
    is_path = path.is_absolute() or (path.parent != Path() and path.parent.is_dir())
    return text if is_path or repeatable(text) == text or path.exists() else "…"
