"""What frameworks call a file is taken for what it can do, and refused before anything is sent."""

from __future__ import annotations

import array
import base64
import io
import mmap
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import Mock
from urllib.parse import urlparse, urlsplit

import anyio
import anyio.lowlevel
import httpx
import numpy as np
import pydantic
import pytest
import starlette.datastructures
import yarl
from PIL import Image
from starlette.datastructures import UploadFile
from werkzeug.datastructures import FileStorage

from openrouter import OpenRouter, frame_image, input_reference
from tests.fakes.stub_server import StubServer, job_answer
from tests.sdk.driver import KEY, Driver

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4


OPEN: list[Any] = []  # files of the present test


def embedded(url: str) -> tuple[str, bytes]:
    head, _, body = url.partition(";base64,")
    return head.removeprefix("data:"), base64.b64decode(body, validate=True)


def content(source: Any) -> bytes:
    kind, data = embedded(frame_image(source).image_url.url)
    assert kind == "image/png"
    return data


def spooled(size: int = 1 << 20) -> Any:
    file: Any = tempfile.SpooledTemporaryFile(max_size=size)  # noqa: SIM115 - see OPEN
    OPEN.append(file)
    file.write(PNG)
    file.seek(0)
    return file


def on_disk() -> Any:
    file = tempfile.NamedTemporaryFile()  # noqa: SIM115 - see OPEN
    OPEN.append(file)
    file.write(PNG)
    file.seek(0)
    return file


class DjangoFile:
    """As `django.core.files`: it reads through its file, and saves itself into a model."""

    def __init__(self, file: Any) -> None:
        self.file = file
        self.name = "cat.png"
        self.mode = "rb"

    read = property(lambda self: self.file.read)
    closed = property(lambda self: self.file.closed)

    def save(self, name: str, content: Any, save: bool = True) -> None:
        raise AssertionError("it is not to be saved")


class FormField:
    """As `cgi.FieldStorage` and bottle's `FileUpload`: a file in `file`, and no `read`."""

    def __init__(self, file: Any) -> None:
        self.file = file

    def __iter__(self) -> Iterator[str]:
        raise TypeError("not indexable")

    def save(self, to: str) -> None:
        raise AssertionError("it is not to be saved")


def mapped() -> mmap.mmap:
    with on_disk() as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def zip_member(name: str = "cat.png") -> Any:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr(name, PNG)
    return zipfile.ZipFile(written)


def tar_member() -> Any:
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w") as archive:
        info = tarfile.TarInfo("cat.png")
        info.size = len(PNG)
        archive.addfile(info, io.BytesIO(PNG))
    written.seek(0)
    return tarfile.open(fileobj=written).extractfile("cat.png")


class Raw(io.RawIOBase):
    """Defines the one method that it needs."""

    def __init__(self) -> None:
        self._file = io.BytesIO(PNG)

    def read(self, size: int = -1, /) -> bytes:
        return self._file.read(size)


SOURCES: dict[str, Callable[[], Any]] = {
    "bytearray": lambda: bytearray(PNG),
    "memoryview": lambda: memoryview(bytearray(PNG)),
    "strided memoryview": lambda: memoryview(b"".join(bytes([b, 0]) for b in PNG))[::2],
    "array": lambda: array.array("B", PNG),
    "mmap": mapped,
    "encoded by OpenCV": lambda: np.frombuffer(PNG, np.uint8),
    "encoded by an older OpenCV": lambda: np.frombuffer(PNG, np.uint8).reshape(-1, 1),
    "BytesIO": lambda: io.BytesIO(PNG),
    "buffered": lambda: io.BufferedReader(io.BytesIO(PNG)),  # type: ignore[arg-type]  # it is one
    "a class of its own": Raw,
    "spooled in memory": spooled,
    "spooled on the disk": lambda: spooled(1),
    "temporary file": on_disk,
    "zip member": lambda: zip_member().open("cat.png"),
    "zip path": lambda: zipfile.Path(zip_member(), "cat.png"),
    "tar member": tar_member,
    "Flask in memory": lambda: FileStorage(io.BytesIO(PNG), "cat.txt"),
    "Flask spooled": lambda: FileStorage(spooled(), "cat.txt"),
    "Flask on the disk": lambda: FileStorage(on_disk(), "cat.txt"),
    "Flask spooled on the disk": lambda: FileStorage(spooled(1), "cat.txt"),
    "Starlette": lambda: UploadFile(io.BytesIO(PNG), filename="cat.txt"),
    "Starlette spooled": lambda: UploadFile(spooled(), filename="cat.txt"),
    "Django": lambda: DjangoFile(io.BytesIO(PNG)),
    "Django on the disk": lambda: DjangoFile(on_disk()),
    "form field": lambda: FormField(io.BytesIO(PNG)),
    "body part": lambda: SimpleNamespace(stream=io.BytesIO(PNG)),
    "Sanic": lambda: SimpleNamespace(type="text/plain", body=PNG, name="cat.txt"),
    "httpx": lambda: httpx.Response(200, content=PNG),
}


