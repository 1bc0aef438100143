"""Orders at a paid upstream: each is sent once, and what became of it is told truly."""

from __future__ import annotations

import asyncio
import traceback

import pytest
from aiohttp import web

from rushes.providers.base import (
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
from tests.providers.conftest import SECRET, Door, make_order
from tests.providers.serving import answers, serving


async def outcome_of(provider, upstream, order):
    """Create a job; return the outcome, how often it arrived and how often it was billed."""
    door = Door(upstream)
    before = door.witness()
    try:
        outcome = await provider.create(order, door)
    except ProviderError as error:
        outcome = error
    assert door.seen == [before], "before_send is awaited once, and before anything is sent"
    after = door.witness()
    return outcome, after[0] - before[0], after[1] - before[1]


@pytest.mark.parametrize(
    ("fault", "error", "billed"),
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
async def test_each_fault_of_an_order_has_its_error_and_is_sent_once(
    providers, blind, fault, error, billed
):
    late = fault.startswith(("silent", "slow"))
    provider = providers(blind.api, capabilities={"create_timeout": 2 if late else 30})
    outcome = await outcome_of(provider, blind, make_order(f"[fault:{fault}*]"))
    assert (type(outcome[0]), *outcome[1:]) == (error, 1, billed)
    assert SECRET not in "".join(traceback.format_exception(outcome[0]))


async def test_an_accepted_order_is_billed_once_under_its_key(provider, blind):
    order = make_order()
    job, sent, billed = await outcome_of(provider, blind, order)
    assert (sent, billed) == (1, 1)
    bill = blind.charges()[-1]
    assert job == UpstreamJob(bill["id"], order.model)
    assert bill["key"] == order.key


async def test_an_id_that_another_job_has_is_told_as_it_came(provider, blind):
    await provider.create(make_order(), Door())
    job, *counts = await outcome_of(provider, blind, make_order("[fault:duplicate-id]"))
    assert (job.id, counts) == (blind.charges()[0]["id"], [1, 1])


async def test_a_slow_answer_in_time_is_an_answer(provider, blind):
    order = make_order("[fault:slow-before=0.1+slow-after=0.1]")
    job, *counts = await outcome_of(provider, blind, order)
    assert (job.id, counts) == (blind.charges()[-1]["id"], [1, 1])


async def test_the_upstreams_words_and_times_are_passed_on(provider):
    with pytest.raises(RefusedError, match=r"^Too much blood$"):
        await provider.create(make_order("[fault:refuse=Too much blood]"), Door())
    with pytest.raises(BusyError, match="OpenRouter is busy: Too many requests") as caught:
        await provider.create(make_order("[fault:429=3]"), Door())
    assert caught.value.retry_after == 3


async def test_the_request_goes_out_as_it_came_but_for_the_callback(provider, blind):
    fields = {"duration": 4, "seed": 9, "provider": {"options": {"x": {"y": 1.5}}}, "odd": "\ud800"}
    order = make_order("Ein Vögelchen", callback_url="https://a.example/hook", **fields)
    job = await provider.create(order, Door())
    sent = blind.state()["jobs"][job.id]["body"]
    assert sent == {"model": "google/veo-3.1", "prompt": "Ein Vögelchen", **fields}


async def test_a_body_of_many_megabytes_arrives_whole(provider, blind):
    picture = "data:image/png;base64," + "A" * 8_000_000
    job = await provider.create(make_order(picture=picture), Door())
    assert blind.state()["jobs"][job.id]["body"]["picture"] == picture


@pytest.mark.parametrize(
    "failure",
    [ValueError("no"), TimeoutError(), ConnectionResetError("x"), UnreachableError("theirs")],
)
async def test_what_the_gate_raises_goes_through_and_nothing_is_sent(provider, blind, failure):
    door = Door(blind, failure)
    before = door.witness()
    with pytest.raises(type(failure)) as caught:
        await provider.create(make_order(), door)
    assert caught.value is failure
    assert door.witness() == before


async def test_an_order_that_is_stopped_at_its_gate_is_not_sent(provider, blind):
    reached = asyncio.Event()

    async def before_send():
        reached.set()
        await asyncio.Event().wait()

    before = Door(blind).witness()
    task = asyncio.create_task(provider.create(make_order(), before_send))
    await reached.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert Door(blind).witness() == before


async def test_the_time_limit_begins_at_the_gate(providers, blind):
    provider, loop = (
        providers(blind.api, capabilities={"create_timeout": 60}),
        asyncio.get_running_loop(),
    )
    now = loop.time

    async def slow_gate():
        loop.time = lambda: now() + 100
        await asyncio.sleep(0)  # a turn of the loop, which ends what has lasted too long

    job = await provider.create(make_order(), slow_gate)
    assert job.id == blind.charges()[-1]["id"]


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1/api/v1", "http://no-such-host.invalid/api/v1"]
)
async def test_an_order_without_a_connection_was_not_sent(providers, address):
    door = Door()
    with pytest.raises(UnreachableError, match="could not be reached"):
        await providers(address).create(make_order(), door)
    assert door.seen == []


async def test_an_order_whose_tls_fails_was_not_sent(providers, blind):
    door = Door(blind)
    before = door.witness()
    with pytest.raises(UnreachableError):
        await providers(blind.api.replace("http:", "https:")).create(make_order(), door)
    assert (door.seen, door.witness()) == ([], before)


async def test_a_connection_that_dies_at_the_gate_carried_nothing(providers):
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
            await providers(f"http://127.0.0.1:{port}").create(make_order(), before_send)
    assert received == [b""]


async def test_no_connection_is_used_for_two_orders(providers):
    peers = []

    async def answer(request):
        peers.append(request.transport.get_extra_info("peername"))
        return web.json_response({"id": "a"}, status=202)

    async with serving(("POST", "/videos", answer)) as url:
        provider = providers(url)
        for _ in range(3):
            await provider.create(make_order(), Door())
    assert len(set(peers)) == 3


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 410, 413, 422])
async def test_a_refusal_is_no_unknown_outcome(providers, status):
    async with serving(("POST", "/videos", answers(status, error="No"))) as url:
        with pytest.raises(RefusedError, match=r"^No$"):
            await providers(url).create(make_order(), Door())


