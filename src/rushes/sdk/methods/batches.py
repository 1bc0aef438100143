"""Many videos at once."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rushes.sdk import _endpoints
from rushes.sdk._params import GenerateArguments
from rushes.sdk.batch_result import BatchResult, OnOutcome, OnOutcomeAsync
from rushes.sdk.methods.base import made
from rushes.sdk.methods.polling import WaitOperations

if TYPE_CHECKING:
    from rushes.sdk import _batch, _polling


class BatchOperations(WaitOperations):
    """Generate many videos with bounded concurrency and costs."""

    def batch_generate(
        self,
        orders: Iterable[GenerateArguments],
        *,
        concurrency: int = 8,
        budget: float | None = None,
        poll_interval: float | None = None,
        timeout: float | None = _endpoints.DEFAULT_TIMEOUT,
        on_outcome: OnOutcome | None = None,
    ) -> list[BatchResult]:
        """Generate many videos, at most `concurrency` at once; return what became of each.

        Each order holds the arguments of one `generate`; an `idempotency_key` in it makes the batch
        repeatable where the service honors such keys. What goes wrong with one order, its
        `timeout` (seconds from its submission) too, is the `error` of its outcome and does not
        disturb the others; `job_id` names the job that it has become, if any. With a `budget`, in
        USD, an order is sent only if what it may cost is known, as for `max_cost`, and still left;
        else its error is a `CostLimitError`. `on_outcome` gets each outcome when it is known, from
        the thread that worked on it. An interrupt ends the waits, not the jobs; their ids are in a
        note on it.

        Raises:
            ValueError: `concurrency` or `budget` is out of bounds.
            TypeError: an order has arguments that `generate` has not.
        """
        from concurrent.futures import ThreadPoolExecutor

        from rushes.sdk import _batch, _polling

        batch = _batch.Batch(orders, budget)
        pace = _polling.Pace(poll_interval, timeout)

        def work() -> None:
            try:
                for place, order in batch.take():
                    outcome = self._outcome(batch, place, order, pace)
                    if on_outcome is not None:
                        on_outcome(outcome)
            except _batch.StoppedError:
                pass  # whoever stopped the batch tells why
            except BaseException as error:
                batch.stop(error)
                raise

        with ThreadPoolExecutor(_checked(concurrency), "openrouter-batch") as pool:
            try:
                for worker in [pool.submit(work) for _ in range(concurrency)]:
                    worker.result()
            except BaseException as error:
                batch.stop(error)
                raise
        return batch.outcomes()

    async def batch_generate_async(
        self,
        orders: Iterable[GenerateArguments],
        *,
        concurrency: int = 8,
        budget: float | None = None,
        poll_interval: float | None = None,
        timeout: float | None = _endpoints.DEFAULT_TIMEOUT,  # noqa: ASYNC109 - of each job, not the call
        on_outcome: OnOutcomeAsync | None = None,
    ) -> list[BatchResult]:
        """Await `batch_generate`; what `on_outcome` returns is awaited if it can be."""
        import anyio

        from rushes.sdk import _batch, _polling

        batch = _batch.Batch(orders, budget)
        pace = _polling.Pace(poll_interval, timeout)

        async def work() -> None:
            for place, order in batch.take():
                outcome = await self._outcome_async(batch, place, order, pace)
                if on_outcome is not None:
                    returned = on_outcome(outcome)
                    if inspect.isawaitable(returned):
                        await returned

        try:
            async with anyio.create_task_group() as group:
                for _ in range(_checked(concurrency)):
                    group.start_soon(work)
        except BaseExceptionGroup as several:
            # As threads do it: the first one, the others behind it.
            error, *others = several.exceptions
            batch.stop(error)
            raise error from (several if others else None)
        except BaseException as error:
            batch.stop(error)
            raise
        return batch.outcomes()

    def _outcome(
        self,
        batch: _batch.Batch,
        place: int,
        order: GenerateArguments,
        pace: _polling.Pace,
    ) -> BatchResult:
        from rushes.sdk import _batch

        reserved: float | None = None
        job_id: str | None = None
        try:
            request = _endpoints.request_of_some(order)
            self._check(request, order)
            if batch.has_budget:
                cost = self._cost(request, order)
                batch.reserve(request.model, cost)
                reserved = cost
            call = _endpoints.generate(_endpoints.written(request), order)
            job = self._bound(self._transport.send(call), call.options)
            job_id = job.id
            batch.opened(place, job)
            done = job.wait(pace.poll_interval, pace.timeout, batch.check)
        except Exception as error:
            if not _batch.is_of_one(error):
                raise
            outcome = _batch.failed(order, error, job_id)
        else:
            outcome = BatchResult(order, done, job_id=job_id)
        batch.note(place, outcome, reserved)
        return outcome

    async def _outcome_async(
        self,
        batch: _batch.Batch,
        place: int,
        order: GenerateArguments,
        pace: _polling.Pace,
    ) -> BatchResult:
        from rushes.sdk import _batch

        reserved: float | None = None
        job_id: str | None = None
        try:
            request = await made(_endpoints.request_of_some, order)
            await self._check_async(request, order)
            if batch.has_budget:
                cost = await self._cost_async(request, order)
                batch.reserve(request.model, cost)
                reserved = cost
            call = _endpoints.generate(_endpoints.written(request), order)
            job = self._bound(await self._async_transport.send(call), call.options)
            job_id = job.id
            batch.opened(place, job)
            done = await job.wait_async(pace.poll_interval, pace.timeout)
        except Exception as error:
            if not _batch.is_of_one(error):
                raise
            outcome = _batch.failed(order, error, job_id)
        else:
            outcome = BatchResult(order, done, job_id=job_id)
        batch.note(place, outcome, reserved)
        return outcome


def _checked(concurrency: int) -> int:
    if concurrency < 1:
        raise ValueError("concurrency must be at least 1")
    return concurrency
