"""Image files as pictures, within bounds of time and memory whatever the file says."""

from __future__ import annotations

import io
import math
import re
import sys
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
from PIL import Image, ImageCms, UnidentifiedImageError

from rushes.engines.images import SAMPLE_SIDE, wanted
from rushes.engines.request import UnusableRequestError
from rushes.wire.picture_size import MAX_PIXELS, shape_problem

if TYPE_CHECKING:
    from rushes.engines.images import Picture

    Convert = Callable[[Image.Image], Image.Image]

FORMATS = ("JPEG", "MPO", "PNG", "WEBP", "GIF", "AVIF", "BMP", "TIFF")
_REDUCIBLE = {"JPEG", "MPO"}  # to a smaller size while they are decoded
FULL_PIXELS = 16_000_000  # larger pictures are reduced while they are decoded
MAX_SCANS = 100  # of a progressive JPEG; encoders write about ten
_SPARE = 2  # times what is needed that a reduced picture has at least in each direction
_BAND_PIXELS = 1_000_000  # that are converted at once
_TURNS: dict[int, Callable[[Any], Any]] = {  # by EXIF orientation
    2: np.fliplr,
    3: lambda picture: np.rot90(picture, 2),
    4: np.flipud,
    5: lambda picture: np.swapaxes(picture, 0, 1),
    6: lambda picture: np.rot90(picture, -1),
    7: lambda picture: np.rot90(np.swapaxes(picture, 0, 1), 2),
    8: np.rot90,
}
_SIDEWAYS = {5, 6, 7, 8}
# Markers between the scans of a JPEG; inside one, 0xff is followed by 0 or a restart marker.
_MARKER = re.compile(rb"\xff([^\x00\xd0-\xd7\xff])")
_WITHOUT_LENGTH = {0x01, 0xD8, 0xD9}
_SCAN = 0xDA


class ImageError(UnusableRequestError):
    """An input picture cannot be used. The message names the picture and the reason."""


def decode_frame(data: bytes, name: str, frame: tuple[int, int]) -> Picture:
    """Decode what is needed of a picture to cover a frame; raises ImageError as `decode` does."""
    return _decode(data, name, frame)


def decode(data: bytes, name: str) -> Picture:
    """Decode to (H, W, 3) sRGB, upright, over black; of an animation, the first frame.

    A large picture is reduced; its colors stay. Raises ImageError, which calls the picture `name`.
    """
    return _decode(data, name, None)


def _decode(data: bytes, name: str, frame: tuple[int, int] | None) -> Picture:
    if not data:
        raise ImageError(f"{name} is empty")
    try:
        # Pillow warns above 89 megapixels; our own limit is stricter.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_formats()) as image:
                _check(image, data, name)
                return _read(image, frame)
    except ImageError:
        raise
    except UnidentifiedImageError as error:
        kinds = "JPEG, PNG, WebP, GIF, AVIF, BMP or TIFF"
        raise ImageError(f"{name} is not a readable picture (expected {kinds})") from error
    except Image.DecompressionBombError as error:
        raise ImageError(f"{name} has more than {MAX_PIXELS // 1_000_000} megapixels") from error
    except MemoryError as error:
        problem = "is damaged, or takes too much memory to decode"
        raise ImageError(f"{name} {problem}") from error
    except Exception as error:  # whatever a decoder raises, the file is the cause
        raise ImageError(f"{name} is damaged") from error


def _formats() -> list[str]:
    Image.init()
    avif: Any = sys.modules.get("PIL.AvifImagePlugin")  # since Pillow 11.3
    if avif is not None:
        # One thread a core, as by default, would reserve too much address space, which is limited.
        avif.DEFAULT_MAX_THREADS = 2
    return [name for name in FORMATS if name in Image.OPEN]


def _check(image: Image.Image, data: bytes, name: str) -> None:
    if (problem := shape_problem(image.size)) is not None:
        raise ImageError(f"{name} {problem}; it is {image.width}x{image.height}")
    if image.format in _REDUCIBLE and _scans(data) > MAX_SCANS:
        raise ImageError(f"{name} is a JPEG with more than {MAX_SCANS} scans; save it again")


