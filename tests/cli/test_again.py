"""A job's request made again, jobs named by the beginning of their ids, and first frames."""

from __future__ import annotations

import base64
import json
import os
import re
from types import SimpleNamespace

import httpx
import pytest
from PIL import Image

from rushes.cli.job_ids import short_ids
from tests.cli.in_process import invoke
from tests.cli.test_jobs import insert
from tests.fakes.providers import VIDEO
from tests.fakes.stub_server import StubServer, error_answer
from tests.service import running_service
from tests.store.rows import make_job

JOB, OTHER = "gen-vid-1795927790-VXtEuM2F5LC8WTTO6gZy", "gen-vid-1795927790-VX00000000000000000z"


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    with running_service(tmp_path_factory.mktemp("data")) as running:
        yield running


@pytest.fixture
def earlier(service, tmp_path):
    """Give the id of a job of the service with frames, a reference, and a seed."""
    picture(tmp_path / "first.png", 90, 160)
    picture(tmp_path / "last.png", 90, 160)
    return made(
        *("generate", "Hills", "--server", service.url, "-o", tmp_path / "1.mp4", "--seed", 7),
        *("--model", "google/veo-3.1", "--duration", 6, "--no-audio", "--resolution", "1080p"),
        *("--first-frame", tmp_path / "first.png", "--last-frame", tmp_path / "last.png"),
    )["id"]


def made(*arguments, **environment):
    code, out, err = invoke(*arguments, "--json", **environment)
    assert code == 0, err
    return json.loads(out)


def picture(path, width, height):
    Image.new("RGB", (width, height), "red").save(path)


def body(service):
    return json.loads(service.provider.requests[-1].body)


class TestAgain:
    def test_a_request_is_made_again_with_another_seed(self, service, earlier, tmp_path):
        first = body(service)
        short = earlier[: len("gen-vid-1795927790-VXtE")]
        made("generate", "--from", short, "--server", service.url, "-o", tmp_path / "2.mp4")
        again = body(service)
        assert again.pop("seed") != first.pop("seed") == 7
        assert again == first

    def test_what_is_given_replaces_parts_of_it(self, service, earlier, tmp_path):
        first = body(service)
        picture(tmp_path / "other.png", 90, 160)
        (tmp_path / "other.png").write_bytes((tmp_path / "other.png").read_bytes() + b"other")
        made(
            *("generate", "Sea", "--from", earlier, "--server", service.url),
            *("-o", tmp_path / "2.mp4", "--seed", 9, "--size", "1280x720", "--audio"),
            *("--last-frame", tmp_path / "other.png"),
        )
        again = body(service)
        changed = {"prompt": "Sea", "seed": 9, "size": "1280x720", "generate_audio": True}
        assert changed.items() <= again.items()
        assert (again["model"], again["duration"]) == (first["model"], first["duration"])
        frames = again["frame_images"]
        assert frames[0] == first["frame_images"][0]
        assert frames[1]["frame_type"] == "last_frame"
        assert base64.b64decode(frames[1]["image_url"]["url"].partition(",")[2]).endswith(b"other")

    def test_several_of_it_have_seeds_of_their_own(self, service, earlier, tmp_path):
        before = len(service.provider.requests)
        again = ("generate", "--from", earlier, "--count", 2, "--server", service.url)
        code, _, err = invoke(*again, "-o", tmp_path / "again-{n}.mp4")
        assert code == 0, err
        assert (tmp_path / "again-2.mp4").read_bytes() == VIDEO
        seeds = {json.loads(r.body)["seed"] for r in service.provider.requests[before:]}
        assert len(seeds) == 2

    def test_one_of_the_data_folder_needs_no_service(self, tmp_path):
        instant = {"RUSHES_EMULATION": "instant", "RUSHES_DATA_DIR": tmp_path / "d"}
        small = ("--duration", 1, "--resolution", "360p", "--no-audio", "--seed", 3)
        first = made("generate", "A calm sea", *small, "-o", tmp_path / "1.mp4", **instant)
        again = ("generate", "--from", first["id"][:22], "-o", tmp_path / "2.mp4")
        second = made(*again, **instant)
        same = ("model", "size", "duration", "audio")
        assert [second[name] for name in same] == [first[name] for name in same]
        assert second["seed"] != 3

    def test_a_job_that_is_not_known_is_refused(self, service, tmp_path):
        before = len(service.provider.requests)
        unknown = ("generate", "--from", JOB, "-o", tmp_path / "x.mp4")
        code, out, err = invoke(*unknown, "--server", service.url)
        assert (code, out, JOB in err) == (3, "", True), err
        code, out, err = invoke(*unknown, "--data-dir", tmp_path / "none")
        assert (code, out, "is unknown in" in err) == (3, "", True), err
        with StubServer() as other:
            other.route("GET", f"/api/v1/videos/{JOB}/request", error_answer(404))
            code, out, err = invoke(*unknown, "--server", other.url)
        assert (code, out, "addition of Rushes" in err) == (3, "", True), err
        assert len(service.provider.requests) == before

    def test_the_service_shows_it_to_its_owner_without_the_callback(self, tmp_path):
        job = {"model": "google/veo-3.1", "prompt": "x", "callback_url": "https://h.example/t0ken"}
        mine, theirs = ({"Authorization": f"Bearer {each * 8}"} for each in "ab")
        with running_service(tmp_path, api_keys=["a" * 8, "b" * 8]) as service:
            sent = httpx.post(f"{service.api}/videos", json=job, headers=mine)
            url = f"{service.api}/videos/{sent.json()['id']}/request"
            assert httpx.get(url, headers=mine).json() == {"model": "google/veo-3.1", "prompt": "x"}
            assert httpx.get(url, headers=theirs).status_code == 404


