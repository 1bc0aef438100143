"""`rushes jobs` as an operator runs it, beside a running service or without one."""

from __future__ import annotations

import asyncio
import contextlib
import csv
import io
import json
import signal
import stat
import subprocess
import sys
import time
from datetime import UTC, datetime
from decimal import Decimal

import httpx
import pytest
from click.testing import CliRunner

from rushes.cli.main import cli
from rushes.jobs.procrastinate_connector import create_queue
from rushes.private_files import FILE
from rushes.runtime import open_store
from rushes.settings import Settings
from rushes.storage.local import LocalStorage
from rushes.store.job import Output
from rushes.store.job_actions import JobActions
from rushes.store.postgres import PostgresDatabase
from tests.fakes.providers import VIDEO
from tests.service import running_service
from tests.store.rows import CREATED, insert_job, make_job

FAR = 4_000_000_000  # unix seconds
ENDED = {"ended_at": CREATED + 60.0, "attempt": 1}
BODY = json.dumps(
    {
        "model": "google/veo-3.1",
        "prompt": "A calm sea",
        "callback_url": "https://hooks.example/t0ken",
        "frame_images": [{"image_url": {"url": "data:image/png;base64," + "A" * 500}}],
        "input_references": [{"url": "https://user:pw@pictures.example/p4th?q=1"}],
    }
)


def rushes(folder, *arguments, code=0, **options):
    """Run `rushes jobs` over a data folder; return its stdout."""
    done = CliRunner().invoke(
        cli, ["jobs", *map(str, arguments), "--data-dir", str(folder)], **options
    )
    assert done.exit_code == code, done.output
    return done.stdout if code == 0 else done.stderr


def listed(folder, *arguments):
    return [job["id"] for job in json.loads(rushes(folder, *arguments, "--json"))]


def shown(folder, job_id, *arguments):
    return json.loads(rushes(folder, job_id, *arguments, "--json"))


def with_store(folder, work):
    """Run a coroutine function over a folder's store; return what it does."""

    async def run():
        async with open_store(Settings(data_dir=folder)) as store:
            return await work(store)

    return asyncio.run(run())


def insert(folder, *jobs, body=BODY):
    async def add(store):
        for job in jobs:
            await insert_job(store, job, body)

    with_store(folder, add)


def insert_unresolved(folder, job_id="gen-vid-1-lost", **values):
    """Insert a failed job whose only attempt has an unknown outcome."""

    async def add(store):
        await insert_job(store, make_job(job_id, provider="openrouter", **values), BODY)
        job = await store.jobs.take(job_id, {"queued"})
        job = await store.attempts.intend(job, 1)
        assert await store.attempts.send(job)
        assert await store.attempts.mark_unknown(job, "no response came")
        changes = {"state": "failed", "error": "money may be spent", "ended_at": CREATED + 9.0}
        await store.jobs.update(job_id, where={"submitting"}, changes=changes)

    with_store(folder, add)
    return job_id


@pytest.fixture(params=["sqlite", "postgres"])
def each_store(request, monkeypatch):
    """Have the commands, and `with_store`, use each database in turn."""
    if request.param == "postgres":
        url = request.getfixturevalue("postgres_url")
        monkeypatch.setenv("RUSHES_DATABASE_URL", url)
        asyncio.run(_with_queue(url))


async def _with_queue(url):
    """Create the queue of a database, as a service does."""
    database = PostgresDatabase(url)
    await database.open()
    try:
        await create_queue(database)
    finally:
        await database.close()


@pytest.fixture
def folder(tmp_path):
    """Give a data folder with jobs that differ in what filters look at."""
    insert(
        tmp_path,
        make_job("gen-vid-1-a", state="completed", outputs=(Output("a.mp4", 1, "0"),), **ENDED),
        make_job("gen-vid-2-b", state="failed", error="50% of_it Broke", provider="fal/x", **ENDED),
        make_job(
            "gen-vid-3-c", user_id="u", session_id="s", model="kling/kling-v3", provider="fal"
        ),
        make_job("gen-vid-4-d", created_ns=(CREATED + 9) * 10**9, provider="fallow"),
    )
    return tmp_path


FILTERS: list[tuple[list[object], str]] = [
    ([], "dcba"),
    (["--limit", 2], "dc"),
    (["--state", "failed"], "b"),
    (["--state", "completed", "--state", "pending"], "dca"),
    (["--state", "queued"], "dc"),
    (["--model", "kling/kling-v3"], "c"),
    (["--provider", "fal"], "cb"),
    (["--provider", "fal/x"], "b"),
    (["--owner", "alice", "--state", "completed"], "a"),
    (["--user", "u"], "c"),
    (["--session", "s"], "c"),
    (["--error", "50% OF_it"], "b"),
    (["--error", "50%it"], ""),
]


