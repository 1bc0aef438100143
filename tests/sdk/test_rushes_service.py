"""The SDK and the real service, over real HTTP, with an upstream that each test decides."""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from openrouter import Generation, components, errors, operations
from rushes.http import job_watch
from rushes.providers.base import RefusedError
from tests.fakes.providers import VIDEO
from tests.http.test_stored_keys import StoredKeys
from tests.mp4 import minimal_mp4
from tests.sdk.driver import Driver
from tests.service import TestService, running_service, serving

ORDER: dict[str, Any] = {"model": "google/veo-3.1", "prompt": "A calm sea", "duration": 4}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job_watch, "INTERVAL", 0.02)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestService]:
    with running_service(tmp_path_factory.mktemp("data")) as running:
        yield running


@pytest.fixture
def service(shared: TestService) -> Iterator[TestService]:
    yield shared
    shared.provider.waits = False
    shared.provider.failure = None
    shared.provider.fraction = 0.0


@pytest.fixture(scope="module")
def keyed_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("keyed")


@pytest.fixture(scope="module")
def keyed(keyed_data: Path) -> Iterator[TestService]:
    with running_service(keyed_data, api_keys=["alpha", "beta"]) as running:
        yield running


@pytest.fixture(params=["sync", "async"])
def driver(request: pytest.FixtureRequest, service: TestService) -> Iterator[Driver]:
    driver = Driver(request.param, service.api)
    yield driver
    driver.finish()


def test_the_record_of_a_job(driver: Driver) -> None:
    client = driver.client()
    job = driver.call(client, "generate_and_wait", **ORDER)
    found = driver.on(client.generations, "get_generation", id=job.generation_id).data
    assert (found.id, found.total_cost, found.api_type) == (
        job.generation_id,
        job.usage.cost,
        "video",
    )


def test_a_video_from_the_order_to_the_file(driver: Driver, tmp_path: Path) -> None:
    told: list[components.VideoGenerationResponse] = []
    video = driver.call(driver.client(), "generate_and_wait", **ORDER, on_progress=told.append)
    assert isinstance(video, Generation)
    assert video.status == "completed"
    assert video.model_extra is not None
    assert video.model_extra["rushes"]["progress"] == 1.0
    assert video.usage is not None
    assert video.usage.cost == pytest.approx(1.6)
    assert [told[0].status, told[-1].status] == ["pending", "completed"]
    assert all(job.id == video.id for job in told)
    path = tmp_path / "sea.mp4"
    assert driver.on(video, "save", path) == path
    assert path.read_bytes() == VIDEO
    assert "data:video/mp4;base64" in video._repr_html_()


def test_jobs_are_listed_page_by_page_and_by_filters(driver: Driver) -> None:
    client, session = driver.client(), f"s-{uuid.uuid4()}"
    made = []
    for number in range(5):
        user = "ada" if number % 2 else "bob"
        job = driver.call(client, "generate", **ORDER, session_id=session, user=user)
        made.append(driver.call(client, "wait", job).id)
    newest_first = made[::-1]
    everything = driver.iterate(client, "list", session_id=session)
    assert sorted(job.id for job in everything) == sorted(newest_first)
    first = driver.call(client, "list_page", session_id=session, limit=2)
    rest = driver.call(client, "list_page", session_id=session, cursor=first.next_cursor)
    assert first.has_more
    assert not rest.has_more
    assert [job.id for job in first.data + rest.data] == [job.id for job in everything]
    of_ada = driver.iterate(client, "list", session_id=session, user="ada", status="completed")
    assert {job.id for job in of_ada} == {made[1], made[3]}
    assert driver.iterate(client, "list", session_id=session, status=["failed", "expired"]) == []
    assert driver.iterate(client, "list", session_id=session, created_before=1) == []
    assert len(driver.iterate(client, "list", session_id=session, created_after=1, limit=3)) == 3
    with pytest.raises(errors.BadRequestResponseError, match="cursor"):
        driver.call(client, "list_page", cursor="nonsense")