@pytest.fixture
def source(request: pytest.FixtureRequest) -> Any:
    return SOURCES[request.param]()


@pytest.fixture(autouse=True)
def _files_are_closed() -> Iterator[None]:
    yield
    while OPEN:
        OPEN.pop().close()


@pytest.mark.parametrize("source", SOURCES, indirect=True)
def test_it_is_read_as_the_file_that_it_is(source: Any) -> None:
    assert content(source) == PNG


@pytest.mark.parametrize("source", SOURCES, indirect=True)
def test_one_reference_is_not_taken_for_many(driver: Driver, stub: StubServer, source: Any) -> None:
    stub.script(job_answer(202))
    driver.call(driver.client(), "generate", model="m", references=source)
    [reference] = stub.received[0].json["input_references"]
    assert embedded(reference["image_url"]["url"]) == ("image/png", PNG)


class AsyncFile:
    """As aiofiles' files: every method is awaited, and there is no other file."""

    def __init__(self, data: bytes, step: int = 100) -> None:
        self._file = io.BytesIO(data)
        self._step = step

    async def read(self, size: int = -1) -> bytes:
        await anyio.lowlevel.checkpoint()
        return self._file.read(min(size, self._step))

    async def readable(self) -> bool:
        return True

    @property
    def closed(self) -> bool:
        return self._file.closed


class AsyncBody:
    """As a response of aiohttp: `read` takes no size and returns everything each time."""

    async def read(self) -> bytes:
        return PNG


async def test_asynchronous_files_are_awaited(stub: StubServer, tmp_path: Path) -> None:
    (tmp_path / "cat.png").write_bytes(PNG)
    stub.script(job_answer(202), job_answer(202))
    async with (
        OpenRouter(KEY, server_url=stub.url) as client,
        await anyio.open_file(tmp_path / "cat.png", "rb") as opened,
    ):
        videos = client.video_generation
        await videos.generate_async(
            model="m",
            first_frame=opened,
            last_frame=AsyncFile(PNG),
            references=(
                each
                for each in [AsyncFile(PNG), AsyncBody(), PNG, SimpleNamespace(stream=AsyncBody())]
            ),
        )
        await videos.batch_generate_async([{"model": "m", "references": AsyncFile(PNG)}])
    first, second = (request.json for request in stub.received[:2])
    for part in (*first["frame_images"], *first["input_references"], *second["input_references"]):
        assert embedded(part["image_url"]["url"]) == ("image/png", PNG)
    assert len(first["frame_images"]) + len(first["input_references"]) == 6


@pytest.mark.parametrize(
    "make", [lambda: AsyncFile(PNG), AsyncBody, lambda: SimpleNamespace(stream=AsyncFile(PNG))]
)
def test_without_an_event_loop_an_asynchronous_file_is_refused(
    stub: StubServer, make: Callable[[], Any]
) -> None:
    with OpenRouter(KEY, server_url=stub.url) as client:
        for call in (
            lambda: client.video_generation.generate(model="m", first_frame=make()),
            lambda: client.video_generation.generate(model="m", references=make()),
            lambda: frame_image(make()),
        ):
            with pytest.raises(TypeError, match="generate_async"):
                call()
    assert stub.received == []


def test_a_picture_is_not_taken_for_a_file_nor_a_file_for_a_picture() -> None:
    picture = Image.new("RGB", (4, 2), "red")
    picture.read = None  # type: ignore[attr-defined]  # whatever attributes it has
    for delegating in (DjangoFile(io.BytesIO(PNG)), FileStorage(spooled(1), "x")):
        assert content(delegating) == PNG
    assert Image.open(io.BytesIO(content(picture))).size == (4, 2)


@pytest.mark.parametrize(
    ("shape", "mode"),
    [((2, 4), "L"), ((2, 4, 1), "L"), ((2, 4, 3), "RGB"), ((2, 4, 4), "RGBA")],
)
def test_pixels(shape: tuple[int, ...], mode: str) -> None:
    pixels = np.arange(np.prod(shape), dtype=np.uint8).reshape(shape)
    for array_ in (pixels, np.asfortranarray(pixels)):
        with Image.open(io.BytesIO(content(array_))) as image:
            assert (image.mode, image.size) == (mode, (4, 2))
            assert np.array_equal(np.asarray(image).reshape(shape), pixels)


URL = "https://a.example/cat.png?size=1"
URLS: dict[str, Any] = {
    "with blanks": f" {URL}\r\n",
    "data": " data:image/png;base64,iVBORw0KGgo=\n",
    "httpx": httpx.URL(URL),
    "pydantic": pydantic.HttpUrl(URL),
    "aiohttp": yarl.URL(URL),
    "Starlette": starlette.datastructures.URL(URL),
    "urlsplit": urlsplit(URL),
    "urlparse": urlparse(URL),
}


