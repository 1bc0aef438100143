"""A finished generation: equal to its job, saved in a word, shown as a player."""

from __future__ import annotations

import base64
import copy
import io
import pickle
import re
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from openrouter import Generation, OpenRouter
from rushes import wire
from tests.fakes.stub_server import (
    JOB_ID,
    Answer,
    StubServer,
    error_answer,
    job_answer,
    video_answer,
)
from tests.sdk.driver import KEY, Driver

MP4 = b"\0\0\0\x18ftypmp42" + bytes(100)
WEBP = b"RIFF\x10\0\0\0WEBPVP8 " + bytes(8)
SIGNED = "https://media.example/v.mp4?signature=a&b='<script>"
SOURCE = re.compile(r'src="([^"]+)"')


def poster_answer(picture: bytes) -> Answer:
    return video_answer(picture, content_type="image/webp")


def done(**fields: Any) -> Answer:
    return job_answer(status="completed", **fields)


def finished(driver: Driver, stub: StubServer, client: OpenRouter, **fields: Any) -> Generation:
    stub.script(done(**fields))
    made = driver.call(client, "wait", JOB_ID, http_headers={"x-team": "blue"})
    assert isinstance(made, Generation)
    return made


def test_it_is_the_job_in_every_other_way(driver: Driver, stub: StubServer) -> None:
    fields = {"usage": {"cost": 0.36}, "rushes": {"progress": 1.0}, "urls": ["https://a/b"]}
    client = driver.client()
    made = finished(driver, stub, client, **fields)
    stub.script(done(**fields))
    plain = driver.call(client, "get_generation", job_id=JOB_ID)
    plain = wire.VideoGenerationResponse.model_validate(plain.to_dict())
    assert isinstance(made, wire.VideoGenerationResponse)
    assert made == plain
    assert plain == made
    assert made.model_dump() == plain.model_dump()
    assert made.model_dump_json() == plain.model_dump_json()
    assert made.model_extra == plain.model_extra
    assert made.model_fields_set == plain.model_fields_set
    assert made != plain.model_copy(update={"status": "failed"})
    assert plain.model_copy(update={"status": "failed"}) != made
    assert (made == "a job") is False
    with pytest.raises(TypeError, match="unhashable"):
        hash(made)
    assert KEY not in repr(made)


def test_it_is_saved_in_a_word(driver: Driver, stub: StubServer, tmp_path: Path) -> None:
    made = finished(driver, stub, driver.client())
    stub.script(video_answer(MP4), video_answer(MP4), video_answer(MP4))
    steps: list[tuple[int, int | None]] = []
    path = save(driver, made, tmp_path / "a.mp4", on_progress=lambda *step: steps.append(step))
    assert path.read_bytes() == MP4
    assert steps == [(len(MP4), len(MP4))]
    assert save(driver, made, tmp_path).name == f"{JOB_ID}.mp4"
    taken = io.BytesIO()
    assert save(driver, made, taken, index=1) is None
    assert taken.getvalue() == MP4
    with pytest.raises(FileExistsError):
        save(driver, made, tmp_path / "a.mp4")
    assert {tuple(r.header("x-team")) for r in stub.received} == {("blue",)}
    assert stub.received[-1].path.endswith("/content?index=1")


def save(driver: Driver, made: Generation, *places: Any, **options: Any) -> Any:
    if driver.kind == "sync":
        return made.save(*places, **options)
    return driver._runner.run(made.save_async(*places, **options))


def test_a_submission_that_is_waited_for_can_be_saved(
    driver: Driver, stub: StubServer, tmp_path: Path
) -> None:
    stub.script(job_answer(202), done(), video_answer(MP4))
    client = driver.client()
    made = driver.call(client, "generate_and_wait", model="m", server_url=stub.url + "/")
    assert save(driver, made, tmp_path / "a.mp4").read_bytes() == MP4


