"""The command line as a user or a script runs it, where it matters in processes of its own."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import av
import pytest
from PIL import Image

from rushes.__main__ import main
from rushes.cli.main import cli
from tests.cli.in_process import invoke
from tests.engines.holds import RenderHold
from tests.fakes.providers import VIDEO
from tests.fakes.proxy import FakeProxy
from tests.mp4 import minimal_mp4
from tests.service import running_service

LONGEST = 400  # seconds; the machine may be busy
SMALL = ("--duration", "1", "--resolution", "360p", "--no-audio")

pytestmark = pytest.mark.timeout(LONGEST)


def command(*arguments, **environment):
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "rushes", *map(str, arguments)],
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def rushes(*arguments, **environment):
    """Run a command to its end; return its code, stdout and stderr."""
    with command(*arguments, **environment) as process:
        out, err = process.communicate(timeout=LONGEST)
    return process.returncode, out, err


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    with running_service(tmp_path_factory.mktemp("data")) as running:
        yield running


def test_a_prompt_becomes_a_file_without_any_service(tmp_path):
    target = tmp_path / "a folder" / "sea.mp4"
    code, out, err = rushes(
        *("generate", "A calm sea with a bee", *SMALL, "--seed", 3),
        *("-o", target, "--data-dir", tmp_path / "d"),
    )
    assert code == 0, err
    with av.open(str(target)) as container:
        assert container.streams.video[0].frames == 24
    assert str(target) in out
    assert re.search(r"seed\s+3\b", out)
    assert re.search(r"duration\s+1 s", out)
    assert re.search(r"cost\s+\$0", out)
    assert re.search(r"^drawn\s+the open sea: calm, sea$", out, re.MULTILINE)
    assert re.search(r"^not drawn bee$", out, re.MULTILINE)
    assert "procedural" in out
    assert "completed" in err, "plain progress lines where there is no terminal"
    job_id = re.search(r"gen-vid-\S+", out)[0]
    code, out, _ = rushes("jobs", job_id, "--json", "--data-dir", tmp_path / "d")
    assert code == 0
    assert json.loads(out)["status"] == "completed"
    assert [p.name for p in target.parent.iterdir()] == ["sea.mp4"]


def test_json_is_one_object_and_nothing_else(service, tmp_path):
    code, out, err = invoke(
        "generate", "A calm sea", "--server", service.url, "-o", tmp_path / "x.mp4", "--json"
    )
    assert (code, err) == (0, "")
    shown = json.loads(out)
    assert shown["status"] == "completed"
    assert shown["bytes"] == len(VIDEO)
    assert Path(shown["path"]).read_bytes() == VIDEO
    assert shown["provider"] == "Stand-in"


def test_the_base_url_of_the_environment_is_used(service, tmp_path):
    target = tmp_path / "x.mp4"
    code, out, err = invoke("generate", "x", "-o", target, OPENROUTER_BASE_URL=service.api)
    assert code == 0, err
    assert "Stand-in" in out


PROXIED = {"HTTP_PROXY": "http://user:5ec4e7@127.0.0.1:9", "ALL_PROXY": "socks://127.0.0.1:1080"}


def test_what_a_command_says_to_its_own_service_uses_no_proxy(tmp_path):
    with FakeProxy() as proxy:
        code, _, err = rushes(
            *("generate", "A calm sea", *SMALL, "--data-dir", tmp_path / "d"),
            *("-o", tmp_path / "sea.mp4"),
            **dict.fromkeys(("HTTP_PROXY", "http_proxy", "https_proxy"), proxy.url),
            ALL_PROXY="socks://127.0.0.1:1080",
        )
        assert code == 0, err
        assert proxy.asked == []


@pytest.mark.parametrize("url", ["{}/api/v1", " {}/api/v1/\r\n", "{}", "{}//api//v1?tenant=a"])
def test_a_service_is_reached_however_its_url_is_written(service, tmp_path, url):
    written = url.format(service.url)
    environment = PROXIED | {"OPENROUTER_BASE_URL": written}
    code, out, err = invoke("generate", "x", "-o", tmp_path / "x.mp4", **environment)
    assert code == 0, err
    assert "Stand-in" in out


@pytest.mark.parametrize(
    ("options", "environment", "code", "fragment"),
    [
        (("--server", "127.0.0.1:1"), {}, 2, "--server is not a valid URL: it must begin with"),
        ((), {"OPENROUTER_BASE_URL": "h/v1"}, 2, "OPENROUTER_BASE_URL is not a valid URL: it must"),
        (("--server", "http://u:5ec4e7@h"), {}, 2, "user name or password"),
        (("--server", "http://h.invalid"), PROXIED, 4, "the proxy http://127.0.0.1:9 (HTTP_PROXY)"),
        (("--server", "https://h.invalid"), PROXIED, 4, "ALL_PROXY names a proxy with the scheme"),
        (("--server", "https://127.0.0.1:{port}"), {}, 4, "use http:// if it does not speak TLS"),
        (
            ("--server", "https://127.0.0.1:{port}"),
            {"SSL_CERT_FILE": "/nowhere.pem"},
            4,
            "SSL_CERT_FILE names '/nowhere.pem', which is not a file",
        ),
    ],
)
def test_what_is_wrong_with_a_url_a_proxy_or_a_certificate_is_said(
    service, options, environment, code, fragment
):
    port = service.url.rpartition(":")[2]
    options = [option.replace("{port}", port) for option in options]
    # A process reads the certificates once.
    run = rushes if "SSL_CERT_FILE" in environment else invoke
    found, out, err = run("generate", "x", *options, **environment)
    assert (found, out) == (code, "")
    assert fragment in err
    assert "5ec4e7" not in err
    assert "Traceback" not in err


def test_every_option_reaches_the_service(service, tmp_path):
    first, last = tmp_path / "first.png", tmp_path / "last.jpg"
    Image.new("RGB", (8, 8), "red").save(first)
    Image.new("RGB", (8, 8), "blue").save(last)
    before = len(service.provider.requests)
    code, _, err = invoke(
        *("generate", "Hills", "--server", service.url, "-o", tmp_path / "x.mp4"),
        *("--model", "google/veo-3.1", "--duration", 6, "--size", "1080x1920", "--seed", -4),
        *("--no-audio", "--first-frame", first, "--last-frame", last),
    )
    assert code == 0, err
    request = service.provider.requests[before]
    assert (request.model, request.duration, request.width, request.height) == (
        "google/veo-3.1",
        6,
        1080,
        1920,
    )
    assert (request.seed, request.audio, request.prompt) == (-4, False, "Hills")
    first, last = json.loads(request.body)["frame_images"]
    assert (first["frame_type"], last["frame_type"]) == ("first_frame", "last_frame")
    assert last["image_url"]["url"].startswith("data:image/jpeg;base64,")


def test_references_of_any_kind_and_what_upscaling_takes_reach_the_service(service, tmp_path):
    (tmp_path / "a.mp4").write_bytes(minimal_mp4(b"x"))
    (tmp_path / "a.wav").write_bytes(b"RIFF\x24\0\0\0WAVEfmt " + bytes(40))
    before = len(service.provider.requests)
    code, _, err = invoke(
        *("generate", "--server", service.url, "-o", tmp_path / "x.mp4"),
        *("--model", "black-forest-labs/flux-video-upscale", "--upscale-factor", 1.5),
        *("--creativity", 1, "--reference", tmp_path / "a.mp4", "--reference", tmp_path / "a.wav"),
        *("--reference", "https://example.com/b.mp4", "sharper"),
    )
    assert code == 0, err
    body = json.loads(service.provider.requests[before].body)
    assert (body["upscale_factor"], body["creativity"]) == (1.5, 1)
    kinds = [reference["type"] for reference in body["input_references"]]
    assert kinds == ["video_url", "audio_url", "video_url"]
    code, _, err = invoke(
        *("generate", "--server", service.url, "-o", tmp_path / "y.mp4", "--continue", "gen-vid-0")
    )
    assert (code, "previous_job_id" in err) == (3, True), err


@pytest.mark.parametrize("option", ["--first-frame", "--reference"])
def test_a_file_that_is_not_an_image_is_refused_before_anything_starts(tmp_path, option):
    sound = tmp_path / "a.wav"
    sound.write_bytes(b"not a sound, and not a picture")
    data = tmp_path / "data"
    code, _, err = invoke(
        "generate", "Hills", option, str(sound), "-o", str(tmp_path / "new" / "v.mp4"),
        "--data-dir", str(data),
    )  # fmt: skip
    assert (code, "a.wav" in err) == (2, True), err
    assert not data.exists()
    assert not (tmp_path / "new").exists()


def test_a_file_that_cannot_be_read_is_not_taken_for_a_saved_video(tmp_path):
    code, _, err = invoke(
        "generate", "Hills", "--first-frame", "/proc/self/mem", "--data-dir", str(tmp_path / "data")
    )
    assert code != 0
    assert "Traceback" not in err
    assert "--resume" not in err


def test_the_file_is_named_after_the_prompt_and_never_overwritten(service, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        assert invoke("generate", "Zürich, at NIGHT!", "--server", service.url)[0] == 0
    assert sorted(p.name for p in tmp_path.glob("*.mp4")) == [
        "zürich-at-night-2.mp4",
        "zürich-at-night.mp4",
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "fragment"),
    [
        (["generate"], 2, "Give a PROMPT"),
        (["generate", "x", "--duration", "soon"], 2, "--duration"),
        (["generate", "x", "--first-frame", "/nope.png"], 2, "does not exist"),
        (["generate", "x", "--first-frame", __file__], 2, "is not a recognized image"),
        (["generate", "x", "--server", "http://127.0.0.1:9"], 4, "could not be reached"),
        (["nonsense"], 2, "No such command"),
        (["serve", "--host", "0.0.0.0"], 2, "no API keys are configured"),
        (["serve", "--port", "99999"], 2, "RUSHES_PORT"),
        (["serve", "--data-dir", "/proc/nope"], 2, "/proc/nope"),
        (["generate", "x", "-o", "/proc/nope/x.mp4"], 2, "/proc/nope"),
        (["generate", "x", "-o", f"{'x' * 300}.mp4"], 2, "too long"),
        (["jobs", "--limit", "-3"], 2, "--limit"),
        (["models", "google/veo-9"], 3, "Did you mean"),
        (["jobs", "gen-vid-1-x"], 3, "unknown"),
    ],
)
def test_what_goes_wrong_is_one_sentence_and_a_code(arguments, code, fragment, tmp_path):
    found, out, err = invoke(*arguments, RUSHES_DATA_DIR=str(tmp_path))
    assert (found, out) == (code, "")
    assert fragment in err
    assert "Traceback" not in err


PAID = {"RUSHES_PROVIDERS": "openrouter", "RUSHES_OPENROUTER_API_KEY": "k"}


@pytest.mark.parametrize(
    ("variable", "value", "fragment"),
    [
        ("API_KEYS", "s3cr3t", "api_keys (RUSHES_API_KEYS): must be JSON, a list"),
        ("API_KEYS", '"s3cr3t"', "RUSHES_API_KEYS"),
        ("API_KEYS", '[""]', "RUSHES_API_KEYS): a key is empty or has fewer than 8 characters"),
        ("API_KEYS", '["s3cr3t"]', "RUSHES_API_KEYS): a key is empty or has fewer than 8"),
        ("API_KEYS", '["long-enough-key", "          "]', "fewer than 8 characters"),
        ("API_KEYS", '["s3cr3t with blanks"]', "RUSHES_API_KEYS): a key contains blanks"),
        ("API_KEYS", '["s3cr3t-ключ"]', "RUSHES_API_KEYS): a key contains blanks"),
        ("TRUSTED_PROXIES", '["proxy.example"]', "RUSHES_TRUSTED_PROXIES): must be"),
        ("ALLOWED_ORIGINS", '["*"]', "RUSHES_ALLOWED_ORIGINS): '*' is not an origin"),
        (
            "OPENROUTER_CAPABILITIES",
            "s3cr3t",
            "RUSHES_OPENROUTER_CAPABILITIES): must be JSON, an object",
        ),
        (
            "OPENROUTER_CAPABILITIES",
            '{"on_lost_response": "x"}',
            "on_lost_response (RUSHES_OPENROUTER_CAPABILITIES): must be 'fail'",
        ),
        (
            "OPENROUTER_CAPABILITIES",
            '{"on_lost_response": "resubmit"}',
            "would pay again for each lost response; must be 'fail'",
        ),
        (
            "OPENROUTER_CAPABILITIES",
            '{"cancel": true}',
            "cancel (RUSHES_OPENROUTER_CAPABILITIES): is unknown; allowed: on_lost_response",
        ),
        ("RESUBMIT_UNKNOWN", '["openruter"]', "'openruter' is not a provider; allowed: "),
        ("PROVIDERS", "openruter", "'openruter' is not a provider; allowed: "),
        ("PROVIDERS", "openrouter, rushes", "'rushes' is the offline engine; set emulate"),
        ("PROVIDER", '{"openrouter": {"api_kay": "s3cr3t"}}', "api_kay"),
        ("UPSTREAM_API_KEY", "s3cr3t", "replaced; set RUSHES_PROVIDERS=openrouter and RUSHES_O"),
        ("MODEL_TIMEOUTS", '{"google/veo-3": 4}', "Did you mean google/veo-3.1"),
        ("OUTPUTS_URL", "/proc/nope", "The folder for videos cannot be used"),
        ("OUTPUTS_URL", "s3://x/y?key=s3cr3t", "A bucket's URL must not contain credentials"),
        ("OUTPUTS_URL", "/sys", "The folder for videos cannot be written"),
        ("PUBLIC_URL", "v.example", "(RUSHES_PUBLIC_URL): must begin with http:// or https://"),
        ("PUBLIC_URL", "https://h/?k=s3cr3t", "(RUSHES_PUBLIC_URL): contains a query"),
        (
            "OPENROUTER_BASE_URL",
            "https://u:s3cr3t@h/",
            "(RUSHES_OPENROUTER_BASE_URL): contains a user name",
        ),
        ("OPENROUTER_BASE_URL", "https://h:99999", "invalid host or port (allowed: 1 to 65535)"),
        (
            "FETCH_PRIVATE_URLS",
            "perhaps",
            "RUSHES_FETCH_PRIVATE_URLS): must be true or false",
        ),
    ],
)
def test_a_setting_of_no_use_is_one_sentence_at_the_start(variable, value, fragment, tmp_path):
    environment = {**PAID, f"RUSHES_{variable}": value}
    code, out, err = invoke("serve", "--port", "0", "--data-dir", tmp_path, **environment)
    assert (code, out) == (2, "")
    assert fragment in err
    # The log may say so too, in a line of its own.
    assert [line[:7] for line in err.splitlines() if "ERROR" not in line] == ["Error: "]
    assert "s3cr3t" not in err


def test_missing_certificates_for_a_paid_provider_are_one_sentence_at_the_start(tmp_path):
    environment = {**PAID, "SSL_CERT_FILE": "/nowhere.pem"}
    code, out, err = rushes("serve", "--port", "0", "--data-dir", tmp_path, **environment)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("Error: SSL_CERT_FILE names '/nowhere.pem', which is not a file: set it")


def test_a_refusal_shows_the_services_own_words(service):
    code, _, err = invoke(
        "generate", "x", "--server", service.url, "--model", "google/veo-3.1", "--duration", 7
    )
    assert code == 3
    assert "allowed: 4, 6, 8" in err


def test_a_failed_job_is_code_1(tmp_path):
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 20)
    code, out, err = rushes(
        "generate", "x", *SMALL, "--first-frame", broken, "--data-dir", tmp_path / "d"
    )
    assert (code, out) == (1, "")
    assert "ended failed" in err


def test_an_interrupted_job_is_kept_and_resumed(tmp_path):
    folder = tmp_path / "data"
    target = tmp_path / "x.mp4"
    arguments = ("--data-dir", folder, "-o", target)
    with (
        RenderHold(tmp_path / "hold", "first-frame") as hold,
        command(
            *("generate", "Ocean", *SMALL, *arguments), RUSHES_TEST_HOLD=str(tmp_path / "hold")
        ) as process,
    ):
        hold.wait(LONGEST)
        for line in process.stderr:
            if line.startswith("in_progress"):
                break
        process.send_signal(signal.SIGINT)
        err = process.stderr.read()
    assert process.returncode == 130
    job_id, rest = re.search(r"rushes generate --resume (gen-vid-\S+) (.*)", err).groups()
    assert rest == f"-o {target} --data-dir {folder}", "the same file from the same folder"
    assert not target.exists()
    code, out, _ = rushes("jobs", job_id, "--json", "--data-dir", folder)
    assert code == 0
    assert json.loads(out)["status"] in {"pending", "in_progress"}
    code, out, err = rushes("generate", "--resume", job_id, *arguments)
    assert code == 0, err
    with av.open(str(target)) as container:
        assert container.streams.video[0].frames == 24


def test_a_running_service_is_found_through_its_data_folder(tmp_path):
    with command("serve", "--port", 0, "--data-dir", tmp_path) as process:
        for line in process.stderr:
            if line.startswith("Point"):
                break
        code, _, err = rushes("serve", "--port", 0, "--data-dir", tmp_path)
        assert code == 2
        assert "is in use by process" in err
        code, out, err = rushes(
            *("generate", "Silk", *SMALL, "--data-dir", tmp_path, "-o", tmp_path / "x.mp4"),
            "--json",
            **PROXIED,
        )
        assert code == 0, err
        assert json.loads(out)["status"] == "completed"
        process.send_signal(signal.SIGINT)
        process.communicate()
    assert process.returncode == 0


def test_models_are_listed_for_people_and_machines():
    code, out, _ = invoke("models")
    assert code == 0
    assert "google/veo-3.1\temulated offline" in out
    assert "runway/aleph-2\temulated offline" in out
    _, out, _ = invoke("models", "google/veo-3.1", "--json")
    assert json.loads(out)["supported_durations"] == [4, 6, 8]
    _, out, _ = invoke("models", "google/veo-3.1")
    assert re.search(r"duration_seconds_with_audio\s+0\.40", out)


def test_a_broken_database_is_reported_in_one_sentence(tmp_path):
    (tmp_path / "rushes.sqlite3").write_bytes(b"no database" * 1000)
    for arguments in (["jobs"], ["generate", "x"]):
        code, _, err = rushes(*arguments, "--data-dir", tmp_path)
        assert code == 4
        assert "cannot be opened" in err
        assert "Traceback" not in err


def test_a_prompt_cannot_command_the_terminal(tmp_path):
    with running_service(tmp_path) as service:
        prompt = "a logo [/b] \x1b]0;title\x07 \x1b[2J"
        made = rushes("generate", prompt, "--server", service.url, "-o", tmp_path / "x.mp4")
        assert made[0] == 0
        code, out, _ = rushes("jobs", "--data-dir", tmp_path, FORCE_COLOR="1", COLUMNS="200")
        job_id = re.search(r"gen-vid-\d+-\w+", out)[0]
        shown = rushes("jobs", job_id, "--data-dir", tmp_path)[1]
    assert code == 0
    assert "a logo [/b]" in out
    assert "\x1b]0" not in out + shown
    assert "\x1b[2J" not in out + shown


def test_the_newest_job_is_listed_first(tmp_path):
    code, out, _ = invoke("jobs", "--data-dir", tmp_path)
    assert (code, out) == (0, "")
    with running_service(tmp_path) as service:
        for prompt in ("one", "two"):
            target = tmp_path / f"{prompt}.mp4"
            assert invoke("generate", prompt, "--server", service.url, "-o", target)[0] == 0
        code, out, _ = invoke("jobs", "--data-dir", tmp_path, "--json")
    assert code == 0
    assert [job["prompt"] for job in json.loads(out)] == ["two", "one"]


WITHOUT_THE_EXTRA = """
import sys

