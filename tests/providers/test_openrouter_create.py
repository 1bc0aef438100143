"""Requests to a paid upstream: each is sent once, and its outcome is reported as it is."""

from __future__ import annotations

import asyncio
import traceback

import pytest

from rushes.providers.base import (
    AccountError,
    BusyError,
    FindingProvider,
    LostError,
    ProviderError,
    RefusedError,
    TransientError,
    UnknownOutcomeError,
    UnreachableError,
    UpstreamJob,
)
from tests.fakes.accounts import openrouter
from tests.fakes.stub_server import Answer, error_answer, job_answer, json_answer, rushes_answer
from tests.providers.conftest import SECRET, BeforeSendHook, make_request


async def outcome_of(provider, upstream, request):
    """Create a job; return the outcome, how often it arrived and how often it was charged."""
    hook = BeforeSendHook(upstream)
    before = hook.counts()
    try:
        outcome = await provider.create(request, hook)
    except ProviderError as error:
        outcome = error
    assert hook.seen == [before], "before_send is awaited once, and before anything is sent"
    after = hook.counts()
    return outcome, after[0] - before[0], after[1] - before[1]


@pytest.mark.parametrize(
    ("fault", "error", "charged"),
    [
        ("refuse=Too much blood", RefusedError, 0),
        ("429=3", BusyError, 0),
        ("500-before", UnknownOutcomeError, 0),
        ("reset-before", UnknownOutcomeError, 0),
        ("500-after", UnknownOutcomeError, 1),
        ("reset-after-accept", UnknownOutcomeError, 1),
        ("silent", UnknownOutcomeError, 1),
        ("slow-after=9", UnknownOutcomeError, 1),
        ("garbage", UnknownOutcomeError, 1),
        ("no-id", UnknownOutcomeError, 1),
    ],
)
async def test_each_fault_of_a_request_has_its_error_and_is_sent_once(
    providers, upstream, fault, error, charged
):
    late = fault.startswith(("silent", "slow"))
    provider = providers(upstream.api, capabilities={"create_timeout": 2 if late else 30})
    outcome = await outcome_of(provider, upstream, make_request(f"[fault:{fault}*]"))
    assert (type(outcome[0]), *outcome[1:]) == (error, 1, charged)
    assert SECRET not in "".join(traceback.format_exception(outcome[0]))


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (429, BusyError),
        ("429", BusyError),
        (408, UnknownOutcomeError),
        *((code, UnknownOutcomeError) for code in (500, 502, 503, 504, 524, 529)),
        *((code, RefusedError) for code in (400, 402, 403, 404, True, None, "x", 5020, -500)),
    ],
)
async def test_a_400_counts_as_the_failure_that_it_wraps(providers, server, code, error):
    """A refusal is certain; anything else may have been charged, or may be sent again later."""
    server.script(json_answer({"error": {"code": code, "message": "Hm"}}, 400))
    with pytest.raises(error, match="Hm"):
        await providers(server.origin).create(make_request(), BeforeSendHook())
    assert len(server.received) == 1


async def test_an_accepted_request_is_charged_once_under_its_key(provider, upstream):
    request = make_request()
    job, sent, charged = await outcome_of(provider, upstream, request)
    assert (sent, charged) == (1, 1)
    charge = upstream.charges()[-1]
    assert job == UpstreamJob(charge["id"], request.model)
    assert charge["key"] == request.key


async def test_an_id_that_another_job_has_is_passed_on(provider, upstream):
    await provider.create(make_request(), BeforeSendHook())
    job, *counts = await outcome_of(provider, upstream, make_request("[fault:duplicate-id]"))
    assert (job.id, counts) == (upstream.charges()[0]["id"], [1, 1])


async def test_a_slow_answer_in_time_is_an_answer(provider, upstream):
    request = make_request("[fault:slow-before=0.1+slow-after=0.1]")
    job, *counts = await outcome_of(provider, upstream, request)
    assert (job.id, counts) == (upstream.charges()[-1]["id"], [1, 1])


