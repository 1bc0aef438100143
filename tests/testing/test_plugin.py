"""The pytest plugin, in runs of pytest of their own, as a project would have them."""

from __future__ import annotations

import re

import pytest

pytest_plugins = "pytester"

# No connection leaves this machine, no thread and no folder stays.
CONFTEST = """
import socket, tempfile, threading
from pathlib import Path

import pytest

tempfile.tempdir = str(Path(__file__).with_name("temporary"))
Path(tempfile.tempdir).mkdir(exist_ok=True)

def is_own(host):
    return host in (None, "", "localhost", "::1", b"127.0.0.1") or str(host).startswith("127.")

def guard(name, host_of):
    original = getattr(socket.socket, name)
    def guarded(self, *args):
        if self.family in (socket.AF_INET, socket.AF_INET6):
            assert is_own(host_of(args)), f"network: {args}"
        return original(self, *args)
    setattr(socket.socket, name, guarded)

for name in ("connect", "connect_ex"):
    guard(name, lambda args: args[0][0])
resolve = socket.getaddrinfo
def own_names(host, *args, **options):
    assert is_own(host), f"network: {host}"
    return resolve(host, *args, **options)
socket.getaddrinfo = own_names

@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    if hasattr(session.config, "workerinput") or not session.config.getoption("numprocesses", 0):
        threads = [t.name for t in threading.enumerate() if "rushes" in t.name]
        with Path(__file__).with_name("left").open("a") as file:
            file.write(f"{threads}")
"""
SUITE = """
import asyncio, concurrent.futures, os, sys
from decimal import Decimal
from pathlib import Path

import aiohttp, httpx, pytest, requests

from rushes import OpenRouter
from rushes.sdk import errors

URL = "https://openrouter.ai/api/v1/videos"
BODY = {"model": "google/veo-3.1", "prompt": "A calm sea", "duration": 4}
KEY = {"Authorization": "Bearer of-the-test"}
HANDLE = httpx.HTTPTransport.handle_request

def test_submit_wait_download(rushes, tmp_path):
    with OpenRouter() as client:
        video = client.video_generation.generate_and_wait(**BODY)
        path = video.save(tmp_path / "sea.mp4")
    assert path.read_bytes()[4:8] == b"ftyp"
    [job] = rushes.jobs
    assert (job.id, job.status, job.size) == (video.id, "completed", (1280, 720))
    assert rushes.spend == job.cost == Decimal("1.6")
    assert [r.operation for r in rushes.requests][0] == "submit"
    rushes.assert_no_unexpected()

def test_knows_nothing_of_other_tests(rushes):
    assert (rushes.jobs, rushes.requests, rushes.webhooks, rushes.spend) == ([], [], [], 0)

def test_hard_coded_by_httpx_and_requests(rushes):
    for client in (httpx, requests):
        answer = client.post(URL, json=BODY, headers=KEY)
        assert answer.status_code == 202
        job = answer.json()
        while job["status"] in {"pending", "in_progress"}:
            job = client.get(answer.json()["polling_url"], headers=KEY).json()
        content = client.get(job["unsigned_urls"][0])
        assert content.content[4:8] == b"ftyp"
    assert len(rushes.jobs) == 2

async def test_hard_coded_by_aiohttp(rushes):
    async with aiohttp.ClientSession(headers=KEY) as session:
        async with session.post(URL, json=BODY) as answer:
            assert answer.status == 202
    assert len(rushes.jobs) == 1

async def test_async_client(rushes):
    rushes.next("rate_limited", 0)
    async with OpenRouter() as client:
        video = await client.video_generation.generate_and_wait_async(**BODY)
    assert video.status == "completed"
    rushes.assert_no_unexpected()

@pytest.mark.anyio
async def test_under_anyio(rushes):
    async with httpx.AsyncClient() as client:
        assert (await client.get(f"{URL}/models", headers=KEY)).status_code == 200

@pytest.fixture
def anyio_backend():
    return "asyncio"

def test_threads(rushes):
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        def post(seed):
            return requests.post(URL, json={**BODY, "seed": seed}, headers=KEY)
        answers = list(pool.map(post, range(8)))
    assert {a.status_code for a in answers} == {202}
    assert len({a.json()["id"] for a in answers}) == 8

@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_fork(rushes):
    child = os.fork()
    if not child:
        status = requests.get(f"{URL}/models", headers=KEY).status_code
        try:
            rushes.jobs
        except RuntimeError as error:
            assert "only its URL" in str(error)
            os._exit(0 if status == 200 else 1)
        os._exit(2)
    assert os.waitpid(child, 0)[1] == 0
    assert len(rushes.requests) == 1

def test_leaves_a_job(rushes):
    rushes.next("stuck")
    assert httpx.post(URL, json=BODY, headers=KEY).status_code == 202

def test_is_not_kept_waiting_by_it(rushes):
    assert rushes.jobs == []
    with OpenRouter() as client:
        assert client.video_generation.generate_and_wait(**BODY).status == "completed"

@pytest.mark.rushes(redirect=False)
def test_not_redirected(rushes):
    assert httpx.HTTPTransport.handle_request is HANDLE
    assert os.environ["OPENROUTER_BASE_URL"] == rushes.api_url

@pytest.mark.rushes(environment=False)
def test_without_variables(rushes):
    assert "OPENROUTER_BASE_URL" not in os.environ
    assert httpx.get(f"{URL}/models", headers=KEY).status_code == 200

def test_without_the_fixture():
    assert httpx.HTTPTransport.handle_request is HANDLE
    assert not {"OPENROUTER_BASE_URL", "OPENROUTER_API_KEY", "NO_PROXY"} & set(os.environ)
"""
OPTIONS = (
    *("-p", "no:schemathesis", "-p", "no:cacheprovider"),
    *("-o", "asyncio_mode=auto", "-o", "asyncio_default_fixture_loop_scope=function"),
)