@pytest.mark.parametrize("clone", [copy.copy, copy.deepcopy, Generation.model_copy])
def test_a_copy_can_be_saved(stub: StubServer, tmp_path: Path, clone: Any) -> None:
    stub.script(done(), video_answer(MP4))
    with OpenRouter(KEY, server_url=stub.url) as client:
        made = clone(client.video_generation.wait(JOB_ID))
        assert made.save(tmp_path / "a.mp4").read_bytes() == MP4


def test_a_pickle_is_the_job_without_the_key(stub: StubServer, tmp_path: Path) -> None:
    stub.script(done(), video_answer(MP4))
    with OpenRouter(KEY, server_url=stub.url) as client:
        made = client.video_generation.wait(JOB_ID)
        written = pickle.dumps(made)
        assert KEY.encode() not in written
        other = pickle.loads(written)
        assert (type(other), other) == (Generation, made)
        with pytest.raises(ValueError, match="download"):
            other.save(tmp_path / "a.mp4")
        assert client.video_generation.download(other, tmp_path / "a.mp4").read_bytes() == MP4


def shown(made: Generation) -> str:
    html = made._repr_html_()
    assert KEY not in html
    assert "<script" not in html
    return html


def source_of(html: str) -> str:
    found = SOURCE.search(html)
    assert found is not None
    return found[1]


def embedded(video: bytes, kind: str = "video/mp4") -> str:
    return f"data:{kind};base64,{base64.b64encode(video).decode()}"


def test_a_video_is_in_the_page_and_its_signed_url_is_not(driver: Driver, stub: StubServer) -> None:
    soon = int(time.time()) + 3600
    made = finished(
        driver, stub, driver.client(), urls=[SIGNED], expires_at=soon, usage={"cost": 0.36}
    )
    stub.script(video_answer(MP4))
    html = shown(made)
    assert source_of(html) == embedded(MP4)
    assert "media.example" not in html
    assert "$0.36" in html
    assert "controls loop" in html


def test_what_rushes_says_of_a_job_is_shown(driver: Driver, stub: StubServer) -> None:
    extension = {"prompt": "A <b>'sea'", "size": "1280x720", "duration": 4, "seed": 7}
    made = finished(driver, stub, driver.client(), rushes=extension)
    stub.script(video_answer(MP4), poster_answer(WEBP))
    html = shown(made)
    assert 'aria-label="A &lt;b&gt;&#x27;sea&#x27;"' in html
    assert "<b>" not in html
    assert (
        f"A &lt;b&gt;&#x27;sea&#x27;<br>{JOB_ID}: completed, 1280x720, 4 s, seed 7, 0.0 MB" in html
    )
    assert f'poster="{embedded(WEBP, "image/webp")}"' in html
    assert [request.header("x-team") for request in stub.received] == [["blue"]] * 3


@pytest.mark.parametrize(
    "answer",
    [
        error_answer(404),
        error_answer(500),
        job_answer(),
        poster_answer(b""),
        poster_answer(b"RIFF" + bytes(600_000)),
    ],
)
def test_without_a_poster_it_plays_too(driver: Driver, stub: StubServer, answer: Answer) -> None:
    made = finished(driver, stub, driver.client(), rushes={"progress": 1.0})
    stub.script(video_answer(MP4), answer)
    html = shown(made)
    assert source_of(html) == embedded(MP4)
    assert "poster=" not in html
    assert len(stub.received) == 3


@pytest.mark.parametrize(
    "fields",
    [{}, {"urls": [SIGNED], "expires_at": 1}, {"urls": ["javascript:alert(1)"]}, {"urls": []}],
)
def test_a_page_has_the_video_whatever_it_is(
    driver: Driver, stub: StubServer, fields: dict[str, Any]
) -> None:
    made = finished(driver, stub, driver.client(), **fields)
    webm = b"\x1aE\xdf\xa3" + bytes(50)
    stub.script(video_answer(webm, content_type="video/webm"))
    assert source_of(shown(made)) == embedded(webm, "video/webm")
    assert stub.received[-1].header("authorization") == [f"Bearer {KEY}"]


