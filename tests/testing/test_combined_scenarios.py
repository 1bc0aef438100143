"""Any scenarios together: the service survives, nothing fails that was not asked to, all ends."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time

import httpx
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from rushes.testing.forms import FORMS, STATUSES
from rushes.testing.scenario import ScenarioError
from rushes.testing.scenarios import compose
from tests.testing.kits import REQUEST, client_of

QUICK, LONG = 0.15, 30.0  # seconds that a client waits, among hangs and without them
FAULTS = st.fixed_dictionaries({"fault": st.sampled_from(["reset", "garbage", "html", "hang"])})
ERRORS = st.one_of(
    st.fixed_dictionaries({"status": st.sampled_from(STATUSES)}),
    st.fixed_dictionaries({"form": st.sampled_from(sorted(FORMS))}),
    FAULTS,
)
RESPONSES = st.builds(dict.__or__, ERRORS, st.fixed_dictionaries({"after": st.booleans()}))
SOME = st.fixed_dictionaries({"times": st.one_of(st.none(), st.integers(1, 2))})
JOBS = st.fixed_dictionaries(
    {
        "outcome": st.sampled_from(
            ["completed", "failed", "moderated", "expired", "cancelled", "stuck"]
        ),
        "delay": st.sampled_from([0, 0.01, 60]),
        "queued": st.sampled_from([0, 60]),
        "curve": st.sampled_from(["linear", "slow_start", "slow_end", "steps", "stalled"]),
    }
)
POLLS = st.builds(
    dict.__or__,
    SOME,
    st.one_of(ERRORS, st.fixed_dictionaries({"shown_status": st.text(max_size=9)})),
)
CONTENTS = st.builds(
    dict.__or__,
    SOME,
    st.one_of(
        ERRORS,
        st.fixed_dictionaries(
            {
                "cut": st.sampled_from([None, "close", "reset"]),
                "at": st.sampled_from([0, 0.3]),
                "length": st.booleans(),
                "ranges": st.booleans(),
            }
        ),
    ),
)
PHASES = {"response": RESPONSES, "job": JOBS, "poll": POLLS, "content": CONTENTS}
SCENARIOS = st.builds(
    dict.__or__,
    st.fixed_dictionaries({}, optional=PHASES).filter(bool),
    st.fixed_dictionaries({"times": st.sampled_from([1, 2, None]), "chance": st.just(1.0)}),
)


def request(client, method, path, **options):
    try:
        return client.request(method, path, **options)
    except httpx.TransportError:
        return None


def play(client, service, number):
    """Do what a client does with one job, whatever comes."""
    body = {**REQUEST, "prompt": f"Job {number}"}
    submitted = request(client, "POST", "/videos", json=body)
    ids = [job.id for job in service.jobs()]
    if submitted is not None and submitted.status_code == 202:
        assert submitted.json()["id"] in ids
    for job_id in ids[-1:]:
        request(client, "GET", f"/videos/{job_id}")
        service.clock.advance(minutes=3)
        request(client, "GET", f"/videos/{job_id}")
        request(client, "GET", f"/videos/{job_id}/content", headers={"Range": "bytes=5-"})


def natural(record, *, impatient):
    """Return whether a response is one that the service gives by itself, or was not waited for."""
    expected = {"submit": {202}, "poll": {200}, "content": {200, 206, 409, 410}}
    return record.status in expected[record.operation] or (impatient and record.status is None)


@given(st.lists(SCENARIOS, max_size=3))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_nothing_goes_wrong_that_was_not_asked_for(service, client, wait, wanted):
    service.reset()
    for scenario in wanted:
        service.when(times=scenario["times"]).then(
            **{phase: effect for phase, effect in scenario.items() if phase in PHASES}
        )
    impatient = "'hang'" in repr(wanted)
    client.timeout = QUICK if impatient else LONG
    for number in range(3):
        play(client, service, number)
    for record in service.requests:
        assert record.scenario is not None or natural(record, impatient=impatient), record
    client.timeout = LONG
    assert client.get("/videos/models").status_code == 200
    service.reset()
    check_nothing_left(service)
    submitted = client.post("/videos", json=REQUEST)
    service.clock.advance(seconds=1)
    assert wait(submitted.json()["id"])["status"] == "completed"


def check_nothing_left(service):
    assert service.jobs() == []
    assert service.requests == []
    assert service.deliveries == []
    assert service.scenarios.rules == []
    assert service.spend() == 0
    until = time.monotonic() + 20
    while left := {*service.folder.rglob("*.mp4*")} | job_tasks(service):
        assert time.monotonic() < until, left
        time.sleep(0.01)


def job_tasks(service):
    tasks = asyncio.all_tasks(service.kit.loop)
    return {task.get_name() for task in tasks if task.get_name().startswith("gen-vid-")}


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), st.lists))
@settings(max_examples=50, deadline=None)
def test_any_other_value_is_refused_or_fits(value):
    for phase in (*PHASES, "webhook", "match", "times"):
        with contextlib.suppress(ScenarioError):
            compose("gone", **{phase: value})


@pytest.mark.parametrize("text", ["", "[rushes", "[rushes:", "[rushes:]]", "[[rushes:failed]]"])
def test_prompts_that_look_like_magic(client, text):
    response = client.post("/videos", json={**REQUEST, "prompt": f"A sea {text}"})
    assert response.status_code in {202, 400}


def test_a_reset_among_requests_leaves_nothing(service):
    stopping, statuses = threading.Event(), set()

    def keep_asking():
        with client_of(service) as own:
            own.timeout = QUICK
            while not stopping.is_set():
                for name in ("", "[rushes:stuck]", "[rushes:slow_response=9]", "[rushes:reset]"):
                    made = request(own, "POST", "/videos", json=prompted(name))
                    statuses.add(made and made.status_code)
                    if made is not None:
                        request(own, "GET", f"/videos/{made.json()['id']}/content")

    asking = [threading.Thread(target=keep_asking) for _ in range(4)]
    for thread in asking:
        thread.start()
    try:
        for _ in range(30):
            time.sleep(0.02)
            service.reset()
    finally:
        stopping.set()
        for thread in asking:
            thread.join()
    service.reset()
    check_nothing_left(service)
    assert statuses == {202, None}


def prompted(name):
    return {**REQUEST, "prompt": f"A sea {name}"}