class TestLists:
    def test_filters_leave_what_they_name(self, each_store, folder):
        for filters, found in FILTERS:
            assert "".join(job_id[-1] for job_id in listed(folder, *filters)) == found, filters

    def test_times_divide_the_jobs(self, each_store, folder):
        at = datetime.fromtimestamp(CREATED + 9, UTC).isoformat()
        assert listed(folder, "--since", at) == ["gen-vid-4-d"]
        assert listed(folder, "--until", at) == ["gen-vid-3-c", "gen-vid-2-b", "gen-vid-1-a"]
        assert "is not a time" in rushes(folder, "--since", "yesterday", code=2)

    def test_jobs_of_a_key_are_found_by_its_name_and_its_id(self, folder):
        made = CliRunner().invoke(
            cli, ["keys", "create", "--name", "Farm", "--json", "--data-dir", str(folder)]
        )
        key_id = json.loads(made.stdout)["id"]
        insert(folder, make_job("gen-vid-9-k", owner=f"key-{key_id}"))
        assert listed(folder, "--key", "Farm") == listed(folder, "--key", key_id) == ["gen-vid-9-k"]
        assert "there is no key 'Elsewhere'" in rushes(folder, "--key", "Elsewhere", code=2)

    def test_the_form_without_a_command_takes_the_same_options_in_any_order(self, folder):
        one = json.loads(rushes(folder, "--json", "gen-vid-1-a"))
        assert one == shown(folder, "gen-vid-1-a") == shown(folder, "show", "gen-vid-1-a")
        assert listed(folder) == listed(folder, "list")

    def test_looking_creates_no_database(self, tmp_path):
        assert rushes(tmp_path / "none") == ""
        assert not (tmp_path / "none").exists()


class TestOneJob:
    def test_it_shows_the_request_without_files_and_secrets(self, tmp_path):
        job = make_job(
            "gen-vid-1-a", callback_url="https://user:pw@hooks.example/t0ken", callback="pending"
        )
        insert(tmp_path, job)
        facts = shown(tmp_path, job.id)
        assert facts["webhook"] == {"state": "pending", "to": "https://hooks.example/…"}
        for out in (rushes(tmp_path, job.id), json.dumps(facts)):
            assert "t0ken" not in out
            assert "pw@" not in out
            assert "p4th" not in out
            assert "AAAA" not in out
        assert facts["request"]["input_references"] == [{"url": "https://pictures.example/…"}]

    def test_it_shows_each_attempt_and_what_was_done_by_hand(self, each_store, tmp_path):
        job_id = insert_unresolved(tmp_path)
        facts = shown(tmp_path, job_id, "--dismiss")
        (attempt,) = facts["attempts"]
        assert (attempt["state"], attempt["provider"]) == ("dismissed", "openrouter")
        assert attempt["sent_at"]
        (entry,) = facts["history"]
        assert entry["action"] == "dismiss"
        assert entry["actor"]
        assert "dismiss" in rushes(tmp_path, job_id)

    def test_it_is_dismissed_at_what_its_provider_charged(self, each_store, tmp_path):
        job_id = insert_unresolved(tmp_path)
        assert "--cost needs --dismiss" in rushes(tmp_path, job_id, "--cost", "0.4", code=2)
        for given in ("nothing", "-1", "1e3", "1.0000000001"):
            assert "not an amount" in rushes(
                tmp_path, job_id, "--dismiss", f"--cost={given}", code=2
            )
        facts = shown(tmp_path, job_id, "--dismiss", "--cost", "$0.40")
        assert (facts["cost"], facts["history"][0]["detail"]) == (0.4, "charged $0.40")
        assert facts["attempts"][0]["cost"] == 0.4
        assert "dismiss (charged $0.40)" in rushes(tmp_path, job_id)


