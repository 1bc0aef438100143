"""One trace per job, through all processes, at a collector."""

from __future__ import annotations

import asyncio
import contextlib
import os
import subprocess
import sys
import time

import httpx
import pytest

from rushes.jobs.states import OPEN
from rushes.runtime import open_store
from rushes.settings import Settings
from tests.collector import collector
from tests.fakes.paid_upstream import fake_upstream
from tests.fakes.webhook_receiver import WebhookReceiver
from tests.isolation import ROOT
from tests.log_lines import events, parsed
from tests.service import drained, serve_process

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
PARENT = f"00-{TRACE}-00f067aa0ba902b7-01"
PROVIDER_KEY = "planted-provider-key-d2c8f7"
REQUEST = {"model": "google/veo-3.1", "prompt": "a private prompt", "duration": 8}
LONGEST = 60.0
TRANSITIONS = ("job.submitting", "job.running", "job.storing", "job.completed")

pytestmark = pytest.mark.timeout(180)


@pytest.fixture(scope="module")
def upstream():
    with fake_upstream("fail", render=0.05, api_key=PROVIDER_KEY) as running:
        yield running


@pytest.fixture
def receiver():
    with WebhookReceiver() as receiver:
        yield receiver


def paid(upstream):
    return {
        "RUSHES_PROVIDERS": "openrouter",
        "RUSHES_OPENROUTER_BASE_URL": upstream.api,
        "RUSHES_OPENROUTER_API_KEY": PROVIDER_KEY,
    }


def made(api, **headers):
    """Have a job made; return its id."""
    headers = {"Authorization": "Bearer any-key-at-all", **headers}
    with httpx.Client(base_url=api, headers=headers, timeout=60, trust_env=False) as client:
        job_id = client.post("/videos", json=REQUEST).json()["id"]
        deadline = time.monotonic() + LONGEST
        while (job := client.get(f"/videos/{job_id}").json())["status"] != "completed":
            assert time.monotonic() < deadline, job
            time.sleep(0.05)
    return job_id


def assert_one_tree(spans, root="00f067aa0ba902b7"):
    """Check that all spans hang together, below the caller's."""
    ids = {span.span_id for span in spans}
    assert {s.parent_id for s in spans} <= ids | {root}


