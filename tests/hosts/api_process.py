"""One host's API, run as a process of its own: `python -m tests.hosts.api_process INSTANT serve …`.

It strikes itself with a signal at the instant named: a test needs no luck to hit it.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

from rushes.cli.main import cli
from rushes.store.idempotency import Admission, IdempotencyTable
from rushes.store.postgres import PostgresDatabase
from rushes.store.transaction import Transaction


def strike(instant: str) -> None:
    admit, exclusive = IdempotencyTable.admit, PostgresDatabase.exclusive

    async def struck(self: IdempotencyTable, *arguments: Any, **options: Any) -> Admission:
        if instant == "stopped before the transaction":
            os.kill(os.getpid(), signal.SIGSTOP)
        admission = await admit(self, *arguments, **options)
        if instant == "killed after the commit":
            os.kill(os.getpid(), signal.SIGKILL)
        return admission

    def struck_inside(self: PostgresDatabase, name: str) -> Transaction[None]:
        yield from exclusive(self, name)
        if instant == "stopped in the transaction":
            os.kill(os.getpid(), signal.SIGSTOP)

    IdempotencyTable.admit = struck  # type: ignore[method-assign]  # for this process
    PostgresDatabase.exclusive = struck_inside  # type: ignore[method-assign]  # likewise


if __name__ == "__main__":
    strike(sys.argv[1])
    cli(sys.argv[2:])