def run(pytester, *options, suite=SUITE, conftest=CONFTEST):
    pytester.makepyfile(test_suite=suite)
    pytester.makeconftest(conftest)
    return pytester.runpytest_subprocess("-W", "error", *OPTIONS, *options)


def assert_nothing_left(pytester, processes=1):
    assert (pytester.path / "left").read_text() == "[]" * processes
    assert list((pytester.path / "temporary").iterdir()) == []


def test_a_suite_passes_without_network_and_leaves_nothing(pytester):
    result = run(pytester)
    result.assert_outcomes(passed=13)
    assert_nothing_left(pytester)
    assert "Rushes" not in result.stdout.str()


def test_each_worker_of_xdist_has_a_service(pytester):
    run(pytester, "-n", "2").assert_outcomes(passed=13)
    assert_nothing_left(pytester, processes=2)


FAILING = """
import httpx
import pytest

URL = "https://openrouter.ai/api/v1/videos"

def test_fails(rushes, monkeypatch):
    monkeypatch.setenv("MY_API_KEY", "planted-in-the-environment")
    headers = {"Authorization": "Bearer planted-key-in-a-header"}
    body = {"model": "google/veo-3.1", "prompt": "Not planted-in-the-environment", "duration": 4}
    body["callback_url"] = "https://app.example/hook?token=planted-token-of-a-url"
    job = httpx.post(URL, json=body, headers=headers).json()
    for _ in range(3):
        httpx.get(job["polling_url"], headers=headers)
    httpx.post(URL, json={**body, "duration": 7}, headers=headers)
    rushes.wait_for_webhooks()
    rushes.next("failed")
    rushes.assert_no_unexpected()

def test_passes(rushes):
    httpx.get(f"{URL}/models", headers={"Authorization": "Bearer any"})

@pytest.fixture
def broken(rushes):
    httpx.get(f"{URL}/gen-vid-of-the-fixture", headers={"Authorization": "Bearer any"})
    raise ValueError

def test_is_not_reached(broken):
    pass
"""


