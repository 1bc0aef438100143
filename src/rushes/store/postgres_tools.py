"""The commands of PostgreSQL's own tools that back up and restore a database."""

from __future__ import annotations

import shlex

from psycopg.conninfo import conninfo_to_dict
from pydantic import SecretStr

_OPTIONS = {"host": "--host", "port": "--port", "user": "--username", "dbname": "--dbname"}


def dump_command(url: SecretStr) -> str:
    """Return the command that dumps a database; the password is not in it."""
    return f"pg_dump --format=custom --file=rushes.dump{_place(url)}"


def restore_command(url: SecretStr) -> str:
    """Return the command that replaces a database by the dump; the password is not in it."""
    return f"pg_restore --clean --if-exists --single-transaction{_place(url)} rushes.dump"


def _place(url: SecretStr) -> str:
    values = conninfo_to_dict(url.get_secret_value())
    found = ((option, values.get(name)) for name, option in _OPTIONS.items())
    return "".join(f" {option}={shlex.quote(str(value))}" for option, value in found if value)