@contextlib.contextmanager
def worker_process(**environment):
    """Run `rushes worker` with a log of JSON until the block ends; give it and its lines."""
    with subprocess.Popen(
        [sys.executable, "-m", "rushes", "worker", "--log-format", "json"],
        cwd=ROOT,
        env={**os.environ, **environment},
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            with drained(process) as lines:
                yield process, lines
        finally:
            process.kill()


def test_a_job_of_one_process_is_one_trace_without_a_secret(tmp_path, upstream):
    with collector() as found:
        traced = {"OTEL_EXPORTER_OTLP_ENDPOINT": found.url, "OTEL_SERVICE_NAME": "films"}
        with (
            serve_process("--data-dir", tmp_path, **paid(upstream), **traced) as (process, api),
            drained(process) as lines,
        ):
            job_id = made(api, traceparent=PARENT)
        spans = found.of(TRACE)
        jobs = [span for span in spans if span.attributes.get("rushes.job.id") == job_id]
        names = {span.name for span in jobs}
        assert names >= {"submit", "job", "attempt", "create", "poll", "download"}
        assert "POST /api/v1/videos" in names
        assert len([s for s in jobs if s.name == "poll"]) == 1, "polls are one span"
        assert_one_tree(spans)
        (job,) = [span for span in jobs if span.name == "job"]
        assert job.attributes["rushes.job.state"] == "completed"
        assert job.attributes["rushes.cost"] > 0
        assert job.attributes["gen_ai.request.model"] == REQUEST["model"]
        assert job.resource["service.name"] == "films"
        assert not any(span.is_error for span in spans)
        for hidden in (PROVIDER_KEY, "any-key-at-all", "a private prompt"):
            assert hidden not in found.text
    told = [parent for _, parent in upstream.state()["traceparents"]]
    assert not any(TRACE in parent for parent in told), "providers get none unless that is set"
    log = "".join(lines)
    assert f"trace_id={TRACE}" in log
    assert "service stopped" in log


def test_without_a_traceparent_a_submit_begins_a_trace_and_polls_have_none(tmp_path, upstream):
    with collector() as found:
        traced = {"OTEL_EXPORTER_OTLP_ENDPOINT": found.url}
        with (
            serve_process("--data-dir", tmp_path, **paid(upstream), **traced) as (process, api),
            drained(process),
        ):
            made(api)
        (root,) = [span for span in found.spans if not span.parent_id]
        assert root.name == "POST /api/v1/videos"
        assert_one_tree(found.spans, root="")
        assert {span.trace_id for span in found.spans} == {root.trace_id}


class Killed:
    """A job that is under way in a process that is killed, and taken up by another one."""

    def __init__(self, api, environment, trace):
        self.api, self._settings = api, environment
        self.parent = f"00-{trace}-00f067aa0ba902b7-01"
        self.job_id = ""

    def under_way(self, receiver):
        """Return once the provider has accepted the job; its end is told to a receiver."""
        body = {**REQUEST, "prompt": "a private prompt [fault:endless]"}
        headers = {"Authorization": "Bearer any-key-at-all", "traceparent": self.parent}
        with httpx.Client(base_url=self.api, headers=headers, trust_env=False) as client:
            self.job_id = client.post("/videos", json=body).json()["id"]
            path = f"/videos/{self.job_id}"
            until(lambda: client.get(path).json()["status"] == "in_progress")
        asyncio.run(self._call_back(receiver.hook))

    async def _call_back(self, url):  # a submit wants https
        changes = {"callback_url": url, "callback": "pending"}
        settings = {
            name.removeprefix("RUSHES_").lower(): value
            for name, value in self._settings.items()
            if name in {"RUSHES_DATA_DIR", "RUSHES_DATABASE_URL"}
        }
        async with open_store(Settings(**settings)) as store:
            assert await store.jobs.update(self.job_id, where=OPEN, changes=changes)
            deadline = time.monotonic() + LONGEST
            while "database_url" in settings and not await store.database.read(self._worker()):
                assert time.monotonic() < deadline
                await asyncio.sleep(0.05)

    def _worker(self):
        """Find the worker that has the job: a host names its own within a second."""
        entry = "SELECT worker_id FROM procrastinate_jobs WHERE queueing_lock = :id"
        query = f"SELECT host FROM worker_hosts WHERE worker_id IN ({entry})"
        return bool((yield query, {"id": self.job_id}))


def until(holds):
    deadline = time.monotonic() + LONGEST
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@contextlib.contextmanager
def running(kind, environment):
    """Run a job through a process that can be killed; give the API and a function that starts one.

    That gives the process and the lines of its log, which are complete once it has ended.
    """
    with contextlib.ExitStack() as stack:
        if kind == "sqlite":

            def start():
                options = ("--log-format", "json")
                process, api = stack.enter_context(serve_process(*options, **environment))
                return process, stack.enter_context(drained(process)), api
        else:
            process, api = stack.enter_context(serve_process("--no-worker", **environment))
            stack.enter_context(drained(process))

            def start():
                return (*stack.enter_context(worker_process(**environment)), api)

        yield start


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_a_job_of_a_killed_process_stays_one_trace_to_its_webhook(
    kind, tmp_path, upstream, request, receiver
):
    trace = ("5" if kind == "sqlite" else "6") * 32
    with collector() as found:
        environment = {
            **paid(upstream),
            "RUSHES_DATA_DIR": str(tmp_path),
            "RUSHES_FETCH_PRIVATE_URLS": "true",
            "RUSHES_TRACE_PROVIDERS": "true",
            "OTEL_EXPORTER_OTLP_ENDPOINT": found.url,
            "OTEL_BSP_SCHEDULE_DELAY": "50",
        }
        if kind == "postgres":
            environment["RUSHES_DATABASE_URL"] = request.getfixturevalue("postgres_url")
        with running(kind, environment) as start:
            first, _, api = start()
            job = Killed(api, environment, trace)
            job.under_way(receiver)
            until(lambda: "submit" in {span.name for span in found.of(trace)})
            first.kill()
            first.wait(LONGEST)
            second, lines, _ = start()
            until(lambda: has_logged(second, lines, "job.resumed"))
            upstream.release(job.job_id)
            webhook = receiver.next_request()
            until(lambda: has_logged(second, lines, "job.webhook_delivered"))
        spans = found.of(trace)
    assert webhook.header("traceparent")[0].split("-")[1] == trace
    told = [parent.split("-")[1] for _, parent in upstream.state()["traceparents"]]
    assert told.count(trace) >= 3  # a create, a poll, and a poll of the second process
    by_name = {span.name: span for span in spans}
    assert by_name.keys() >= {"submit", "job", "attempt", "poll", "download", "store", "webhook"}
    instances = {name: span.resource["service.instance.id"] for name, span in by_name.items()}
    assert instances["job"] == instances["store"] == instances["webhook"] != instances["submit"]
    survived = [span for span in spans if span.resource["service.instance.id"] == instances["job"]]
    known = {span.span_id for span in spans} | {"00f067aa0ba902b7"}
    assert {span.parent_id for span in survived} <= known
    assert by_name["webhook"].attributes["rushes.webhook.delivered"] is True
    assert not any(span.is_error for span in survived)
    log = parsed(lines)
    (line,) = events(log, "job.resumed")
    assert (line["job"], line["attempt"], line["trace_id"]) == (job.job_id, 1, trace)
    assert f"-{first.pid}" in line["from_host"]
    assert f"-{second.pid}" in line["host"]
    own = [each for each in log if each.get("job") == job.job_id]
    assert [each["event"] for each in events(own, *TRANSITIONS)] == ["job.storing", "job.completed"]
    (stopping,) = events(log, "worker.stopping", "service.stopping")
    assert stopping["reason"] == "SIGTERM"


def has_logged(process, lines, name):
    assert process.poll() is None, lines
    return any(f'"{name}"' in line for line in list(lines))


def test_a_collector_that_is_away_does_not_hold_up_the_service(tmp_path, upstream):
    traced = {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:9", "OTEL_BSP_EXPORT_TIMEOUT": "100"}
    with (
        serve_process("--data-dir", tmp_path, **paid(upstream), **traced) as (process, api),
        drained(process) as lines,
    ):
        made(api)
    log = "".join(lines)
    assert "service stopped" in log
    assert log.count("trace collector unavailable") == 1
    assert log.count("127.0.0.1:9") + log.count("port=9") <= 2


@pytest.mark.parametrize(
    ("environment", "blocked", "said"),
    [
        (
            {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:9"},
            "opentelemetry",
            "pip install 'rushes[otel]'",
        ),
        ({"OTEL_TRACES_EXPORTER": "zipkin"}, "", "allowed: otlp, none"),
        (
            {
                "OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:9",
                "OTEL_EXPORTER_OTLP_PROTOCOL": "grpc",
            },
            "",
            "allowed: http/protobuf",
        ),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_traces_that_cannot_be_sent_are_an_error_that_says_why(
    tmp_path, environment, blocked, said, form
):
    code = f"import sys; sys.modules[{blocked!r}] = None; from rushes.__main__ import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "serve", "--port", "0", "--log-format", form],
        env={**os.environ, **environment, "RUSHES_DATA_DIR": str(tmp_path)},
        stderr=subprocess.PIPE,
        text=True,
        timeout=LONGEST,
        check=False,
    )
    assert done.returncode == 2
    assert said in done.stderr