def test_a_failing_test_shows_what_the_service_saw(pytester):
    result = run(pytester, suite=FAILING)
    result.assert_outcomes(passed=1, failed=1, errors=1)
    shown = result.stdout.str()
    of_setup, section = re.findall(
        r"^-+ Rushes: what the service saw -+\n(.*?)\n(?:=|_|-)", shown, re.DOTALL | re.MULTILINE
    )
    assert "GET /api/v1/videos/gen-vid-of-the-fixture → 404" in of_setup
    for line in (
        "POST /api/v1/videos → 202 job gen-vid-",
        "(3 times)",
        "POST /api/v1/videos → 400",
        "duration: 7 seconds is not available on google/veo-3.1; allowed: 4, 6, 8",
        "completed, google/veo-3.1, 1280×720, 4 s, $1.6",
        "to https://app.example/hook?token=… → kept, not sent: its host is not this machine",
    ):
        assert line in section
    result.stdout.fnmatch_lines(
        ["*AssertionError: unexpected:*", "*POST /api/v1/videos → 400*", "*failed was not used*"]
    )
    assert "local.py" not in shown  # an assertion of the kit shows the line of the test
    # pytest itself shows the source of the test.
    assert "planted" not in section


def test_the_redirect_can_be_switched_off(pytester):
    suite = """
        import httpx, os
        HANDLE = httpx.HTTPTransport.handle_request
        def test_is_off(rushes):
            assert httpx.HTTPTransport.handle_request is HANDLE
            assert httpx.get(f"{rushes.url}/health").status_code == 200
        """
    run(pytester, "--rushes-no-redirect", suite=suite).assert_outcomes(passed=1)


def test_the_session_fixture_keeps_its_jobs_and_its_clients(pytester):
    suite = """
        import httpx, pytest
        URL = "https://openrouter.ai/api/v1/videos"
        KEY = {"Authorization": "Bearer any"}
        BODY = {"model": "google/veo-3.1", "prompt": "A sea", "duration": 4}

        @pytest.fixture(scope="session", autouse=True)
        def job(rushes_session):
            return httpx.post(URL, json=BODY, headers=KEY).json()

        def test_one(job):
            assert httpx.get(f"{URL}/{job['id']}", headers=KEY).status_code == 200

        def test_two(job, rushes_session):
            assert [j.id for j in rushes_session.jobs] == [job["id"]]
        """
    run(pytester, suite=suite).assert_outcomes(passed=2)
    assert_nothing_left(pytester)


def test_settings_come_from_the_project(pytester):
    suite = """
        import httpx
        HANDLE = httpx.HTTPTransport.handle_request
        def test_limits(rushes):
            assert httpx.HTTPTransport.handle_request is HANDLE
            def post(key):
                body = {"model": "google/veo-3.1", "prompt": "A sea", "duration": 4}
                headers = {"Authorization": f"Bearer {key}"}
                return httpx.post(f"{rushes.api_url}/videos", json=body, headers=headers)
            assert post("unknown").status_code == 401
            assert post("known-key").status_code == 202
            assert post("known-key").status_code == 402
        """
    pytester.makeini("""
        [pytest]
        rushes_redirect = false
        rushes_options =
            api_keys = ["known-key"]
            test_credits = 2
        """)
    run(pytester, suite=suite).assert_outcomes(passed=1)


@pytest.mark.parametrize(
    ("ini", "marker", "message"),
    [
        ("", "rushes(redirected=False)", "takes redirect= and environment=, not redirected"),
        ("", "rushes('no')", "takes redirect= and environment=, not no"),
        ("rushes_options = nothing", "rushes", "'nothing' is not NAME = VALUE"),
        ("rushes_options = prot = 1", "rushes", "'prot' is neither*did you mean port"),
        (
            "rushes_options = emulation = instnt",
            "rushes",
            "SettingError: emulation (RUSHES_EMULATION): must be 'instant' or 'render'",
        ),
    ],
)
def test_a_mistake_is_named(pytester, ini, marker, message):
    suite = f"""
        import pytest
        @pytest.mark.{marker}
        def test_it(rushes):
            pass
        """
    pytester.makeini(f"[pytest]\n{ini}")
    result = run(pytester, suite=suite)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([f"*{message}*"])


