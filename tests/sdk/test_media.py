"""Local media become what the API takes, byte for byte, or a plain refusal."""

from __future__ import annotations

import base64
import io
import os
import threading
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from openrouter import components, frame_image, input_reference
from tests.fakes.stub_server import StubServer, job_answer
from tests.sdk.driver import Driver

BEGINNINGS = {
    "image/png": b"\x89PNG\r\n\x1a\n....",
    "image/jpeg": b"\xff\xd8\xff\xe1..Exif",
    "image/gif": b"GIF89a..",
    "image/webp": b"RIFF\x10\0\0\0WEBPVP8 ",
    "image/bmp": b"BM" + bytes(12) + b"\x28\0\0\0....",
    "image/tiff": b"II*\0....",
    "image/avif": b"\0\0\0\x1cftypavif",
    "image/heic": b"\0\0\0\x1cftypheic",
    "audio/wav": b"RIFF\x10\0\0\0WAVEfmt ",
    "audio/mpeg": b"ID3\x04\0\0\0\0\0\x7f....",
    "audio/ogg": b"OggS\0\x02....",
    "audio/flac": b"fLaC\0\0\0\x22....",
    "audio/mp4": b"\0\0\0\x1cftypM4A ",
}
VIDEOS = [b"\0\0\0\x18ftypmp42", b"\x1aE\xdf\xa3..", b"\0\0\0\x14ftypqt  ", b"RIFF....AVI LIST"]


def embedded(url: str) -> tuple[str, bytes]:
    head, _, body = url.partition(";base64,")
    return head.removeprefix("data:"), base64.b64decode(body, validate=True)


def picture(mode: str = "RGB", **save: Any) -> bytes:
    written = io.BytesIO()
    Image.new(mode, (4, 2)).save(written, **({"format": "JPEG"} | save))
    return written.getvalue()


def sideways() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    return picture(exif=exif)


@pytest.mark.parametrize("kind", BEGINNINGS)
def test_the_type_is_what_the_bytes_say(tmp_path: Path, kind: str) -> None:
    data = BEGINNINGS[kind]
    file = tmp_path / "misnamed.txt"
    file.write_bytes(data)
    for source in (data, bytearray(data), memoryview(data), file, str(file), io.BytesIO(data)):
        part = input_reference(source)
        url = part.audio_url.url if kind.startswith("audio") else part.image_url.url
        assert embedded(url) == (kind, data)


@pytest.mark.parametrize("head", [b"\xff\xfb\x90\x64", b"\xff\xf3\x84\xc4", b"\xff\xe3\x18\xc4"])
def test_untagged_mp3(head: bytes) -> None:
    assert isinstance(input_reference(head + b"...."), components.ContentPartAudio)


@pytest.mark.parametrize("kind", ["BMP", "GIF", "TIFF", "WEBP", "PNG", "JPEG"])
def test_real_pictures_are_known(kind: str) -> None:
    data = picture(format=kind)
    assert embedded(frame_image(data).image_url.url) == (f"image/{kind.lower()}", data)


@pytest.mark.parametrize(
    "text",
    [
        "A plain text".encode("utf-16"),
        "Ein Satz mit ÿ".encode("utf-16-be"),
        b"BMW is a maker of cars and of motorcycles",
        b"BM",
        b"ID3 tags are at the beginning of a file",
        b"OggS is how an Ogg page begins",
        b"fLaC is how a FLAC file begins",
        b"An iftyp box",
        b"See ftyp boxes",
        b"\xff\xff\xff\xff\xff",
    ],
)
def test_texts_are_no_media(text: bytes) -> None:
    for make in (frame_image, input_reference):
        with pytest.raises(ValueError, match="not a recognized"):
            make(text)


def test_a_pipe_is_read_to_its_end(driver: Driver, stub: StubServer) -> None:
    data = PNG + bytes(range(256)) * 1000
    reading, writing = os.pipe()

    def write() -> None:
        with io.FileIO(writing, "wb") as pipe:
            for start in range(0, len(data), 1000):
                pipe.write(data[start : start + 1000])

    stub.script(job_answer(202))
    writer = threading.Thread(target=write)
    writer.start()
    with io.FileIO(reading, "rb") as pipe:
        driver.call(driver.client(), "generate", model="m", first_frame=pipe)
    writer.join()
    [frame] = stub.received[0].json["frame_images"]
    assert embedded(frame["image_url"]["url"]) == ("image/png", data)


