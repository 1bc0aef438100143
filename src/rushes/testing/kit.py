"""The test kit: all its parts, put around those of one service."""

from __future__ import annotations

import asyncio
import random
import string
from decimal import Decimal

from pydantic import SecretStr
from starlette.types import ASGIApp, Receive, Scope, Send

from rushes.catalog.checked_request import DRAWN_SEEDS
from rushes.catalog.media import Medium
from rushes.clock import unix_time, virtual_time
from rushes.http.context import RequestContext
from rushes.jobs.executor import EmbeddedExecutor, Executor
from rushes.jobs.output_download import output_name
from rushes.jobs.urls import PREFIX
from rushes.providers.base import Provider
from rushes.runtime import Hooks
from rushes.settings import SettingError, Settings
from rushes.storage.pictures import delete_video
from rushes.store.budget import EVERYONE
from rushes.store.money import dollars
from rushes.testing.advance import Advance, Task
from rushes.testing.control import MOST_AHEAD, PATHS, control
from rushes.testing.executor import ScenarioExecutor
from rushes.testing.journal import Journal
from rushes.testing.middleware import Parts, ScenarioMiddleware
from rushes.testing.provider import ScenarioProvider
from rushes.testing.scenarios import Scenarios
from rushes.testing.stand_ins import stand_in
from rushes.testing.webhook_log import SentWebhook, WebhookLog, resigned
from rushes.testing.webhooks import ScenarioWebhooks
from rushes.webhook import Post, Webhooks
from rushes.webhook_sender import WebhookSender

FIRST_ID = 1_767_225_600  # the time in predictable ids, unix seconds
_ALPHABET = string.ascii_letters + string.digits


