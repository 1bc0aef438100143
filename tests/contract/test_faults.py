"""What goes wrong at a provider's upstream, and what it costs: never twice."""

from __future__ import annotations

from tests.contract.cases import capabilities_of, each, each_provider, is_free
from tests.contract.live_service import SECRET, accepted, charges, marked, sent
from tests.upstreams.shapes import SHAPES

# Certainly accepted, or certainly not; what follows is the same with every provider.
PASSING = {
    "busy": "[fault:429]",
    "busy for a while": "[fault:429=1]",
    "slow before it is accepted": "[fault:slow-before=0.5]",
    "slow answer": "[fault:slow-after=0.5]",
    "polls": "[fault:poll-500+poll-429+poll-reset+poll-garbage]",
    "unknown state": "[fault:odd-state*3]",
    "lost once": "[fault:lost]",
    "cut video": "[fault:truncated]",
    "reset video": "[fault:content-reset]",
    "silent video": "[fault:content-silent]",
    "cut video of a server without ranges": "[fault:truncated+no-range]",
    "short video": "[fault:short]",
    "failing store": "[fault:content-500]",
    "expired URL": "[fault:expired]",
    "missing video": "[fault:missing]",
}
BATCHED = {"ark", "byteplus", "kling"}  # one answer shows many jobs
# Gateways may show a job by another id than that of its creation, and an empty history of ComfyUI
# says that it has no such job.
MEANT = {("openai", "other"), ("comfyui", "empty")}
PARTIAL = {"stateless", "other"}  # which may show the video of a job, where no id tells of another
REMADE = {"lost once", "expired URL", "missing video"}  # where that is free, with the same fault
FAILING = {
    "refused": "[fault:refuse]",
    "moderated": "[fault:moderated]",
    "failed": "FAIL",
}
# The answer to the creation is lost.
NOT_ACCEPTED = {"500": "[fault:500-before]", "reset": "[fault:reset-before]"}
ACCEPTED = {
    "500 after": "[fault:500-after]",
    "reset after": "[fault:reset-after-accept]",
    "silence": "[fault:silent]",
    "garbage": "[fault:garbage]",
    "no id": "[fault:no-id]",
    "late": "[fault:slow-after=4]",
}
LOST = {"lost": "[fault:lost*]"}
SHAPED = {shape: f"[fault:odd-poll={shape}]" for shape in SHAPES}
ALL = {**PASSING, **FAILING, **NOT_ACCEPTED, **ACCEPTED, **LOST}


def outcome_of(live, name):
    return live.outcome("faults", name, ALL)


def shaped(live, name):
    """Return what became of a job whose poll had an answer of this shape."""
    theme = f"shape {name}" if live.case.slug in BATCHED else "shapes"  # of one job alone
    words = {name: SHAPED[name]} if live.case.slug in BATCHED else SHAPED
    return live.outcome(theme, name, words)


def check_unresolved(live, outcome):
    """Check that a job failed whose creation may have been accepted, and that one is told so."""
    assert outcome.ending == "failed", outcome.body
    assert "may have accepted this request, and may charge for it" in outcome.message
    assert [attempt.state for attempt in live.service.unresolved(outcome)] == ["unknown"]
    assert sent(live.upstream, outcome) == 1


def check_failed(outcome):
    assert outcome.ending == "failed", outcome.body
    assert len(outcome.message.split()) > 1
    assert SECRET not in outcome.message


@each(lambda case: [n for n in PASSING if not is_free(case) or n not in REMADE])
def test_what_passes_delays_a_job_and_costs_nothing_more(live, name):
    outcome = outcome_of(live, name)
    assert outcome.ending == "completed", outcome.body
    assert len(charges(live.upstream, outcome)) == 1
    if not is_free(live.case):
        assert len(accepted(live.upstream, outcome)) == 1
        assert sent(live.upstream, outcome) == (2 if name.startswith("busy") else 1)


