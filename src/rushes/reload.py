"""Reload of the configuration in a running process, which SIGHUP asks for."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
import threading
from collections.abc import Awaitable, Callable, Sequence

from rushes.configuration.problem import EXPECTED, problem_text
from rushes.settings import Settings

log = logging.getLogger("rushes")
_early = threading.Event()  # a SIGHUP came before there was anything to reload

Load = Callable[[], Settings]
# Puts settings in place; returns what has changed, in sentences. Raises for unusable ones.
Apply = Callable[[Settings], Awaitable[Sequence[str]]]


class Reloader:
    """Reads the configuration when asked, and has it put in place.

    One that cannot be used leaves the present one as it is, and is logged. Asked again meanwhile,
    it reads once more afterwards.
    """

    def __init__(self, load: Load, apply: Apply) -> None:
        self._load = load
        self._apply = apply
        self._asked = False
        self._task: asyncio.Task[None] | None = None

    def ask(self) -> None:
        """Have the configuration read again soon; call it in the event loop."""
        self._asked = True
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._run(), name="rushes-reload")

    async def _run(self) -> None:
        try:
            while self._asked:
                self._asked = False
                await self._reload()
        finally:
            self._task = None

    async def _reload(self) -> None:
        try:
            changes = await self._apply(await asyncio.to_thread(self._load))
        except EXPECTED as error:
            # The trace says no more, and its causes may contain secrets.
            log.error(  # noqa: TRY400
                "configuration not reloaded, the present one stays: %s", problem_text(error)
            )
        except Exception:
            log.exception("configuration not reloaded, the present one stays: internal error")
        else:
            log.info("configuration reloaded: %s", "; ".join(changes) or "nothing has changed")


def on_hangup(reload: Callable[[], None], stop: Callable[[], None]) -> None:
    """Reload at each SIGHUP; stop at one that comes because the terminal was closed."""
    has_terminal = _has_terminal()

    def hang_up() -> None:
        if has_terminal and not _has_terminal():
            stop()
        else:
            reload()

    asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, hang_up)
    if _early.is_set():
        _early.clear()
        reload()


def outlive_hangups() -> None:
    """Keep a SIGHUP that comes during the start until `on_hangup`."""
    # A handler, unlike SIG_IGN, is not inherited by worker processes.
    if not _has_terminal():
        signal.signal(signal.SIGHUP, lambda *_: _early.set())


def _has_terminal() -> bool:
    try:
        return sys.stdin is not None and os.isatty(sys.stdin.fileno())
    except (OSError, ValueError):  # closed, or replaced
        return False
