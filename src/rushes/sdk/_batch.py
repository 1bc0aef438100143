"""Many orders and what became of each, within a budget."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rushes.sdk import errors
from rushes.sdk.batch_result import BatchResult

if TYPE_CHECKING:
    from rushes.sdk._params import GenerateArguments
    from rushes.sdk.generation import Generation

__all__ = ["Batch", "BatchResult"]

ROUNDING = 1e-9  # USD: three times 0.4 is a little more than 1.2


class Batch:
    """Orders to be taken one by one by any number of workers, and their outcomes.

    `budget` is in USD: what is under way counts with the most that it may cost, what is completed
    with what the service says it did. Threads may share it.

    Raises:
        ValueError: the budget is negative or not a number.
    """

    def __init__(self, orders: Iterable[GenerateArguments], budget: float | None) -> None:
        if budget is not None and not budget >= 0:
            raise ValueError("budget must not be negative")
        self._orders = enumerate(orders)
        self._budget = budget
        self._spent = 0.0
        self._lock = threading.Lock()
        self._outcomes: dict[int, BatchResult] = {}
        self._open: dict[int, str] = {}
        self._stopped = False

    @property
    def has_budget(self) -> bool:
        """Return whether the price of each order must be known before it is sent."""
        return self._budget is not None

    def take(self) -> Iterator[tuple[int, GenerateArguments]]:
        """Yield orders that nobody has taken, until there are none or the batch is stopped."""
        while True:
            with self._lock:
                taken = None if self._stopped else next(self._orders, None)
            if taken is None:
                return
            yield taken

    def reserve(self, model: str, cost: float | None) -> None:
        """Set aside what an order may cost.

        Raises:
            CostLimitError: there is not so much left, or nobody knows what it costs.
        """
        if self._budget is None:
            return
        with self._lock:
            left = max(self._budget - self._spent, 0.0)
            if cost is None or not cost <= left + ROUNDING:
                raise errors.CostLimitError(model, cost, left)
            self._spent += cost

    def opened(self, place: int, job: Generation) -> None:
        """Take note that an order has become a job."""
        self._open[place] = job.id

    def check(self, _: object) -> None:
        """Raise `StoppedError` if nobody waits for the outcomes any more."""
        if self._stopped:
            raise StoppedError

    def note(self, place: int, outcome: BatchResult, reserved: float | None) -> None:
        """Take note of what became of an order, and of what it has cost if that is known."""
        self._open.pop(place, None)
        self._outcomes[place] = outcome
        if reserved is None:
            return
        usage = None if outcome.generation is None else outcome.generation.usage
        if usage is not None and usage.cost is not None:
            self._release(reserved - usage.cost)
        elif outcome.job_id is None and not isinstance(
            outcome.error, errors.SubmitOutcomeUnknownError
        ):
            self._release(reserved)

    def stop(self, error: BaseException) -> None:
        """Let no more orders be taken; note on the error which jobs go on."""
        is_first, self._stopped = not self._stopped, True
        if is_first and self._open:
            error.add_note(f"These jobs go on: {', '.join(self._open.values())}")

    def _release(self, cost: float) -> None:
        with self._lock:
            self._spent -= cost

    def outcomes(self) -> list[BatchResult]:
        """Return what became of the orders, in their order."""
        return [self._outcomes[place] for place in sorted(self._outcomes)]


class StoppedError(Exception):
    """The batch was given up while a job of it was waited for."""


def failed(order: GenerateArguments, error: Exception, job_id: str | None) -> BatchResult:
    """Return the outcome of an order that an error ended; the error may know of a job, too."""
    return BatchResult(order, error=error, job_id=job_id or getattr(error, "job_id", None))


def is_of_one(error: Exception) -> bool:
    """Tell whether an error concerns one order; others are mistakes of the program."""
    import httpx

    return isinstance(error, errors.OpenRouterError | httpx.TransportError | ValueError | OSError)