async def test_the_upstreams_words_and_times_are_passed_on(provider):
    with pytest.raises(RefusedError, match=r"^Too much blood$"):
        await provider.create(make_request("[fault:refuse=Too much blood]"), BeforeSendHook())
    with pytest.raises(BusyError, match="OpenRouter is busy: Too many requests") as caught:
        await provider.create(make_request("[fault:429=3]"), BeforeSendHook())
    assert caught.value.retry_after == 3


async def test_the_request_goes_out_as_it_was_stored(provider, upstream):
    fields = {"duration": 4, "seed": 9, "provider": {"options": {"x": {"y": 1.5}}}, "odd": "\ud800"}
    request = make_request("Ein Vögelchen", **fields)
    job = await provider.create(request, BeforeSendHook())
    sent = upstream.state()["jobs"][job.id]["body"]
    assert sent == {"model": "google/veo-3.1", "prompt": "Ein Vögelchen", **fields}


async def test_a_body_of_many_megabytes_arrives_whole(provider, upstream):
    picture = "data:image/png;base64," + "A" * 8_000_000
    job = await provider.create(make_request(picture=picture), BeforeSendHook())
    assert upstream.state()["jobs"][job.id]["body"]["picture"] == picture


@pytest.mark.parametrize(
    "failure",
    [ValueError("no"), TimeoutError(), ConnectionResetError("x"), UnreachableError("theirs")],
)
async def test_what_the_hook_raises_goes_through_and_nothing_is_sent(provider, upstream, failure):
    hook = BeforeSendHook(upstream, failure)
    before = hook.counts()
    with pytest.raises(type(failure)) as caught:
        await provider.create(make_request(), hook)
    assert caught.value is failure
    assert hook.counts() == before


async def test_a_request_that_is_cancelled_in_its_hook_is_not_sent(provider, upstream):
    reached = asyncio.Event()

    async def before_send():
        reached.set()
        await asyncio.Event().wait()

    before = BeforeSendHook(upstream).counts()
    task = asyncio.create_task(provider.create(make_request(), before_send))
    await reached.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert BeforeSendHook(upstream).counts() == before


async def test_the_time_limit_begins_after_the_hook(providers, upstream):
    provider, loop = (
        providers(upstream.api, capabilities={"create_timeout": 60}),
        asyncio.get_running_loop(),
    )
    now = loop.time

    async def slow_hook():
        loop.time = lambda: now() + 100
        await asyncio.sleep(0)  # a turn of the loop, which ends what has lasted too long

    job = await provider.create(make_request(), slow_hook)
    assert job.id == upstream.charges()[-1]["id"]


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1/api/v1", "http://no-such-host.invalid/api/v1"]
)
async def test_a_request_without_a_connection_was_not_sent(providers, address):
    hook = BeforeSendHook()
    with pytest.raises(UnreachableError, match="could not be reached"):
        await providers(address).create(make_request(), hook)
    assert hook.seen == []


async def test_a_request_whose_tls_fails_was_not_sent(providers, upstream):
    hook = BeforeSendHook(upstream)
    before = hook.counts()
    with pytest.raises(UnreachableError):
        await providers(upstream.api.replace("http:", "https:")).create(make_request(), hook)
    assert (hook.seen, hook.counts()) == ([], before)


async def test_a_connection_that_dies_in_the_hook_carried_nothing(providers):
    writers, received = [], []

    async def accept(reader, writer):
        writers.append(writer)
        received.append(await reader.read())

    async def before_send():
        writers[0].transport.abort()
        for _ in range(10):  # turns of the loop, in which the client notices
            await asyncio.sleep(0)

    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(UnreachableError):
            await providers(f"http://127.0.0.1:{port}").create(make_request(), before_send)
    assert received == [b""]


async def test_no_connection_is_used_for_two_requests(providers, server):
    server.route("POST", "/videos", json_answer({"id": "a"}, 202))
    provider = providers(server.origin)
    for _ in range(3):
        await provider.create(make_request(), BeforeSendHook())
    assert len(server.connections) == 3


@pytest.mark.parametrize("status", [400, 403, 404, 410, 413, 422])
async def test_a_refusal_is_no_unknown_outcome(providers, status, server):
    server.route("POST", "/videos", error_answer(status, "No"))
    with pytest.raises(RefusedError, match=r"^No$"):
        await providers(server.origin).create(make_request(), BeforeSendHook())


