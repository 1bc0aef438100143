"""The bytes of what a caller passes as a medium, which is recognized by what it can do."""

from __future__ import annotations

import errno
import inspect
import io
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import ParseResult, SplitResult

from rushes.wire.environment import trimmed
from rushes.wire.sniff import media_type

EXPECTED = (
    "Media must be a URL, a path, bytes, an open file or upload, a Pillow image, or an array of"
    " pixels, not {}"
)
_URL = re.compile(r"(https?|data):", re.IGNORECASE).match
_PNG_MODES = {"1", "L", "LA", "I;16", "P", "RGB", "RGBA"}
_NEAREST_MODES = {"La": "LA", "PA": "RGBA", "RGBa": "RGBA"}
_PIXEL_MODES = {1: "L", 3: "RGB", 4: "RGBA"}  # by channels
_LONGEST_SHOWN = 200  # characters of a path that may be the content of a file
# Where uploads that are no files themselves have theirs, or all of their bytes.
_INNER_FILES, _INNER_BYTES = ("file", "stream"), "body"


def read(source: Any, size: int) -> bytes:
    """Return the bytes of a source, of files at most `size`.

    Raises:
        TypeError: it is nothing that has the bytes of a medium.
        ValueError: it is a closed file.
        OSError: it cannot be read.
    """
    if isinstance(source, str | os.PathLike):
        return _read_path(source, size)
    data = _in_memory(source)
    if data is not None:
        return data
    file = file_of(source)
    if file is not None:
        return _read_file(file, size)
    if _opens(source):
        with source.open("rb") as opened:
            return _read_file(opened, size)
    raise TypeError(EXPECTED.format(type(source).__name__))


async def read_async(source: Any, size: int) -> Any:
    """Return the bytes of a file that is read asynchronously; return anything else unchanged."""
    if isinstance(source, str | os.PathLike) or _in_memory(source, decode=False) is not None:
        return source
    file = file_of(source)
    if file is None or not is_async(file.read):
        return source
    steps = _Steps(file, size)
    while steps.goes_on:
        steps.take(await steps.next())
    return bytes(steps.data)


def listed(given: Any) -> list[Any]:
    """Return one source, or any number of them, as a list."""
    if given is None:
        return []
    if _is_one(given):
        return [given]
    if isinstance(given, Mapping) or not isinstance(given, Iterable):
        raise TypeError(EXPECTED.format(type(given).__name__))
    return list(given)


def _is_one(given: Any) -> bool:
    return (
        isinstance(url_of(given), str | os.PathLike)
        or _in_memory(given, decode=False) is not None
        or file_of(given) is not None
        or _opens(given)
    )


def _read_path(path: str | os.PathLike[str], size: int) -> bytes:
    if not os.fspath(path):
        raise ValueError("The path of the file is empty")
    found = Path(path).expanduser()
    if not _exists(found):
        name = str(found)
        shown = name if len(name) <= _LONGEST_SHOWN else f"{name[:_LONGEST_SHOWN]}…"
        raise FileNotFoundError(f"There is no file {shown!r} (a URL begins with https://)")
    with found.open("rb") as file:
        return _read_file(file, size)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            return False
        raise


def _in_memory(source: Any, *, decode: bool = True) -> bytes | None:
    """Return the bytes of what has them in memory, None if it has not; some if not `decode`."""
    if isinstance(source, bytes | bytearray | memoryview):
        return bytes(source) if decode else b""
    pillow: Any = sys.modules.get("PIL.Image")  # whoever has an image of it has imported it
    if pillow is not None and isinstance(source, pillow.Image):
        return _png(source) if decode else b""
    if isinstance(getattr(source, "__array_interface__", None), Mapping):
        return _of_array(source) if decode else b""
    if isinstance(body := getattr(source, _INNER_BYTES, None), bytes):
        return body
    try:
        view = memoryview(source)
    except TypeError:
        return None
    return bytes(view) if decode else b""


def file_of(given: Any, method: str = "read") -> Any:
    """Return the object with a method that works: rather one that needs no event loop.

    It is what is given, or the file that an upload has within; None if there is none.
    """
    found = getattr(given, method, None)
    if callable(found) and not is_async(found):
        return given
    for name in _INNER_FILES:
        inner = getattr(given, name, None)
        inner_found = getattr(inner, method, None)
        if callable(inner_found) and not is_async(inner_found):
            return inner
        if found is None and callable(inner_found):
            given, found = inner, inner_found
    return given if callable(found) else None