def test_an_open_job_is_cancelled(driver: Driver, service: TestService) -> None:
    service.provider.waits = True
    client = driver.client()
    job = driver.call(client, "generate", **ORDER)
    assert driver.call(client, "cancel", job).id == job.id
    with pytest.raises(errors.GenerationCancelledError):
        driver.call(client, "wait", job)
    assert driver.call(client, "cancel", job).status == "cancelled"  # again is no mistake
    service.provider.waits = False
    done = driver.call(client, "generate_and_wait", **ORDER)
    with pytest.raises(errors.ConflictResponseError):
        driver.call(client, "cancel", done.id)


def test_a_deleted_job_is_gone(driver: Driver, tmp_path: Path) -> None:
    client = driver.client()
    video = driver.call(client, "generate_and_wait", **ORDER)
    assert driver.call(client, "delete", video).deleted
    with pytest.raises(errors.NotFoundResponseError):
        driver.call(client, "get_generation", job_id=video.id)
    # Without its signed address, which says no more either.
    with pytest.raises(errors.GoneResponseError):
        driver.call(client, "download", video.id, tmp_path / "a.mp4")
    with pytest.raises(errors.NotFoundResponseError):
        driver.call(client, "delete", video)
    assert list(tmp_path.iterdir()) == []


def test_events_tell_each_state_once_and_end(driver: Driver, service: TestService) -> None:
    service.provider.waits, service.provider.fraction = True, 0.25
    client = driver.client()
    job = driver.call(client, "generate", **ORDER)

    def finish() -> None:
        deadline = time.monotonic() + 60
        with httpx.Client(headers={"Authorization": "Bearer any"}) as poller:
            while poller.get(f"{service.api}/videos/{job.id}").json()["status"] != "in_progress":
                assert time.monotonic() < deadline
        service.provider.waits = False

    finishing = threading.Thread(target=finish)
    finishing.start()
    states = driver.iterate(client, "events", job_id=job.id)
    finishing.join()
    assert states[-1].status == "completed"
    assert [s.status for s in states[:-1]].count("completed") == 0
    told = [(s.status, s.model_extra["rushes"]["progress"]) for s in states]
    assert len(set(told)) == len(told)
    with pytest.raises(errors.NotFoundResponseError):
        driver.iterate(client, "events", job_id="gen-vid-1-unknown")


def test_a_quote_is_what_it_costs_then(driver: Driver, service: TestService) -> None:
    client = driver.client()
    before = len(service.provider.requests)
    quote = driver.call(client, "quote", **ORDER, resolution="720p", generate_audio=False)
    assert (quote.model, quote.size, quote.duration) == ("google/veo-3.1", "1280x720", 4)
    assert len(service.provider.requests) == before
    video = driver.call(
        client, "generate_and_wait", **ORDER, resolution="720p", generate_audio=False
    )
    assert video.usage is not None
    assert video.usage.cost == quote.cost
    with pytest.raises(errors.BadRequestResponseError, match="duration"):
        driver.call(client, "quote", model="google/veo-3.1", prompt="A", duration=5)


def test_a_wait_hears_of_the_end(driver: Driver, service: TestService) -> None:
    """The pauses are spent at the stream, so a slow poll rate would not notice the progress."""
    service.provider.waits = True
    client = driver.client()
    told: list[float] = []

    def on_progress(job: components.VideoGenerationResponse) -> None:
        told.append((job.model_extra or {}).get("rushes", {}).get("progress", 0.0))
        if job.status == "in_progress":
            if service.provider.fraction < 0.6:
                service.provider.fraction += 0.2
            else:
                service.provider.waits = False

    video = driver.call(client, "generate_and_wait", **ORDER, on_progress=on_progress)
    assert video.status == "completed"
    assert {0.2, 0.4, 0.6} <= set(told)