@pytest.mark.parametrize(("status", "problem"), [(401, "credential"), (402, "credit")])
async def test_a_problem_of_the_account_is_not_one_of_the_request(
    providers, status, problem, server
):
    server.route("POST", "/videos", error_answer(status, "No"))
    with pytest.raises(AccountError, match=r": No$") as caught:
        await providers(server.origin).create(make_request(), BeforeSendHook())
    assert caught.value.problem == problem


@pytest.mark.parametrize("status", [302, 307, 408, 409, 425, 500, 502, 503, 504, 524])
async def test_other_statuses_do_not_prove_that_nothing_was_taken(providers, status, server):
    server.route("POST", "/videos", error_answer(status, "Hm"))
    with pytest.raises(UnknownOutcomeError, match=f"{status}: Hm"):
        await providers(server.origin).create(make_request(), BeforeSendHook())


@pytest.mark.parametrize(
    "body",
    [b"", b"null", b"[]", b'{"id":null}', b'{"id":""}', b'{"id":1.5}', b"\xff", b"[" * 99_999],
)
async def test_an_acceptance_without_an_id_is_an_unknown_outcome(providers, body, server):
    server.route("POST", "/videos", Answer(202, body))
    with pytest.raises(UnknownOutcomeError, match="accepted, but its response"):
        await providers(server.origin).create(make_request(), BeforeSendHook())


@pytest.mark.parametrize(
    ("status", "error"), [(202, UnknownOutcomeError), (400, RefusedError), (429, BusyError)]
)
async def test_a_status_counts_though_its_answer_is_too_long(providers, status, error, server):
    long = json_answer({"id": "j", "error": {"message": "x"}, "more": "y" * 1_100_000}, status)
    server.route("POST", "/videos", long)
    with pytest.raises(error):
        await providers(server.origin).create(make_request(), BeforeSendHook())


@pytest.mark.parametrize("half", ["\ud83d", "\0"])
async def test_an_id_can_be_stored_whatever_it_is(providers, half, server):
    server.route("POST", "/videos", json_answer({"id": f"a{half}b"}, 202))
    assert (
        await providers(server.origin).create(make_request(), BeforeSendHook())
    ).id == "a\ufffdb"


async def test_an_id_that_no_database_can_index_is_an_unknown_outcome(providers, server):
    server.route("POST", "/videos", json_answer({"id": "j" * 501}, 202))
    with pytest.raises(UnknownOutcomeError, match="too long"):
        await providers(server.origin).create(make_request(), BeforeSendHook())


async def test_what_is_no_http_is_an_unknown_outcome_and_shows_no_key(providers, server):
    server.route("POST", "/videos", Answer(0, b"SSH-2.0-OpenSSH\r\n\r\n"))
    with pytest.raises(UnknownOutcomeError) as caught:
        await providers(server.origin).create(make_request(), BeforeSendHook())
    assert SECRET not in "".join(traceback.format_exception(caught.value))


async def test_a_key_that_the_service_repeats_is_not_passed_on(providers, server):
    server.route("POST", "/videos", error_answer(401, f"Incorrect API key: {SECRET}"))
    provider = providers(server.origin)
    with pytest.raises(AccountError, match=r": Incorrect API key: \[key\]$"):
        await provider.create(make_request(), BeforeSendHook())
    assert SECRET not in repr(provider) + repr(vars(provider))


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("2.5", 2.5),
        ("0", 0.5),
        ("1e9", 300),
        ("-1", None),
        ("nan", None),
        ("inf", None),
        ("soon", None),
        ("Wed, 21 Oct 2015 07:28:00 GMT", None),
        ("Fri, 21 Oct 2950 07:28:00 -0000", 300),
        ("Wed, 21 Oct 2015 07:28:00 +9999999999999999", None),
    ],
)
async def test_retry_after_is_read_in_every_form_within_bounds(providers, header, seconds, server):
    server.route("POST", "/videos", error_answer(429, "Later", retry_after=header))
    with pytest.raises(BusyError) as caught:
        await providers(server.origin).create(make_request(), BeforeSendHook())
    assert caught.value.retry_after == seconds