def test_a_run_without_the_fixture_loads_nothing(pytester):
    suite = """
        import sys
        def test_it():
            assert "rushes.testing.plugin" in sys.modules
            heavy = {"httpx", "pydantic", "aiohttp", "starlette", "rushes.testing.local"}
            assert not heavy & set(sys.modules)
        """
    run(pytester, "-p", "no:anyio", suite=suite, conftest="").assert_outcomes(passed=1)


def test_a_suite_does_not_load_what_its_jobs_do_not_need(pytester):
    suite = """
        import sys
        import openrouter
        def test_it(rushes):
            with openrouter.OpenRouter(api_key="any") as client:
                videos = client.video_generation
                job = videos.generate(model="google/veo-3.1", prompt="A sea")
                while videos.get_generation(job_id=job.id).status != "completed":
                    pass
                assert videos.get_video_content(job_id=job.id).read()
            assert not {"aiohttp", "cv2", "numpy"} & set(sys.modules)
        """
    run(pytester, suite=suite, conftest="").assert_outcomes(passed=1)


def test_a_project_may_have_a_fixture_of_that_name(pytester):
    suite = """
        import pytest
        @pytest.fixture
        def rushes():
            return "mine"
        def test_it(rushes):
            assert rushes == "another"
        """
    result = run(pytester, suite=suite)
    result.assert_outcomes(failed=1)
    assert "INTERNALERROR" not in result.stdout.str()


MONKEYPATCHED = """
import os

import pytest

from rushes.testing import local_service

NAMES = [f"OPENROUTER_{name}" for name in ("API_KEY", "BASE_URL", "WEBHOOK_SECRET")]
NAMES += ["NO_PROXY", "no_proxy"]

def now():
    return {name: os.environ.get(name) for name in NAMES}

BEFORE = now()

@pytest.fixture(params=["setenv", "delenv"])
def change(request, monkeypatch):
    def change():
        for name in NAMES:
            if request.param == "setenv":
                monkeypatch.setenv(name, "of-the-test")
            else:
                monkeypatch.delenv(name)
    return change

def test_it_is_undone_after_the_fixture(change, rushes):
    change()
    assert os.environ.get("OPENROUTER_API_KEY") != rushes.api_key

@pytest.fixture
def broken(change, rushes):
    change()
    raise ValueError

def test_it_is_undone_after_an_error_in_a_setup(broken):
    pass

def test_it_is_undone_after_a_service_of_the_test(change):
    with local_service(), local_service():
        change()

def test_the_whole_environment_is_replaced(monkeypatch, rushes):
    monkeypatch.setattr(os, "environ", {})

@pytest.fixture(scope="module")
def of_the_module():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OPENROUTER_API_KEY", "rushes-test-key")
        yield

def test_what_a_fixture_of_the_module_sets_is_kept(of_the_module):
    pass

def test_so_it_is(of_the_module):
    assert os.environ["OPENROUTER_API_KEY"] == "rushes-test-key"
"""
AFTER_EACH = """
import pytest

@pytest.hookimpl(tryfirst=True)
def pytest_runtest_logfinish(nodeid):
    import test_suite
    if "module" not in nodeid and "so_it_is" not in nodeid:
        assert test_suite.now() == test_suite.BEFORE, nodeid
"""


@pytest.mark.parametrize("is_set", [False, True])
def test_what_monkeypatch_puts_back_later_does_not_stay(pytester, monkeypatch, is_set):
    for name in ("API_KEY", "BASE_URL", "WEBHOOK_SECRET"):
        if is_set:
            monkeypatch.setenv(f"OPENROUTER_{name}", "of-the-user")
    result = run(pytester, suite=MONKEYPATCHED, conftest=AFTER_EACH)
    assert "INTERNALERROR" not in result.stdout.str()
    result.assert_outcomes(passed=7, errors=2)


