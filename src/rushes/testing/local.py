"""A service for tests, in this process: `with local_service() as service: …`."""

from __future__ import annotations

import contextlib
import logging
import os
import tempfile
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import anyio.to_thread

from rushes.logs import log
from rushes.server import background_service
from rushes.testing.client_environment import Variables, no_proxy, variables
from rushes.testing.job_record import JobRecord, job_record
from rushes.testing.journal import RecordedRequest
from rushes.testing.kit import TestKit
from rushes.testing.kit_settings import API_KEY, HOSTS, kit_settings
from rushes.testing.redirect import Redirect
from rushes.testing.report import Seen, cleaned, report, webhook_line
from rushes.testing.scenarios import Rule, Scenarios, When
from rushes.testing.service import Clock, TestingService
from rushes.testing.unexpected import unexpected
from rushes.testing.webhook_control import RECEIVER
from rushes.testing.webhook_log import SentWebhook

# A program without a log of its own, such as a notebook, would show lines of it alone.
log.addHandler(logging.NullHandler())


@dataclass(frozen=True)
class Receiver:
    """A receiver of webhooks: pass `url` as `callback_url`, read `service.webhooks`."""

    url: str


class LocalService:
    """A running service: its URLs, its record of requests, jobs and webhooks, and its scenarios.

    `url` is `http://127.0.0.1:PORT`, `api_url` the base URL for clients. Any API key is accepted;
    `api_key` is the one that the environment has. `webhook_secret` signs the webhooks.
    """

    def __init__(self, service: TestingService, kit: TestKit) -> None:
        self._service = service
        self._process = os.getpid()
        self._has_ended = False
        self._clock = Clock(kit, self._here)  # it may outlast the service
        self.url = service.url
        self.api_url = service.api_url
        self.api_key = API_KEY
        self.webhook_secret = kit.webhook_secret
        self.receiver = Receiver(f"{service.url}{RECEIVER}")

    def __repr__(self) -> str:
        return f"<LocalService {self.url}>"

    @property
    def requests(self) -> list[RecordedRequest]:
        """The requests to the API since the last reset, oldest first."""
        return self._service.requests

    @property
    def jobs(self) -> list[JobRecord]:
        """The jobs since the last reset, oldest first; those that were deleted are not shown."""
        return [job_record(job) for job in self._here("jobs").jobs()]

    @property
    def spend(self) -> Decimal:
        """What all jobs would have cost, in USD."""
        return self._here("spend").spend()

    @property
    def webhooks(self) -> list[SentWebhook]:
        """The webhooks that were sent, oldest first, each with whether its signature is valid."""
        return self._service.webhooks

    @property
    def clock(self) -> Clock:
        """The service's clock: `clock.advance(hours=24)`."""
        return self._clock

    @property
    def scenarios(self) -> Scenarios:
        """The engine of scenarios, for what `next` and `when` do not cover."""
        return self._service.scenarios

    def next(self, name: str | None = None, value: object = None, **fields: Any) -> Rule:
        """Set what happens to the next request: `service.next("failed")`.

        Raises:
            ScenarioError: there is no such scenario or value; the message lists what there is.
        """
        return self._here("next()").next(name, value, **fields)

    def when(self, **fields: Any) -> When:
        """Return a condition: `service.when(model="google/veo-3.1").then("moderated")`.

        Raises:
            ScenarioError: there is no such condition.
        """
        return self._here("when()").when(**fields)

    def wait_for_webhooks(self, count: int = 1, timeout: float = 10.0) -> list[SentWebhook]:
        """Wait until `count` webhooks since the last reset were answered or failed; return all.

        Raises:
            AssertionError: there are fewer after `timeout` seconds.
        """
        __tracebackhide__ = True
        found = self._here("wait_for_webhooks()").wait_for_webhooks(count, timeout)
        if sum(webhook.is_settled for webhook in found) < count:
            waiting = [webhook_line(webhook) for webhook in found if not webhook.is_settled]
            known = [f"{job.id} {job.status}" for job in self.jobs]
            raise AssertionError(
                f"{len(found)} of {count} webhooks were sent in {timeout:g} seconds, and"
                f" {len(waiting)} have no response; jobs: {', '.join(known) or 'none'}"
                + "".join(f"\n  {cleaned(line)}" for line in waiting)
            )
        return found

    async def wait_for_webhooks_async(
        self,
        count: int = 1,
        timeout: float = 10.0,  # noqa: ASYNC109 - as in the other form
    ) -> list[SentWebhook]:
        """Do what `wait_for_webhooks` does, without blocking the event loop."""
        __tracebackhide__ = True
        wait = partial(self.wait_for_webhooks, count, timeout)
        return await anyio.to_thread.run_sync(wait, abandon_on_cancel=True)

    def replay(self, webhook: SentWebhook, to: str | None = None) -> int:
        """Send a webhook again, signed now, to its URL or another; return the receiver's status.

        It is a new entry of `webhooks`. A URL of another machine is not called: its status is 204.

        Raises:
            ConnectionError: the receiver did not respond; the message says why.
        """
        return self._here("replay()").replay(webhook, to or webhook.url)

    def reset(self) -> None:
        """End all jobs; forget jobs, requests, webhooks, scenarios, spend and the clock."""
        self._here("reset()").reset()

    def assert_no_unexpected(self) -> None:
        """Check that nothing went wrong that the test did not ask for.

        Raises:
            AssertionError: a request got an error, a job failed, or a webhook was not delivered,
                and no scenario says so; or a scenario of `next` was never used.
        """
        __tracebackhide__ = True
        service = self._here("assert_no_unexpected()")
        problems = unexpected(
            self.requests,
            self.jobs,
            self.webhooks,
            [*service.unused(), *self.scenarios.open_conditions],
            lambda job_id: self.scenarios.of_job(job_id) is not None,
        )
        if problems:
            listed = "\n".join(f"  {problem}" for problem in problems)
            raise AssertionError(f"unexpected:\n{listed}")

    def report(self) -> str:
        """Return what the service saw, for a person to read, without secrets."""
        return report(self.seen())

    def seen(self) -> Seen:
        """Return requests, jobs and webhooks as they are now."""
        jobs = [job_record(job) for job in self._here("report()").jobs()]
        return Seen(self.requests, jobs, self.webhooks)

    def end(self) -> None:
        """Refuse what needs the running service from now on."""
        self._has_ended = True

    def _here(self, use: str) -> TestingService:
        """Return the service.

        Raises RuntimeError in a process that was forked from its own, and after its end.
        """
        if os.getpid() != self._process:
            raise RuntimeError(
                f"the service runs in process {self._process}; here, in process {os.getpid()}, only"
                f" its URL can be used: {self.api_url}"
            )
        if self._has_ended:
            raise RuntimeError(
                f"{use}: the service at {self.url} has ended; use it inside the block of"
                " local_service(), or in the test that has the fixture"
            )
        return self._service


