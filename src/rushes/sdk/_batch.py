"""The requests of a batch and what became of each, within a budget."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Self

import httpx

from rushes.sdk import errors
from rushes.sdk._scalars import integer, number
from rushes.sdk.batch_result import BatchResult

if TYPE_CHECKING:
    from rushes.sdk._params import GenerateArguments
    from rushes.sdk.generation import Generation

ROUNDING = 1e-9  # USD: three times 0.4 is a little more than 1.2
# Errors that concern one request; others are mistakes of the program.
_ITEM_ERRORS = (errors.OpenRouterError, httpx.TransportError, ValueError, OSError)


class Batch:
    """Requests to be taken one by one by any number of workers, and their results.

    `budget` is in USD: what is running counts with the most that it may cost, what is completed
    with the cost that the service reports. Threads may share it.
    """

    def __init__(
        self, orders: Iterable[GenerateArguments], budget: float | None, concurrency: int
    ) -> None:
        self.concurrency = integer("concurrency", concurrency)
        if self.concurrency < 1:
            raise ValueError("concurrency must be at least 1")
        if budget is not None and not (budget := number("budget", budget)) >= 0:
            raise ValueError("budget must not be negative")
        self._requests = enumerate(orders)
        self._budget = budget
        self._spent = 0.0
        self._lock = threading.Lock()
        self._results: dict[int, BatchResult] = {}
        self.open_jobs: dict[int, str] = {}
        self._stopped = False

    @property
    def has_budget(self) -> bool:
        return self._budget is not None

    def items(self) -> Iterator[Item]:
        """Yield requests that no other worker has, until there are none or the batch is stopped."""
        while True:
            with self._lock:
                taken = None if self._stopped else next(self._requests, None)
            if taken is None:
                return
            yield Item(self, *taken)

    def reserve(self, model: str, cost: float | None) -> None:
        if self._budget is None:
            return
        with self._lock:
            left = max(self._budget - self._spent, 0.0)
            if cost is None or not cost <= left + ROUNDING:
                raise errors.CostLimitError(model, cost, left)
            self._spent += cost

    def check(self, _: object) -> None:
        if self._stopped:
            raise StoppedError

    def note(self, index: int, result: BatchResult, reserved: float | None) -> None:
        self.open_jobs.pop(index, None)
        self._results[index] = result
        if reserved is None:
            return
        usage = None if result.generation is None else result.generation.usage
        if usage is not None and usage.cost is not None:
            self._release(reserved - usage.cost)
        elif result.job_id is None and not isinstance(
            result.error, errors.SubmitOutcomeUnknownError
        ):
            self._release(reserved)

    def stop(self, error: BaseException) -> None:
        """Let no more requests be taken; note on the error which jobs go on."""
        is_first, self._stopped = not self._stopped, True
        if is_first and self.open_jobs:
            error.add_note(f"These jobs go on: {', '.join(self.open_jobs.values())}")

    def _release(self, cost: float) -> None:
        with self._lock:
            self._spent -= cost

    def results(self) -> list[BatchResult]:
        return [self._results[index] for index in sorted(self._results)]


class Item:
    """One request of a batch; as a context it turns errors of this request into its result."""

    result: BatchResult

    def __init__(self, batch: Batch, index: int, arguments: GenerateArguments) -> None:
        self.arguments = arguments
        self.generation: Generation | None = None
        self._batch = batch
        self._index = index
        self._reserved: float | None = None
        self._job_id: str | None = None

    def reserve(self, model: str, cost: float | None) -> None:
        self._batch.reserve(model, cost)
        self._reserved = cost

    def opened(self, job: Generation) -> None:
        self._job_id = job.id
        self._batch.open_jobs[self._index] = job.id

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: object, exc: BaseException | None, traceback: object) -> bool:
        if exc is None:
            self.result = BatchResult(self.arguments, self.generation, job_id=self._job_id)
        elif isinstance(exc, _ITEM_ERRORS):
            job_id = self._job_id or getattr(exc, "job_id", None)  # the error may know of a job
            self.result = BatchResult(self.arguments, error=exc, job_id=job_id)
        else:
            return False
        self._batch.note(self._index, self.result, self._reserved)
        return True


class StoppedError(Exception):
    """The batch was stopped while one of its jobs was waited for."""