def test_a_pipe_that_has_nothing_yet_is_not_taken_for_an_empty_one() -> None:
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    with io.FileIO(writing, "wb") as other, io.FileIO(reading, "rb") as pipe:
        other.write(PNG)
        with pytest.raises(BlockingIOError):
            frame_image(pipe)


def test_a_frame_keeps_its_bytes_with_their_orientation(tmp_path: Path) -> None:
    (tmp_path / "cat.jpg").write_bytes(sideways())
    frame = frame_image(tmp_path / "cat.jpg", "last_frame")
    assert (frame.type, frame.frame_type) == ("image_url", "last_frame")
    assert embedded(frame.image_url.url) == ("image/jpeg", sideways())
    assert frame_image(sideways()).frame_type == "first_frame"


def test_a_path_from_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "cat.png").write_bytes(BEGINNINGS["image/png"])
    assert embedded(frame_image("~/cat.png").image_url.url)[0] == "image/png"


def test_a_pillow_image_is_written_upright() -> None:
    with Image.open(io.BytesIO(sideways())) as image:
        kind, data = embedded(frame_image(image).image_url.url)
    assert kind == "image/png"
    with Image.open(io.BytesIO(data)) as written:
        assert (written.format, written.size) == ("PNG", (2, 4))


DEEP = ["I", "I;16", "I;16B", "I;16L"]
MODES = [
    "1",
    "L",
    "LA",
    "La",
    "P",
    "PA",
    "RGB",
    "RGBA",
    "RGBa",
    "RGBX",
    "CMYK",
    "YCbCr",
    "HSV",
    "F",
]


@pytest.mark.parametrize("mode", [*MODES, *DEEP])
def test_every_mode_of_pillow(mode: str) -> None:
    _, data = embedded(input_reference(Image.new(mode, (4, 2))).image_url.url)
    with Image.open(io.BytesIO(data)) as written:
        assert written.size == (4, 2)


@pytest.mark.parametrize("mode", DEEP)
def test_sixteen_bits_stay_sixteen_bits(mode: str) -> None:
    deep = Image.new("I;16", (1, 1), 40_000)
    image = deep if mode == "I;16" else deep.convert("I").convert(mode)
    _, data = embedded(input_reference(image).image_url.url)
    with Image.open(io.BytesIO(data)) as written:
        assert written.getpixel((0, 0)) == 40_000


def test_what_can_be_seen_through_stays_so() -> None:
    image = Image.new("LA", (1, 1), (128, 100)).convert("La")
    _, data = embedded(input_reference(image).image_url.url)
    with Image.open(io.BytesIO(data)) as written:
        assert (written.mode, written.getpixel((0, 0))[1]) == ("LA", 100)  # type: ignore[index]


@pytest.mark.parametrize(
    ("url", "part"),
    [
        ("https://a.example/cat", components.ContentPartImage),
        ("https://a.example/cat.MP4?sig=1", components.ContentPartVideo),
        ("HTTPS://a.example/x.webm#t", components.ContentPartVideo),
        ("https://a.example/song.mp3", components.ContentPartAudio),
        ("https://a.mp4/", components.ContentPartImage),
        ("data:image/png;base64,AAAA", components.ContentPartImage),
        ("data:audio/wav;base64,AAAA", components.ContentPartAudio),
    ],
)
def test_addresses_are_passed_on(url: str, part: type) -> None:
    made = input_reference(url)
    assert type(made) is part
    assert url in made.model_dump_json()


def test_what_an_address_does_not_tell_can_be_told() -> None:
    made = input_reference("https://a.example/watch?v=1", "video")
    assert made.model_dump() == {
        "type": "video_url",
        "video_url": {"url": "https://a.example/watch?v=1"},
    }
    with pytest.raises(ValueError, match="an image, not an audio"):
        input_reference(BEGINNINGS["image/png"], "audio")


@pytest.mark.parametrize("data", VIDEOS)
def test_a_local_video_is_a_reference_but_no_frame(data: bytes) -> None:
    made = input_reference(data).model_dump()
    assert made["type"] == "video_url"
    assert made["video_url"]["url"].startswith("data:video/")
    with pytest.raises(ValueError, match="a video"):
        frame_image(data)