@pytest.mark.parametrize("name", URLS)
def test_urls_of_any_kind_are_passed_on(driver: Driver, stub: StubServer, name: str) -> None:
    stub.script(job_answer(202))
    given = URLS[name]
    driver.call(driver.client(), "generate", model="m", first_frame=given, references=given)
    sent = stub.received[0].json
    wanted = str(given).strip() if name == "data" else URL
    assert sent["frame_images"][0]["image_url"]["url"] == wanted
    assert [each["image_url"]["url"] for each in sent["input_references"]] == [wanted]


class Unclosed(io.BytesIO):
    def readable(self) -> bool:
        return False


def closed(file: Any) -> Any:
    file.close()
    return file


UNUSABLE: dict[str, tuple[Callable[[], Any], type[Exception], str]] = {
    "text": (lambda: io.StringIO("x"), TypeError, "binary mode"),
    "text upload": (lambda: FileStorage(io.StringIO("x")), TypeError, "binary mode"),
    "opened as text": (lambda: io.TextIOWrapper(io.BytesIO(PNG)), TypeError, "binary mode"),
    "a writer": (lambda: io.BufferedWriter(io.BytesIO()), TypeError, "binary mode"),  # type: ignore[arg-type]
    "write-only": (lambda: Unclosed(PNG), TypeError, "binary mode"),
    "a mock": (Mock, TypeError, "binary mode"),
    "closed": (lambda: closed(io.BytesIO(PNG)), ValueError, "closed"),
    "closed spool": (lambda: closed(spooled()), ValueError, "closed"),
    "closed upload": (lambda: UploadFile(closed(io.BytesIO(PNG))), ValueError, "closed"),
    "read to its end": (lambda: UploadFile(io.BytesIO()), ValueError, "already read"),
    "floats": (lambda: np.zeros((2, 4, 3)), TypeError, r"not of <f8 .* \(2, 4, 3\)"),
    "channels first": (lambda: np.zeros((3, 2, 5), np.uint8), TypeError, "height, width"),
    "a number": (lambda: np.int64(3), TypeError, "uint8"),
    "no path": (lambda: "", ValueError, "empty"),
    "base64": (
        lambda: "iVBORw0KGgo" * 1000,
        FileNotFoundError,
        "^There is no file '.{200}…' .a URL",
    ),
    "an int": (lambda: 3, TypeError, "upload"),
    "an object": (object, TypeError, "upload"),
    "an item of the API": (
        lambda: {"type": "image_url", "image_url": {"url": "https://a.example/x"}},
        TypeError,
        "not dict",
    ),
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_what_cannot_be_used_is_said_before_anything_is_sent(
    driver: Driver, stub: StubServer, name: str
) -> None:
    make, error, words = UNUSABLE[name]
    client = driver.client()
    with pytest.raises(error, match=words):
        driver.call(client, "generate", model="m", first_frame=make())
    with pytest.raises(error, match=words):
        driver.call(client, "generate", model="m", references=make())
    assert stub.received == []


FTYP = "\0\0\0\x1cftyp{}\0\0\0\0{}"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (FTYP.format("mif1", "mif1avif"), "image/avif"),
        (FTYP.format("mif1", "mif1heic"), "image/heic"),
        (FTYP.format("msf1", "avishevc"), "image/avif"),
        (FTYP.format("hevc", "mif1heic"), "image/heic"),
        ("\xff\xf1\x50\x80", "audio/aac"),
        ("FORM\0\0\0\x10AIFFCOMM", "audio/aiff"),
    ],
)
def test_types_that_need_more_than_the_first_word(head: str, kind: str) -> None:
    part = input_reference(head.encode("latin-1"))
    url = part.audio_url.url if kind.startswith("audio") else part.image_url.url
    assert embedded(url)[0] == kind


@pytest.mark.parametrize(
    "head", ["\0\0\0\x08wide\0\0\0\0mdat", "\x1aE\xdf\xa3\x93\x42\x82\x88matroska"]
)
def test_other_videos_are_known_as_videos(head: str) -> None:
    made = input_reference(head.encode("latin-1")).model_dump()
    assert made["video_url"]["url"].startswith("data:video/")


def test_files_that_do_not_fit_into_one_request_are_refused_together(
    driver: Driver, stub: StubServer
) -> None:
    large, small = PNG + bytes(14_000_000), PNG + bytes(10_000_000)
    client = driver.client()
    with pytest.raises(ValueError, match="together") as caught:
        driver.call(client, "generate", model="m", first_frame=large, last_frame=large)
    assert "24,379,392" in str(caught.value)
    with pytest.raises(ValueError, match="together"):
        driver.call(client, "generate", model="m", references=[large, small, small])
    assert stub.received == []
    stub.script(job_answer(202))
    driver.call(client, "generate", model="m", first_frame=large, last_frame=small)
    assert len(stub.received[0].body) < 32 * 1024 * 1024
