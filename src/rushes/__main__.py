"""The `rushes` command: `python -m rushes` is the same."""

from __future__ import annotations

import sys

INTERRUPTED = 130


def main() -> None:
    try:
        _run()
    except KeyboardInterrupt:  # while modules are imported or arguments are read
        sys.stderr.write("Interrupted.\n")
        sys.exit(INTERRUPTED)


def _run() -> None:
    try:
        from rushes.cli.main import cli  # noqa: PLC0415 - the extra may be missing
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "rushes":
            raise
        sys.exit(
            f"The rushes command needs {error.name!r}, which is in the server extra:"
            " pip install 'rushes[server]'"
        )
    cli(prog_name="rushes")


if __name__ == "__main__":
    main()
