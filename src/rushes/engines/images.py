"""Decoded pictures: crop to the frame, convert to video, extract a palette."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rushes.engines.encode import Planes
    from rushes.engines.procedural.scene import Color

Field = NDArray[np.float32]
"""(H, W) or (H, W, n), any meaning."""
Picture = NDArray[np.uint8]
"""(H, W, 3) sRGB, 8 bits."""

PALETTE_SIZE = 5
MOST_SPARE = 4  # times a frame's length that is scaled to cover it; 9:16 over 16:9 takes 3.2
MOST_CUT_ACROSS, MOST_CUT_DOWN = 0.5, 0.2  # of the width and the height of a portrait
SAMPLE_SIDE = 72  # pixels a side that are enough to know a picture's colors
_ROUNDS = 12
_BORDER_LIGHT = 0.5  # of the mean color of the picture
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


def cover(picture: Picture, width: int, height: int) -> Picture:
    """Scale the picture to cover `width` x `height` and crop it around its center."""
    columns, rows = wanted(picture.shape[1], picture.shape[0], (width, height))
    picture = _center(picture, columns, rows)
    scale = max(width / columns, height / rows)
    wide, high = max(width, round(columns * scale)), max(height, round(rows * scale))
    if (wide, high) != (columns, rows):
        method = cv2.INTER_AREA if scale < 1.0 else cv2.INTER_CUBIC
        picture = np.asarray(cv2.resize(picture, (wide, high), interpolation=method), np.uint8)
    return np.ascontiguousarray(_center(picture, width, height))


def portrait(picture: Picture, width: int, height: int) -> Picture:
    """Return what `cover` does, or the whole picture with a border where that might cut the head.

    Heads are framed from top to bottom, and have more room at their sides.
    """
    rows, columns = picture.shape[:2]
    shape = columns * height / (rows * width)
    if 1.0 - shape <= MOST_CUT_DOWN and 1.0 - 1.0 / shape <= MOST_CUT_ACROSS:
        return cover(picture, width, height)
    scale = min(width / columns, height / rows)
    wide, high = min(width, round(columns * scale)), min(height, round(rows * scale))
    method = cv2.INTER_AREA if scale < 1.0 else cv2.INTER_CUBIC
    left, top = (width - wide) // 2, (height - high) // 2
    dim = _BORDER_LIGHT * picture.mean(axis=(0, 1))
    shown = np.full((height, width, 3), dim, np.uint8)
    shown[top : top + high, left : left + wide] = cv2.resize(
        picture, (wide, high), interpolation=method
    )
    return shown


def wanted(columns: int, rows: int, frame: tuple[int, int]) -> tuple[int, int]:
    """Return how much of the middle of a picture is scaled to cover a frame.

    A picture that is far longer than the frame is cut first: scaled as a whole, it would be larger
    than the frame by as much.
    """
    width, height = frame
    return (
        min(columns, math.ceil(MOST_SPARE * rows * width / height)),
        min(rows, math.ceil(MOST_SPARE * columns * height / width)),
    )


def _center(picture: Picture, columns: int, rows: int) -> Picture:
    x, y = (picture.shape[1] - columns) // 2, (picture.shape[0] - rows) // 2
    return picture[y : y + rows, x : x + columns]


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


def palette_of(pictures: Iterable[Picture]) -> tuple[Color, ...]:
    """Return up to five scene-linear colors, the most prominent first.

    Large areas and saturated colors rank high; near duplicates are left out. Of each picture only
    samples are kept.
    """
    found = [_samples(picture) for picture in pictures]
    if not found:
        return ()
    centers, counts = _clusters(np.concatenate(found))
    strength = centers.max(axis=1) - centers.min(axis=1)
    order = np.argsort(-counts * (0.15 + strength), kind="stable")
    chosen: list[NDArray[np.float64]] = []
    for k in order:
        near = any(float(np.abs(centers[k] - other).max()) < 0.08 for other in chosen)
        if counts[k] > 0 and not near and len(chosen) < PALETTE_SIZE:
            chosen.append(centers[k])
    return tuple(_linear(center) for center in chosen)


def _samples(picture: Picture) -> NDArray[np.float64]:
    side = (SAMPLE_SIDE, SAMPLE_SIDE)
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