@pytest.mark.parametrize("status", [302, 307, 408, 409, 425, 500, 502, 503, 504, 524])
async def test_other_statuses_do_not_prove_that_nothing_was_taken(providers, status):
    async with serving(("POST", "/videos", answers(status, error="Hm"))) as url:
        with pytest.raises(UnknownOutcomeError, match=f"{status}: Hm"):
            await providers(url).create(make_order(), Door())


@pytest.mark.parametrize(
    "body", [b"", b"null", b"[]", b'{"id":null}', b'{"id":""}', b'{"id":7}', b"\xff", b"[" * 99_999]
)
async def test_an_acceptance_without_an_id_is_an_unknown_outcome(providers, body):
    async def answer(_):
        return web.Response(status=202, body=body, content_type="application/json")

    async with serving(("POST", "/videos", answer)) as url:
        with pytest.raises(UnknownOutcomeError, match="accepted, but its response"):
            await providers(url).create(make_order(), Door())


@pytest.mark.parametrize(
    ("status", "error"), [(202, UnknownOutcomeError), (400, RefusedError), (429, BusyError)]
)
async def test_a_status_counts_though_its_answer_is_too_long(providers, status, error):
    long = answers(status, {"id": "j", "error": {"message": "x"}, "more": "y" * 1_100_000})
    async with serving(("POST", "/videos", long)) as url:
        with pytest.raises(error):
            await providers(url).create(make_order(), Door())


@pytest.mark.parametrize("half", ["\ud83d", "\0"])
async def test_an_id_can_be_stored_whatever_it_is(providers, half):
    async with serving(("POST", "/videos", answers(202, {"id": f"a{half}b"}))) as url:
        assert (await providers(url).create(make_order(), Door())).id == "a\ufffdb"


async def test_an_id_that_no_database_can_index_is_an_unknown_outcome(providers):
    async with serving(("POST", "/videos", answers(202, {"id": "j" * 501}))) as url:
        with pytest.raises(UnknownOutcomeError, match="too long"):
            await providers(url).create(make_order(), Door())