class local_service:  # noqa: N801 - used like a function
    """Run a service for tests; `with` and `async with` give a `LocalService`.

    While it runs, OPENROUTER_BASE_URL, OPENROUTER_API_KEY and OPENROUTER_WEBHOOK_SECRET lead to it
    unless `environment` is False, and requests of this process to openrouter.ai unless `redirect`
    is. Other options are settings, as in docs/reference/settings.md; variables and `rushes.toml`
    are not read. Nothing is left behind.

    Raises:
        TypeError: an option is unknown.
        SettingError: a setting cannot be used.
    """

    def __init__(self, *, redirect: bool = True, environment: bool = True, **options: Any) -> None:
        self._redirect = redirect
        self._environment = environment
        self._options = options
        self._stack = contextlib.ExitStack()

    def __enter__(self) -> LocalService:
        with contextlib.ExitStack() as stack:
            service = stack.enter_context(served(self._options))
            stack.enter_context(
                Lead(service, redirect=self._redirect, environment=self._environment)
            )
            self._stack = stack.pop_all()
        return service

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    async def __aenter__(self) -> LocalService:
        thread = ThreadPoolExecutor(1)
        entering = thread.submit(self.__enter__)
        thread.shutdown(wait=False)
        try:
            return await anyio.to_thread.run_sync(entering.result)
        except BaseException:  # also a cancellation, of which the thread knows nothing
            with anyio.CancelScope(shield=True):
                await anyio.to_thread.run_sync(self._leave, entering)
            raise

    async def __aexit__(self, *_: object) -> None:
        with anyio.CancelScope(shield=True):
            await anyio.to_thread.run_sync(self._stack.close)

    def _leave(self, entering: Future[LocalService]) -> None:
        if entering.exception() is None:
            self._stack.close()


@contextlib.contextmanager
def served(options: dict[str, Any]) -> Iterator[LocalService]:
    """Serve for as long as the block lasts; lead nobody there."""
    with contextlib.ExitStack() as stack:
        stack.enter_context(faults_alone())
        folder = options.get("data_dir") or stack.enter_context(
            tempfile.TemporaryDirectory(prefix="rushes-test-")
        )
        kit = TestKit(settings := kit_settings(Path(folder), options))
        url = stack.enter_context(background_service(settings, hooks=kit))
        service = LocalService(TestingService(url, kit), kit)
        try:
            yield service
        finally:
            service.end()


@contextlib.contextmanager
def faults_alone() -> Iterator[None]:
    """Log no line below ERROR in the block, unless the program has chosen a level.

    A test may check that nothing was logged, and a job that fails by its scenario is a warning.
    """
    is_chosen = log.level != logging.NOTSET
    if not is_chosen:
        log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        if not is_chosen:
            log.setLevel(logging.NOTSET)


class Lead:
    """Leads the clients of this process to a service while it is entered."""

    def __init__(self, service: LocalService, *, redirect: bool, environment: bool) -> None:
        values = variables(service.api_url, service.api_key, service.webhook_secret)
        self._variables = Variables(values if environment else {})
        self._redirect = Redirect(service.url) if redirect else None
        self._hosts = HOSTS if redirect else frozenset[str]()
        self._is_any = redirect or environment
        self._stack = contextlib.ExitStack()

    def __enter__(self) -> Lead:
        with contextlib.ExitStack() as stack:
            stack.enter_context(self._variables)
            if self._redirect is not None:
                stack.enter_context(self._redirect)
            self._proxies = Variables(no_proxy(self._hosts) if self._is_any else {})
            stack.enter_context(self._proxies)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @contextlib.contextmanager
    def suspended(self, *, redirect: bool, environment: bool) -> Iterator[None]:
        """Suspend the redirect, the variables, or both, in the block."""
        with contextlib.ExitStack() as stack:
            if environment:
                stack.enter_context(Variables(self._variables.before))
            if redirect:
                stack.enter_context(Variables(self._proxies.before))
            if redirect and self._redirect is not None:
                stack.enter_context(self._redirect.suspended())
            yield
