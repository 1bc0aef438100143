"""Recordings that are damaged, edited or removed, and folders that cannot be used."""

from __future__ import annotations

import json
import shutil

import pytest

from rushes.providers.recording_lock import SharedUpstreams
from rushes.providers.recordings import Recording, RecordingError, Recordings
from rushes.runtime import Runtime
from rushes.settings import SettingError, Settings
from tests.contract.live_service import running_fake
from tests.providers.test_recordings import (
    asked,
    fake,
    quick_polls,
    recording,
    replaying,
    request,
    settings_of,
)

__all__ = ["fake", "quick_polls"]
BODY = request("A boat in a storm")
DAMAGES = {
    "is empty": lambda whole: b"",
    "bytes of its box": lambda whole: whole[: len(whole) - 10],
    "not with 'ftyp'": lambda whole: b"<html>Not found</html>",
}


@pytest.fixture
def tape(tmp_path, fake):
    """Return the exchange of a recorded request."""
    with recording(tmp_path, fake) as service:
        service.make(BODY)
    [path] = (tmp_path / "tape").glob("*/exchange.json")
    return path


def replayed(tmp_path, body=BODY):
    with replaying(tmp_path) as service:
        [outcome] = service.make(body)
    return outcome


def edit(path, **fields):
    """Change fields of an exchange; `ending__cost` is the cost in its ending."""
    kept = json.loads(path.read_text())
    kept["polls"] = [{"phase": "running", "fraction": 0.5}]
    for name, value in fields.items():
        place, _, field = name.partition("__")
        part = {"ending": kept["ending"], "poll": kept["polls"][0]}[place] if field else kept
        part[field or name] = value
    path.write_text(json.dumps(kept))


def test_a_video_that_came_short_is_downloaded_again(tmp_path, fake):
    body = request("A boat [fault:short,render=0.1]")
    before = asked(fake)
    with recording(tmp_path, fake) as service:
        [first] = service.make(body)
    assert first.ending == "completed", first.body
    assert replayed(tmp_path, body).video == first.video != b""
    assert asked(fake) == before + 1


@pytest.mark.parametrize("problem", DAMAGES)
def test_a_damaged_video_is_named_by_a_replay_and_recorded_again(tmp_path, fake, tape, problem):
    video = tape.parent / "video.mp4"
    video.write_bytes(DAMAGES[problem](video.read_bytes()))
    outcome = replayed(tmp_path)
    assert outcome.ending == "failed"
    assert f"in {tape.parent} is unfinished" in outcome.message
    assert "video.mp4 is damaged: " in outcome.message
    assert problem in outcome.message
    with recording(tmp_path, fake, "again") as service:
        [again] = service.make(BODY)
    assert again.ending == "completed", again.body
    assert replayed(tmp_path).video == again.video


def test_a_video_that_is_damaged_before_its_download_is_fetched_again(tmp_path):
    body = request("A boat that waits [fault:content-500]")
    with running_fake("openrouter") as fake, recording(tmp_path, fake) as service:
        job = service.submit(body)
        service.wait(job, lambda shown: "delay_reason" in shown.get("rushes", {}))
        [path] = (tmp_path / "tape").glob("*/exchange.json")
        (path.parent / "video.mp4").write_bytes(b"")
        ended = service.end(job)
    assert ended.ending == "completed", ended.body
    assert asked(fake) == 1


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"format": 99}, "its format is 99, and 1 is expected"),
        ({"ending": None, "problem": 5}, "problem: must be text"),
        ({"request": [1]}, "request: must be an object"),
        ({"recorded_at": None}, "recorded_at: must be text"),
        ({"ending__report": None}, "ending.report: must be"),
        ({"ending__report": "a"}, "ending.report: must be"),
        ({"ending__cost": "NaN"}, "ending.cost: "),
        ({"ending__cost": "Infinity"}, "ending.cost: "),
        ({"ending__cost": "-5"}, "ending.cost: must be greater than or equal to 0"),
        ({"ending__cause": "weird"}, "ending.cause: must be 'input', 'moderated' or 'failed'"),
        ({"ending__at": "weird"}, "ending.at: must be 'create' or 'poll'"),
        ({"poll__phase": "weird"}, "polls.0.phase: must be 'queued' or 'running'"),
        ({"poll__fraction": "NaN"}, "polls.0.fraction: must be a finite number"),
        ({"poll__fraction": 5}, "polls.0.fraction: must be less than or equal to 1"),
    ],
)
def test_what_was_edited_is_named(tmp_path, tape, fields, problem):
    edit(tape, **fields)
    with pytest.raises(RecordingError) as caught:
        Recordings(tmp_path / "tape").get(tape.parent.name)
    message = str(caught.value)
    assert message.startswith(f"{tape} is not a recording of this version; {problem}")
    assert message.endswith("; delete it and record it again")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "it is not valid JSON"),
        ("{", "it is not valid JSON"),
        ("[" * 100_000, "it is not valid JSON"),
        ("[1]", "it is not a JSON object"),
        ("{}", "format is missing"),
    ],
)
def test_what_is_no_recording_fails_its_job_alone(tmp_path, tape, text, problem):
    tape.write_text(text)
    assert f"{tape} is not a recording of this version; {problem}" in replayed(tmp_path).message
    with replaying(tmp_path, "other") as service:
        [other] = service.make(request("A boat in the sun"))
    assert "No recording of this request" in other.message


