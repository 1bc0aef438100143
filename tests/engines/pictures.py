"""Pictures and measurements that several engine tests share."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import av
import cv2
import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path

    from rushes.engines.images import Picture
    from rushes.engines.procedural.kernel import Floats
    from rushes.engines.procedural.tone_mapping import ToneMapper


def scenery(width: int, height: int, shift: float = 0.0, hue: float = 0.0) -> Picture:
    """Return a made-up landscape with detail: sky, ridge, water; `shift` moves it sideways."""
    y, x = np.mgrid[0:height, 0:width] / float(min(width, height))
    x = x + shift
    ridge = 0.45 + 0.12 * np.sin(5.0 * x) + 0.05 * np.sin(17.0 * x + 1.0)
    sky = np.stack((0.9 - 0.4 * y, 0.6 + 0.1 * y, 0.5 + 0.4 * y), axis=2)
    rock = np.stack((0.35 + 0.2 * np.sin(31 * x + 9 * y), 0.3 + 0.1 * y, 0.25 + 0 * y), axis=2)
    water = np.stack((0.2 + 0 * y, 0.35 + 0.05 * np.sin(60 * y + 4 * x), 0.55 + 0 * y), axis=2)
    picture = np.where((y < ridge)[..., None], sky, np.where((y < 0.75)[..., None], rock, water))
    picture = np.roll(picture, int(hue * 3), axis=2)
    return np.clip(picture * 255.0, 0, 255).astype(np.uint8)


def encoded(picture: Picture | Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    """Return the picture as a file of that kind, with Pillow's options."""
    out = io.BytesIO()
    image = picture if isinstance(picture, Image.Image) else Image.fromarray(picture)
    image.save(out, kind, **options)
    return out.getvalue()


def frames_of(path: Path) -> list[Picture]:
    """Return all frames of a video as RGB."""
    with av.open(str(path)) as container:
        frames = container.decode(video=0)
        return [np.asarray(frame.to_ndarray(format="rgb24"), np.uint8) for frame in frames]


def psnr(one: Picture, two: Picture) -> float:
    """Return the peak signal-to-noise ratio in decibels."""
    error = float(np.mean((one.astype(np.float64) - two.astype(np.float64)) ** 2))
    return 10.0 * float(np.log10(255.0**2 / max(error, 1e-9)))


def change(one: Picture, two: Picture) -> float:
    """Return the mean difference in code values."""
    return float(np.abs(one.astype(np.float64) - two.astype(np.float64)).mean())


def as_shown(tone_mapper: ToneMapper, light: Floats, index: int = 0) -> Picture:
    """Return frame `index` as a player would show it: (H, W, 3), full-range RGB."""
    y, u, v = tone_mapper.planes()
    tone_mapper.apply(light, index, (y, u, v))
    size = (tone_mapper.width, tone_mapper.height)
    luma = (y.astype(np.float32) - 16.0) / 219.0
    cb = (cv2.resize(u, size, interpolation=cv2.INTER_LINEAR).astype(np.float32) - 128) / 224
    cr = (cv2.resize(v, size, interpolation=cv2.INTER_LINEAR).astype(np.float32) - 128) / 224
    picture = np.stack(
        (luma + 1.5748 * cr, luma - 0.18733 * cb - 0.46813 * cr, luma + 1.8556 * cb), axis=2
    )
    return (np.clip(picture, 0.0, 1.0) * 255.0 + 0.5).astype(np.uint8)