def test_a_saved_file_is_played_from_there(
    driver: Driver, stub: StubServer, tmp_path: Path
) -> None:
    made = finished(driver, stub, driver.client(), urls=[SIGNED])
    stub.script(video_answer(MP4))
    save(driver, made, tmp_path / "a.mp4")
    assert source_of(shown(made)) == embedded(MP4)
    assert len(stub.received) == 2
    (tmp_path / "a.mp4").unlink()
    stub.script(video_answer(MP4))
    assert source_of(shown(made)) == embedded(MP4)


def test_a_large_video_is_named_instead(
    driver: Driver, stub: StubServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = MP4 + bytes(20_000_000 - len(MP4) + 1)
    made = finished(driver, stub, driver.client(), rushes={"prompt": "A sea"})
    stub.script(video_answer(large), poster_answer(WEBP))
    html = shown(made)
    assert "an output holds 20 MB of video; save() it" in html
    assert source_of(html) == embedded(WEBP, "image/webp")
    assert "<video" not in html
    stub.script(video_answer(large), error_answer(404), error_answer(404))
    save(driver, made, tmp_path / "a b.mp4")
    html = shown(made)
    assert "src=" not in html
    assert str(tmp_path / "a b.mp4") in html
    monkeypatch.chdir(tmp_path)
    assert '<a href="a%20b.mp4">a b.mp4</a>' in shown(made)


def test_what_cannot_be_fetched_is_shown_in_words(driver: Driver, stub: StubServer) -> None:
    client = driver.client()
    made = finished(driver, stub, client)
    stub.script(error_answer(410, "Gone <b>for good</b>"))
    assert "Gone &lt;b&gt;for good&lt;/b&gt;" in shown(made)
    assert "no player" in shown(pickle.loads(pickle.dumps(made)))
    driver.close(client)
    client.close()
    assert "no player" in shown(made)


class OddError(Exception):
    def __str__(self) -> str:
        raise RuntimeError


@pytest.mark.parametrize("error", [OSError("disk"), RuntimeError("loop"), TypeError(), OddError()])
def test_showing_never_fails(
    driver: Driver, stub: StubServer, tmp_path: Path, error: Exception
) -> None:
    class Broken(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            raise error

    made = finished(driver, stub, driver.client())
    with httpx.Client(transport=Broken()) as http, OpenRouter(KEY, client=http) as client:
        html = shown(client.video_generation.resume(made))
    assert html.startswith(f"<p>{JOB_ID}: completed<br>no player: ")
    stub.script(video_answer(MP4))
    save(driver, made, tmp_path / "a.mp4")
    (tmp_path / "a.mp4").unlink()
    (tmp_path / "a.mp4").mkdir()  # what was saved is no file any more
    stub.script(video_answer(MP4))
    assert "<video" in shown(made)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"status": "completed"},
        {"id": "a", "status": "completed", "urls": [3]},
        {"id": "a", "status": "completed", "usage": "much"},
    ],
)
def test_a_job_made_by_hand_is_shown_too(fields: dict[str, Any]) -> None:
    assert shown(Generation.model_construct(**fields)).startswith("<p>")


def test_a_job_without_a_video_is_shown_in_words(driver: Driver, stub: StubServer) -> None:
    stub.script(job_answer(status="failed", error="out of <film>"), job_answer(202))
    client = driver.client()
    failed = driver.call(client, "get_generation", job_id=JOB_ID)
    assert shown(failed) == f"<p>{JOB_ID}: failed (out of &lt;film&gt;)</p>"
    assert shown(driver.call(client, "generate", model="m")) == f"<p>{JOB_ID}: pending</p>"
    assert len(stub.received) == 2


def test_a_generation_equals_the_plain_response_and_other_models_only_their_own_kind() -> None:
    class Mine(wire.VideoGenerationResponse):
        pass

    values: dict[str, Any] = {"id": "a", "polling_url": "u", "status": "pending"}
    plain, generation, mine = (
        kind(**values) for kind in (wire.VideoGenerationResponse, Generation, Mine)
    )
    assert generation == plain == generation == mine
    assert plain != mine
    assert generation != wire.VideoGenerationResponse(**{**values, "id": "b"})
