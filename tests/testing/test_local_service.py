"""`local_service`: a service for tests outside pytest, and what it tells."""

from __future__ import annotations

import asyncio
import gc
import io
import json
import logging
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import replace
from decimal import Decimal
from itertools import zip_longest

import httpx
import pytest
from PIL import Image

from rushes import OpenRouter
from rushes.catalog.media import Medium
from rushes.providers.openrouter import OpenRouterProvider
from rushes.sdk import errors, webhooks
from rushes.server import SERVICE_THREAD
from rushes.settings import SettingError, Settings
from rushes.testing import LocalService, local_service
from rushes.testing.redirect import Redirect
from rushes.testing.stand_ins import stand_in
from tests.contract.live_service import running_fake
from tests.fakes.stub_server import Answer
from tests.fakes.webhook_receiver import WebhookReceiver

URL = "https://openrouter.ai/api/v1/videos"
KEY = {"Authorization": "Bearer any"}
BODY = {"model": "google/veo-3.1", "prompt": "A calm sea", "duration": 4}
RESET = 0.005  # seconds of the processor


@pytest.fixture(scope="module")
def running():
    with local_service() as service:
        yield service


@pytest.fixture
def service(running):
    running.reset()
    return running


def post(**fields):
    answer = httpx.post(URL, json={**BODY, **fields}, headers=KEY)
    assert answer.status_code == 202, answer.text
    return answer.json()["id"]


def make(**fields):
    with OpenRouter() as client:
        return client.video_generation.generate_and_wait(**{**BODY, **fields})


