"""Where the long-running commands log: for people at a terminal, else a line each with its time."""

from __future__ import annotations

import logging

from rich.console import Console
from rich.logging import RichHandler


def log_to(console: Console) -> None:
    """Log to a console."""
    interactive = console.is_terminal
    handler: logging.Handler = (
        RichHandler(console=console, show_path=False) if interactive else logging.StreamHandler()
    )
    form = "%(message)s" if interactive else "%(asctime)s %(levelname)s %(name)s: %(message)s"
    logging.basicConfig(level=logging.INFO, format=form, handlers=[handler])
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
