"""Kill the service at random instants under load, and compare its books with the upstream's.

    make chaos               # 200 kills, in a minute to a minute and a half
    make chaos KILLS=10000   # goes on where an earlier run of the same size and seed ended

Exits with 1 when anything is wrong.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import sys
from pathlib import Path

from tests.chaos.campaign import ALL_MODES, USUAL_MODES, Campaign
from tests.chaos.kinds import KINDS
from tests.postgres import PostgresServer

RESULTS = Path(__file__).resolve().parents[2] / "out" / "chaos.json"
SHOWN = 40  # lines of what is wrong


def report(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)  # noqa: T201 - a command


def main() -> None:
    """Run a campaign, print its table."""
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mode", choices=ALL_MODES, action="append", help="only this mode")
    parser.add_argument("--results", type=Path, default=RESULTS)
    parser.add_argument("--cold", action="store_true", help="start every service by the command")
    parser.add_argument("--postgres", action="store_true", help="rows in a PostgreSQL of its own")
    options = parser.parse_args()
    # Three kinds of provider are arranged in the process that services are forked from.
    modes = [mode for mode in USUAL_MODES if mode != KINDS or not options.cold]
    with contextlib.ExitStack() as rooms:
        server = PostgresServer(fsync=True) if options.postgres else None
        if server is not None:
            rooms.callback(server.remove)
        campaign = Campaign(
            options.kills,
            options.seed,
            options.results,
            modes=tuple(options.mode or modes),
            postgres=server,
        )
        asyncio.run(campaign.run(report, cold=options.cold))
    report("\n".join([campaign.table(), *campaign.wrong()[:SHOWN]]))
    sys.exit(not campaign.clean)


if __name__ == "__main__":
    main()
