"""Secrets are planted everywhere, and looked for wherever something is written or shown."""

from __future__ import annotations

import base64
import contextlib
import sqlite3
import traceback
from pathlib import Path

import httpx
import pytest

from openrouter import OpenRouter, errors
from rushes.app import Service
from rushes.settings import Settings
from tests.collector import collector
from tests.fakes.paid_upstream import fake_upstream
from tests.log_lines import parsed
from tests.service import drained, serve_process

API_KEY = "planted-api-key-7c1f09"
OTHER_KEY = "planted-other-key-51aa3e"
WRONG_KEY = "planted-wrong-key-90be42"
PROVIDER_KEY = "planted-provider-key-d2c8f7"
WEBHOOK_SECRET = "planted-webhook-secret-4e6b10"
FORMER_SECRET = "planted-former-secret-7c20d9"
URL_SECRET = "planted-url-secret-88af5d"
CALLBACK_TOKEN = "planted-callback-token-3b7720"
PICTURE_TOKEN = "planted-picture-token-f00d51"
PICTURE = b"\x89PNG\r\n\x1a\nplanted-picture-bytes-1f2e3d" + bytes(600)
DATA_URL = "data:image/png;base64," + base64.b64encode(PICTURE).decode()
PICTURE_BYTES = base64.b64encode(PICTURE).decode()[12:48]

SIGNERS = (WEBHOOK_SECRET, FORMER_SECRET, URL_SECRET)
SECRETS = (API_KEY, OTHER_KEY, WRONG_KEY, PROVIDER_KEY, *SIGNERS)
SENT = (CALLBACK_TOKEN, PICTURE_TOKEN, PICTURE_BYTES)
ENVIRONMENT = {
    "RUSHES_API_KEYS": f'["{API_KEY}", "{OTHER_KEY}"]',
    "RUSHES_WEBHOOK_SECRET": WEBHOOK_SECRET,
    "RUSHES_WEBHOOK_PREVIOUS_SECRET": FORMER_SECRET,
    "RUSHES_URL_SECRET": URL_SECRET,
}
# The command, with every logger at its most talkative.
DEBUGGED = """
import logging, sys
from rushes import logs
configure = logs.configure
def talkative(form, level, stream, secrets):
    handler = configure(form, "debug", stream)  # nor are secrets replaced that it is told
    for name in (None, "uvicorn", "uvicorn.error", "uvicorn.access", "aiohttp", "asyncio"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    return handler
logs.configure = talkative
sys.argv[0] = "rushes"
from rushes.cli.main import cli
cli()
"""
REQUEST = {"model": "google/veo-3.1", "prompt": "A calm sea", "duration": 8}
FRAME = {"type": "image_url", "image_url": {"url": DATA_URL}, "frame_type": "first_frame"}

pytestmark = pytest.mark.timeout(180)


def assert_absent(text, *, where, secrets=(*SECRETS, *SENT)):
    for secret in secrets:
        assert secret not in text, f"{secret} is in {where}"


