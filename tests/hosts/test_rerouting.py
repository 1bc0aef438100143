"""Jobs that go to another account, and so perhaps to another host's worker."""

from __future__ import annotations

import contextlib
from dataclasses import replace

import pytest

from rushes.catalog.model import load_catalog
from rushes.jobs import maintenance
from rushes.jobs.context import targets_of
from rushes.providers.base import RefusedError
from rushes.routing.router import Router
from tests.fakes.providers import PaidProvider
from tests.hosts.in_process_worker import INTERVALS, inside, until_state
from tests.jobs.conftest import BODY, ID, make_job
from tests.store.rows import insert_job

FIRST, SECOND = "openrouter/first", "openrouter/second"
MODEL = "google/veo-3.1"


@pytest.fixture
def first():
    return PaidProvider(slug=FIRST, name="First")


@pytest.fixture
def second():
    return PaidProvider(slug=SECOND, name="Second")


def among(*providers):
    """Return a router among accounts, each at an upstream of its own."""
    accounts = targets_of({provider.slug: provider for provider in providers})
    return Router(
        load_catalog(),
        [replace(a, base_url=f"https://{a.position}.example/v1") for a in accounts],
    )


def job_at(account):
    return make_job(provider=account, upstream_model=MODEL, updated_at=1)


async def entries(context):
    def of_queue():
        return (yield "SELECT queue_name FROM procrastinate_jobs", {})

    return [row[0] for row in await context.store.database.read(of_queue())]


async def test_a_job_that_one_host_gives_away_is_made_by_another(
    postgres_url, tmp_path, first, second
):
    routing = among(first, second)
    first.faults = [RefusedError("Not this one")]
    async with (
        inside(postgres_url, tmp_path, {FIRST: first}, routing=routing) as context,
        inside(postgres_url, tmp_path, {SECOND: second}, routing=routing),
    ):
        await insert_job(context.store, job_at(FIRST), BODY)
        await until_state(context, ID, "completed")
        attempts = await context.store.attempts.of(ID)
    assert [(a.provider, a.state) for a in attempts] == [(FIRST, "refused"), (SECOND, "accepted")]
    assert (first.charges, second.charges) == ([], [f"{ID}-2"])


async def test_a_job_that_is_given_away_waits_for_a_host_that_serves_its_account(
    postgres_url, tmp_path, first, second
):
    routing = among(first, second)
    first.faults = [RefusedError("Not this one")]
    async with inside(postgres_url, tmp_path, {FIRST: first}, routing=routing) as context:
        await insert_job(context.store, job_at(FIRST), BODY)
        await until_state(context, ID, "queued", provider=SECOND)
    async with inside(postgres_url, tmp_path, {SECOND: second}, routing=routing) as context:
        await until_state(context, ID, "completed")
    assert (first.charges, second.charges) == ([], [f"{ID}-2"])


@pytest.mark.parametrize("states", [["queued"], ["queued", "sending"]])
async def test_jobs_of_an_account_that_no_host_serves_any_more_go_to_another(
    postgres_url, tmp_path, first, second, states, monkeypatch
):
    """But not one that its account may be making."""
    monkeypatch.setattr(maintenance, "STRANDED_FOR", 0.0)
    intervals = replace(INTERVALS, unserved_after=1.0)
    async with contextlib.AsyncExitStack() as stack:
        host = inside(
            postgres_url, tmp_path, {SECOND: second}, intervals=intervals, routing=among(second)
        )
        context = await stack.enter_async_context(host)
        if "sending" in states:
            sent = replace(job_at(FIRST), id="gen-vid-2")
            await insert_job(context.store, sent, BODY)
            taken = await context.store.jobs.take(sent.id, {"queued"})
            await context.store.attempts.send(await context.store.attempts.intend(taken, 1))
        await insert_job(context.store, job_at(FIRST), BODY)
        await until_state(context, ID, "completed")
        if "sending" in states:
            left = await context.store.jobs.get("gen-vid-2")
            assert (left.state, left.provider) == ("submitting", FIRST)
            assert f"flight.{FIRST}" in await entries(context)
    assert (first.charges, second.charges) == ([], [f"{ID}-1"])