class TestResubmit:
    def test_a_budget_without_room_refuses_it_unless_it_is_told_otherwise(
        self, each_store, tmp_path
    ):
        job_id = insert_unresolved(tmp_path)
        limited = {"env": {"RUSHES_SPEND_LIMIT": "3/day"}}
        resubmit = (job_id, "--resubmit", "--yes")
        refused = rushes(tmp_path, *resubmit, code=3, **limited)
        assert "may cost $3.20, and of the service's limit, $3.00 a day, $3.00 is left" in refused
        assert "--over-budget" in refused
        assert shown(tmp_path, job_id)["state"] == "failed"
        assert "--over-budget needs" in rushes(tmp_path, job_id, "--over-budget", code=2)
        rushes(tmp_path, *resubmit, "--over-budget", **limited)
        facts = shown(tmp_path, job_id)
        assert facts["state"] == "queued"
        assert facts["history"][0]["detail"] == "after attempt 1, whatever the budgets allow"

    def test_a_job_without_a_price_is_not_paid_again_within_a_budget(self, tmp_path):
        job_id = insert_unresolved(tmp_path, quote=None)
        limited = {"env": {"RUSHES_SPEND_LIMIT": "3/day"}}
        resubmit = (job_id, "--resubmit", "--yes")
        assert "is not known" in rushes(tmp_path, *resubmit, code=3, **limited)
        rushes(tmp_path, *resubmit, "--over-budget", **limited)

    def test_it_is_paid_only_after_it_was_confirmed(self, tmp_path):
        job_id = insert_unresolved(tmp_path)
        refused = CliRunner().invoke(
            cli, ["jobs", job_id, "--resubmit", "--data-dir", str(tmp_path)], input="n\n"
        )
        assert refused.exit_code != 0
        assert "may charge about $3.20" in refused.stderr
        assert shown(tmp_path, job_id)["state"] == "failed"

    def test_it_queues_the_same_job_and_says_so_in_its_history(self, each_store, tmp_path):
        job_id = insert_unresolved(
            tmp_path, callback_url="https://h.example/", callback="delivered"
        )
        assert listed(tmp_path, "--unresolved") == [job_id]
        facts = shown(tmp_path, job_id, "--resubmit", "--yes")
        assert (facts["state"], facts["webhook"]["state"]) == ("queued", "pending")
        assert "error" not in facts
        assert [a["state"] for a in facts["attempts"]] == ["dismissed"]
        assert [entry["action"] for entry in facts["history"]] == ["resubmit"]
        assert listed(tmp_path, "--unresolved") == []
        assert "cannot be resubmitted" in rushes(tmp_path, job_id, "--resubmit", "--yes", code=3)

    def test_a_job_with_a_video_or_of_a_deleted_record_is_not_paid_again(self, folder):
        assert "cannot be resubmitted" in rushes(folder, "gen-vid-1-a", "--resubmit", code=3)
        insert(folder, make_job("gen-vid-8-z", state="failed", deleted_at=CREATED, **ENDED))
        assert "cannot be resubmitted" in rushes(folder, "gen-vid-8-z", "--resubmit", code=3)

    def test_the_service_makes_and_reports_its_video(self, tmp_path):
        job_id = insert_unresolved(tmp_path)
        facts = shown(tmp_path, job_id, "--resubmit", "--yes")
        with_store(
            tmp_path,
            lambda s: s.jobs.update(job_id, where={"queued"}, changes={"provider": "rushes"}),
        )
        assert facts["state"] == "queued"
        with running_service(tmp_path) as service:
            content = finished(service, job_id)
            (request,) = service.provider.requests
        assert content == VIDEO
        assert request.key == f"{job_id}-2"
        assert [a["attempt"] for a in shown(tmp_path, job_id)["attempts"]] == [1, 2]


