"""Where `rushes generate` saves a video, and the options that name the same place again."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from rushes.cli import errors
from rushes.cli.client_for import Target
from rushes.cli.errors import CliError
from rushes.cli.prompts import DASH
from rushes.sdk._sinks import check_writable
from rushes.sdk._targets import descriptor_of


@dataclass(frozen=True)
class Saved:
    """Where a video goes; `path` is None for a name after the prompt."""

    path: Path | None
    overwrite: bool
    data_dir: Path | None

    def options(self, target: Target) -> str:
        """Return the options that name the same file and the same service again."""
        given = list[str]()
        if self.path is not None:
            given += ["-o", "-" if descriptor_of(self.path) == 1 else str(self.path)]
        if self.overwrite:
            given += ["--overwrite"]
        if not target.in_process:
            given += ["--server", target.url]
        elif self.data_dir is not None:
            given += ["--data-dir", str(self.data_dir)]
        return f" {shlex.join(given)}" if given else ""


def checked(output: Path, note: Callable[[str], None], *, overwrite: bool) -> Path:
    """Return where a video is written; raise OSError if it cannot be written there."""
    if output == Path():
        raise click.UsageError("The name of the file to write is empty.")
    if output == DASH:
        output = Path("/dev/stdout")
    if descriptor_of(output) == 1 and os.isatty(1):
        raise click.UsageError("A video is not written to a terminal; redirect stdout.")
    if not overwrite and descriptor_of(output) is None and output.is_file():
        raise CliError(
            f"{output} exists already; replace it with --overwrite, or choose another file with -o",
            errors.USAGE,
        )
    if not output.parent.exists():
        output.parent.mkdir(parents=True, exist_ok=True)
        note(f"new folder {output.parent}")
    check_writable(output, overwrite=True)
    return output