EXTRA = {"click", "starlette", "llvmlite", "av", "cv2", "aiohttp", "rich"}

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in EXTRA:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Missing())
from openrouter import OpenRouter
OpenRouter(api_key="any").video_generation
sys.argv = ["rushes"]
import runpy
runpy.run_module("rushes", run_name="__main__")
"""


def test_without_the_extra_the_sdk_works_and_the_command_names_what_is_missing():
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_THE_EXTRA], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.strip().endswith("pip install 'rushes[server]'")
    assert "Traceback" not in done.stderr


def test_another_openrouter_package_is_named_and_left_alone(tmp_path):
    (tmp_path / "openrouter").mkdir()
    (tmp_path / "openrouter" / "__init__.py").write_text("raise RuntimeError")
    done = subprocess.run(
        [sys.executable, "-m", "rushes", "--version"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    version, package = done.stdout.splitlines()
    assert version.startswith("rushes, version ")
    assert package == f"openrouter: another package ({tmp_path / 'openrouter'})"


def test_an_interrupt_before_a_command_has_begun_has_its_own_code(monkeypatch, capsys):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "argv", ["rushes", "models"])
    for place in ("parse_args", "main"):
        monkeypatch.setattr(type(cli), place, interrupted)
        with pytest.raises(SystemExit) as ended:
            main()
        assert ended.value.code == 130
        assert capsys.readouterr().err == "Interrupted.\n"