def url_of(given: Any) -> Any:
    """Return what is a URL as text without blanks around it; return anything else unchanged."""
    # `httpx.URL`, `yarl.URL`, and pydantic's `HttpUrl`; the last are results of `urllib.parse`.
    is_parsed = isinstance(getattr(given, "scheme", None), str) and hasattr(given, "path")
    if not is_parsed and not isinstance(given, str):
        return given
    text = given.geturl() if isinstance(given, SplitResult | ParseResult) else str(given)
    text = trimmed(text)
    return text if is_parsed or _URL(text) else given


def is_async(function: Callable[..., Any]) -> bool:
    return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(
        getattr(function, "__call__", None)  # noqa: B004 - to look at it, not to know that it is
    )


def _opens(source: Any) -> bool:
    # Paths within archives and packages.
    return callable(getattr(source, "open", None)) and callable(getattr(source, "read_bytes", None))


class _Steps:
    """The reading of one file, whose `read` may be awaited by the caller.

    A pipe returns a little at a time; what takes no size returns everything at once.
    """

    def __init__(self, file: Any, size: int) -> None:
        self.data = bytearray()
        self.goes_on = True
        self._file = file
        self._size = size
        self._takes_size = _takes_size(file.read)
        if isinstance(file, io.TextIOBase) or denies(file, "readable"):
            raise TypeError("The file must be open for reading in binary mode")
        if getattr(file, "closed", False) is True:
            raise ValueError("The file is closed; pass it while it is open")

    def next(self) -> Any:
        if not self._takes_size:
            self.goes_on = False
            return self._file.read()
        return self._file.read(self._size - len(self.data))

    def take(self, some: Any) -> None:
        if some is None:
            raise BlockingIOError(errno.EAGAIN, "The file has nothing to read yet")
        if inspect.isawaitable(some):
            getattr(some, "close", lambda: None)()  # a coroutine that is dropped is a warning
            raise TypeError(
                f"A {type(self._file).__name__} can only be read asynchronously: pass it to an"
                " asynchronous method, such as generate_async, or pass its bytes"
            )
        if not isinstance(some, bytes | bytearray | memoryview):
            raise TypeError("The file must be open for reading in binary mode")
        self.data += some
        self.goes_on &= len(some) > 0 and len(self.data) < self._size


def _read_file(file: Any, size: int) -> bytes:
    steps = _Steps(file, size)
    while steps.goes_on:
        steps.take(steps.next())
    return bytes(steps.data)


def denies(file: Any, question: str) -> bool:
    """Return whether a file says no to a question such as `readable`."""
    own = type(file)
    if own.__module__ != "_io" and getattr(own, question, None) is getattr(io.IOBase, question):
        return False  # a class that only defines `read` or `write` inherits the no
    asked = getattr(file, question, None)
    try:
        return callable(asked) and not is_async(asked) and asked() is False
    except ValueError:  # it is closed
        return False


def _takes_size(read: Callable[..., Any]) -> bool:
    try:
        inspect.signature(read).bind(1)
    except TypeError:
        return False
    except ValueError:  # a built-in function does not always say
        return True
    return True


def _of_array(array: Any) -> bytes:
    """Return an array of pixels as PNG; the bytes of a file in an array are returned as such."""
    interface = array.__array_interface__
    shape, kind = tuple(interface["shape"]), interface["typestr"]
    raw = bytes(memoryview(array)) if kind == "|u1" and shape else b""
    if len(raw) in shape and media_type(raw) is not None:
        return raw
    channels = 1 if len(shape) == 2 else shape[2] if len(shape) == 3 else 0
    if not raw or channels not in _PIXEL_MODES:
        raise TypeError(
            "An array of pixels must be of uint8 with the shape (height, width), (height, width, 3)"
            f" or (height, width, 4), not of {kind} with the shape {shape}"
        )
    try:
        from PIL import Image
    except ImportError as error:
        raise TypeError("An array of pixels needs Pillow, which is not installed") from error
    return _png(Image.frombytes(_PIXEL_MODES[channels], (shape[1], shape[0]), raw))


def _png(image: Any) -> bytes:
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(image)
    if upright.mode not in _PNG_MODES:
        if upright.mode.startswith("I"):
            upright = upright.convert("I").convert("I;16")
        else:
            upright = upright.convert(_NEAREST_MODES.get(upright.mode, "RGB"))
    written = io.BytesIO()
    upright.save(written, "PNG")
    return written.getvalue()