class TestKit(Hooks):
    """Failures on demand, a record of what happened, and time that can be advanced.

    Give it to `background_service` or `serve`. Raises SettingError where providers are configured,
    since nothing may be spent on a test unless it is recorded, and with a database URL, since the
    kit is in one process.
    """

    __test__ = False  # no class of tests
    loopback_callbacks = True

    def __init__(self, settings: Settings) -> None:
        if settings.providers and settings.record is None:
            raise SettingError(
                "testing",
                f"cannot be combined with providers ({', '.join(settings.providers)}), which spend"
                " money; unset RUSHES_PROVIDERS, or record what they make with RUSHES_RECORD",
            )
        if settings.database_url is not None:
            raise SettingError(
                "testing", "cannot be combined with database_url; unset RUSHES_DATABASE_URL"
            )
        # A suite of tests waits for the disk otherwise; what was paid for must not be lost.
        self.durable = settings.record is not None
        self.credits = settings.test_credits
        self.scenarios = Scenarios(settings.testing_seed or 0)
        self.journal = Journal()
        self._providers = list[ScenarioProvider]()
        self.webhook_log = WebhookLog("")
        self.reload(settings)
        self._settings = settings
        self._seed = settings.testing_seed
        self._start_draws()
        self._earlier: frozenset[str] | None = None
        self._advanced = 0.0
        self._advances = set[Advance]()
        self._loop: asyncio.AbstractEventLoop | None = None

    # Hooks

    def reload(self, settings: Settings) -> None:
        secret = settings.webhook_secret
        self.webhook_secret = "" if secret is None else secret.get_secret_value()
        self.webhook_log.secret = self.webhook_secret

    def provider(self, engine: Provider) -> Provider:
        provider = ScenarioProvider(engine, self.scenarios, self._advancing)
        self._providers.append(provider)
        return provider

    def webhooks(self, webhooks: Webhooks) -> Webhooks:
        forger = WebhookSender(
            SecretStr("not the secret"),
            allow_private=self._settings.fetch_private_urls,
            wrap=self.post,
        )
        self._webhooks = ScenarioWebhooks(webhooks, forger, self.scenarios, self.journal)
        return self._webhooks

    def post(self, post: Post) -> Post:
        return self.webhook_log.wrap(post)

    async def stand_in(self, medium: Medium) -> bytes | None:
        return await asyncio.to_thread(stand_in, medium)

    def has_own_pace(self, job_id: str) -> bool:
        scenario = self.scenarios.of_job(job_id)
        return scenario is not None and scenario.sets_pace

    def executor(self, executor: Executor) -> Executor:
        assert isinstance(executor, EmbeddedExecutor)  # noqa: S101 - no database URL
        self._executor = executor
        return ScenarioExecutor(executor, self.scenarios)

    def http(self, app: ASGIApp, context: RequestContext) -> ASGIApp:
        self.context = context
        context.is_test_kit = True
        parts = Parts(self.scenarios, self.journal, context)
        self._middleware = ScenarioMiddleware(app, parts)
        return _Controlled(self, control(self), self._middleware)

    def stop(self) -> None:
        self.webhook_log.stop()
        self._middleware.hang_up()

    def job_id(self, now: int) -> str:
        if self._seed is None:
            return super().job_id(now)
        while True:
            self._ids_drawn += 1
            drawn = "".join(self._ids.choices(_ALPHABET, k=20))
            job_id = f"gen-vid-{FIRST_ID + self._ids_drawn}-{drawn}"
            if job_id not in (self._earlier or ()):
                return job_id

    def seed(self) -> int:
        return super().seed() if self._seed is None else self._seeds.randrange(DRAWN_SEEDS)

    def request_id(self, path: str) -> str:
        # Health checks and the kit's own requests vary in number.
        if self._seed is None or not path.startswith(f"{PREFIX}/"):
            return super().request_id(path)
        return f"req-{self._requests.getrandbits(96):024x}"

    # In the service's event loop

    def opened(self) -> None:
        """Note the event loop, and make time virtual."""
        self._loop = asyncio.get_running_loop()
        virtual_time().users += 1

    def closed(self) -> None:
        """Take back what the time was advanced by, and give it up."""
        self._set_back()
        virtual_time().users -= 1

    async def know_earlier_jobs(self) -> None:
        """Read once which predictable ids the data folder has from an earlier run."""
        if self._seed is not None and self._earlier is None:
            self._earlier = frozenset(await self.context.store.jobs.ids())

    async def reset(self) -> None:
        """End all jobs; forget jobs, requests, deliveries, scenarios, credits and the time."""
        self.scenarios.clear()
        async with self._middleware.paused():
            await self._forget_all()

    async def _forget_all(self) -> None:
        for advance in self._advances:
            advance.drop()
        await self._executor.drop()
        for provider in self._providers:
            provider.forget_all()
        for job in await self.context.store.retention.clear():
            await delete_video(self.context.storage, output_name(job))
        self._set_back()
        self.scenarios.clear()
        self._earlier = frozenset()
        self._webhooks.clear()
        self.journal.clear()
        self.webhook_log.clear()
        self.context.rates.clear()
        self._start_draws()

    async def advance(self, seconds: float) -> None:
        """Advance the time, from one due time to the next; return once what became due is done.

        Raises ValueError for more than MOST_AHEAD in all.
        """
        left = MOST_AHEAD - self._advanced
        if not 0 <= seconds <= left:
            raise ValueError(
                f"the clock cannot be advanced by {seconds:.15g} seconds; {left:.15g} of 100 years"
                " are left until the next reset"
            )
        advance = Advance(self._executor, self.context.store.outbox, self._go_ahead, seconds)
        self._advances.add(advance)
        try:
            await advance.run()
        finally:
            self._advances.remove(advance)

    async def replay(self, webhook: SentWebhook, url: str) -> int:
        """Post a webhook again, signed now; return the receiver's status."""
        again = resigned(webhook, url, self.webhook_secret)
        return (await self.webhook_log.post(again)).status

    async def spent(self) -> Decimal:
        """Return what all jobs have cost, in USD."""
        charged = (await self.context.store.ledger.spent(EVERYONE))["total"].charged
        return Decimal(dollars(charged).removeprefix("$"))  # without zeros that say nothing

    def now(self) -> float:
        """Return unix seconds by the service's clock."""
        return unix_time()

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        """The event loop of the service, once it has started."""
        if self._loop is None:
            raise RuntimeError("the service has not started")
        return self._loop

    def _advancing(self) -> float:
        """Return the seconds that the time is still advanced by."""
        return max((advance.left for advance in self._advances), default=0.0)

    def _go_ahead(self, seconds: float) -> set[Task]:
        self._advanced += seconds
        return virtual_time().advance(seconds)

    def _set_back(self) -> None:
        """Take back what this kit advanced the time by; others of the process keep theirs."""
        virtual_time().advance(-self._advanced)
        self._advanced = 0.0

    def _start_draws(self) -> None:
        seed = self._seed or 0
        # One each, so that the number of polls changes no id.
        self._ids = random.Random(f"ids {seed}")  # noqa: S311 - repeatable, no secret
        self._seeds = random.Random(f"seeds {seed}")  # noqa: S311
        self._requests = random.Random(f"requests {seed}")  # noqa: S311
        self._ids_drawn = 0


class _Controlled:
    """Serves the kit's own paths, passes others, and ties the kit to the service's lifetime."""

    def __init__(self, kit: TestKit, own: ASGIApp, app: ASGIApp) -> None:
        self._kit = kit
        self._own = own
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            self._kit.opened()
            try:
                await self._app(scope, receive, send)
            finally:
                self._kit.closed()
            return
        await self._kit.know_earlier_jobs()
        if scope["path"] in PATHS:
            await self._own(scope, receive, send)
        else:
            await self._app(scope, receive, send)
