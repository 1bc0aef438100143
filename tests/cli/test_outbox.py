"""`rushes webhooks list`, `replay` and `test`, over a data folder and over HTTP."""

from __future__ import annotations

import asyncio
import json

import pytest
from click.testing import CliRunner

from rushes.cli.main import cli
from rushes.sdk import webhooks
from rushes.store.outbox import WebhookFilter
from rushes.store.sqlite import SqliteDatabase
from rushes.store.store import Store
from rushes.store.webhook import AttemptOutcome
from tests.certificates import serving, write_certificate
from tests.fakes.stub_server import Answer, StubServer
from tests.http.test_stored_keys import StoredKeys
from tests.service import running_service
from tests.store.rows import add

SECRET = "whsec_of_the_service"
URL = "https://hooks.example/ended?token=hidden"
OUTCOMES = [
    AttemptOutcome("delivered", 0.1, 204),
    AttemptOutcome("failed", 0.1, 500, "the receiver answered 500"),
    AttemptOutcome("pending", 10, None, "no response within 10 seconds", 4e9),
    AttemptOutcome("failed", 0.1, 410, "the receiver wants no more webhooks"),
]


@pytest.fixture
def folder(tmp_path):
    """A data folder with the webhooks of four jobs, the last one of another key."""
    asyncio.run(fill(tmp_path))
    return tmp_path


async def fill(folder):
    store = Store(SqliteDatabase(folder / "rushes.sqlite3"))
    for number, outcome in enumerate(OUTCOMES):
        owner = "key-00000000000000b0" if number == 3 else "key-00000000000000a1"
        job = await add(store, f"job-{number}", callback_url=URL, callback="pending", owner=owner)
        end = {"state": "failed", "ended_at": 1_793_000_000.0 + number}
        await store.jobs.update(job.id, where={"queued"}, changes=end)
        place = f"hooks.example {owner}"
        [(webhook, _)] = await store.outbox.claim({place: 1}, 1_793_000_100.0, 1_793_000_130.0)
        await store.outbox.settle(webhook, outcome)
    await store.close()


def run(*arguments, code=0, **environment):
    result = CliRunner().invoke(cli, ["webhooks", *map(str, arguments)], env=environment)
    assert result.exit_code == code, result.output
    return result


def listed(*arguments, **environment):
    return [each["job_id"] for each in json.loads(run("list", "--json", *arguments).stdout)]


def states(folder):
    async def read():
        store = Store(SqliteDatabase(folder / "rushes.sqlite3"))
        found = await store.outbox.page(WebhookFilter(), 10)
        await store.close()
        return {webhook.job_id: webhook.state for webhook, _ in found}

    return asyncio.run(read())


def test_webhooks_are_listed_newest_first_with_how_they_fared(folder):
    shown = run("list", "--data-dir", folder).stdout
    assert shown.splitlines() == [
        "job-3-failed  failed, 1 attempt",
        "    hooks.example: the receiver wants no more webhooks",
        "job-2-failed  pending, 1 attempt",
        "    hooks.example: no response within 10 seconds; next attempt 2096-10-02 07:06:40 UTC",
        "job-1-failed  failed, 1 attempt",
        "    hooks.example: the receiver answered 500",
        "job-0-failed  delivered, 1 attempt",
        "    hooks.example: 204",
    ]


@pytest.mark.parametrize(
    ("options", "jobs"),
    [
        (["--failed"], ["job-3", "job-1"]),
        (["--pending"], ["job-2"]),
        (["--job", "job-0"], ["job-0"]),
        (["--key", "00000000000000b0"], ["job-3"]),
        (["--failed", "--key", "00000000000000a1"], ["job-1"]),
        (["--since", "2026-10-26T00:00:00Z"], ["job-3", "job-2", "job-1", "job-0"]),
        (["--since", "2127-01-01"], []),
        (["--limit", "2"], ["job-3", "job-2"]),
    ],
)
def test_lists_are_filtered(folder, options, jobs):
    assert listed("--data-dir", folder, *options) == jobs


def test_a_job_is_named_by_the_beginning_of_its_id(tmp_path):
    first, second = "gen-vid-1793000000-AAAA", "gen-vid-1793000000-BBBB"

    async def fill_two():
        store = Store(SqliteDatabase(tmp_path / "rushes.sqlite3"))
        for name in (first, second):
            job = await add(store, name, callback_url=URL, callback="pending", owner="alice")
            end = {"state": "failed", "ended_at": 1_793_000_000.0}
            await store.jobs.update(job.id, where={"queued"}, changes=end)
            place = "hooks.example alice"
            [(webhook, _)] = await store.outbox.claim({place: 1}, 1.8e9, 1.8e9 + 30)
            await store.outbox.settle(webhook, OUTCOMES[1])
        await store.close()

    asyncio.run(fill_two())
    here = ("--data-dir", tmp_path)
    assert listed("--job", "1793000000-A", *here) == [first]
    assert run("replay", "1793000000-B", *here).stdout.split() == [f"{second}-failed"]
    assert "Several jobs begin with 1793" in run("replay", "1793", *here, code=2).stderr


def test_an_empty_list_says_so_and_creates_nothing(tmp_path):
    assert run("list", "--data-dir", tmp_path / "none").stdout == "There are no such webhooks.\n"
    assert not (tmp_path / "none").exists()
    run("replay", "some", "--data-dir", tmp_path / "none", code=3)