class TestShortIds:
    def test_a_beginning_that_one_job_has_is_enough(self, tmp_path):
        insert(tmp_path, make_job(JOB), make_job(OTHER), make_job("gen-vid-1-a"))
        for text in (JOB[:23], JOB[8:23], JOB, "gen-vid-1-a"):
            code, out, err = invoke("jobs", text, "--json", "--data-dir", tmp_path)
            assert code == 0, err
            assert json.loads(out)["id"] in {JOB, "gen-vid-1-a"}
        code, _, err = invoke("jobs", "cancel", JOB[8:21], "--data-dir", tmp_path)
        assert (code, JOB in err, OTHER in err) == (2, True, True), err
        code, out, err = invoke("jobs", "delete", JOB[8:23], "--json", "--data-dir", tmp_path)
        assert (code, json.loads(out)["id"]) == (0, JOB), err

    def test_a_service_is_asked_for_what_begins_so(self, service, earlier, tmp_path):
        for command in (("jobs", earlier[:-4]), ("jobs", "download", earlier[:-4])):
            output = ("-o", tmp_path / "x.mp4") if "download" in command else ()
            shown = made(*command, *output, "--server", service.url)
            assert shown["id"] == earlier
        resumed = ("generate", "--resume", earlier[:-4], "-o", tmp_path / "y.mp4")
        assert made(*resumed, "--server", service.url)["id"] == earlier

    def test_the_ids_of_a_list_are_as_short_as_they_differ(self):
        assert short_ids([JOB, OTHER, "job-1"]) == {
            JOB: "1795927790-VXtE",
            OTHER: "1795927790-VX00",
            "job-1": "job-1",
        }
        almost = f"{JOB[:-1]}a"
        assert set(short_ids([JOB, almost]).values()) == {JOB[8:], almost[8:]}

    def test_a_terminal_of_80_columns_shows_a_job_a_line(self, tmp_path):
        model = "black-forest-labs/flux-video-upscale"
        insert(
            tmp_path, *(make_job(each, model=model, prompt="Rain " * 40) for each in (JOB, OTHER))
        )
        on_a_terminal = {"FORCE_COLOR": "1", "COLUMNS": "80", "NO_COLOR": "1"}
        code, out, err = invoke("jobs", "--data-dir", tmp_path, **on_a_terminal)
        assert code == 0, err
        head, *lines, hint = re.sub(r"\x1b\[[\d;]*m", "", out).splitlines()
        assert sorted(line.split()[0] for line in lines) == ["1795927790-VX00", "1795927790-VXtE"]
        assert all("flux-video-upscale" in line and "Rain" in line for line in lines)
        assert max(map(len, (head, *lines, hint))) <= 80
        code, out, _ = invoke("jobs", "--data-dir", tmp_path, **on_a_terminal | {"COLUMNS": "140"})
        assert (code, JOB in out, model in out) == (0, True, True)


def test_a_terminal_is_told_what_continues_an_open_job(tmp_path, monkeypatch):
    insert(tmp_path, make_job(JOB, state="running"))
    terminal = SimpleNamespace(stdout=SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("rushes.cli.jobs.sys", terminal)
    lock = tmp_path / "lock"
    lock.write_text(json.dumps({"pid": os.getpid()}))
    assert "--resume" not in invoke("jobs", "--data-dir", tmp_path)[1]
    lock.write_text(json.dumps({"pid": 999_999_999}))
    assert "--resume JOB_ID" in invoke("jobs", "--data-dir", tmp_path)[1]
    lock.unlink()
    assert "--resume JOB_ID" in invoke("jobs", "--data-dir", tmp_path)[1]


class TestFirstFrame:
    @pytest.mark.parametrize(
        ("frame", "options", "size", "said"),
        [
            ((90, 160), (), "720x1280", "90x160 has the shape of the video"),
            ((100, 160), (), "720x1280", "by 10% to fit 720x1280; the model's nearest ratio"),
            ((160, 90), ("--aspect-ratio", "9:16"), "720x1280", "by 68% to fit 720x1280; without"),
        ],
    )
    def test_the_ratio_that_was_chosen_is_said(self, service, tmp_path, frame, options, size, said):
        picture(tmp_path / "first.png", *frame)
        code, out, err = invoke(
            *("generate", "Hills", "--server", service.url, "--model", "google/veo-3.1"),
            *("--first-frame", tmp_path / "first.png", "-o", tmp_path / "x.mp4", *options),
        )
        assert code == 0, err
        assert (size in out, said in err) == (True, True), err
        assert "--aspect-ratio" in err

    def test_nothing_is_said_without_one(self, service, tmp_path):
        code, out, err = invoke(
            "generate", "Hills", "--server", service.url, "-o", tmp_path / "x.mp4"
        )
        assert code == 0, err
        assert "frame" not in out + err
