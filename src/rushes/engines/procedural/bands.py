"""Setting up a scene on several threads: executors, and rows of maps in bands."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from itertools import pairwise
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
R = TypeVar("R")
BANDS = 16


class AtOnce(Executor):
    """Runs what it is given on the thread that gives it."""

    def submit(self, work: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        done: Future[R] = Future()
        done.set_result(work(*args, **kwargs))
        return done


AT_ONCE = AtOnce()


def in_bands(pool: Executor, rows: int, work: Callable[[int, int], object]) -> None:
    """Call `work` with the first row of each band and the first behind it; wait for all."""
    edges = [rows * band // BANDS for band in range(BANDS + 1)]
    for band in [pool.submit(work, *ends) for ends in pairwise(edges)]:
        band.result()