class TestCommands:
    def test_a_job_of_a_running_service_is_cancelled(self, tmp_path):
        with running_service(tmp_path) as service:
            service.provider.waits = True
            job_id = submit(service)
            assert wait_for(tmp_path, job_id, "running")
            rushes(tmp_path, "cancel", job_id)
            assert wait_for(tmp_path, job_id, "cancelled")
            assert service.provider.cancelled
        assert [a["action"] for a in shown(tmp_path, job_id)["history"]] == ["cancel"]
        assert "cancelled" in rushes(tmp_path, "cancel", job_id)
        assert "is unknown" in rushes(tmp_path, "cancel", "gen-vid-0-x", code=3)

    def test_a_video_is_downloaded_whole_and_never_over_a_file(self, tmp_path):
        with running_service(tmp_path / "data") as service:
            job_id = submit(service)
            finished(service, job_id)
        target = tmp_path / "sea.mp4"
        rushes(tmp_path / "data", "download", job_id, "-o", target)
        assert target.read_bytes() == VIDEO
        assert "exists already" in rushes(
            tmp_path / "data", "download", job_id, "-o", target, code=1
        )
        (stored,) = (tmp_path / "data" / "outputs").rglob("*.mp4")
        stored.write_bytes(VIDEO[:-1] + b"!")
        other = tmp_path / "other.mp4"
        assert "damaged" in rushes(tmp_path / "data", "download", job_id, "-o", other, code=1)
        assert sorted(p.name for p in tmp_path.iterdir()) == ["data", "sea.mp4"]

    def test_a_deleted_job_disappears_with_its_video(self, tmp_path):
        with running_service(tmp_path) as service:
            job_id = submit(service)
            finished(service, job_id)
            rushes(tmp_path, "delete", job_id)
            assert listed(tmp_path) == []
            until(lambda: not list((tmp_path / "outputs").rglob("*.mp4")))

    def test_the_player_of_the_system_is_given_the_file(self, tmp_path, monkeypatch):
        with running_service(tmp_path) as service:
            job_id = submit(service)
            finished(service, job_id)
        opened = []
        monkeypatch.setattr("click.launch", lambda where: opened.append(where) or 0)
        rushes(tmp_path, "open", job_id)
        assert opened == [str(*(tmp_path / "outputs").rglob("*.mp4"))]

    def test_another_machine_does_over_http_what_that_offers(self, tmp_path, monkeypatch):
        monkeypatch.setenv("OPENROUTER_API_KEY", "any")
        with running_service(tmp_path / "data") as service:
            job_id = submit(service)
            finished(service, job_id)
            away = (tmp_path / "none", "--server", service.url)

            def there(*arguments, code=0):
                return rushes(away[0], *arguments, *away[1:], code=code)

            assert [job["id"] for job in json.loads(there("--json"))] == [job_id]
            assert json.loads(there(job_id, "--json"))["status"] == "completed"
            there("download", job_id, "-o", tmp_path / "x.mp4")
            assert (tmp_path / "x.mp4").read_bytes() == VIDEO
            for refused in (["--unresolved"], ["--follow"], [job_id, "--dismiss"]):
                assert "without" in there(*refused, code=2)
            assert "--error needs the store" in there("--error", "x", code=2)
            there("delete", job_id)
            assert there("--json").strip() == "[]"
        assert not (tmp_path / "none").exists()


class TestPrune:
    @pytest.fixture
    def folder(self, tmp_path):
        async def add(store):
            storage = LocalStorage(tmp_path / "outputs")
            for age, name in ((1, "new"), (9, "old")):

                async def blocks():
                    yield VIDEO

                stored = await storage.put(f"{name}.mp4", blocks())
                ended = time.time() - age * 86_400
                output = Output(stored.name, stored.size, stored.sha256)
                done = {"state": "completed", "outputs": (output,), "ended_at": ended}
                await insert_job(store, make_job(f"gen-vid-{name}", **done), BODY)
                failed = {"state": "failed", "ended_at": ended}
                await insert_job(store, make_job(f"gen-vid-{name}-failed", **failed), BODY)

        with_store(tmp_path, add)
        insert_unresolved(tmp_path, "gen-vid-lost")
        return tmp_path

    def test_a_dry_run_says_what_then_happens(self, folder):
        def prune(*arguments):
            return json.loads(rushes(folder, "prune", "--older-than", "7d", *arguments, "--json"))

        everything = listed(folder)
        for options in (["--failed"], [], ["--records"]):
            planned = prune(*options, "--dry-run")
            done = prune(*options)
            assert done == {**planned, "dry_run": False}
            assert prune(*options)["records"] == 0
        assert set(everything) - set(listed(folder)) == {"gen-vid-old", "gen-vid-old-failed"}
        assert [path.name for path in (folder / "outputs").rglob("*.mp4")] == ["new.mp4"]
        assert listed(folder, "--unresolved") == ["gen-vid-lost"]

    def test_videos_go_and_records_stay(self, each_store, folder):
        done = json.loads(rushes(folder, "prune", "--older-than", "7d", "--json"))
        assert done == {"videos": 1, "bytes": len(VIDEO), "records": 0, "dry_run": False}
        facts = shown(folder, "gen-vid-old")
        assert "removed_at" in facts
        (entry,) = facts["history"]
        assert (entry["action"], entry["detail"]) == ("prune", f"1 video, {len(VIDEO)} bytes")
        assert entry["actor"]
        assert "history" not in shown(folder, "gen-vid-new")
        assert "was removed" in rushes(folder, "download", "gen-vid-old", code=3)