def test_everything_is_as_before_afterwards(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("OPENROUTER_API_KEY", "of-the-user")
    monkeypatch.setenv("NO_PROXY", "internal.example")
    before, threads = dict(os.environ), set(threading.enumerate())
    handle = httpx.HTTPTransport.handle_request
    with local_service() as service:
        assert os.environ["OPENROUTER_API_KEY"] == service.api_key
        assert os.environ["OPENROUTER_BASE_URL"] == service.api_url == f"{service.url}/api/v1"
        assert os.environ["OPENROUTER_WEBHOOK_SECRET"] == service.webhook_secret
        hosts = os.environ["NO_PROXY"].split(",")
        assert hosts[:4] == ["internal.example", "127.0.0.1", "localhost", "::1"]
        assert "openrouter.ai" in hosts
        assert make().status == "completed"
    assert dict(os.environ) == before
    assert set(threading.enumerate()) == threads
    assert httpx.HTTPTransport.handle_request is handle
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(httpx.ConnectError):
        httpx.get(service.url)


async def test_it_is_an_async_context_manager_too():
    async with local_service() as service, OpenRouter() as client:
        assert isinstance(service, LocalService)
        video = await client.video_generation.generate_and_wait_async(**BODY)
        assert [job.id for job in service.jobs] == [video.id]


def test_an_error_at_the_start_leaves_nothing(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = dict(os.environ)
    with pytest.raises(TypeError, match="'rediect' is neither"):
        local_service(rediect=False).__enter__()
    with pytest.raises(TypeError, match=r"did you mean max_open_jobs\?"):
        local_service(max_open_job=1).__enter__()
    assert dict(os.environ) == before
    assert list(tmp_path.iterdir()) == []


def test_options_are_settings():
    with local_service(redirect=False, environment=False, max_open_jobs=1) as service:
        assert "OPENROUTER_BASE_URL" not in os.environ
        service.when().then("stuck")
        with OpenRouter(api_key="any", server_url=service.api_url) as client:
            client.video_generation.generate(**BODY)
            with pytest.raises(errors.TooManyRequestsResponseError):
                client.video_generation.generate(**BODY, seed=2, retries=None)


def test_what_the_machine_has_configured_is_ignored(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rushes.toml").write_text('providers = ["openrouter"]\nmax_open_jobs = 1\n')
    monkeypatch.setenv("RUSHES_PROVIDERS", "openrouter")
    monkeypatch.setenv("RUSHES_OPENROUTER_API_KEY", "sk-that-would-be-charged")
    monkeypatch.setenv("RUSHES_DATA_DIR", str(tmp_path / "data"))
    assert Settings().providers == ("openrouter",)
    with local_service() as service:
        assert make().status == "completed"
        assert make(seed=2).status == "completed"
        assert len(service.jobs) == 2
    assert not (tmp_path / "data").exists()


def test_two_at_once_are_apart():
    with local_service() as first:
        one = post()
        with local_service() as second:
            other = post()
            assert [job.id for job in second.jobs] == [other]
        assert [job.id for job in first.jobs] == [one]
        assert post(seed=2)


def test_jobs_say_what_was_asked_for_and_what_it_costs(service):
    video = make(resolution="1080p", duration=8, generate_audio=False, seed=7)
    [job] = service.jobs
    assert (job.id, job.status, job.model) == (video.id, "completed", "google/veo-3.1")
    assert (job.prompt, job.size, job.duration) == ("A calm sea", (1920, 1080), 8)
    assert (job.audio, job.seed, job.error, job.callback_url) == (False, 7, None, None)
    assert isinstance(job.cost, Decimal)
    assert job.cost == service.spend > 0


def test_requests_are_in_order_and_typed(service):
    make()
    httpx.get(f"{URL}/models?limit=1", headers={**KEY, "X-Title": "test"})
    submit, *polls, models = service.requests
    assert (submit.operation, submit.method, submit.path) == ("submit", "POST", "/api/v1/videos")
    assert (submit.status, submit.model, submit.prompt) == (202, BODY["model"], BODY["prompt"])
    assert submit.json == BODY
    assert submit.job_id == service.jobs[0].id
    # After some polls, the SDK listens to the job's events.
    assert {p.operation for p in polls if not p.path.endswith("/events")} == {"poll"}
    assert (models.operation, models.query, models.headers["x-title"]) == (
        "models",
        "limit=1",
        "test",
    )


def test_a_scenario_is_used_once_and_then_gone(service):
    service.next("failed")
    with pytest.raises(errors.GenerationFailedError):
        make()
    assert make(seed=2).status == "completed"
    service.assert_no_unexpected()


def test_what_nobody_asked_for_is_listed(service):
    service.next("moderated", model="another/model")
    httpx.post(URL, json={**BODY, "duration": 7}, headers=KEY)
    httpx.get("https://openrouter.ai/api/v1/nothing-here", headers=KEY)
    with pytest.raises(AssertionError) as raised:
        service.assert_no_unexpected()
    shown = str(raised.value)
    assert "POST /api/v1/videos → 400: " in shown
    assert "duration: 7 seconds is not available" in shown
    assert "GET /api/v1/nothing-here → 404" in shown
    assert "the scenario moderated was not used" in shown


def test_a_scenario_that_was_used_too_rarely_is_counted(service):
    service.next("failed", times=3)
    post()
    with pytest.raises(AssertionError, match="the scenario failed was used 1 of 3 times"):
        service.assert_no_unexpected()


def test_the_clock_expires_a_job(service):
    service.next("stuck")
    post()
    service.clock.advance(hours=24)
    assert [job.status for job in service.jobs] == ["expired"]


def test_a_webhook_to_another_machine_is_kept_and_not_sent(service):
    video = make(callback_url="https://app.example/hook?token=hidden")
    [webhook] = service.wait_for_webhooks()
    assert webhook.url == "https://app.example/hook?token=hidden"
    assert (webhook.is_posted, webhook.is_verified, webhook.status) == (False, True, 204)
    assert webhook.event.type == "video.generation.completed"
    assert webhook.event.data.id == webhook.job_id == video.id
    assert webhooks.verify(webhook.body, webhook.headers, service.webhook_secret)
    assert "hidden" not in service.report()
    service.assert_no_unexpected()


def test_a_webhook_reaches_a_receiver_of_this_machine_without_tls(service):
    with WebhookReceiver() as receiver:
        make(callback_url=receiver.hook)
        [webhook] = service.wait_for_webhooks()
        assert (webhook.is_posted, webhook.status) == (True, 204)
        [request] = receiver.received
        assert request.body == webhook.body
        assert webhooks.verify(request.body, dict(request.headers))  # by the environment's secret


def test_a_receiver_that_refuses_a_forged_webhook_does_well(service):
    with WebhookReceiver() as receiver:
        receiver.answer(Answer(401))
        service.next("webhook_forged")
        make(callback_url=receiver.hook)
        [webhook] = service.wait_for_webhooks()
        assert (webhook.is_verified, webhook.status) == (False, 401)
        service.assert_no_unexpected()


def test_a_receiver_that_refuses_is_unexpected_and_asked_again(service):
    with WebhookReceiver() as receiver:
        receiver.answer(Answer(500))
        make(callback_url=receiver.hook)
        [refused] = service.wait_for_webhooks()
        assert refused.status == 500
        with pytest.raises(AssertionError, match="→ 500"):
            service.assert_no_unexpected()
        receiver.answer(Answer(204))
        service.clock.advance(minutes=1)
        assert [webhook.status for webhook in service.wait_for_webhooks(2)] == [500, 204]


def test_the_receiver_of_the_service_accepts_and_a_webhook_can_be_replayed(service):
    make(callback_url=service.receiver.url)
    [webhook] = service.wait_for_webhooks()
    assert webhook.status == 204
    with WebhookReceiver() as receiver:
        assert service.replay(webhook, to=receiver.hook) == 204
        [request] = receiver.received
        assert request.body == webhook.body
        assert webhooks.verify(request.body, dict(request.headers))
    assert len(service.webhooks) == 2
    assert service.replay(webhook) == 204


@pytest.mark.parametrize("response", [b"SSH-2.0-server\r\n", b"HTTP/1.1 abc OK\r\n\r\n"])
def test_a_receiver_that_does_not_speak_http_is_explained(service, response):
    make(callback_url=service.receiver.url)
    [webhook] = service.wait_for_webhooks()
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def respond():
            connection, _ = listening.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(response)

        responding = threading.Thread(target=respond)
        responding.start()
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/hook"
        with pytest.raises(ConnectionError, match="its response is not HTTP"):
            service.replay(webhook, to=url)
        responding.join()
    assert service.webhooks[-1].error.startswith("its response is not HTTP")
    with pytest.raises(ConnectionError, match="the connection was refused"):
        service.replay(webhook, to=url)


def test_a_webhook_that_cannot_be_sent_has_its_error(service, monkeypatch):
    make(callback_url=service.receiver.url)
    [webhook] = service.wait_for_webhooks()
    monkeypatch.delitem(sys.modules, "rushes.webhook_post")
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    with pytest.raises(ImportError):
        service.replay(webhook)
    assert service.webhooks[-1].error == "ModuleNotFoundError"


def test_a_missing_package_is_named_with_the_extra():
    program = "import sys; sys.modules['uvicorn'] = None; from rushes.testing import local_service"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "ModuleNotFoundError: uvicorn is not installed; the test kit needs:"
        " pip install 'rushes[test]'"
    )


def test_a_forged_webhook_is_not_verified(service):
    service.next("webhook_forged")
    make(callback_url=service.receiver.url)
    [webhook] = service.wait_for_webhooks()
    assert not webhook.is_verified
    service.assert_no_unexpected()  # it was asked for


def test_missing_webhooks_are_named(service):
    video = make()
    with pytest.raises(AssertionError, match=f"0 of 1 webhooks .* {video.id} completed"):
        service.wait_for_webhooks(timeout=0.01)


@pytest.mark.parametrize(
    "url", ["http://app.example/hook", "http://10.0.0.1/hook", "http://127.0.0.1.example/hook"]
)
def test_other_urls_of_callbacks_still_need_tls(service, url):
    answer = httpx.post(URL, json={**BODY, "callback_url": url}, headers=KEY)
    assert answer.status_code == 400
    assert answer.json()["error"]["metadata"]["field"] == "callback_url"


def test_a_reset_ends_what_a_test_left_and_takes_milliseconds(service):
    service.when().then("stuck")
    for seed in range(20):
        post(seed=seed, callback_url=service.receiver.url)
    service.when().then("failed")
    took = []
    for _ in range(5):
        began = time.process_time()
        service.reset()
        took.append(time.process_time() - began)
        assert (service.jobs, service.requests, service.webhooks) == ([], [], [])
        assert (service.spend, service.scenarios.rules) == (0, [])
    assert min(took) < RESET
    assert make().status == "completed"


def test_parallel_tests_of_one_process_can_wait_at_once(service):
    async def all_made():
        async with OpenRouter() as client:
            return await asyncio.gather(
                *(
                    client.video_generation.generate_and_wait_async(**BODY, seed=seed)
                    for seed in range(8)
                )
            )

    assert {video.status for video in asyncio.run(all_made())} == {"completed"}
    assert len(service.jobs) == 8


def test_the_report_has_no_secrets(service, monkeypatch):
    monkeypatch.setenv("MY_TOKEN", "planted-in-the-environment")
    monkeypatch.setenv("SHORT_KEY", "sea")  # would be found in every text
    data = "data:image/png;base64," + "A" * 400
    httpx.post(
        URL,
        json={
            **BODY,
            "prompt": "planted-in-the-environment and sk-or-v1-0123456789abcdef",
            "callback_url": "https://app.example/hook?token=planted",
            "frame_images": [{"type": "image_url", "image_url": {"url": data}}],
        },
        headers={"Authorization": "Bearer planted-key"},
    )
    shown = service.report()
    assert "planted" not in shown
    assert "0123456789abcdef" not in shown
    assert "AAAA" not in shown
    assert "https://app.example/hook?token=…" in shown
    post()
    assert "A calm sea" in service.report()


CALLBACKS = (
    "https://user:planted-pass@app.example/x",
    "https://planted-token@app.example/x#access_token=planted",
    "https://app.example/hook?auth=planted#token=planted",
)
OPTIONS = (
    {"api_key": "planted"},
    {"apiKey": "planted", "nested": [{"Authorization": ["planted"], "client-secret": "planted"}]},
    {"credentials": {"user": "planted", "file": 'planted "quoted" planted'}, "X-Access-Token": "p"},
    {"note": '{"password": "planted", "text": "shown"} api_key=planted&n=1'},
    {"padding": "x" * 180, "url": "https://user:planted-and-cut-off@app.example/x"},
)


def bodies(callback, options):
    """Yield a request as JSON, with a picture, cut off, and with escaped slashes."""
    fields = {"callback_url": callback} if callback else {}
    options = {"max_tokens": 77, **options}
    body = {**BODY, "provider": {"options": {"google-vertex": options}}, **fields}
    yield (text := json.dumps(body))
    yield json.dumps({**body, "frame_images": frame(callback or CALLBACKS[0])})
    yield text[:-1]
    yield text.replace("/", r"\/")


@pytest.mark.parametrize(("callback", "options"), [*zip_longest(CALLBACKS, OPTIONS)])
def test_the_report_masks_urls_and_fields(service, callback, options):
    for body in bodies(callback, options):
        service.reset()
        httpx.post(URL, content=body, headers=KEY)
        shown = service.report()
        assert "planted" not in shown
        assert "A calm sea" in shown
        assert '"max_tokens": 77' in shown


def test_the_report_masks_fields_of_forms(service):
    httpx.post(URL, data={"api_key": "planted", "prompt": "shown"}, headers=KEY)
    httpx.get(f"{URL}?limit=1&api_key=planted", headers=KEY)
    shown = service.report()
    assert "planted" not in shown
    assert "api_key=[redacted]&prompt=…" in shown
    assert "?limit=1&api_key=…" in shown


def test_half_a_surrogate_pair_is_shown(service):
    httpx.post(URL, content=json.dumps({**BODY, "prompt": "half \ud83d"}), headers=KEY)
    assert "half ?" in service.report().encode().decode()


USES = {
    "jobs": lambda service: service.jobs,
    "spend": lambda service: service.spend,
    "clock.advance()": lambda service: service.clock.advance(hours=1),
    "clock.now()": lambda service: service.clock.now(),
    "next()": lambda service: service.next("failed"),
    "when()": lambda service: service.when(),
    "wait_for_webhooks()": lambda service: service.wait_for_webhooks(),
    "replay()": lambda service: service.replay(service.webhooks[0]),
    "reset()": lambda service: service.reset(),
    "assert_no_unexpected()": lambda service: service.assert_no_unexpected(),
    "report()": lambda service: service.report(),
}


@pytest.fixture(scope="module")
def ended():
    with local_service() as service:
        clock = service.clock
        make(callback_url=service.receiver.url)
        service.wait_for_webhooks()
    return service, clock


@pytest.mark.parametrize("use", USES)
def test_a_service_that_has_ended_says_so(ended, use):
    service, _ = ended
    with pytest.raises(RuntimeError) as raised:
        USES[use](service)
    assert str(raised.value) == (
        f"{use}: the service at {service.url} has ended; use it inside the block of"
        " local_service(), or in the test that has the fixture"
    )
    gc.collect()  # a coroutine that nobody awaits would warn


def test_what_was_kept_of_a_service_that_has_ended(ended):
    service, clock = ended
    with pytest.raises(RuntimeError, match=r"^clock.advance\(\): the service at .* has ended"):
        clock.advance(hours=1)
    assert service.requests[0].operation == "submit"
    assert len(service.webhooks) == 1


def test_the_variable_for_credits_counts_unless_the_test_says_otherwise(monkeypatch):
    monkeypatch.setenv("RUSHES_TEST_CREDITS", "2")
    with local_service():
        post()
        answer = httpx.post(URL, json=BODY, headers=KEY)
        assert (answer.status_code, answer.json()["error"]["code"]) == (402, 402)
    with local_service(test_credits=4):
        post()
        post()
    monkeypatch.setenv("RUSHES_TEST_CREDITS", "much")
    with pytest.raises(SettingError, match="test_credits"), local_service():
        pass


def test_a_quote_of_an_avatar_is_what_it_costs(service):
    body = {
        "model": "heygen/avatar-iv",
        "prompt": "Hello",
        "input_references": [
            {"type": "image_url", "image_url": {"url": "https://example.com/face.png"}}
        ],
    }
    quote = httpx.post(f"{URL}/quote", json=body, headers=KEY).json()
    job = make(**body, duration=None)
    shown = (job.usage.cost, job.rushes["duration"], job.rushes["size"])
    assert shown == (quote["cost"], quote["duration"], quote["size"])


def test_a_replay_answers_without_a_provider(tmp_path, monkeypatch):
    monkeypatch.setenv("RUSHES_REPLAY", str(tmp_path))
    with local_service() as service:
        with pytest.raises(errors.GenerationFailedError, match="No recording of this request"):
            make()
        assert json.loads(service.requests[0].body)["prompt"] == "A calm sea"


def frame(url):
    return [{"type": "image_url", "image_url": {"url": url}, "frame_type": "first_frame"}]


def test_pictures_of_other_machines_are_not_fetched_but_told_apart(service):
    videos = [
        make(frame_images=frame(f"https://a.example/{name}.png"), seed=1, user=user)
        for name, user in (("one", "a"), ("other", "a"), ("one", "b"))
    ]
    assert {job.status for job in service.jobs} == {"completed"}
    one, other, again = (httpx.get(video.unsigned_urls[0]).content for video in videos)
    assert one == again != other


def test_a_stand_in_is_a_picture():
    medium = Medium("first_frame", "image", "https://a.example/1.png", "frame_images[0]")
    content = stand_in(medium)
    with Image.open(io.BytesIO(content)) as picture:
        picture.load()
        assert (picture.size, picture.mode) == ((640, 360), "RGB")
    assert content == stand_in(medium)
    assert stand_in(replace(medium, url="https://127.0.0.1:1/1.png")) is None


def test_a_poll_says_that_a_slate_was_drawn(service):
    job = make(prompt="A calm sea, no boats")
    assert job.model_extra["rushes"]["drawn"] == {
        "scene": "a slate",
        "words": [],
        "not_drawn": ["A", "calm", "sea", "no", "boats"],
    }
    assert "drawn" not in job.model_extra["rushes"]["report"]


def test_videos_and_sounds_of_other_machines_are_taken_in(service):
    video = {"type": "video_url", "video_url": {"url": "https://a.example/1.mp4"}}
    upscaler = "black-forest-labs/flux-video-upscale"
    make(model=upscaler, prompt=None, input_references=[video], upscale_factor=1.5)
    face, sound = (
        {"type": f"{kind}_url", f"{kind}_url": {"url": f"https://a.example/{kind}"}}
        for kind in ("image", "audio")
    )
    make(model="heygen/avatar-iv", input_references=[face, sound], resolution="720p")
    upscaled, avatar = service.jobs
    assert (upscaled.status, upscaled.size) == ("completed", (960, 540))
    assert (upscaled.duration, avatar.duration) == (2, 4)
    assert (avatar.status, avatar.size) == ("completed", (1280, 720))


def test_a_suite_is_recorded_once_and_replayed(monkeypatch, tmp_path):
    monkeypatch.setattr(OpenRouterProvider, "poll_floor", 0.02)
    tape = str(tmp_path / "tape")
    with running_fake("openrouter") as (upstream, url):
        monkeypatch.setenv("RUSHES_RECORD", tape)
        monkeypatch.setenv("RUSHES_PROVIDERS", "openrouter")
        monkeypatch.setenv("RUSHES_OPENROUTER_BASE_URL", url)
        monkeypatch.setenv("RUSHES_OPENROUTER_API_KEY", "sk-of-the-recording")
        with local_service(fetch_private_urls=True) as service:
            first = httpx.get(make().unsigned_urls[0]).content
            service.reset()
            service.next("failed")  # which costs nothing
            with pytest.raises(errors.GenerationFailedError):
                make(seed=2)
            assert httpx.get(make().unsigned_urls[0]).content == first
        assert len(upstream.accepted) == 1
    for name in ("RECORD", "PROVIDERS", "OPENROUTER_BASE_URL", "OPENROUTER_API_KEY"):
        monkeypatch.delenv(f"RUSHES_{name}")
    monkeypatch.setenv("RUSHES_REPLAY", tape)
    with local_service():
        assert httpx.get(make().unsigned_urls[0]).content == first


def test_what_the_service_itself_asks_openrouter_for_is_not_redirected(service):
    found = []
    thread = threading.Thread(
        target=lambda: found.append(Redirect.of("openrouter.ai")), name=SERVICE_THREAD
    )
    thread.start()
    thread.join()
    assert found == [None]
    assert Redirect.of("openrouter.ai") is not None


def test_realistic_waiting_passes_with_the_clock():
    options = {"emulation_latency": "realistic", "emulation_seconds": {BODY["model"]: 3000}}
    with local_service(**options) as service, OpenRouter() as client:
        job = client.video_generation.generate(**BODY)
        service.clock.advance(minutes=10)  # past the queue
        service.clock.advance(hours=1)
        assert client.video_generation.wait(job).status == "completed"


@pytest.mark.parametrize("effects", [{"delay": 90}, {"name": "slow", "value": 90}, {"delay": 0}])
def test_a_delay_that_is_asked_for_replaces_realistic_waiting(effects):
    with local_service(emulation_latency="realistic") as service, OpenRouter() as client:
        service.next(**effects)
        job = client.video_generation.generate(**BODY)
        if seconds := effects.get("delay", 90):
            service.clock.advance(seconds=seconds / 2)
            shown = client.video_generation.get_generation(job_id=job.id)
            assert shown.status == "in_progress"
            assert 0.4 < shown.rushes["progress"] < 0.6
            service.clock.advance(seconds=seconds / 2)
        assert client.video_generation.wait(job).status == "completed"


def test_responses_say_when_to_poll_again(service):
    def hint(job):
        return httpx.get(f"{URL}/{job}", headers=KEY).headers.get("Retry-After")

    service.next(delay=100)
    submitted = httpx.post(URL, json=BODY, headers=KEY)
    assert submitted.headers["Retry-After"] == "0"  # how long it takes is not known yet
    slow = submitted.json()["id"]
    service.clock.advance(seconds=40)
    assert 55 <= int(hint(slow)) < 60
    service.clock.advance(seconds=60)
    assert hint(slow) is None
    service.next("stuck")
    stuck = post(prompt="Another")
    assert hint(stuck) == "0"
    service.clock.advance(minutes=1)
    assert hint(stuck) == "1"


@pytest.mark.parametrize("scenario", [{"delay": 4}, {"name": "queued", "value": 4}])
def test_a_client_that_polls_rarely_is_not_held_up(service, scenario):
    service.next(**scenario)
    with OpenRouter() as client:
        job = client.video_generation.generate(**BODY)
        client.video_generation.wait(job, poll_interval=3000)


def test_a_client_that_polls_rarely_is_not_held_up_by_realistic_waiting():
    options = {"emulation_latency": "realistic", "emulation_seconds": {BODY["model"]: 2}}
    with local_service(**options), OpenRouter() as client:
        job = client.video_generation.generate(**BODY)
        client.video_generation.wait(job, poll_interval=3000)


def test_what_the_service_logs_is_not_in_the_log_of_the_tests(caplog):
    with local_service() as service, OpenRouter() as client:
        service.next("failed")
        with pytest.raises(errors.GenerationFailedError):
            client.video_generation.generate_and_wait(**BODY)
        logging.getLogger("rushes.http").error("a fault")
    assert [record.message for record in caplog.records] == ["a fault"]


def test_the_log_of_the_service_can_be_asked_for(caplog):
    caplog.set_level(logging.INFO, "rushes")
    with local_service() as service, OpenRouter() as client:
        service.next("failed")
        with pytest.raises(errors.GenerationFailedError):
            client.video_generation.generate_and_wait(**BODY)
    assert "job failed" in caplog.messages
