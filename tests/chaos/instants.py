"""The instants of a job's way at which a service can be told to kill itself, each by name.

Every commit is one, before and after it, and so is every call upstream and every step of a video
into its file. They are found by watching the parts' public surfaces from outside.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

from rushes import backoff
from rushes.providers.base import UpstreamJob
from rushes.providers.openrouter import OpenRouterProvider
from rushes.store.account_health import AccountHealthTable
from rushes.store.attempts import Attempts
from rushes.store.idempotency import IdempotencyTable
from rushes.store.jobs import JobTable
from rushes.store.outbox import Outbox
from rushes.store.rate_limit import RateLimit
from rushes.webhook import Delivery, Event
from rushes.webhook_sender import WebhookSender

Name = Callable[..., str]
COMMITS: dict[type, dict[str, str]] = {
    IdempotencyTable: {"admit": "job and key", "answered": "response delivered"},
    JobTable: {"take": "taken up"},
    RateLimit: {"hold": "pause kept"},
    AccountHealthTable: {
        "take_out": "account taken out",
        "count_failure": "failure counted",
        "clear": "account works",
        "probe": "account probed",
        "measure": "end measured",
    },
    Outbox: {"claim": "callback taken"},
    Attempts: {
        "intend": "intent",
        "renew": "intent again",
        "send": "sending",
        "resend": "sending again",
        "withdraw": "not taken",
        "mark_unknown": "unknown",
        "mark_absent": "absent",
        "mark_refused": "refused",
        "accept": "accepted",
        "mark_ended": "attempt ended",
        "mark_charged": "attempt charged",
        "mark_made": "storing",
        "reroute": "another provider",
        "keep_orphan": "orphan kept",
        "settle_orphan": "orphan settled",
    },
}
CALLS = {"poll": "poll", "find": "look-up", "cancel": "cancel upstream"}
HURRIED_PAUSE = 0.05  # seconds


def replace(owner: object, name: str, value: object) -> None:
    """Put something else in a part's place, which would otherwise be the same for good."""
    if not hasattr(owner, name):
        raise AttributeError(f"{owner!r} has no {name!r} any more")
    setattr(owner, name, value)


class Watch:
    """Keep a journal of the instants that are passed, and kill the process at one of them."""

    def __init__(self, kill_at: str, journal: str) -> None:
        self._kill_at = kill_at
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        self._journal = os.open(journal, flags, 0o600) if journal else None
        self._renaming = ""

    def passing(self, instant: str) -> None:
        """Take note of an instant; the process may not survive it."""
        if self._journal is not None:
            os.write(self._journal, instant.encode() + b"\n")
        if instant == self._kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, owner: type, method: str, name: Name) -> None:
        """Make instants of the begin and the end of a coroutine method."""
        original = getattr(owner, method)

        async def watched(*args: Any, **kwargs: Any) -> Any:
            what = name(*args, **kwargs)
            self.passing(f"before {what}")
            result = await original(*args, **kwargs)
            self.passing(f"after {what}")
            return result

        replace(owner, method, watched)

    def download(self) -> None:
        """Make instants of a download's begin and first block."""
        original = OpenRouterProvider.download

        async def watched(
            provider: OpenRouterProvider, job: UpstreamJob, start: int = 0
        ) -> AsyncIterator[bytes]:
            self.passing("before download")
            async for block in original(provider, job, start):
                yield block
                self.passing("after a part of the file")
            self.passing("after the last part of the file")

        replace(OpenRouterProvider, "download", watched)

    def disk(self, event: str, args: tuple[Any, ...]) -> None:
        """Make instants of a video's file; the interpreter tells of every file that is used."""
        if event == "open" and str(args[0]).endswith(".part") and "x" in str(args[1]):
            self.passing("before file made")
        elif event == "os.rename" and str(args[1]).endswith(".mp4"):
            self._renaming = str(Path(os.fsdecode(args[1])).parent)
            self.passing("before file renamed")
        elif event == "open" and self._renaming and str(args[0]) == self._renaming:
            self._renaming = ""
            self.passing("after file renamed")


def watch(kill_at: str, journal: str) -> None:
    """Watch this process; it kills itself when it passes the instant `kill_at`."""
    watching = Watch(kill_at, journal)
    for owner, methods in COMMITS.items():
        for method, what in methods.items():
            watching.around(owner, method, lambda *_, what=what, **__: what)
    watching.around(JobTable, "update", lambda *_, **told: _changed(told["changes"]))
    for method, what in CALLS.items():
        watching.around(OpenRouterProvider, method, lambda *_, what=what, **__: what)
    watching.around(WebhookSender, "send", lambda *_, **__: "callback sent")
    watching.around(Outbox, "settle", lambda *told: f"callback {told[-1].state}")
    watching.download()
    sys.addaudithook(watching.disk)


def hurry() -> None:
    """Shorten the pauses of this process, and send its callbacks without TLS."""
    replace(backoff, "FIRST", HURRIED_PAUSE)
    defaults = OpenRouterProvider.__init__.__kwdefaults__
    assert defaults is not None
    defaults["poll_floor"] = HURRIED_PAUSE
    send = WebhookSender.send

    async def plain(sender: WebhookSender, url: str, event: Event, *signers: Any) -> Delivery:
        return await send(sender, url.replace("https://", "http://", 1), event, *signers)

    replace(WebhookSender, "send", plain)


def _changed(changes: dict[str, Any]) -> str:
    """Name a commit by what it changes."""
    if "state" in changes:
        return str(changes["state"])
    if "cancellation" in changes:
        return "cancel asked"
    return (
        "delay_reason noted"
        if "delay_reason" in changes
        else f"change of {', '.join(sorted(changes))}"
    )
