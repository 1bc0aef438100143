"""A job that one account does not make goes to another, once it is certain that it may."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from decimal import Decimal

import pytest

from rushes import backoff
from rushes.catalog.model import load_catalog
from rushes.catalog.provider_data import ENGINE
from rushes.jobs import commands, maintenance
from rushes.jobs.account_reports import AccountReports
from rushes.jobs.context import JobContext, targets_of
from rushes.jobs.executor import EmbeddedExecutor
from rushes.jobs.maintenance import RetentionPolicy, sweep
from rushes.jobs.recovery import MAX_ABSENT
from rushes.jobs.rerouting import ReroutedError
from rushes.jobs.runner import run_job
from rushes.providers.base import (
    AccountError,
    BusyError,
    Cancellation,
    Progress,
    RefusedError,
    UnknownOutcomeError,
)
from rushes.routing.router import Router
from rushes.storage.local import LocalStorage
from rushes.store.api_key import ApiKey
from rushes.store.sqlite import SqliteDatabase
from rushes.store.store import Store
from rushes.store.transaction import StoreError
from rushes.webhook_sender import WebhookSender
from tests.fakes.providers import PaidProvider
from tests.jobs.conftest import BODY, ID, make_job
from tests.store.rows import insert_job

FIRST, SECOND = "openrouter/first", "openrouter/second"
MODEL = "google/veo-3.1"
BEGUN = Decimal("0.10")


@pytest.fixture(autouse=True)
def hurry(monkeypatch):
    monkeypatch.setattr(backoff, "FIRST", 0.01)


@pytest.fixture
def first():
    return PaidProvider(slug=FIRST, name="First")


@pytest.fixture
def second():
    return PaidProvider(slug=SECOND, name="Second")


@pytest.fixture
async def context(tmp_path, first, second):
    store = Store(SqliteDatabase(tmp_path / "rushes.sqlite3"))
    providers, reports = {FIRST: first, SECOND: second}, AccountReports(store)
    # Upstreams of their own: what one refuses, the other may make.
    accounts = [
        replace(account, base_url=f"https://{account.position}.example/v1")
        for account in targets_of(providers)
    ]
    context = JobContext(
        store,
        LocalStorage(tmp_path / "outputs"),
        providers,
        WebhookSender(None, allow_private=True),
        routing=Router(load_catalog(), accounts, health=reports),
        reports=reports,
        fallbacks=frozenset({"failed", "stuck"}),
    )
    yield context
    await store.close()


async def insert(context, body=BODY, **values):
    job = make_job(**{"provider": FIRST, "upstream_model": MODEL, **values})
    await insert_job(context.store, job, body)
    return job


async def once(context):
    """Run the job until it has ended, or is queued for another account; return it."""
    try:
        return await asyncio.wait_for(run_job(ID, context), 60)
    except ReroutedError as rerouted:
        return rerouted.job


async def attempts_of(context):
    return [(a.provider, a.state, a.cost) for a in await context.store.attempts.of(ID)]


def fails(provider, cost=BEGUN):
    """Have a provider accept jobs and fail them."""

    async def poll(job):
        raise RefusedError("The render failed", cost)

    provider.poll = poll


async def test_a_refused_job_is_made_by_the_next_account(context, first, second):
    await insert(context)
    first.faults = [RefusedError("Not this one")]
    queued = await once(context)
    assert (queued.state, queued.provider, queued.attempt) == ("queued", SECOND, 1)
    job = await once(context)
    assert (job.state, job.cost) == ("completed", job.quote)
    assert await attempts_of(context) == [
        (FIRST, "refused", None),
        (SECOND, "accepted", str(job.quote)),
    ]
    assert (first.charges, second.charges) == ([], [f"{ID}-2"])


@pytest.mark.parametrize("providers", [("openrouter",), ("fal",)])
async def test_a_job_goes_only_where_its_api_key_may(context, first, second, providers):
    key = ApiKey("0123456789abcdef", "Team", "sk-", "digest", 1.0, 1.0, providers=providers)
    await context.store.api_keys.insert(key)
    await insert(context, owner=key.owner)
    first.faults = [RefusedError("Not this one")]
    job = await once(context)
    allowed = providers == ("openrouter",)
    assert (job.state, job.provider) == (("queued", SECOND) if allowed else ("failed", FIRST))
    assert second.charges == []


async def test_a_job_costs_what_all_its_attempts_cost(context, first, second):
    await insert(context)
    fails(first)
    assert (await once(context)).cost == BEGUN
    job = await once(context)
    assert (job.state, job.cost) == ("completed", job.quote + BEGUN)
    assert [cost for _, _, cost in await attempts_of(context)] == [str(BEGUN), str(job.quote)]


@pytest.mark.parametrize("end", ["cancelled", "expired", "failed"])
async def test_a_job_that_ends_before_it_is_sent_again_keeps_its_cost(context, first, second, end):
    await insert(context)
    fails(first)
    queued = await once(context)
    if end == "cancelled":
        executor = EmbeddedExecutor(context, RetentionPolicy())
        await commands.cancel(queued, context.store, executor)
    elif end == "expired":
        await context.store.jobs.update(ID, where={"queued"}, changes={"deadline": 1})
        await sweep(context, RetentionPolicy())
    else:
        second.faults = [RefusedError("Nor this one")]
    job = await once(context)
    assert (job.state, job.cost) == (end, BEGUN)
    assert (len(first.charges), len(second.charges)) == (1, 0)


async def test_a_video_that_was_made_and_not_stored_keeps_its_cost(context, first, monkeypatch):
    await insert(context)
    first.promises = {"keeps_outputs": 0.05}

    async def download(job, start=0):
        yield b"no video"

    first.download = download
    monkeypatch.setattr("rushes.jobs.output_download.MIN_KEPT", 0.05)
    job = await once(context)
    assert (job.state, job.cost) == ("failed", job.quote)
    assert [job.id for job, _ in await context.store.attempts.unresolved()] == [ID]


async def test_a_job_is_not_given_away_once_its_client_has_asked_to_cancel_it(context, first):
    await insert(context)
    taken = await context.store.jobs.take(ID, {"queued"})
    job = await context.store.attempts.intend(taken, 1)
    changes = {"cancellation": "requested"}
    await context.store.jobs.update(ID, where={"submitting"}, changes=changes)
    assert await context.store.attempts.reroute(job, {"provider": SECOND}, "busy") is None
    job = await once(context)
    assert (job.state, job.provider, first.charges) == ("cancelled", FIRST, [])


@pytest.mark.parametrize("stops", [True, False])
async def test_a_stuck_job_goes_elsewhere_only_if_its_provider_has_stopped_it(
    context, first, second, stops
):
    await insert(context, deadline=int(time.time()) + 1)

    async def poll(job):
        return Progress("running", 0.5, check_after=0.05)

    async def cancel(job):
        return Cancellation("stopped", Decimal(0)) if stops else Cancellation("unsupported")

    first.poll, first.cancel = poll, cancel
    job = await once(context)
    if stops:
        assert (job.state, job.provider) == ("queued", SECOND)
        job = await once(context)
        assert (job.state, job.cost) == ("completed", job.quote)
    else:
        assert (job.state, job.cancellation, second.charges) == ("expired", "unsupported", [])
        assert [job.id for job, _ in await context.store.attempts.unresolved()] == [ID]


async def test_an_id_that_comes_late_is_stopped_where_it_was_made(context, first, second):
    await insert(context)
    taken = await context.store.jobs.take(ID, {"queued"})
    late = await context.store.attempts.intend(taken, 1)
    first.faults = [RefusedError("Not this one")]
    await once(context)
    await context.store.attempts.keep_orphan(late, "up-late")
    assert (await once(context)).state == "completed"
    assert (first.cancelled, second.cancelled) == (["up-late"], [])
    assert await context.store.attempts.open_orphans(late) == []


async def test_an_id_found_by_hand_is_that_of_the_account_which_was_asked_last(
    context, first, second
):
    await insert(context)
    fails(first)
    queued = await once(context)
    await commands.cancel(queued, context.store, EmbeddedExecutor(context, RetentionPolicy()))
    job = await context.store.attempts.attach(ID, f"up-{ID}-1")
    assert (job.provider, job.upstream_model) == (FIRST, MODEL)
    first.poll = PaidProvider.poll.__get__(first)
    job = await once(context)
    assert (job.state, job.provider, second.charges) == ("completed", FIRST, [])


async def test_attempts_elsewhere_do_not_count_as_absent_here(context, first, second):
    await insert(context)
    second.on_lost_response = "lookup"
    first.faults = [RefusedError("Not this one")]
    await once(context)
    second.faults = [UnknownOutcomeError("reset before") for _ in range(MAX_ABSENT - 1)]
    job = await once(context)
    assert (job.state, job.attempt) == ("completed", MAX_ABSENT + 1)
    assert second.charges == [f"{ID}-{MAX_ABSENT + 1}"]


async def test_a_request_that_is_not_valid_any_more_ends_as_its_provider_said(context, first):
    await insert(context, body=f'{{"model":"{MODEL}","prompt":"A calm sea","duration":1}}')
    first.faults = [RefusedError("Not this one")]
    job = await once(context)
    assert (job.state, job.error, job.provider) == ("failed", "Not this one", FIRST)


async def test_a_busy_account_is_better_than_one_that_is_out(context, first, second):
    await insert(context)
    await context.store.accounts.take_out(SECOND, "failing", "It is down", 600)
    first.faults = [BusyError("429", 0.01)]
    job = await once(context)
    assert (job.state, job.provider) == ("completed", FIRST)


async def test_a_job_that_may_have_been_accepted_goes_nowhere(context, first, second):
    await insert(context)
    first.faults = [UnknownOutcomeError("reset after accepting")]
    job = await once(context)
    assert (job.state, job.provider, second.charges) == ("failed", FIRST, [])
    assert await attempts_of(context) == [(FIRST, "unknown", None)]


@pytest.mark.parametrize("again", ["crash", "store"])
async def test_a_job_that_was_stopped_before_an_interruption_goes_elsewhere_after_it(
    context, first, second, again, monkeypatch
):
    """Though it fails at its provider now: it was stopped, and that is what may be paid again."""
    context = replace(context, fallbacks=frozenset({"stuck"}))
    await insert(context, deadline=int(time.time()) + 1)

    async def poll(job):
        if first.cancelled:
            raise RefusedError("Cancelled", Decimal(0))
        return Progress("running", 0.5, check_after=0.05)

    first.poll = poll
    given_away = context.store.attempts.reroute
    interruptions = [asyncio.CancelledError() if again == "crash" else StoreError("It is away")]

    async def interrupted(*given):
        if interruptions:
            raise interruptions.pop()
        return await given_away(*given)

    monkeypatch.setattr(context.store.attempts, "reroute", interrupted)
    if again == "crash":
        with pytest.raises(asyncio.CancelledError):
            await run_job(ID, context)
    job = await once(context)
    assert (job.state, job.provider) == ("queued", SECOND)
    assert len(first.cancelled) == 1
    assert (await once(context)).state == "completed"
    assert (len(first.charges), len(second.charges)) == (1, 1)


async def test_a_job_that_nothing_was_made_of_is_not_said_to_go_on(context, first, second):
    await insert(context)

    async def create(request, before_send):
        await before_send()
        changes = {"cancellation": "requested"}
        await context.store.jobs.update(ID, where={"submitting"}, changes=changes)
        raise AccountError("It rejected its API key", "credential")

    first.create = create
    job = await once(context)
    assert (job.state, job.cancellation, second.charges) == ("failed", "not_started", [])


@pytest.fixture
def at_once(monkeypatch):
    """Have jobs of an account that was removed count as stranded at once."""
    monkeypatch.setattr(maintenance, "STRANDED_FOR", 0.0)


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("state", ["queued", "intent", "absent"])
async def test_a_job_that_a_removed_account_makes_nothing_of_goes_to_another(
    context, first, second, state
):
    await insert(context)
    if state != "queued":
        taken = await context.store.jobs.take(ID, {"queued"})
        job = await context.store.attempts.intend(taken, 1)
        if state == "absent":
            assert await context.store.attempts.send(job)
            await context.store.attempts.mark_absent(job)
    left = without_first(context)
    await sweep(left, RetentionPolicy())
    job = await left.store.jobs.get(ID)
    assert (job.state, job.provider) == ("queued", SECOND)
    job = await once(left)
    assert (job.state, first.charges, len(second.charges)) == ("completed", [], 1)


@pytest.mark.usefixtures("at_once")
async def test_a_job_that_a_removed_account_may_make_waits_for_it(context, first, second):
    await insert(context)
    taken = await context.store.jobs.take(ID, {"queued"})
    await context.store.attempts.send(await context.store.attempts.intend(taken, 1))
    left = without_first(context)
    for _ in range(2):
        await sweep(left, RetentionPolicy())
    job = await left.store.jobs.get(ID)
    assert (job.state, job.provider, second.charges) == ("submitting", FIRST, [])


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("why", ["account", "price", "free", "emulated"])
async def test_a_job_that_nobody_else_may_make_fails_soon_and_says_why(context, first, second, why):
    left = without_first(context)
    if why == "account":
        left = replace(left, providers={"xai": second}, routing=Router(load_catalog(), []))
    elif why == "emulated":
        routing = Router(load_catalog(), targets_of({ENGINE: second}))
        left = replace(left, providers={ENGINE: second}, routing=routing)
    price = Decimal("0.000001") if why == "price" else None
    await insert(context, max_price=price, **({"provider": ENGINE} if why == "free" else {}))
    await sweep(left, RetentionPolicy())
    job = await left.store.jobs.get(ID)
    assert (job.state, job.cost, second.charges) == ("failed", None, [])
    assert job.error == (
        f"Its provider, {job.provider}, is not configured any more, and no other one that is can"
        " make this"
    )


def without_first(context):
    """Return the context of a service that was started again without the first account."""
    accounts = [a for a in context.router.table.accounts if a.id == SECOND]
    routing = Router(load_catalog(), accounts, health=context.accounts)
    providers = {SECOND: context.providers[SECOND]}
    return replace(context, providers=providers, routing=routing)


async def test_a_job_of_an_account_that_is_not_configured_waits_and_is_not_given_away(
    context, first, second
):
    await insert(context)
    fails(first)
    queued = await once(context)
    left = replace(context, providers={FIRST: first})
    assert await run_job(ID, left) is None
    waiting = await context.store.jobs.get(ID)
    assert (waiting.state, waiting.provider, waiting.cost) == ("queued", SECOND, queued.cost)
    assert waiting.delay_reason == f"Its provider, {SECOND}, is not configured"
    assert (await once(context)).state == "completed"
    assert (len(first.charges), len(second.charges)) == (1, 1)