@pytest.mark.parametrize(
    ("source", "error", "words"),
    [
        ("cat.png", FileNotFoundError, "no file 'cat.png'"),
        (Path("Cat.PNG"), FileNotFoundError, "Cat.PNG"),
        (b"", ValueError, "empty"),
        (b"<svg/>", ValueError, "not a recognized"),
        (b"RIFF....XXXX", ValueError, "not a recognized"),
        (io.StringIO("x"), TypeError, "binary"),
        (3, TypeError, "int"),
        (None, TypeError, "NoneType"),
    ],
)
def test_what_is_no_media(source: Any, error: type[Exception], words: str) -> None:
    for make in (frame_image, input_reference):
        with pytest.raises(error, match=words):
            make(source)


def test_a_song_is_no_frame() -> None:
    with pytest.raises(ValueError, match="an audio"):
        frame_image(BEGINNINGS["audio/flac"])


def test_the_size_is_limited(tmp_path: Path) -> None:
    file = tmp_path / "Big.png"
    file.write_bytes(BEGINNINGS["image/png"] + bytes(20_000_001 - len(BEGINNINGS["image/png"])))
    for source in (file, file.read_bytes(), io.BytesIO(file.read_bytes())):
        with pytest.raises(ValueError, match="larger than 20,000,000"):
            frame_image(source)
    with pytest.raises(ValueError, match=r"Big\.png' is larger"):
        frame_image(file)
    assert frame_image(file, max_bytes=20_000_001).image_url.url.startswith("data:image/png")


def test_they_are_taken_by_generate(driver: Driver, stub: StubServer) -> None:
    stub.script(job_answer(202))
    driver.call(
        driver.client(),
        "generate",
        model="m",
        frame_images=[frame_image(sideways()), frame_image(sideways(), "last_frame")],
        input_references=[input_reference("https://a.example/x.mp4")],
    )
    sent = stub.received[0].json
    assert [f["frame_type"] for f in sent["frame_images"]] == ["first_frame", "last_frame"]
    assert embedded(sent["frame_images"][0]["image_url"]["url"])[1] == sideways()
    assert sent["input_references"][0]["type"] == "video_url"


PNG = BEGINNINGS["image/png"]


def test_frames_and_references_in_a_word(driver: Driver, stub: StubServer, tmp_path: Path) -> None:
    (tmp_path / "cat.png").write_bytes(PNG)
    stub.script(job_answer(202))
    driver.call(
        driver.client(),
        "generate",
        model="m",
        first_frame=tmp_path / "cat.png",
        last_frame=Image.new("RGB", (4, 2)),
        references=[str(tmp_path / "cat.png"), PNG, io.BytesIO(PNG), "https://a.example/s.mp3"],
    )
    body = stub.received[0].json
    assert [f["frame_type"] for f in body["frame_images"]] == ["first_frame", "last_frame"]
    assert [embedded(f["image_url"]["url"])[0] for f in body["frame_images"]] == ["image/png"] * 2
    assert [r["type"] for r in body["input_references"]] == ["image_url"] * 3 + ["audio_url"]
    assert embedded(body["input_references"][2]["image_url"]["url"]) == ("image/png", PNG)
    assert body.keys() == {"model", "frame_images", "input_references"}


@pytest.mark.parametrize("one", [PNG, "https://a.example/b.png", io.BytesIO(PNG)])
def test_one_reference_needs_no_list(driver: Driver, stub: StubServer, one: Any) -> None:
    if isinstance(one, io.BytesIO):
        one.seek(0)
    stub.script(job_answer(202))
    driver.call(driver.client(), "generate", model="m", references=one)
    [reference] = stub.received[0].json["input_references"]
    assert reference["type"] == "image_url"


def test_they_come_after_those_in_full(driver: Driver, stub: StubServer) -> None:
    stub.script(job_answer(202))
    driver.call(
        driver.client(),
        "generate",
        model="m",
        frame_images=iter([frame_image("https://a.example/1.png")]),
        last_frame="https://a.example/2.png",
        input_references=[input_reference("https://a.example/3.png")],
        references=("https://a.example/4.png",),
    )
    body = stub.received[0].json
    assert [f["image_url"]["url"][-5] for f in body["frame_images"]] == ["1", "2"]
    assert [r["image_url"]["url"][-5] for r in body["input_references"]] == ["3", "4"]


def test_a_file_that_is_not_there_is_found_out_first(driver: Driver, stub: StubServer) -> None:
    for name in ("first_frame", "last_frame", "references"):
        with pytest.raises(FileNotFoundError):
            driver.call(driver.client(), "generate", model="m", **{name: "no such file"})
    assert stub.received == []
