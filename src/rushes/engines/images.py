"""Input pictures: decode, check, crop to the frame, extract a palette."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

if TYPE_CHECKING:
    from rushes.engines.encode import Planes
    from rushes.engines.procedural.scene import Color

Field = NDArray[np.float32]
"""(H, W) or (H, W, n), any meaning."""
Picture = NDArray[np.uint8]
"""(H, W, 3) sRGB, 8 bits."""

FORMATS = ("JPEG", "MPO", "PNG", "WEBP", "GIF", "AVIF", "BMP", "TIFF")
PIXEL_LIMIT = 64_000_000
PALETTE_SIZE = 5
_SAMPLE_SIDE = 72  # pixels a side that are enough to know a picture's colors
_ROUNDS = 12
# Rows give Y, U, V of BT.709 at limited range from 8-bit full-range RGB.
_TO_YUV = (
    np.array(
        [
            (0.2126 * 219, 0.7152 * 219, 0.0722 * 219, 16 * 255),
            (-0.2126 / 1.8556 * 224, -0.7152 / 1.8556 * 224, 0.5 * 224, 128 * 255),
            (0.5 * 224, -0.7152 / 1.5748 * 224, -0.0722 / 1.5748 * 224, 128 * 255),
        ]
    )
    / 255.0
)


class ImageError(Exception):
    """An input picture cannot be used. The message names the picture and the reason."""


def decode(data: bytes, name: str) -> Picture:
    """Decode to (H, W, 3) sRGB, upright, over black; of an animation, the first frame.

    Raises ImageError, which calls the picture `name`.
    """
    if not data:
        raise ImageError(f"{name} is empty")
    try:
        # Pillow warns above 89 megapixels; our own limit is stricter.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=_formats()) as image:
                return _read(image, name)
    except UnidentifiedImageError:
        kinds = "JPEG, PNG, WebP, GIF or AVIF"
        raise ImageError(f"{name} is not a readable picture (expected {kinds})") from None
    except Image.DecompressionBombError:
        raise _too_large(name) from None
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, TypeError) as error:
        raise ImageError(f"{name} is damaged: {error}") from error


def cover(picture: Picture, width: int, height: int) -> Picture:
    """Scale the picture to cover `width` x `height` and crop it around its center."""
    rows, columns = picture.shape[:2]
    scale = max(width / columns, height / rows)
    wide, high = max(width, round(columns * scale)), max(height, round(rows * scale))
    if (wide, high) != (columns, rows):
        method = cv2.INTER_AREA if scale < 1.0 else cv2.INTER_CUBIC
        picture = np.asarray(cv2.resize(picture, (wide, high), interpolation=method), np.uint8)
    x, y = (wide - width) // 2, (high - height) // 2
    return np.ascontiguousarray(picture[y : y + height, x : x + width])


def video_planes(picture: Picture) -> Planes:
    """Convert a picture to video planes; its height and width must be even."""
    height, width = picture.shape[:2]
    half = cv2.resize(picture, (width // 2, height // 2), interpolation=cv2.INTER_AREA)
    luma = cv2.transform(picture, _TO_YUV[:1])
    chroma = cv2.transform(half, _TO_YUV[1:])
    return (
        np.asarray(luma, np.uint8).reshape(height, width),
        np.ascontiguousarray(chroma[..., 0], np.uint8),
        np.ascontiguousarray(chroma[..., 1], np.uint8),
    )


def palette_of(pictures: tuple[Picture, ...]) -> tuple[Color, ...]:
    """Return up to five scene-linear colors, the most prominent first.

    Large areas and saturated colors rank high; near duplicates are left out.
    """
    if not pictures:
        return ()
    samples = np.concatenate([_samples(picture) for picture in pictures])
    centers, counts = _clusters(samples)
    strength = centers.max(axis=1) - centers.min(axis=1)
    order = np.argsort(-counts * (0.15 + strength), kind="stable")
    chosen: list[NDArray[np.float64]] = []
    for k in order:
        near = any(float(np.abs(centers[k] - other).max()) < 0.08 for other in chosen)
        if counts[k] > 0 and not near and len(chosen) < PALETTE_SIZE:
            chosen.append(centers[k])
    return tuple(_linear(center) for center in chosen)


def _formats() -> list[str]:
    Image.init()
    return [name for name in FORMATS if name in Image.OPEN]


def _read(image: Image.Image, name: str) -> Picture:
    if image.width * image.height > PIXEL_LIMIT:
        raise _too_large(name)
    upright = ImageOps.exif_transpose(image)
    if upright.mode.startswith("I;16") or upright.mode == "I":
        # Pillow's own conversion would clip 16-bit values instead of scaling them.
        wide = np.asarray(upright, np.float64)
        upright = Image.fromarray(np.clip(wide / 257.0, 0, 255).astype(np.uint8))
    upright = _to_srgb(upright)
    if upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info:
        layer = upright.convert("RGBA")
        upright = Image.alpha_composite(Image.new("RGBA", layer.size, (0, 0, 0, 255)), layer)
    return np.asarray(upright.convert("RGB"), np.uint8).copy()


def _to_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if not profile or image.mode != "RGB":
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, OSError):
        # Broken profiles are common, and the pixels are usable without one.
        return image
    return converted or image


def _too_large(name: str) -> ImageError:
    return ImageError(f"{name} has more than {PIXEL_LIMIT // 1_000_000} megapixels")


def _samples(picture: Picture) -> NDArray[np.float64]:
    side = (_SAMPLE_SIDE, _SAMPLE_SIDE)
    small = cv2.resize(picture, side, interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.float64).reshape(-1, 3) / 255.0


def _clusters(samples: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return k-means centers and the share of samples in each; the same input, the same result."""
    rng = np.random.default_rng(0)
    centers = samples[[len(samples) // 2]]
    for _ in range(PALETTE_SIZE + 2):
        far = _distances(samples, centers).min(axis=1)
        if float(far.sum()) <= 1e-9:
            break
        pick = rng.choice(len(samples), p=far / far.sum())
        centers = np.concatenate((centers, samples[[pick]]))
    for _ in range(_ROUNDS):
        nearest = _distances(samples, centers).argmin(axis=1)
        for k in range(len(centers)):
            members = samples[nearest == k]
            if len(members):
                centers[k] = members.mean(axis=0)
    nearest = _distances(samples, centers).argmin(axis=1)
    return centers, np.bincount(nearest, minlength=len(centers)) / len(samples)


def _distances(samples: NDArray[np.float64], centers: NDArray[np.float64]) -> NDArray[np.float64]:
    between: NDArray[np.float64] = samples[:, None, :] - centers[None, :, :]
    squares: NDArray[np.float64] = np.einsum("ijk,ijk->ij", between, between)
    return squares


def _linear(center: NDArray[np.float64]) -> Color:
    low = center / 12.92
    high = ((center + 0.055) / 1.055) ** 2.4
    r, g, b = np.where(center <= 0.04045, low, high).tolist()
    return (float(r), float(g), float(b))