async def test_what_is_no_http_is_an_unknown_outcome_and_shows_no_key(providers):
    async def accept(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"SSH-2.0-OpenSSH\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(UnknownOutcomeError) as caught:
            await providers(f"http://127.0.0.1:{port}").create(make_order(), Door())
    assert SECRET not in "".join(traceback.format_exception(caught.value))


async def test_a_key_that_the_service_repeats_is_not_passed_on(providers):
    refusal = answers(401, error=f"Incorrect API key: {SECRET}")
    async with serving(("POST", "/videos", refusal)) as url:
        provider = providers(url)
        with pytest.raises(RefusedError, match=r"^Incorrect API key: \[key\]$"):
            await provider.create(make_order(), Door())
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
async def test_retry_after_is_read_in_every_form_within_bounds(providers, header, seconds):
    busy = answers(429, error="Later", headers={"Retry-After": header})
    async with serving(("POST", "/videos", busy)) as url:
        with pytest.raises(BusyError) as caught:
            await providers(url).create(make_order(), Door())
    assert caught.value.retry_after == seconds


@pytest.mark.parametrize(
    "fault", ["500-before", "500-after", "reset-after-accept", "garbage", "no-id"]
)
async def test_the_same_key_again_bills_once_where_it_is_idempotent(providers, idempotent, fault):
    provider = providers(idempotent.api, capabilities={"on_lost_response": "idempotent"})
    order = make_order(f"[fault:{fault},then-ok]")
    with pytest.raises(UnknownOutcomeError):
        await provider.create(order, Door())
    job = await provider.create(order, Door())
    assert [b["id"] for b in idempotent.charges() if b["key"] == order.key] == [job.id]


async def test_an_order_is_found_by_its_key(providers, findable):
    provider = providers(findable.api, capabilities={"on_lost_response": "lookup"})
    assert isinstance(provider, FindingProvider)
    taken, not_taken = make_order("[fault:reset-after-accept]"), make_order("[fault:reset-before]")
    for order in (taken, not_taken):
        with pytest.raises(UnknownOutcomeError):
            await provider.create(order, Door())
    found = await provider.find(taken.key, taken.model)
    assert found == UpstreamJob(findable.charges()[-1]["id"], taken.model)
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
async def test_a_list_that_cannot_be_read_proves_nothing(providers, body):
    async def answer(_):
        return web.Response(text=body, headers={"X-Rushes-Version": "1"})

    async with serving(("GET", "/videos", answer)) as url:
        with pytest.raises(TransientError, match="is invalid"):
            await providers(url).find("mine", "m")


@pytest.mark.parametrize("row", [{"id": "a", "idempotency_key": "theirs"}, {"id": "a"}])
async def test_a_list_of_others_jobs_proves_nothing_and_is_no_finding(providers, row):
    async with serving(("GET", "/videos", answers(body={"data": [row]}))) as url:
        with pytest.raises(TransientError, match="cannot look up"):
            await providers(url).find("mine", "m")


async def test_an_empty_list_of_one_that_may_not_search_proves_nothing(providers):
    async with serving(("GET", "/videos", answers(body={"data": []}))) as url:
        with pytest.raises(TransientError, match="cannot look up"):
            await providers(url).find("mine", "m")


async def test_a_job_that_shows_the_key_is_found(providers):
    row = {"id": "a", "idempotency_key": "mine"}
    async with serving(("GET", "/videos", answers(body={"data": [row]}))) as url:
        assert await providers(url).find("mine", "m") == UpstreamJob("a", "m")


@pytest.mark.parametrize(
    ("rows", "found"), [([{"id": "a"}], UpstreamJob("a", "m")), ([], None)], ids=["there", "absent"]
)
async def test_another_rushes_is_known_to_search_by_the_key(providers, rows, found):
    listing = answers(body={"data": rows}, headers={"X-Rushes-Version": "1"})
    async with serving(("GET", "/videos", listing)) as url:
        assert await providers(url).find("mine", "m") == found


async def test_an_id_with_odd_characters_stays_one_path_segment(providers):
    paths = []

    async def answer(request):
        paths.append(request.raw_path)
        return web.Response(status=404)

    async with serving(("GET", "/{rest:.*}", answer)) as url:
        with pytest.raises(LostError):
            await providers(url).poll(UpstreamJob("a/../b?c#d é", "m"))
    assert paths == ["/videos/a%2F..%2Fb%3Fc%23d%20%C3%A9"]
