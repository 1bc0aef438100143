"""Jobs, and what runs them, as the tests of this package make them."""

from __future__ import annotations

import asyncio
from decimal import Decimal

import pytest

from rushes.catalog.model import load_catalog
from rushes.jobs.context import JobContext
from rushes.jobs.runner import run_job
from rushes.jobs.submit import Caller, Jobs, SubmitLimits
from rushes.storage.local import LocalStorage
from rushes.store.job import Job
from rushes.store.sqlite import SqliteDatabase
from rushes.store.store import Store
from rushes.webhook_sender import WebhookSender
from tests.fakes.providers import PaidProvider, StandInProvider
from tests.store.rows import insert_job

ID = "gen-vid-1793000000-abcdefghijklmnopqrst"
BODY = '{"model":"google/veo-3.1","prompt":"A calm sea"}'
CALLER = Caller("me", "http://h", gone=lambda: asyncio.sleep(0, result=False))


class KilledError(BaseException):
    """Stands for SIGKILL: nothing catches it, nothing is cleaned up after it."""


def make_job(job_id=ID, **values):
    facts = {
        "state": "queued",
        "model": "google/veo-3.1",
        "provider": "rushes",
        "created_at": 1793000000,
        "updated_at": 1793000000,
        "seed": 7,
        "width": 1280,
        "height": 720,
        "duration": 4,
        "audio": True,
        "prompt": "A calm sea",
        "quote": Decimal("1.60"),
    }
    return Job(job_id, **{**facts, **values})


async def insert(context, **values):
    job = make_job(**values)
    await insert_job(context.store, job, BODY)
    return job


async def until(condition):
    async with asyncio.timeout(60):
        while not await condition():
            await asyncio.sleep(0.005)


def jobs_of(context, executor, max_open_jobs=100):
    rules = SubmitLimits(max_open_jobs, job_timeout=3600, model_timeouts={}, duplicate_window=600)
    return Jobs(load_catalog(), context.store, executor, context.providers, rules)


async def idle(executor):
    async with asyncio.timeout(60):
        while await executor.open_jobs():
            await asyncio.sleep(0.005)


def context_of(folder, upstream, **values):
    store = Store(SqliteDatabase(folder / "rushes.sqlite3"))
    webhooks = WebhookSender(None, allow_private=True)
    outputs = LocalStorage(folder / "outputs")
    return JobContext(store, outputs, {"rushes": upstream}, webhooks, **values)


async def run(context):
    return await run_job(ID, context)


@pytest.fixture
def provider():
    return StandInProvider()


@pytest.fixture
def upstream():
    return PaidProvider()


@pytest.fixture
async def context(tmp_path, provider):
    """A context over the provider that a test controls, without jobs."""
    context = context_of(tmp_path, provider)
    yield context
    await context.store.close()
