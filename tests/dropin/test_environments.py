"""Rushes and the official package in one environment: the official one keeps its name, whole."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from urllib.request import urlopen

import pytest

from tests.clients.installed import installed
from tests.dropin.environments import PIP, ROOT, stand_in_wheel

# What a process sees: which `openrouter` it has, and that both clients work in it.
SEEN = """
import json, logging, sys
import openrouter, rushes
logging.basicConfig(stream=sys.stderr)
logging.getLogger("rushes").setLevel(logging.DEBUG)
logging.getLogger("openrouter").setLevel(logging.DEBUG)
named, ours = openrouter.OpenRouter(api_key="k"), rushes.OpenRouter(api_key="k")
print(json.dumps({
    "file": openrouter.__file__,
    "chat": hasattr(named, "chat"),
    "videos": [type(one.video_generation).__module__.split(".")[0] for one in (named, ours)],
    "same": openrouter.OpenRouter is rushes.OpenRouter,
}))
"""
OURS = {"chat": False, "videos": ["rushes", "rushes"], "same": True}


def seen(environment, **variables):
    found = environment.run(SEEN, **variables)
    return found, found.pop("file")


def check_official(environment):
    """Check that the name is the official package's, and that ours works beside it."""
    found, file = seen(environment)
    assert file == str(environment.site / "openrouter" / "__init__.py")
    assert (found["chat"], found["videos"]) == (True, ["openrouter", "rushes"])
    assert not found["same"]
    assert environment.damage("openrouter") == []
    told = environment.output(str(environment.bin / "rushes"), "--version")
    assert "openrouter: the official package 1.3.84" in told


def check_ours(environment):
    """Check that the name is ours, and that nothing lies where the official package would."""
    found, file = seen(environment)
    assert found == OURS
    assert file == str(environment.site / "rushes" / "dropin" / "openrouter" / "__init__.py")
    assert not (environment.site / "openrouter").exists()
    assert environment.damage("rushes") == []
    told = environment.output(str(environment.bin / "rushes"), "--version")
    assert "openrouter: Rushes'" in told


def test_the_official_package_and_then_ours(new_environment, wheel, official):
    environment = new_environment(f"official-{len(official)}")
    environment.install(*official)
    environment.install(wheel)
    check_official(environment)
    assert environment.damage("rushes") == []
    dropin = environment.site / "rushes" / "dropin"
    forced, file = seen(environment, PYTHONPATH=str(dropin))
    assert (forced, file) == (OURS, str(dropin / "openrouter" / "__init__.py"))
    environment.uninstall("rushes")
    assert environment.damage("openrouter") == []
    assert list(environment.site.glob("rushes*")) == []
    code = "import json, openrouter; print(json.dumps(hasattr(openrouter.OpenRouter('k'), 'chat')))"
    assert environment.run(code) is True


def test_ours_and_then_the_official_package(new_environment, wheel, official):
    environment = new_environment(f"ours-{len(official)}")
    environment.install(wheel)
    check_ours(environment)
    environment.install(*official)
    check_official(environment)
    environment.uninstall("openrouter")
    check_ours(environment)


def test_the_source_distribution_builds_the_same_wheel(wheel, tmp_path):
    build = (sys.executable, "-m", "hatchling", "build", "--target", "sdist", "--directory")
    subprocess.run([*build, str(tmp_path)], cwd=ROOT, check=True, capture_output=True)
    [archive] = tmp_path.iterdir()
    make = ("wheel", "--no-build-isolation", "--no-deps", "--no-index", "--wheel-dir")
    subprocess.run([*PIP, *make, str(tmp_path), str(archive)], check=True)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_an_editable_installation_gives_way_too(new_environment, tmp_path):
    environment = new_environment("editable")
    environment.install("--editable", ROOT)
    found, file = seen(environment)
    assert (found, file) == (OURS, str(ROOT / "src" / "openrouter" / "__init__.py"))
    assert not (environment.site / "rushes").exists()
    environment.install(stand_in_wheel(tmp_path))
    check_official(environment)
    environment.uninstall("openrouter")
    assert seen(environment) == (OURS, file)


def test_a_target_folder_has_ours_where_its_path_is_named(new_environment, wheel, tmp_path):
    """`site` reads no path lines there."""
    environment = new_environment("target")
    environment.install("--target", tmp_path, wheel)
    code = "import json; from rushes import OpenRouter; print(json.dumps(OpenRouter.__module__))"
    assert environment.run(code, PYTHONPATH=str(tmp_path)) == "rushes.sdk.client"
    dropin = tmp_path / "rushes" / "dropin"
    found, file = seen(environment, PYTHONPATH=f"{tmp_path}:{dropin}")
    assert (found, file) == (OURS, str(dropin / "openrouter" / "__init__.py"))


LISTED = """
import json
from {name} import OpenRouter
with OpenRouter(api_key="k", server_url="{url}/api/v1") as client:
    print(json.dumps(len(client.video_generation.list_videos_models().data)))
"""


