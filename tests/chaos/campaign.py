"""Many rounds: every mode by turns, each with a seed; what is done is kept and not redone."""

from __future__ import annotations

import contextlib
import json
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

from tests.chaos.audit import VIOLATIONS
from tests.chaos.kinds import KINDS, REAL_OUTAGES
from tests.chaos.launcher import Command, Launcher, fork_server
from tests.chaos.round import MODES, KindsRound, Outcome, Round
from tests.postgres import PostgresServer

USUAL_MODES = (*MODES, KINDS)
ALL_MODES = (*USUAL_MODES, REAL_OUTAGES)
LONGEST_ROUND = 200  # kills; a longer one would fill its folder with thousands of videos
# What the table shows of all that was counted.
COLUMNS = (
    "jobs",
    "charges",
    "completed",
    "failed",
    "attempt unknown",
    "taken up again",
    "given to another",
    "given after acceptance",
    "sent again",
)


class Campaign:
    """So many kills, in rounds. `results` is the file that is added to after each round.

    With `postgres` each round has a database of its own there, else a SQLite file.
    """

    def __init__(
        self,
        kills: int,
        seed: int,
        results: Path,
        *,
        modes: tuple[str, ...] = USUAL_MODES,
        postgres: PostgresServer | None = None,
    ) -> None:
        self._kills = kills
        self._seed = seed
        self._results = results
        self._modes = modes
        self._postgres = postgres
        self.outcomes = self._earlier()

    @property
    def clean(self) -> bool:
        """Tell whether nothing was wrong in any round."""
        return all(outcome.clean for outcome in self.outcomes)

    async def run(self, report: Callable[[str], None], *, cold: bool = False) -> None:
        """Play the rounds that were not played yet; `cold` starts every service by the command."""
        done = {(outcome.mode, outcome.seed) for outcome in self.outcomes}
        async with _launcher(cold=cold) as launcher:
            for mode, seed, kills in self._rounds():
                if (mode, seed) in done:
                    continue
                with (
                    tempfile.TemporaryDirectory(prefix="chaos-") as folder,
                    self._database() as url,
                ):
                    round_ = Round if mode in MODES else KindsRound
                    outcome = await round_(
                        launcher, mode, seed, kills, Path(folder), database_url=url
                    ).play()
                self.outcomes.append(outcome)
                self._keep()
                report(_line(outcome, sum(o.kills for o in self.outcomes), self._kills))

    @contextlib.contextmanager
    def _database(self) -> Iterator[str]:
        """Give the address of a database for one round; "" for SQLite."""
        if self._postgres is None:
            yield ""
            return
        name = self._postgres.database()
        yield self._postgres.url(name)
        self._postgres.drop(name)

    def _rounds(self) -> list[tuple[str, int, int]]:
        rounds, left, seed = [], self._kills, self._seed
        while left > 0:
            share = min(LONGEST_ROUND * len(self._modes), left)
            for index, mode in enumerate(self._modes):
                kills = share // len(self._modes) + (index < share % len(self._modes))
                if kills:
                    rounds.append((mode, seed, kills))
            left, seed = left - share, seed + 1
        return rounds

    def table(self) -> str:
        """Return the sums by mode, as a table in Markdown."""
        head = ["mode", "kills", "before ready", "acknowledged", *COLUMNS, *VIOLATIONS]
        lines = [head, ["---"] * len(head)]
        for mode in [*self._modes, "all"]:
            group = [o for o in self.outcomes if mode in {o.mode, "all"}]
            lines.append([mode, *_sums(group)])
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)

    def wrong(self) -> list[str]:
        """Return everything that is wrong, a line each."""
        return [
            f"{outcome.mode} {outcome.seed}: {kind}: {what}"
            for outcome in self.outcomes
            for kind, found in outcome.violations.items()
            for what in found
        ]

    @property
    def _plan(self) -> dict[str, Any]:
        """Return what an earlier run must have been about to be gone on with."""
        return {
            "kills": self._kills,
            "seed": self._seed,
            "modes": list(self._modes),
            "postgres": self._postgres is not None,
        }

    def _earlier(self) -> list[Outcome]:
        with contextlib.suppress(FileNotFoundError):
            kept: dict[str, Any] = json.loads(self._results.read_text("utf-8"))
            if {**kept, **self._plan} == kept:
                return [Outcome(**values) for values in kept["rounds"]]
        return []

    def _keep(self) -> None:
        rounds = [outcome.as_json() for outcome in self.outcomes]
        kept = {**self._plan, "clean": self.clean, "rounds": rounds}
        self._results.parent.mkdir(parents=True, exist_ok=True)
        self._results.write_text(json.dumps(kept, indent=1), "utf-8")


@contextlib.asynccontextmanager
async def _launcher(*, cold: bool) -> AsyncIterator[Launcher]:
    if cold:
        yield Command()
    else:
        async with fork_server() as warm:
            yield warm


def _sums(outcomes: list[Outcome]) -> list[str]:
    counts = Counter[str]()
    for outcome in outcomes:
        counts.update(outcome.counts)
    numbers = [
        sum(o.kills for o in outcomes),
        sum(o.before_ready for o in outcomes),
        sum(o.acknowledged for o in outcomes),
        *(counts[name] for name in COLUMNS),
        *(sum(len(o.violations[kind]) for o in outcomes) for kind in VIOLATIONS),
    ]
    return [f"{number:,}" for number in numbers]


def _line(outcome: Outcome, done: int, kills: int) -> str:
    wrong = sum(len(found) for found in outcome.violations.values())
    return (
        f"{done:,} of {kills:,} kills; {outcome.mode} {outcome.seed}:"
        f" {outcome.counts['jobs']} jobs, {outcome.counts['charges']} charges,"
        f" {wrong} wrong, {outcome.seconds:g} s"
    )