def _scans(data: bytes) -> int:
    """Count the scans of a JPEG, up to one more than are accepted."""
    at, scans = 2, 0
    while scans <= MAX_SCANS and (found := _MARKER.search(data, at)) is not None:
        marker, at = found[1][0], found.end()
        scans += marker == _SCAN
        if marker not in _WITHOUT_LENGTH:
            at += int.from_bytes(data[at : at + 2], "big")
    return scans


def _read(image: Image.Image, frame: tuple[int, int] | None) -> Picture:
    if image.format not in _REDUCIBLE:
        image.load()  # Pillow turns a TIFF itself, and finds the EXIF of a PNG behind its pixels
    orientation = image.getexif().get(0x0112)
    if frame is not None and orientation in _SIDEWAYS:
        frame = (frame[1], frame[0])
    columns, rows = image.size if frame is None else wanted(*image.size, frame)
    least = _least(columns, rows, frame)
    if image.width * image.height > FULL_PIXELS:
        across, down = columns / image.width, rows / image.height
        # The size may not fall below the one given; other formats ignore it.
        image.draft(None, (round(least[0] / across), round(least[1] / down)))
        columns, rows = round(image.width * across), round(image.height * down)
    factor = max(1, min(columns // least[0], rows // least[1]))
    if columns * rows <= FULL_PIXELS:
        factor = 1
    left, top = (image.width - columns) // 2, (image.height - rows) // 2
    picture = _pixels(image, (left, top, left + columns, top + rows), factor)
    turn = _TURNS.get(orientation or 1)
    return picture if turn is None else np.ascontiguousarray(turn(picture))


def _least(columns: int, rows: int, frame: tuple[int, int] | None) -> tuple[int, int]:
    """Return the size below which a part of a picture is not reduced."""
    if frame is None:
        return _SPARE * SAMPLE_SIDE, _SPARE * SAMPLE_SIDE
    scale = max(frame[0] / columns, frame[1] / rows)
    return math.ceil(_SPARE * scale * columns), math.ceil(_SPARE * scale * rows)


def _pixels(image: Image.Image, box: tuple[int, int, int, int], factor: int) -> Picture:
    """Return a part of the image, `factor` times smaller.

    It is converted in bands: conversions of the whole would take several times its memory.
    """
    left, top, right, bottom = box
    image.load()
    convert = _conversion(image)
    columns, rows = (right - left) // factor, (bottom - top) // factor
    picture = np.empty((rows, columns, 3), np.uint8)
    step = max(1, _BAND_PIXELS // (columns * factor * factor))
    for row in range(0, rows, step):
        upper, high = top + row * factor, min(step, rows - row)
        part = (left, upper, left + columns * factor, upper + high * factor)
        band = np.asarray(convert(image.crop(part)), np.uint8)
        if factor > 1:
            band = np.asarray(cv2.resize(band, (columns, high), interpolation=cv2.INTER_AREA))
        picture[row : row + high] = band
    return picture


def _conversion(image: Image.Image) -> Convert:
    """Return the function that converts bands of the image to sRGB, over black."""
    if image.mode.startswith("I;16") or image.mode == "I":
        return _from_16_bits
    to_srgb = _srgb_transform(image)

    def convert(band: Image.Image) -> Image.Image:
        if to_srgb is not None:
            band = to_srgb.apply(band)
        if band.mode in {"RGBA", "LA", "PA"} or "transparency" in band.info:
            layer = band.convert("RGBA")
            band = Image.alpha_composite(Image.new("RGBA", layer.size, (0, 0, 0, 255)), layer)
        return band.convert("RGB")

    return convert


def _from_16_bits(band: Image.Image) -> Image.Image:
    # Pillow's own conversion would clip 16-bit values instead of scaling them.
    wide = np.asarray(band, np.float64)
    return Image.fromarray(np.clip(wide / 257.0, 0, 255).astype(np.uint8)).convert("RGB")


def _srgb_transform(image: Image.Image) -> ImageCms.ImageCmsTransform | None:
    profile = image.info.get("icc_profile")
    if not profile or image.mode != "RGB":
        return None
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
        return ImageCms.ImageCmsTransform(source, target, "RGB", "RGB")
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        # Broken profiles are common, and the pixels are usable without one.
        return None
