"""Logging of the long-running commands: formatted on a terminal, else with a time per line."""

from __future__ import annotations

import logging

from rich.console import Console
from rich.logging import RichHandler

from rushes.configuration.variables import warnings


def log_to(console: Console) -> None:
    interactive = console.is_terminal
    handler: logging.Handler = (
        RichHandler(console=console, show_path=False) if interactive else logging.StreamHandler()
    )
    form = "%(message)s" if interactive else "%(asctime)s %(levelname)s %(name)s: %(message)s"
    logging.basicConfig(level=logging.INFO, format=form, handlers=[handler])
    # uvicorn reports each start and stop; the commands print that themselves.
    logging.getLogger("uvicorn").setLevel(logging.WARNING)


def log_warnings() -> None:
    """Log what is suspicious about the configuration, such as misspelt variables."""
    for warning in warnings():
        logging.getLogger("rushes").warning(warning)