def test_a_damaged_recording_does_not_hide_the_nearest(tmp_path, tape):
    other = tape.parent.parent / "other" / "exchange.json"
    other.parent.mkdir()
    other.write_text("{")
    outcome = replayed(tmp_path, {**BODY, "duration": 6})
    assert "The nearest one differs in duration" in outcome.message


def test_a_write_that_fails_leaves_nothing(tmp_path, tape):
    recordings, digest = Recordings(tmp_path / "tape"), tape.parent.name
    kept = recordings.begun(digest)
    tape.unlink()
    tape.mkdir()  # so that the draft cannot replace it
    with pytest.raises(RecordingError, match="cannot be written"):
        recordings.put(digest, kept)
    assert not list(tape.parent.glob("*.part"))


def test_a_recording_that_is_removed_while_its_job_runs_is_written_again(tmp_path):
    body = request("A boat of the removed [fault:content-500]")
    with running_fake("openrouter", render=0.5) as fake, recording(tmp_path, fake) as service:
        job = service.submit(body)
        service.wait(job, lambda shown: shown["status"] == "in_progress")
        shutil.rmtree(tmp_path / "tape")
        service.wait(job, lambda shown: "delay_reason" in shown.get("rushes", {}))
        shutil.rmtree(tmp_path / "tape")
        ended = service.end(job)
    assert ended.ending == "completed", ended.body
    assert replayed(tmp_path, body).video == ended.video != b""


def test_a_recording_that_cannot_be_written_again_is_logged(tmp_path):
    body = request("A boat of the lost")
    with running_fake("openrouter", render=1) as fake:
        with recording(tmp_path, fake) as service:
            job = service.submit(body)
            service.wait(job, lambda shown: shown["status"] == "in_progress")
        [path] = (tmp_path / "tape").glob("*/exchange.json")
        shutil.rmtree(path.parent)
        with recording(tmp_path, fake) as service:
            assert service.end(job).ending == "completed"
            assert any(f"the recording in {path.parent} is gone" in line for line in service.shown)


def test_folders_that_cannot_be_used_are_refused_at_the_start(tmp_path):
    file = tmp_path / "file"
    file.touch()
    upstream = {"providers": ("openrouter",), "provider": {"openrouter": settings_of("http://a")}}
    for settings, problem in (
        ({"replay": tmp_path / "none"}, rf"RUSHES_REPLAY\): {tmp_path}/none does not exist"),
        ({"replay": file}, rf"RUSHES_REPLAY\): {file} is not a folder"),
        ({"record": file, **upstream}, rf"RUSHES_RECORD\): {file} cannot be written: "),
        ({"record": file / "a", **upstream}, rf"RUSHES_RECORD\): {file}/a cannot be written: "),
    ):
        with pytest.raises(SettingError, match=problem):
            Runtime(Settings(data_dir=tmp_path / "data", **settings))


async def test_what_nobody_uses_is_not_kept(tmp_path):
    shared = SharedUpstreams(tmp_path, "openrouter")
    async with shared.turn("digest"):
        assert len(shared._locks) == 1
    assert not shared._locks


def test_a_recording_is_read_as_it_was_written(tmp_path, tape):
    kept = Recordings(tmp_path / "tape").get(tape.parent.name)
    assert Recording.model_validate_json(kept.model_dump_json()) == kept