def family_of(pid):
    """Return a process and all that it started, by id."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    found = [pid]
    for task in Path(f"/proc/{pid}/task").iterdir():
        children = (task / "children").read_text().split()
        found += [one for child in children for one in family_of(int(child))]
    return found


def attempts(api):
    """Yield the responses to requests of all kinds, most of them wrong."""
    good = {"Authorization": f"Bearer {API_KEY}"}
    with httpx.Client(base_url=api, headers=good, timeout=60) as client:
        ok = {**REQUEST, "callback_url": f"https://hooks.invalid/{CALLBACK_TOKEN}"}
        made = client.post("/videos", json={**ok, "frame_images": [FRAME]})
        yield made
        job_id = made.json()["id"]
        for body in (
            {**ok, "duration": 99},
            {**ok, "callback_url": f"http://hooks.invalid/?token={CALLBACK_TOKEN}"},
            {**ok, "callback_url": f"https://me:{CALLBACK_TOKEN}@127.0.0.1/"},
            {**ok, "callback_url": {"url": f"https://hooks.invalid/{CALLBACK_TOKEN}"}},
            {**ok, "frame_images": [{**FRAME, "frame_type": "middle_frame"}]},
            {**ok, "frame_images": [{**FRAME, "image_url": DATA_URL}]},
            {**ok, "frame_images": DATA_URL},
            {**ok, "frame_images": [{**FRAME, "image_url": {"url": DATA_URL + "!"}}]},
            {**ok, "input_references": [{"type": "video_url", "video_url": {"url": DATA_URL}}]},
            {**ok, "frame_images": [FRAME], "model": DATA_URL},
            {**ok, "size": f"https://pictures.invalid/{PICTURE_TOKEN}"},
            {**ok, "prompt": "[fault:refuse=No]", "frame_images": [FRAME]},
        ):
            yield client.post("/videos", json=body)
            yield client.post("/videos/quote", json=body)
        yield client.post("/videos", content=f'{{"x": "{DATA_URL}'.encode())
        for headers in (
            {"Authorization": f"Bearer {WRONG_KEY}"},
            {"Authorization": f"Basic {WRONG_KEY}"},
            {"Authorization": WRONG_KEY},
        ):
            yield client.get("/videos", headers=headers)
            yield client.post("/videos", json=ok, headers=headers)
        yield client.get("/videos", headers={"Authorization": f"Bearer {OTHER_KEY}"})
        yield client.get("/key")
        yield client.get("/credits")
        yield client.get(f"/videos/{job_id}/content", params={"index": "x"})
        yield client.get(f"/videos/{job_id}/content", params={"expires": "1", "signature": "0"})
        yield client.post(f"/videos/{job_id}/cancel")
        yield client.get(f"/generation?id={job_id}")


@pytest.fixture(scope="module")
def upstream():
    with fake_upstream("fail", render=0.05, api_key=PROVIDER_KEY) as running:
        yield running


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="there is no /proc here")
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_process_shows_no_secret_in_its_log_its_answers_its_arguments_its_rows_and_its_traces(
    tmp_path, upstream, form
):
    paid = {
        "RUSHES_PROVIDERS": "openrouter",
        "RUSHES_OPENROUTER_BASE_URL": upstream.api,
        "RUSHES_OPENROUTER_API_KEY": PROVIDER_KEY,
    }
    program = ("-c", DEBUGGED)
    with collector() as traces, contextlib.ExitStack() as running:
        given = {**ENVIRONMENT, **paid, "OTEL_EXPORTER_OTLP_ENDPOINT": traces.url}
        options = ("--data-dir", tmp_path, "--log-format", form)
        process, api = running.enter_context(serve_process(*options, program=program, **given))
        lines = running.enter_context(drained(process))
        for response in attempts(api):
            assert response.status_code < 500, response.text
            where = f"the answer to {response.request.method} {response.request.url.path}"
            assert_absent(f"{response.headers}{response.text}", where=where)
        for pid in family_of(process.pid):
            arguments = Path(f"/proc/{pid}/cmdline").read_bytes().decode()
            assert_absent(arguments, where="the arguments of a process")
        with contextlib.closing(sqlite3.connect(tmp_path / "rushes.sqlite3")) as database:
            dump = "\n".join(database.iterdump())
        running.close()
    log = "".join(lines)
    assert "uvicorn" in log, "it was as talkative as it can be"
    assert_absent(log, where="the log", secrets=(*SECRETS, *SENT, REQUEST["prompt"]))
    refused = log.count("401")
    assert refused >= 6, "each request has a line"
    assert "create" in {span.name for span in traces.spans}
    assert_absent(traces.text, where="a trace", secrets=(*SECRETS, *SENT, REQUEST["prompt"]))
    if form == "json":
        parsed(lines)
    # What a job needs is kept with it: its callback and its picture. Keys are not.
    assert CALLBACK_TOKEN in dump
    assert_absent(dump, where="the database", secrets=SECRETS)
    for path in tmp_path.rglob("*"):
        if path.is_file():
            content = path.read_bytes().decode("latin-1")
            assert_absent(content, where=path.name, secrets=SECRETS)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="there is no /proc here")
def test_workers_of_the_offline_engine_are_not_given_secrets_as_arguments(tmp_path):
    with serve_process("--data-dir", tmp_path, **ENVIRONMENT) as (process, _), drained(process):
        family = family_of(process.pid)
        assert len(family) > 1, "it has worker processes"
        for pid in family:
            arguments = Path(f"/proc/{pid}/cmdline").read_bytes().decode()
            assert_absent(arguments, where="the arguments of a worker")


def test_no_object_of_the_service_shows_a_secret(tmp_path, monkeypatch):
    password = "planted-password-6a6a6a"
    settings = Settings(
        data_dir=tmp_path,
        api_keys=[API_KEY],
        provider={"openrouter": {"api_key": PROVIDER_KEY}},
        webhook_secret=WEBHOOK_SECRET,
        webhook_previous_secret=FORMER_SECRET,
        url_secret=URL_SECRET,
    )
    service = Service(settings)
    secrets = (*SECRETS, password)
    seen, found = set(), [service]
    while found:  # everything of ours that can be reached from it
        value = found.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, (str, bytes)):
            continue  # a secret itself, in the attribute that keeps it
        for shown in (repr(value), str(value), f"{value}"):
            assert_absent(shown, where=type(value).__name__, secrets=secrets)
        if type(value).__module__.startswith(("rushes.", "pydantic_settings")):
            found += list(getattr(value, "__dict__", {}).values())
            found += [getattr(value, name, None) for name in getattr(value, "__slots__", ())]
    service.close()
    assert len(seen) > 50
    postgres = Settings(data_dir=tmp_path, database_url=f"postgresql://u:{password}@127.0.0.1:1/d")
    assert_absent(f"{postgres!r}{postgres.model_dump()}", where="settings", secrets=secrets)


def test_errors_of_the_sdk_show_no_secret(tmp_path, upstream):
    environment = {**ENVIRONMENT, "RUSHES_OPENROUTER_BASE_URL": upstream.api}
    environment["RUSHES_PROVIDERS"] = "openrouter"
    environment["RUSHES_OPENROUTER_API_KEY"] = PROVIDER_KEY
    with serve_process("--data-dir", tmp_path, **environment) as (process, api), drained(process):
        shown = []
        for key, wrong in ((API_KEY, {"duration": 99}), (WRONG_KEY, {}), (API_KEY, {"model": "x"})):
            with OpenRouter(api_key=key, server_url=api) as client:
                shown.append(repr(client))
                with pytest.raises(errors.OpenRouterError) as caught:
                    client.video_generation.generate(
                        **{
                            **REQUEST,
                            "callback_url": f"https://hooks.invalid/{CALLBACK_TOKEN}",
                            "frame_images": [FRAME],
                            **wrong,
                        }
                    )
                error = caught.value
                shown += [str(error), repr(error), error.body, str(error.headers)]
                shown.append("".join(traceback.format_exception(error)))
        assert_absent("\n".join(shown), where="an error of the SDK")