def test_a_job_that_failed_is_an_error_with_its_reason(
    driver: Driver, service: TestService
) -> None:
    service.provider.failure = RefusedError("The stand-in is out of film")
    with pytest.raises(errors.GenerationFailedError, match="out of film") as caught:
        driver.call(driver.client(), "generate_and_wait", **ORDER)
    assert caught.value.job.status == "failed"


def test_one_key_is_one_job_and_two_calls_are_two(driver: Driver) -> None:
    client, key = driver.client(), str(uuid.uuid4())
    first = driver.call(client, "generate", **ORDER, idempotency_key=key)
    second = driver.call(client, "generate", **ORDER, idempotency_key=key)
    assert first.id == second.id
    with pytest.raises(errors.ConflictResponseError, match="Idempotency-Key"):
        driver.call(client, "generate", **{**ORDER, "duration": 6}, idempotency_key=key)
    unkeyed = [driver.call(client, "generate", **ORDER).id for _ in range(2)]
    assert len({first.id, *unkeyed}) == 3
    [listed] = driver.iterate(client, "list", idempotency_key=key)
    assert listed.id == first.id


def test_a_download_goes_on_where_it_was_left(
    driver: Driver, service: TestService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = minimal_mp4(bytes(range(256)) * 16_000)
    monkeypatch.setattr(service.provider, "video", large)
    client = driver.client()
    video = driver.call(client, "generate_and_wait", **ORDER)
    path, told = tmp_path / "sea.mp4", []

    def leave(done: int, total: int | None) -> None:
        raise InterruptedError(done, total)

    with pytest.raises(InterruptedError) as left:
        driver.call(client, "download", video, path, on_progress=leave)
    [done, total] = left.value.args
    assert total == len(large)
    assert not path.exists()
    driver.call(client, "download", video, path, on_progress=lambda *counts: told.append(counts))
    assert told[0][0] > done  # not from the first byte
    assert told[-1] == (total, total)
    assert path.read_bytes() == large
    assert [p.name for p in tmp_path.iterdir()] == ["sea.mp4"]


def test_a_signed_address_needs_no_key(driver: Driver, keyed: TestService, tmp_path: Path) -> None:
    owner = driver.client(api_key="alpha", server_url=keyed.api)
    video = driver.call(owner, "generate_and_wait", **ORDER)
    assert video.urls is not None
    assert httpx.get(video.urls[0]).content == VIDEO
    stranger = driver.client(api_key="wrong", server_url=keyed.api)
    driver.call(stranger, "download", video, tmp_path / "a.mp4")
    assert (tmp_path / "a.mp4").read_bytes() == VIDEO
    with pytest.raises(errors.UnauthorizedResponseError):
        driver.call(stranger, "download", video.id, tmp_path / "b.mp4")
    with pytest.raises(errors.UnauthorizedResponseError):
        driver.call(stranger, "get_generation", job_id=video.id)
    assert video.urls[0].partition("?")[2] not in repr(video)


def test_keys_are_managed(driver: Driver, keyed: TestService, keyed_data: Path) -> None:
    admin = StoredKeys(keyed_data).create(admin=True)
    client = driver.client(api_key=admin.text, server_url=keyed.api)

    def manage(operation: str, **arguments: Any) -> Any:
        return driver.on(client.api_keys, operation, **arguments)

    expiry = datetime(2400, 1, 2, tzinfo=UTC)
    made = manage("create", name="Team", limit=12.5, limit_reset="monthly", expires_at=expiry)
    key = made.data
    assert (key.name, key.limit, key.limit_reset, key.expires_at) == (
        *("Team", 12.5, "monthly"),
        expiry,
    )
    assert made.key not in repr(made)
    assert isinstance(made, operations.CreateKeysResponse)
    own = driver.client(api_key=made.key, server_url=keyed.api)
    assert driver.on(own.api_keys, "get_current_key_metadata").data.limit == 12.5
    with pytest.raises(errors.ForbiddenResponseError):
        driver.on(own.api_keys, "list")
    assert manage("get", hash=key.hash).data.usage == 0
    changed = manage("update", hash=key.hash, name="Crew", disabled=True, limit=None).data
    assert (changed.name, changed.disabled, changed.limit) == ("Crew", True, None)
    assert key.hash not in {each.hash for each in manage("list").data}
    everything = manage("list", include_disabled=True, offset=0).data
    assert {key.hash, admin.id} <= {each.hash for each in everything}
    again = manage("update", hash=key.hash, disabled=False).data
    assert (again.name, again.limit, again.expires_at) == ("Crew", None, expiry)
    assert manage("delete", hash=key.hash).DELETED is True
    for operation in ("get", "update", "delete"):
        with pytest.raises(errors.NotFoundResponseError):
            manage(operation, hash=key.hash)
    with pytest.raises(errors.BadRequestResponseError, match="limit"):
        manage("create", name="x", limit=-1)
    for name in ("", ".."):
        with pytest.raises(ValueError, match="hash"):
            manage("get", hash=name)


class LossyRelay:
    """Passes requests on to a service, and drops the answers to the first submissions."""

    def __init__(self, api: str, losses: int) -> None:
        self._api = api
        self._losses = losses
        self.submissions: list[str] = []

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        body = b""
        while (message := await receive())["type"] == "http.request":
            body += message.get("body", b"")
            if not message.get("more_body"):
                break
        kept = {"authorization", "content-type", "idempotency-key"}
        headers = {n.decode(): v.decode() for n, v in scope["headers"] if n.decode() in kept}
        async with httpx.AsyncClient(timeout=30) as client:
            address = self._api + scope["path"].removeprefix("/api/v1")
            answer = await client.request(scope["method"], address, content=body, headers=headers)
        lost = False
        if scope["method"] == "POST":
            self.submissions.append(answer.json()["id"])
            lost = len(self.submissions) <= self._losses
        passed = [
            (name.encode(), value.encode())
            for name, value in answer.headers.items()
            if name in {"content-type", "x-rushes-version", "idempotent-replayed"}
        ]
        if lost:  # as a proxy does whose upstream took too long
            await send({"type": "http.response.start", "status": 504, "headers": []})
            await send({"type": "http.response.body", "body": b""})
            return
        await send({"type": "http.response.start", "status": answer.status_code, "headers": passed})
        await send({"type": "http.response.body", "body": answer.content})


def test_a_lost_answer_is_asked_for_again_and_makes_no_second_job(
    driver: Driver, service: TestService
) -> None:
    relay = LossyRelay(service.api, losses=2)
    session = f"s-{uuid.uuid4()}"
    with serving(relay) as url:
        client = driver.client(server_url=f"{url}/api/v1")
        driver.call(client, "list_videos_models")  # makes it known as Rushes'
        job = driver.call(client, "generate", **ORDER, session_id=session)
        assert job.http.retries == 2
        assert job.http.headers["idempotent-replayed"] == "true"
        assert relay.submissions == [job.id] * 3
    assert len(driver.iterate(driver.client(), "list", session_id=session)) == 1


def test_updates_batches_and_prices(driver: Driver, tmp_path: Path) -> None:
    client = driver.client()
    models = driver.call(client, "list_videos_models")
    exact = {**ORDER, "resolution": "720p", "generate_audio": False}
    assert models.estimate_cost(**exact) == driver.call(client, "quote", **exact).cost
    with pytest.raises(errors.CostLimitError):
        driver.call(client, "generate", **exact, max_cost=0.01)
    job = driver.call(client, "generate", **exact, max_cost=1)
    states = driver.iterate(client, "iter_updates", job_id=job)
    assert states[-1].succeeded
    outcomes = driver.call(client, "batch_generate", [exact] * 4, concurrency=2, budget=2.0)
    assert [outcome.succeeded for outcome in outcomes] == [True, True, False, False]
    path = driver.call(client, "generate_to_file", tmp_path / "a.mp4", **exact)
    assert path.read_bytes() == VIDEO
