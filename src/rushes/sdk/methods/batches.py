"""Many videos at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rushes.sdk import _endpoints
from rushes.sdk._callbacks import notify
from rushes.sdk._params import GenerateArguments
from rushes.sdk.batch_result import BatchResult, OnOutcome, OnOutcomeAsync
from rushes.sdk.methods.base import build_off_loop
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
        """Generate many videos, at most `concurrency` at once; return their results in order.

        Each of `orders` holds the arguments of one `generate`. An `idempotency_key` in it makes the
        batch repeatable where the service supports such keys. An error of one request, including
        its `timeout` in seconds from its submission, is the `error` of its result and does not
        affect the others. `job_id` names its job, if there is one. With a `budget`, in USD, a
        request is sent only if its cost is known, as for `max_cost`, and still left; otherwise its
        error is a `CostLimitError`. `on_outcome` gets each result as soon as it is known, in the
        thread of that request. An interrupt ends the waits, not the jobs; a note on it has their
        ids.

        Raises:
            ValueError: `concurrency` or `budget` is out of bounds.
            TypeError: one of `orders` has arguments that `generate` does not have.
        """
        from concurrent.futures import ThreadPoolExecutor

        from rushes.sdk import _batch, _polling

        batch = _batch.Batch(orders, budget, concurrency)
        poll_options = _polling.PollOptions(poll_interval, timeout)

        def work() -> None:
            try:
                for item in batch.items():
                    self._run(batch, item, poll_options)
                    if on_outcome is not None:
                        on_outcome(item.result)
            except _batch.StoppedError:
                pass  # the error that stopped the batch is raised where that happened
            except BaseException as error:
                batch.stop(error)
                raise

        with ThreadPoolExecutor(batch.concurrency, "openrouter-batch") as pool:
            try:
                for worker in [pool.submit(work) for _ in range(batch.concurrency)]:
                    worker.result()
            except BaseException as error:
                batch.stop(error)
                raise
        return batch.results()

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

        batch = _batch.Batch(orders, budget, concurrency)
        poll_options = _polling.PollOptions(poll_interval, timeout)

        async def work() -> None:
            for item in batch.items():
                await self._run_async(batch, item, poll_options)
                await notify(on_outcome, item.result)

        try:
            async with anyio.create_task_group() as group:
                for _ in range(batch.concurrency):
                    group.start_soon(work)
        except BaseExceptionGroup as group_error:
            # As threads do it: the first one, with the others behind it.
            error, *others = group_error.exceptions
            batch.stop(error)
            raise error from (group_error if others else None)
        except BaseException as error:
            batch.stop(error)
            raise
        return batch.results()

    def _run(
        self, batch: _batch.Batch, item: _batch.Item, poll_options: _polling.PollOptions
    ) -> None:
        arguments = item.arguments
        with item:
            request = _endpoints.request_of_some(arguments)
            self._check(request, arguments)
            if batch.has_budget:
                item.reserve(request.model, self._cost(request, arguments))
            call = _endpoints.generate(_endpoints.to_json(request), arguments)
            item.opened(job := self._bound(self._client.send(call), call.options))
            item.generation = job.wait(
                poll_options.poll_interval, poll_options.timeout, batch.check
            )

    async def _run_async(
        self, batch: _batch.Batch, item: _batch.Item, poll_options: _polling.PollOptions
    ) -> None:
        arguments = item.arguments
        with item:
            request = await build_off_loop(_endpoints.request_of_some, arguments)
            await self._check_async(request, arguments)
            if batch.has_budget:
                item.reserve(request.model, await self._cost_async(request, arguments))
            call = _endpoints.generate(_endpoints.to_json(request), arguments)
            item.opened(job := self._bound(await self._async_client.send(call), call.options))
            item.generation = await job.wait_async(poll_options.poll_interval, poll_options.timeout)
