"""Options that commands share: which settings, and which data folder."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from rushes.config_file import VARIABLE

Command = TypeVar("Command", bound=Callable[..., Any])


def _read_from(_: click.Context, __: click.Parameter, path: Path | None) -> None:
    if path is not None:
        os.environ[VARIABLE] = str(path)


# Commands do not get it as a parameter: it is RUSHES_CONFIG for them.
config_option = click.option(
    "--config",
    type=click.Path(dir_okay=False, path_type=Path),
    callback=_read_from,
    is_eager=True,
    expose_value=False,
    metavar="FILE",
    help="Settings to read.  [default: RUSHES_CONFIG, else rushes.toml in the current folder]",
)
_data_dir = click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where jobs and videos are kept.  [default: RUSHES_DATA_DIR, else the platform's folder]",
)


def store_options(command: Command) -> Command:
    """Add --data-dir, and --config, to a command that looks at the store."""
    return _data_dir(config_option(command))