SUSPENDED = """
import os

import httpx
import pytest

from rushes.testing.redirect import Redirect

KEY = {"Authorization": "Bearer any"}
NAMES = ("OPENROUTER_API_KEY", "OPENROUTER_BASE_URL", "OPENROUTER_WEBHOOK_SECRET")
BEFORE = {name: os.environ.get(name) for name in (*NAMES, "NO_PROXY", "no_proxy")}

def variables(names=BEFORE):
    return {name: os.environ.get(name) for name in names}

@pytest.fixture(autouse=True)
def session(rushes_session):
    assert is_led(rushes_session)

def is_led(service):
    url = "https://openrouter.ai/api/v1/videos/models"
    assert os.environ["OPENROUTER_API_KEY"] == service.api_key
    assert os.environ["OPENROUTER_BASE_URL"] == service.api_url
    assert "openrouter.ai" in os.environ["NO_PROXY"]
    return httpx.get(url, headers=KEY).status_code == 200

def test_before(rushes):
    assert is_led(rushes)

@pytest.mark.rushes(redirect=False)
def test_without_the_redirect(rushes):
    assert Redirect.of("openrouter.ai") is None
    assert os.environ["OPENROUTER_BASE_URL"] == rushes.api_url
    assert os.environ["NO_PROXY"] == "127.0.0.1,localhost,::1"

@pytest.mark.rushes(environment=False)
def test_without_the_variables(rushes):
    assert variables(NAMES) == {name: BEFORE[name] for name in NAMES}
    assert Redirect.of("openrouter.ai") is not None

@pytest.mark.rushes(redirect=False, environment=False)
def test_without_both(monkeypatch, rushes):
    assert variables() == BEFORE
    monkeypatch.setenv("OPENROUTER_API_KEY", "of-the-test")

def test_after(rushes_session):
    assert is_led(rushes_session)
"""


def test_a_marker_counts_while_the_session_is_led_too(pytester):
    result = run(pytester, suite=SUSPENDED)
    result.assert_outcomes(passed=5)
    assert_nothing_left(pytester)


FAILING_LATE = """
import httpx
import pytest

URL = "https://openrouter.ai/api/v1/videos"
KEY = {"Authorization": "Bearer any"}
BODY = {"model": "google/veo-3.1", "prompt": "Not planted-in-the-environment", "duration": 4}

@pytest.fixture(autouse=True)
def check(rushes):
    yield
    rushes.assert_no_unexpected()

def test_fails_late(monkeypatch):
    monkeypatch.setenv("MY_API_KEY", "planted-in-the-environment")
    assert httpx.post(URL, json=BODY, headers=KEY).status_code == 202
    httpx.get(f"{URL}/nothing", headers=KEY)

def test_passes():
    pass

@pytest.fixture(scope="session")
def of_the_session(rushes_session):
    yield
    raise ValueError

def test_is_last(of_the_session):
    assert httpx.post(URL, json={**BODY, "prompt": "The last"}, headers=KEY).status_code == 202
"""


def test_a_failure_of_a_teardown_shows_what_the_service_saw(pytester):
    result = run(pytester, suite=FAILING_LATE)
    result.assert_outcomes(passed=3, errors=2)
    of_check, of_session = re.findall(
        r"^-+ Rushes: what the service saw -+\n(.*?)\n(?:=|_|-)",
        result.stdout.str(),
        re.DOTALL | re.MULTILINE,
    )
    assert "GET /api/v1/videos/nothing → 404" in of_check
    assert ", google/veo-3.1, 1280×720, 4 s" in of_check
    assert "planted" not in of_check
    assert "The last" in of_session
    assert "nothing" not in of_session
    assert_nothing_left(pytester)