def test_json_has_every_attempt(folder):
    [webhook] = json.loads(run("list", "--job", "job-1", "--json", "--data-dir", folder).stdout)
    assert (webhook["state"], webhook["host"]) == ("failed", "hooks.example")
    assert webhook["attempts"][0]["error"] == "the receiver answered 500"


def test_ids_of_jobs_and_webhooks_are_sent_again(folder):
    result = run("replay", "job-0", "job-1-failed", "--data-dir", folder)
    assert set(result.stdout.split()) == {"job-0-failed", "job-1-failed"}
    assert "2 webhooks to be sent again" in result.stderr
    assert states(folder) == {
        "job-0": "pending",
        "job-1": "pending",
        "job-2": "pending",
        "job-3": "failed",
    }
    assert "can be sent again" in run("replay", "nothing", "--data-dir", folder, code=3).stderr


def test_all_that_failed_are_sent_again(folder):
    options = ("--failed-since", "2026-10-26", "--data-dir", folder)
    assert run("replay", *options, "--key", "00000000000000b0").stdout.split() == ["job-3-failed"]
    assert run("replay", *options).stdout.split() == ["job-1-failed"]
    assert run("replay", *options).stdout == ""


@pytest.mark.parametrize("options", [[], ["job-1", "--failed-since", "1d"]])
def test_what_to_send_again_is_needed(folder, options):
    assert "--failed-since" in run("replay", *options, "--data-dir", folder, code=2).stderr
    assert "is not a time" in run("replay", "--failed-since", "x", code=2).stderr


def test_an_owner_sees_and_sends_its_own_over_http(folder, receiver):
    keys = StoredKeys(folder)
    admin, other = keys.create(admin=True).text, keys.create().text
    with running_service(folder) as service:

        def asked(*arguments, key=admin, **how):
            options = ["--server", service.url]
            return run(*arguments, *options, OPENROUTER_API_KEY=key, **how)

        assert len(json.loads(asked("list", "--json").stdout)) == 4
        assert json.loads(asked("list", "--json", key=other).stdout) == []
        [only] = json.loads(asked("list", "--json", "--limit", "1", "--failed").stdout)
        assert only["job_id"] == "job-3"
        assert "API key" in asked("list", key="wrong-key", code=3).stderr
        asked("replay", "job-1", key=other, code=3)
        assert asked("replay", "job-1", "job-3-failed").stdout.split() == [
            "job-3-failed",
            "job-1-failed",
        ]
        refused = asked("test", "http://h.example/", key=other, code=3).stderr
        assert "url: 'http://h.example' is not usable" in refused
    run("list", "--server", service.url, code=4)
    assert "not a valid URL" in run("list", "--server", "nowhere", code=2).stderr


def test_a_receiver_is_tried_out_with_the_secrets_of_the_settings(receiver):
    settings = {
        "RUSHES_FETCH_PRIVATE_URLS": "true",
        "RUSHES_WEBHOOK_SECRET": SECRET,
        "RUSHES_WEBHOOK_PREVIOUS_SECRET": "the-one-before",
    }
    result = run("test", receiver.hook, "--ending", "failed", **settings)
    assert "signed with 2 secrets" in result.stdout
    assert "the receiver answered 204" in result.stdout
    [request] = receiver.received
    for secret in (SECRET, "the-one-before"):
        event = webhooks.verify(request.body, dict(request.headers), secret)
        assert event.data.status == "failed"
    receiver.answer(Answer(401))
    refused = run("test", receiver.hook, code=1, **settings).stderr
    assert "the receiver answered 401" in refused
    assert "hidden" not in refused


def test_a_receiver_is_tried_out_with_a_secret_of_a_file(receiver, tmp_path):
    (tmp_path / "secret").write_text("whsec_of_a_file\n")
    options = ("--secret-file", tmp_path / "secret")
    run("test", receiver.hook, *options, RUSHES_FETCH_PRIVATE_URLS="true")
    [request] = receiver.received
    assert webhooks.verify(request.body, dict(request.headers), "whsec_of_a_file")
    assert (
        "cannot be read" in run("test", "https://h.example", "--secret-file", "no", code=2).stderr
    )


def test_a_service_tries_a_receiver_out(tmp_path):
    certificate = write_certificate(tmp_path / "own.pem")
    options = {"fetch_private_urls": True, "webhook_secret": SECRET}
    with (
        StubServer(tls=serving(certificate)) as server,
        running_service(tmp_path / "data", **options) as service,
    ):
        result = run("test", f"{server.origin}/hook", "--server", service.url, code=1)
        assert "signed with 1 secret" in result.stdout
        assert "its certificate is not valid" in result.stderr
        (tmp_path / "secret").write_text(SECRET)
        both = ("--secret-file", tmp_path / "secret", "--server", service.url)
        assert "not both" in run("test", f"{server.origin}/hook", *both, code=2).stderr


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("https://127.0.0.1:9/hook", "127.0.0.1"),
        ("http://hooks.example/", "is not https://"),
    ],
)
def test_a_receiver_that_the_service_would_not_reach_is_not_reached(url, problem):
    result = run("test", url, code=1)
    assert "not signed" in result.stdout
    assert problem in result.stderr