class TestExport:
    def test_each_job_is_there_once_with_its_cost(self, each_store, folder):
        insert(
            folder,
            make_job(
                "gen-vid-5-e", state="failed", cost=Decimal("0.1"), deleted_at=CREATED, **ENDED
            ),
        )
        rows = [json.loads(line) for line in rushes(folder, "export").splitlines()]
        assert [row["id"][-1] for row in rows] == ["a", "b", "c", "d", "e"]
        assert (rows[-1]["cost"], rows[-1]["quote"]) == ("0.1", "3.20")
        assert rows[-1]["deleted_at"]
        assert "prompt" not in rows[0]

    def test_a_spreadsheet_computes_nothing_of_what_callers_wrote(self, folder):
        insert(folder, make_job("gen-vid-6-f", user_id="=1+1", prompt='a "b",\nc'))
        target = folder / "out.csv"
        rushes(folder, "export", "--format", "csv", "--prompts", "--user", "=1+1", "-o", target)
        assert stat.S_IMODE(target.stat().st_mode) == FILE
        (row,) = csv.DictReader(io.StringIO(target.read_text()))
        assert (row["user"], row["prompt"]) == ("'=1+1", 'a "b",\nc')

    def test_more_jobs_than_a_page_are_all_written(self, tmp_path, monkeypatch):
        monkeypatch.setattr("rushes.cli.job_export.PAGE", 3)
        insert(tmp_path, *(make_job(f"gen-vid-{n}") for n in range(8)))
        out = rushes(tmp_path, "export", "--format", "csv")
        assert len(out.splitlines()) == 9


class TestFollow:
    def test_changes_are_printed_as_they_happen_until_interrupted(self, tmp_path):
        with running_service(tmp_path) as service, following(tmp_path) as lines:
            service.provider.waits = True
            job_id = submit(service)
            seen = [next(lines)]
            while seen[-1]["to"] != "running":
                seen.append(next(lines))
            httpx.post(
                f"{service.api}/videos/{job_id}/cancel", headers=AUTHORIZED, trust_env=False
            ).raise_for_status()
            while seen[-1]["to"] != "cancelled":
                seen.append(next(lines))
        assert {each["id"] for each in seen} == {job_id}
        assert seen[0]["from"] is None
        assert seen[-1]["from"] == "running"
        assert [before["to"] for before in seen[:-1]] == [after["from"] for after in seen[1:]]

    def test_a_filter_holds_here_too(self, tmp_path):
        insert(tmp_path, make_job("gen-vid-1-a", user_id="u"), make_job("gen-vid-2-b"))
        with following(tmp_path, "--user", "u") as lines:
            assert next(lines)["id"] == "gen-vid-1-a"
            change = {"state": "failed", "ended_at": FAR, "error": "x"}
            for job_id in ("gen-vid-2-b", "gen-vid-1-a"):
                with_store(
                    tmp_path, lambda s, j=job_id: s.jobs.update(j, where={"queued"}, changes=change)
                )
            ended = next(lines)
        assert (ended["id"], ended["from"], ended["to"]) == ("gen-vid-1-a", "queued", "failed")


AUTHORIZED = {"Authorization": "Bearer any"}


@contextlib.contextmanager
def following(folder, *arguments):
    """Follow jobs in a process; give what it prints, and interrupt it at the end."""
    with subprocess.Popen(
        [
            *(sys.executable, "-W", "error", "-m", "rushes", "jobs", "--follow", "--json"),
            *("--data-dir", folder, *arguments),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert "Following" in process.stderr.readline()
            yield map(json.loads, process.stdout)
            process.send_signal(signal.SIGINT)
            assert process.wait(60) == 130
            assert "Traceback" not in process.stderr.read()
        finally:
            process.kill()


def submit(service):
    request = {"model": "google/veo-3.1", "prompt": "A calm sea"}
    answer = httpx.post(f"{service.api}/videos", json=request, headers=AUTHORIZED, trust_env=False)
    assert answer.status_code == 202, answer.text
    return answer.json()["id"]


def finished(service, job_id):
    """Return the video of a job once it is completed."""
    url = f"{service.api}/videos/{job_id}"
    with httpx.Client(headers=AUTHORIZED, trust_env=False) as client:
        until(lambda: client.get(url).json()["status"] == "completed")
        return client.get(f"{url}/content").content


def wait_for(folder, job_id, state):
    until(lambda: shown(folder, job_id)["state"] == state)
    return True


def until(condition):
    """Look until a condition holds; the test's timeout ends it."""
    while not condition():
        time.sleep(0.05)


def test_two_who_resubmit_at_once_pay_once(tmp_path):
    job_id = insert_unresolved(tmp_path)

    async def twice(store):
        job = await store.jobs.get(job_id)
        made = await asyncio.gather(
            *(store.attempts.resubmit(job, FAR, None, f"person {n}") for n in range(2))
        )
        return made, await JobActions(store.database).of(job_id)

    made, actions = with_store(tmp_path, twice)
    assert sum(each is not None for each in made) == 1
    assert [action.action for action in actions] == ["resubmit"]
