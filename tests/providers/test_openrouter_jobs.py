"""Polls, downloads and cancellations: safe to repeat, and the key is shown to nobody else."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rushes.providers.base import (
    Cancellation,
    LostError,
    RefusedError,
    TransientError,
    UpstreamJob,
)
from tests.fakes.paid_upstream import fake_upstream
from tests.fakes.stub_server import (
    HANG_UP,
    Answer,
    error_answer,
    json_answer,
    range_answer,
    redirect,
)
from tests.mp4 import video_of
from tests.providers.conftest import SECRET, VIDEO_BYTES, make_job
from tests.providers.endpoint_requests import finish

JOB = UpstreamJob("j", "m")
VIDEO = video_of("j", 1000)


async def fetch(provider, job, start=0):
    """Download; return the bytes, and what broke them off."""
    received = b""
    try:
        async for block in provider.download(job, start):
            received += block
    except TransientError as error:
        return received, error
    return received, None


async def test_a_job_goes_on_and_is_done_with_its_cost(provider, upstream):
    job = await make_job(provider, "[fault:render=1000]")
    assert (await provider.poll(job)).phase == "queued"
    upstream.release(upstream.charges()[-1]["key"])
    progress = await finish(provider, job)
    assert (progress.fraction, progress.cost) == (1.0, Decimal("0.4"))


@pytest.mark.parametrize(
    ("fault", "retry_after"),
    [("poll-500", None), ("poll-429=4", 4), ("poll-garbage", None), ("poll-reset", None)],
)
async def test_a_failed_poll_is_transient(provider, fault, retry_after):
    times = 2 if fault == "poll-reset" else 1  # a client may repeat a read by itself
    job = await make_job(provider, f"[fault:{fault}*{times}]")
    with pytest.raises(TransientError) as caught:
        await provider.poll(job)
    assert caught.value.retry_after == retry_after
    assert (await finish(provider, job)).phase == "done"


@pytest.mark.parametrize("status", [401, 403, 408, 429, 500, 502, 503])
async def test_what_says_nothing_about_the_job_is_transient(providers, status, server):
    server.route("GET", "/videos/j", error_answer(status, "Hm"))
    with pytest.raises(TransientError, match="Hm"):
        await providers(server.origin).poll(JOB)


async def test_nobody_there_is_transient(providers):
    with pytest.raises(TransientError, match="could not be reached: connection refused"):
        await providers("http://127.0.0.1:1").poll(JOB)


async def test_a_job_that_is_denied_is_lost_and_may_come_back(provider):
    job = await make_job(provider, "[fault:lost]")
    with pytest.raises(LostError, match="Job not found"):
        await provider.poll(job)
    assert (await finish(provider, job)).phase == "done"


async def test_a_failed_job_is_refused_in_the_upstreams_words(provider):
    job = await make_job(provider, "[fault:fail=Too dark]")
    with pytest.raises(RefusedError, match=r"^Too dark$"):
        await finish(provider, job)


@pytest.mark.parametrize("code", [408, 429, 500, 502, 503, 504, 524, 529, "502"])
async def test_a_wrapped_failure_says_nothing_about_the_job(providers, code, server):
    wrapped = json_answer({"error": {"code": code, "message": "Hm"}}, 400, retry_after="7")
    server.route("GET", "/videos/j", wrapped)
    with pytest.raises(TransientError, match="Hm") as caught:
        await providers(server.origin).poll(JOB)
    assert caught.value.retry_after == 7


@pytest.mark.parametrize("status", ["failed", "cancelled", "expired", "dead", "error", "Timed-Out"])
async def test_every_bad_end_is_a_refusal(providers, status, server):
    body = {"id": "j", "polling_url": "/", "status": status}
    server.route("GET", "/videos/j", json_answer(body))
    with pytest.raises(RefusedError, match=f"OpenRouter ended the job as {status}"):
        await providers(server.origin).poll(JOB)


@pytest.mark.parametrize(
    ("error", "shown"),
    [
        ("No credits", "^No credits$"),
        ({"code": 402, "message": "No credits"}, "^No credits$"),
        *((odd, "ended the job as failed") for odd in ({}, {"message": 5}, [], 5, "", None)),
    ],
)
async def test_the_error_of_a_bad_end_is_its_message(providers, error, shown, server):
    body = {"id": "j", "polling_url": "/", "status": "failed", "error": error}
    server.route("GET", "/videos/j", json_answer(body))
    with pytest.raises(RefusedError, match=shown):
        await providers(server.origin).poll(JOB)


async def test_a_completed_job_without_any_url_is_downloaded(providers, server):
    server.route("GET", "/videos/j", json_answer({"id": "j", "status": "completed"}))
    server.route("GET", "/videos/j/content", lambda request: range_answer(request, VIDEO))
    provider = providers(server.origin)
    assert (await provider.poll(JOB)).phase == "done"
    assert await fetch(provider, JOB) == (VIDEO, None)
    assert server.received[-1].path == "/videos/j/content?index=0"


async def test_a_rushes_behind_it_shows_more(providers, server):
    body = {"id": "j", "status": "in_progress", "rushes": {"progress": 0.25}}
    done = {
        "id": "k",
        "status": "completed",
        "rushes": {"progress": 1, "report": {"scene": "ocean"}},
        "usage": {"cost": 0.1},
    }
    server.route("GET", "/videos/j", json_answer(body))
    server.route("GET", "/videos/k", json_answer(done))
    provider = providers(server.origin)
    running, ended = await provider.poll(JOB), await provider.poll(UpstreamJob("k", "m"))
    assert (running.phase, running.fraction) == ("running", 0.25)
    assert (ended.report, ended.cost) == ({"scene": "ocean"}, Decimal("0.1"))


@pytest.mark.parametrize(
    "odd",
    [
        {"usage": None, "rushes": None},
        {"usage": {"cost": None}, "rushes": {"progress": None, "report": 7}},
        {"usage": {"cost": "much"}, "rushes": []},
        {"usage": {"cost": True}, "urls": "x", "error": {}},
        {"usage": {"cost": -1}},
        {"usage": {"cost": 10**400}},
        {"usage": {"cost": float("nan")}, "rushes": {"progress": float("nan")}},
    ],
)
async def test_odd_fields_are_absent_fields(providers, odd, server):
    body = {"id": "j", "status": "completed", **odd}
    server.route("GET", "/videos/j", json_answer(body))
    progress = await providers(server.origin).poll(JOB)
    assert (progress.phase, progress.report, progress.cost) == ("done", {}, None)


async def test_an_odd_progress_is_none(providers, server):
    for odd in ("half", True, None, float("nan"), float("inf"), [1]):
        body = {"id": "j", "status": "in_progress", "rushes": {"progress": odd}}
        server.route("GET", "/videos/j", json_answer(body))
        assert (await providers(server.origin).poll(JOB)).fraction == 0.0


async def test_a_status_that_is_new_is_no_end(providers, server):
    body = {"id": "j", "status": "daydreaming"}
    server.route("GET", "/videos/j", json_answer(body))
    assert (await providers(server.origin).poll(JOB)).phase == "running"


@pytest.mark.parametrize("status", ["in_queue", "", "limbo"])
async def test_an_error_beside_a_status_that_is_new_is_no_end_at_once(providers, status, server):
    """The job is polled on for as long as one that the upstream says it does not know."""
    body = {"id": "j", "status": status, "error": "Too dark"}
    server.route("GET", "/videos/j", json_answer(body))
    with pytest.raises(LostError, match="Too dark"):
        await providers(server.origin).poll(JOB)


@pytest.mark.parametrize("status", ["pending", "in_progress", "retrying", "queued", "PENDING?"])
async def test_an_error_beside_an_open_status_is_no_end(providers, status, server):
    body = {"id": "j", "status": status, "error": "Busy"}
    server.route("GET", "/videos/j", json_answer(body))
    assert (await providers(server.origin).poll(JOB)).phase != "done"


@pytest.mark.parametrize(
    "body",
    [
        {"status": "succeeded"},
        {"status": "ready", "unsigned_urls": ["https://example.org/content?index=0"]},
        {"status": "ready", "urls": ["https://example.org/signed"]},
    ],
)
async def test_a_good_end_in_other_words_is_one(providers, body, server):
    server.route("GET", "/videos/j", json_answer({"id": "j", "usage": {"cost": 0.5}, **body}))
    progress = await providers(server.origin).poll(JOB)
    assert (progress.phase, progress.cost) == ("done", Decimal("0.5"))


@pytest.mark.parametrize("prefix", ["/api/v1", "/eu/api/v1/", ""])
async def test_a_completed_job_without_urls_is_downloaded_from_the_endpoint(
    providers, prefix, server
):
    at = prefix.rstrip("/")
    server.route("GET", f"{at}/videos/j", json_answer({"id": "j", "status": "completed"}))
    server.route("GET", f"{at}/videos/j/content", stored)
    provider = providers(f"{server.origin}{prefix}")
    assert (await provider.poll(JOB)).phase == "done"
    assert await fetch(provider, JOB) == (VIDEO, None)
    assert server.received[-1].path == f"{at}/videos/j/content?index=0"


async def test_a_video_that_lies_elsewhere_is_found_by_its_unsigned_url(
    providers, elsewhere, server
):
    elsewhere.route("GET", "/file", stored)
    body = {"id": "j", "status": "completed", "unsigned_urls": [f"{elsewhere.origin}/file"]}
    server.route("GET", "/videos/j/content", error_answer(404, "No"))
    server.route("GET", "/videos/j", json_answer(body))
    assert await fetch(providers(server.origin, allow_private=True), JOB) == (VIDEO, None)
    assert SECRET not in str(elsewhere.received)


async def test_a_video_arrives_whole_and_from_any_byte_on(provider):
    job = await make_job(provider, "a sea")
    await finish(provider, job)
    video = video_of(job.id, VIDEO_BYTES)
    for start in (0, 1, 200_000, len(video) - 1, len(video)):
        assert await fetch(provider, job, start) == (video[start:], None)


async def test_a_service_without_ranges_is_read_from_its_beginning(provider):
    job = await make_job(provider, "[fault:no-range]")
    await finish(provider, job)
    video = video_of(job.id, VIDEO_BYTES)
    assert await fetch(provider, job, 200_000) == (video[200_000:], None)


@pytest.mark.parametrize("fault", ["truncated", "content-reset", "content-silent"])
async def test_a_broken_download_is_transient_and_resumed(providers, provider, upstream, fault):
    impatient = providers(upstream.api, stall=0.5 if fault == "content-silent" else 30)
    job = await make_job(provider, f"[fault:{fault}]")
    await finish(provider, job)
    video = video_of(job.id, VIDEO_BYTES)
    received, error = await fetch(impatient, job)
    assert isinstance(error, TransientError)
    assert received == video[: len(received)]
    assert len(received) < len(video)
    rest, error = await fetch(provider, job, len(received))
    assert (received + rest, error) == (video, None)


@pytest.mark.parametrize("fault", ["expired", "missing", "content-500"])
async def test_a_video_that_cannot_be_had_now_may_be_had_later(provider, fault):
    job = await make_job(provider, f"[fault:{fault}*2]")
    await finish(provider, job)
    for _ in range(2):
        received, error = await fetch(provider, job)
        assert (received, type(error)) == (b"", TransientError)
    assert await fetch(provider, job) == (video_of(job.id, VIDEO_BYTES), None)


async def test_a_video_that_is_not_ready_is_transient(provider):
    job = await make_job(provider, "[fault:endless]")
    _, error = await fetch(provider, job)
    assert "not ready" in str(error)


@pytest.mark.parametrize(
    ("status", "headers"),
    [(206, {}), (206, {"Content-Range": "bytes 0-9/10"}), (416, {"Content-Range": "bytes */9"})],
)
async def test_other_bytes_than_asked_for_are_not_taken(providers, status, headers, server):
    server.route("GET", "/videos/j/content", Answer(status, b'"x"', headers))
    received, error = await fetch(providers(server.origin), JOB, 5)
    assert (received, type(error)) == (b"", TransientError)


async def test_a_video_that_became_shorter_is_not_taken_for_whole(providers, server):
    server.route("GET", "/videos/j/content", json_answer("x"))
    _, error = await fetch(providers(server.origin), JOB, 500)
    assert "shorter" in str(error)


def stored(request):
    """Serve the video, as the storage does that a service redirects to."""
    return range_answer(request, VIDEO)


async def test_a_redirect_is_followed_without_the_key(providers, elsewhere, server):
    elsewhere.route("GET", "/file", stored)
    server.route("GET", "/videos/j/content", redirect(f"{elsewhere.origin}/file?signature=s"))
    provider = providers(server.origin, allow_private=True)
    assert await fetch(provider, JOB) == (VIDEO, None)
    assert await fetch(provider, JOB, 100) == (VIDEO[100:], None)
    assert len(elsewhere.received) == 2
    assert SECRET not in str(elsewhere.received)


async def test_a_redirect_on_the_same_origin_needs_no_permission(providers, server):
    server.route("GET", "/videos/j/content", redirect("/file", 307))
    server.route("GET", "/file", stored)
    assert await fetch(providers(server.origin), JOB) == (VIDEO, None)
    [at_storage] = [r for r in server.received if r.path == "/file"]
    assert SECRET not in str(at_storage)


async def test_a_redirect_into_the_private_network_is_not_followed(providers, elsewhere, server):
    elsewhere.route("GET", "/file", stored)
    server.route("GET", "/videos/j/content", redirect(f"{elsewhere.origin}/file"))
    received, error = await fetch(providers(server.origin), JOB)
    assert (received, type(error), elsewhere.received) == (b"", TransientError, [])


async def test_redirects_come_to_an_end(providers, server):
    server.route("GET", "/videos/j/content", redirect("/videos/j/content"))
    _, error = await fetch(providers(server.origin), JOB)
    assert "redirected more than" in str(error)


@pytest.mark.parametrize("location", ["file:///etc/passwd", "http://[", "//", "http://:0/"])
async def test_a_redirect_to_nowhere_is_transient(providers, location, server):
    server.route("GET", "/videos/j/content", redirect(location))
    received, error = await fetch(providers(server.origin, allow_private=True), JOB)
    assert (received, type(error)) == (b"", TransientError)


@pytest.mark.parametrize("status", [401, 403, 404, 409, 410])
async def test_a_signed_url_is_used_without_the_key_where_the_endpoint_refuses(
    providers, status, elsewhere, server
):
    elsewhere.route("GET", "/file", stored)
    body = {"id": "j", "status": "completed", "urls": [f"{elsewhere.origin}/file?signature=s"]}
    server.route("GET", "/videos/j/content", error_answer(status, "No"))
    server.route("GET", "/videos/j", json_answer(body))
    assert await fetch(providers(server.origin, allow_private=True), JOB) == (VIDEO, None)
    assert len(elsewhere.received) == 1
    assert SECRET not in str(elsewhere.received)


async def test_the_endpoints_refusal_is_shown_where_no_url_helps(providers, server):
    server.route("GET", "/videos/j/content", error_answer(410, "It is gone"))
    server.route("GET", "/videos/j", json_answer({"id": "j", "status": "completed"}))
    _, error = await fetch(providers(server.origin), JOB)
    assert "It is gone" in str(error)


async def test_a_running_job_is_stopped(provider, upstream):
    job = await make_job(provider, "[fault:endless]")
    assert await provider.cancel(job) == Cancellation("stopped", Decimal(0))
    assert job.id in upstream.state()["cancelled"]


async def test_a_job_that_is_done_was_not_stopped_and_has_its_cost(provider):
    job = await make_job(provider, "[fault:render=0]")
    assert await provider.cancel(job) == Cancellation("unknown", Decimal("0.4"))


async def test_a_job_that_failed_charges_no_more(provider):
    job = await make_job(provider, "[fault:render=0,fail]")
    assert (await provider.cancel(job)).outcome == "stopped"


async def test_a_service_without_cancellation_says_so(providers):
    with fake_upstream(no_cancel=True, api_key=SECRET) as upstream:
        provider = providers(upstream.api)
        job = await make_job(provider, "[fault:endless]")
        assert await provider.cancel(job) == Cancellation("unsupported")


async def test_a_service_whose_capabilities_exclude_cancel_is_not_asked(providers, upstream):
    provider = providers(upstream.api, capabilities={"cancels": False})
    job = await make_job(provider, "[fault:endless]")
    before = upstream.state()["requests"]
    assert await provider.cancel(job) == Cancellation("unsupported")
    assert upstream.state()["requests"] == before


async def test_a_cancellation_that_got_no_answer_is_unknown(providers, server):
    assert await providers("http://127.0.0.1:1").cancel(JOB) == Cancellation("unknown")
    server.route("POST", "/videos/j/cancel", error_answer(500, "Hm"))
    assert await providers(server.origin).cancel(JOB) == Cancellation("unknown")


@pytest.mark.parametrize(
    ("value", "outcome"),
    [("stopped", "stopped"), ("not_started", "stopped"), ("unsupported", "unsupported")],
)
async def test_a_cancellation_is_waited_for_until_it_shows(providers, value, outcome, server):
    shown = [
        {"id": "j", "status": "in_progress", "rushes": {"cancellation": "requested"}},
        {"id": "j", "status": "cancelled", "rushes": {"cancellation": value}, "usage": {"cost": 1}},
    ]

    def poll(_):
        return json_answer(shown.pop(0) if len(shown) > 1 else shown[0])

    server.route("POST", "/videos/j/cancel", json_answer(shown[0]))
    server.route("GET", "/videos/j", poll)
    assert await providers(server.origin).cancel(JOB) == Cancellation(outcome, Decimal(1))


async def test_a_cancellation_survives_a_kept_connection_that_died(providers, server):
    server.script(
        json_answer({"id": "j", "status": "pending"}),
        HANG_UP,
        json_answer({"id": "j", "status": "cancelled"}),
    )
    provider = providers(server.origin)
    await provider.poll(JOB)
    assert await provider.cancel(JOB) == Cancellation("stopped")
    assert [r.method for r in server.received] == ["GET", "POST", "POST"]


@pytest.mark.parametrize("urls", [["http://[oops"], ["http://[oops", "http://127.0.0.1:9/x"]])
async def test_an_address_that_is_invalid_is_transient(providers, urls, server):
    shown = json_answer({"id": "j", "status": "completed", "urls": urls})
    gone = error_answer(410, "Expired")
    server.route("GET", "/videos/j", shown)
    server.route("GET", "/videos/j/content", gone)
    received, error = await fetch(providers(server.origin), JOB)
    assert (received, isinstance(error, TransientError)) == (b"", True)


async def test_half_characters_in_an_answer_are_replaced(providers, server):
    failed = json_answer({"id": "j", "status": "failed", "error": "moderated \ud83d"})
    server.route("GET", "/videos/j", failed)
    with pytest.raises(RefusedError, match="moderated \ufffd"):
        await providers(server.origin).poll(JOB)


async def test_a_report_can_be_stored_whatever_it_holds(providers, server):
    report = {"a\ud83d": ["b\0", {"c": float("nan")}], "d": "\U0001f30a"}
    done = {"id": "j", "status": "completed", "rushes": {"report": report}}
    server.route("GET", "/videos/j", json_answer(done))
    progress = await providers(server.origin).poll(JOB)
    assert progress.report == {"a\ufffd": ["b\ufffd", {"c": None}], "d": "\U0001f30a"}


async def test_long_words_are_cut(providers, server):
    failed = json_answer({"id": "j", "status": "failed", "error": "no " * 10_000})
    server.route("GET", "/videos/j", failed)
    with pytest.raises(RefusedError) as caught:
        await providers(server.origin).poll(JOB)
    assert len(str(caught.value)) < 600


async def test_an_address_that_is_none_is_skipped(providers, elsewhere, server):
    elsewhere.route("GET", "/file", stored)
    urls = ["http://[oops", "http://127.0.0.1:1/file", f"{elsewhere.origin}/file"]
    shown = json_answer({"id": "j", "status": "completed", "urls": urls})
    gone = error_answer(410, "Expired")
    server.route("GET", "/videos/j", shown)
    server.route("GET", "/videos/j/content", gone)
    assert await fetch(providers(server.origin, allow_private=True), JOB) == (VIDEO, None)


async def test_an_answer_without_end_is_not_read_to_its_end(providers, server):
    def endless():
        for _ in range(100):
            yield b" " * 1_000_000

    server.route("GET", "/videos/j", Answer(200, endless))
    with pytest.raises(TransientError):
        await providers(server.origin).poll(JOB)


@pytest.mark.parametrize("status", ["completed", "cancelled"])
@pytest.mark.parametrize("value", [{"a": []}, ["stopped"], 7, True])
async def test_an_odd_cancellation_is_unknown(providers, status, value, server):
    odd = {"id": "j", "status": status, "rushes": {"cancellation": value}}
    server.route("POST", "/videos/j/cancel", json_answer(odd))
    assert (await providers(server.origin).cancel(JOB)).outcome == "unknown"


async def test_a_report_is_kept_as_far_as_a_poll_should_repeat_it(providers, server):
    report = {"scene": "ocean", "words": "x" * 100_000, "more": 1}
    done = {"id": "j", "status": "completed", "rushes": {"report": report}}
    server.route("GET", "/videos/j", json_answer(done))
    assert (await providers(server.origin).poll(JOB)).report == {"scene": "ocean"}