def test_the_service_runs_beside_the_official_package(new_environment, wheel, official, tmp_path):
    environment = new_environment(f"service-{len(official)}")
    environment.install(*official, wheel)
    process = subprocess.Popen(
        [environment.bin / "rushes", "serve", "--port", "0", "--data-dir", str(tmp_path)],
        stderr=subprocess.PIPE,
        text=True,
        env={"RUSHES_CACHE_DIR": str(tmp_path)},
    )
    with process:
        try:
            found = (re.search(r"serves (http://\S+)/api/v1", line) for line in process.stderr)
            greeting = next(filter(None, found))
            with urlopen(f"{greeting[1]}/health") as answer:
                assert answer.status == 200
            for name in ("openrouter", "rushes")[len(official) == 1 :]:
                assert environment.run(LISTED.format(name=name, url=greeting[1])) > 5
        finally:
            process.send_signal(signal.SIGTERM)
            process.stderr.read()


MADE = """
import json, pickle, httpx, openrouter
from openrouter import components, errors, utils
answer = httpx.Response(404, request=httpx.Request("GET", "https://a/b"))
made = [
    components.VideoGenerationResponse(id="j", polling_url="/j", status="pending"),
    components.VideoGenerationRequest(model="m", frame_images=[]),
    errors.OpenRouterDefaultError("gone", answer),
    errors.SubmitOutcomeUnknownError,
    utils.RetryConfig("none", None, False),
]
print(json.dumps(pickle.dumps(made).hex()))
"""
LOADED = """
import json, pickle
made = pickle.loads(bytes.fromhex({made!r}))
print(json.dumps([type(one).__module__.split(".")[0] for one in made] + [made[0].id, str(made[2])]))
"""


def test_pickles_load_where_the_name_is_taken(alone, new_environment, wheel, tmp_path):
    """They name `rushes`, so whose `openrouter` is there does not count."""
    code = LOADED.format(made=alone.run(MADE))
    loaded = alone.run(code)
    assert loaded[0] == "rushes"
    beside = new_environment("pickles")
    beside.install(stand_in_wheel(tmp_path), wheel)
    assert beside.run(code) == loaded


SAME = """
import json, importlib, pkgutil
import openrouter, rushes.sdk, rushes.wire
from openrouter import components, errors
from rushes.sdk import errors as own
different = [n for n in own.__all__ if getattr(errors, n) is not getattr(own, n)]
wire = rushes.wire
different += [n for n in wire.__all__ if getattr(components, n) is not getattr(wire, n)]
modules = [m.name for m in pkgutil.walk_packages(openrouter.__path__, "openrouter.")]
for name in modules:
    importlib.import_module(name)
try:
    raise own.WebhookSignatureError("no")
except errors.WebhookSignatureError as error:
    caught = type(error).__name__
print(json.dumps([different, caught, len(modules) > 60]))
"""


def test_classes_are_the_same_under_both_names(alone):
    assert alone.run(SAME) == [[], "WebhookSignatureError", True]


TYPED = """
import openrouter
import rushes
from openrouter import OpenRouter, RetryConfig, components, errors, types
from openrouter.components.videogenerationresponse import VideoGenerationResponse
from openrouter.errors.notfoundresponse_error import NotFoundResponseError
from openrouter.operations import CreateVideosRequest
from openrouter.types.basemodel import UNSET
from openrouter.utils.retries import BackoffStrategy
from rushes.sdk.errors import NotFoundResponseError as Own


def same(client: OpenRouter, error: NotFoundResponseError) -> rushes.OpenRouter:
    own: Own = error
    job: VideoGenerationResponse = client.video_generation.get_generation(job_id=own.message)
    listed: list[components.VideoGenerationResponse] = [job]
    retries: openrouter.RetryConfig = RetryConfig("none", BackoffStrategy(1, 2, 1.5, 3), False)
    try:
        client.video_generation.generate(model=listed[0].id, prompt="p", retries=retries)
    except errors.OpenRouterError as one:
        print(one.status_code)
    request: CreateVideosRequest
    unset: types.OptionalNullable[int] = UNSET
    return client


def wrong(client: OpenRouter) -> int:
    return client
"""


@pytest.mark.parametrize("checker", ["mypy", pytest.param("pyright", marks=pytest.mark.clients)])
def test_type_checkers_follow_both_names(alone, checker, tmp_path):
    program = tmp_path / "program.py"
    program.write_text(TYPED)
    if checker == "mypy":
        options = ("--strict", "--cache-dir", str(tmp_path), "--python-executable")
        command = [sys.executable, "-m", "mypy", *options, str(alone.python)]
    else:
        found = shutil.which("pyright") or installed("node") / "node_modules" / ".bin" / "pyright"
        command = [found, "--pythonpath", str(alone.python)]
    done = subprocess.run(
        [*command, str(program)], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    errors = [line for line in done.stdout.splitlines() if "error" in line and ".py:" in line]
    assert len(errors) == 1, done.stdout + done.stderr
    wrong = TYPED.splitlines().index("def wrong(client: OpenRouter) -> int:")
    assert f"program.py:{wrong + 2}:" in errors[0]