@each(lambda case: [name for name in SHAPED if (case.slug, name) not in MEANT])
def test_an_answer_of_another_shape_delays_a_job_and_costs_nothing_more(live, name):
    outcome = shaped(live, name)
    assert outcome.ending == "completed", outcome.body
    job = accepted(live.upstream, outcome)[0]
    assert job.polls > 1 or name in PARTIAL
    assert not job.take("odd-poll")  # such an answer was read
    if not is_free(live.case):
        assert len(charges(live.upstream, outcome)) == 1
        assert sent(live.upstream, outcome) == 1
        assert live.service.unresolved(outcome) == []


@each(lambda _: FAILING)
def test_a_job_that_is_not_made_fails_with_a_reason(live, name):
    outcome = outcome_of(live, name)
    check_failed(outcome)
    assert sent(live.upstream, outcome) == 1
    assert len(charges(live.upstream, outcome)) <= 1


@each(lambda case: NOT_ACCEPTED | ACCEPTED if case.recovers == "unknown" else {})
def test_a_lost_answer_is_left_to_the_operator(live, name):
    outcome = outcome_of(live, name)
    check_unresolved(live, outcome)
    assert len(accepted(live.upstream, outcome)) == (name in ACCEPTED)


@each(lambda case: ACCEPTED if case.recovers == "found" else {})
def test_a_job_whose_answer_was_lost_is_found(live, name):
    outcome = outcome_of(live, name)
    assert outcome.ending == "completed", outcome.body
    if not is_free(live.case):
        assert len(accepted(live.upstream, outcome)) == 1
        assert len(charges(live.upstream, outcome)) == 1
        assert live.service.unresolved(outcome) == []


@each(lambda case: NOT_ACCEPTED if case.recovers == "found" else {})
def test_a_request_that_is_surely_not_there_is_sent_again(live, name):
    outcome = outcome_of(live, name)
    assert outcome.ending == "completed", outcome.body
    assert sent(live.upstream, outcome) == 2
    assert len(accepted(live.upstream, outcome)) == 1
    if not is_free(live.case):
        assert live.service.unresolved(outcome) == []


@each(lambda _: LOST)
def test_a_job_that_its_upstream_forgets_ends_with_a_reason(live, name):
    outcome = outcome_of(live, name)
    check_failed(outcome)
    if not is_free(live.case):
        assert "had accepted this request, and may charge" in outcome.message
        assert [a.state for a in live.service.unresolved(outcome)] == ["accepted"]
        assert sent(live.upstream, outcome) == 1


@each_provider()
def test_a_job_is_cancelled_as_far_as_its_upstream_can(live):
    body = marked(live.case.requests["text"], "[fault:endless]")
    outcome = live.service.wait(live.service.submit(body), is_running)
    ended = live.service.cancel(outcome)
    assert ended.ending == "cancelled", ended.body
    [job] = accepted(live.upstream, outcome)
    if ended.extension["cancellation"] == "stopped":
        assert capabilities_of(live.case).cancels
        assert not job.open or job.id not in live.upstream.jobs
    else:
        assert is_free(live.case) or "may charge" in ended.message
        assert job.open


@each_provider()
def test_nothing_but_words_is_logged(live):
    """Check that no fault of an upstream ends in an error of our own."""
    ask_all(live)
    assert not [line for line in live.service.shown if "Traceback" in line]


@each_provider()
def test_no_key_is_shown(live):
    ask_all(live)
    folder = live.service.settings.data_dir
    stored = b"".join(path.read_bytes() for path in folder.glob("*.sqlite3*"))
    assert stored
    assert SECRET.encode() not in stored
    assert SECRET not in "".join(live.service.shown)


def ask_all(live):
    for name in ALL:
        outcome_of(live, name)
    for name in SHAPED:
        shaped(live, name)


def is_running(job):
    return job["status"] == "in_progress"
