"""One trace per job, through all processes, at a collector."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time

import httpx
import pytest

from tests.collector import collector
from tests.fakes.paid_upstream import fake_upstream
from tests.isolation import ROOT
from tests.log_lines import events, parsed
from tests.service import drained, serve_process

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
PARENT = f"00-{TRACE}-00f067aa0ba902b7-01"
PROVIDER_KEY = "planted-provider-key-d2c8f7"
REQUEST = {"model": "google/veo-3.1", "prompt": "a private prompt", "duration": 8}
LONGEST = 60.0

pytestmark = pytest.mark.timeout(180)


@pytest.fixture(scope="module")
def upstream():
    with fake_upstream("fail", render=0.05, api_key=PROVIDER_KEY) as running:
        yield running


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
    """Run `rushes worker` with a log of JSON until the block ends; give its lines then."""
    with subprocess.Popen(
        [sys.executable, "-m", "rushes", "worker", "--log-format", "json"],
        cwd=ROOT,
        env={**os.environ, **environment},
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            with drained(process) as lines:
                yield lines
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


def test_a_worker_of_another_process_continues_the_trace(tmp_path, upstream, postgres_url):
    with collector() as found:
        common = {
            **paid(upstream),
            "RUSHES_DATABASE_URL": postgres_url,
            "RUSHES_DATA_DIR": str(tmp_path),
            "OTEL_EXPORTER_OTLP_ENDPOINT": found.url,
        }
        with (
            worker_process(**common) as lines,
            serve_process("--no-worker", **common) as (process, api),
            drained(process),
        ):
            job_id = made(api, traceparent=PARENT)
        spans = found.of(TRACE)
        assert_one_tree(spans)
        by_name = {span.name: span.resource["service.instance.id"] for span in spans}
        assert by_name["submit"] == by_name["POST /api/v1/videos"]
        assert by_name["job"] == by_name["create"] == by_name["poll"] != by_name["submit"]
    log = parsed(lines)
    transitions = [line for line in log if line.get("job") == job_id]
    assert [line["event"] for line in events(transitions, *TRANSITIONS)] == list(TRANSITIONS)
    assert {line["trace_id"] for line in transitions} == {TRACE}
    assert events(log, "worker.started")
    (stopping,) = events(log, "worker.stopping")
    (stopped,) = events(log, "worker.stopped")
    assert stopping["reason"] == "SIGTERM"
    assert stopped["jobs_handed_back"] == 0


TRANSITIONS = ("job.submitting", "job.running", "job.storing", "job.completed")


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