@pytest.mark.parametrize(
    "fault", ["500-before", "500-after", "reset-after-accept", "garbage", "no-id"]
)
async def test_the_same_key_again_charges_once_where_it_is_idempotent(
    providers, idempotent_upstream, fault
):
    provider = providers(idempotent_upstream.api, capabilities={"on_lost_response": "idempotent"})
    request = make_request(f"[fault:{fault},then-ok]")
    with pytest.raises(UnknownOutcomeError):
        await provider.create(request, BeforeSendHook())
    job = await provider.create(request, BeforeSendHook())
    assert [b["id"] for b in idempotent_upstream.charges() if b["key"] == request.key] == [job.id]


async def test_a_request_is_found_by_its_key(providers, lookup_upstream):
    provider = providers(lookup_upstream.api, capabilities={"on_lost_response": "lookup"})
    assert isinstance(provider, FindingProvider)
    taken, not_taken = (
        make_request("[fault:reset-after-accept]"),
        make_request("[fault:reset-before]"),
    )
    for request in (taken, not_taken):
        with pytest.raises(UnknownOutcomeError):
            await provider.create(request, BeforeSendHook())
    found = await provider.find(taken.key, taken.model)
    assert found == UpstreamJob(lookup_upstream.charges()[-1]["id"], taken.model)
    assert await provider.find(not_taken.key, not_taken.model) is None


async def test_what_cannot_be_listed_is_not_proven_absent(provider):
    with pytest.raises(TransientError):
        await provider.find("any", "m")


@pytest.mark.parametrize(
    "body",
    [
        *("{}", "[]", '{"data":[7]}', '{"data":[{"status":"pending"}]}', '{"data":7}', "<html>"),
        *('{"data":{}}', '{"data":""}', '{"data":null}'),
    ],
)
async def test_a_list_that_cannot_be_read_proves_nothing(providers, body, server):
    server.route("GET", "/videos", Answer(200, body.encode(), {"X-Rushes-Version": "1"}))
    with pytest.raises(TransientError, match="is invalid"):
        await providers(server.origin).find("mine", "m")


@pytest.mark.parametrize("row", [{"id": "a", "idempotency_key": "theirs"}, {"id": "a"}])
async def test_a_list_of_others_jobs_proves_nothing_and_is_no_finding(providers, row, server):
    server.route("GET", "/videos", json_answer({"data": [row]}))
    with pytest.raises(TransientError, match="cannot look up"):
        await providers(server.origin).find("mine", "m")


async def test_an_empty_list_of_one_that_may_not_search_proves_nothing(providers, server):
    server.route("GET", "/videos", json_answer({"data": []}))
    with pytest.raises(TransientError, match="cannot look up"):
        await providers(server.origin).find("mine", "m")


async def test_a_job_that_shows_the_key_is_found(providers, server):
    row = {"id": "a", "idempotency_key": "mine"}
    server.route("GET", "/videos", json_answer({"data": [row]}))
    assert await providers(server.origin).find("mine", "m") == UpstreamJob("a", "m")


@pytest.mark.parametrize(
    ("rows", "found"), [([{"id": "a"}], UpstreamJob("a", "m")), ([], None)], ids=["there", "absent"]
)
async def test_another_rushes_is_known_to_search_by_the_key(providers, rows, found, server):
    server.route("GET", "/videos", rushes_answer({"data": rows}))
    assert await providers(server.origin).find("mine", "m") == found


async def test_an_id_with_odd_characters_stays_one_path_segment(providers, server):
    server.script(error_answer(404))
    with pytest.raises(LostError):
        await providers(server.origin).poll(UpstreamJob("a/../b?c#d é", "m"))
    assert [r.path for r in server.received] == ["/videos/a%2F..%2Fb%3Fc%23d%20%C3%A9"]


async def test_a_short_key_does_not_change_the_words_of_an_answer(server):
    server.script(job_answer(202, id="job-1"))
    provider = openrouter(server.origin, key="id")
    try:
        assert (await provider.create(make_request(), BeforeSendHook())).id == "job-1"
    finally:
        await provider.close()
