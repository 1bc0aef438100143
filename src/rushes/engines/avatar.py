"""A given portrait that breathes, sways and speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from rushes.engines import images
from rushes.engines.camera import small, smooth
from rushes.engines.grain import Grain

if TYPE_CHECKING:
    from rushes.engines.encode import Planes
    from rushes.engines.images import Field, Picture
    from rushes.engines.procedural.scene import Plan

_SKIN_LOW, _SKIN_HIGH = (0, 135, 80), (255, 178, 130)  # Y, Cr, Cb of skin of any tone
_LEAST_AREA, _MOST_AREA = 0.012, 0.55  # of the picture
_SHAPES = (0.75, 2.4)  # height to width of a face, with its neck
_LEAST_FILL = 0.55  # of the box around it; an ellipse has 0.79
_FACE_SHAPE = 1.35  # height to width without the neck
_MOUTH_ROWS = (0.58, 0.95)  # of the face, in which its mouth is looked for
_START_SECONDS = 0.35  # in which motion begins
_GRAIN = 1.1


@dataclass(frozen=True)
class Face:
    """In pixels: the center and the size of a face, and the row of its mouth."""

    x: float
    y: float
    width: float
    height: float
    mouth: float


class AvatarShot:
    """Frames of a portrait. The first is the picture itself.

    `voice` is how loud each frame is, 0 to 1: so far the mouth opens. Without a face in the
    picture, its middle sways.
    """

    def __init__(self, plan: Plan, picture: Picture, fps: int, voice: Field) -> None:
        self._picture = picture
        self._fps = fps
        self._voice = voice
        self._face = find_face(picture)
        height, width = picture.shape[:2]
        self._x = np.arange(width, dtype=np.float32)[None, :]
        self._y = np.arange(height, dtype=np.float32)[:, None]
        middle = Face(0.5 * width, 0.42 * height, 0.36 * min(width, height), 0.5 * height, 0.0)
        head = self._face or middle
        reach_x, reach_y = 1.1 * head.width, 0.9 * head.height
        away = ((self._x - head.x) / reach_x) ** 2 + ((self._y - head.y) / reach_y) ** 2
        self._head, self._near = head, np.exp(-away).astype(np.float32)
        self._pace = plan.speed
        self._phase = np.random.default_rng(plan.seed + 3).uniform(0.0, 2 * np.pi, 6)
        self._grain = Grain(width, height, _GRAIN, plan.seed)

    @property
    def has_face(self) -> bool:
        return self._face is not None

    def planes(self, index: int) -> Planes:
        if index == 0:
            return images.video_planes(self._picture)
        t = index / self._fps
        begun = smooth(t / _START_SECONDS)
        opened = float(self._voice[min(index, len(self._voice) - 1)]) * begun
        planes = images.video_planes(self._moved(t, begun, opened))
        self._grain.apply(planes[0], index)
        return planes

    def _moved(self, t: float, begun: float, opened: float) -> Picture:
        head, near = self._head, self._near * np.float32(begun)
        wave = [
            np.sin(rate * self._pace * t + phase)
            for rate, phase in zip((0.9, 0.63, 1.3, 0.41, 1.7, 1.05), self._phase, strict=True)
        ]
        start = np.sin(self._phase)  # so that nothing has moved at the beginning
        a, b, c, d, e, f = (now - then for now, then in zip(wave, start, strict=True))
        sway = 0.020 * head.width * (a + 0.4 * e)
        nod = 0.014 * head.height * (b + 0.5 * c) - 0.006 * head.height * opened
        turn = 0.016 * d + 0.006 * f
        x, y = self._x - np.float32(head.x), self._y - np.float32(head.y)
        map_x = self._x - near * np.float32(sway) + near * np.float32(turn) * y
        map_y = self._y - near * np.float32(nod) - near * np.float32(turn) * x
        # The chest breathes, and the camera drifts in a little.
        breath = np.float32(begun * 0.0035 * (np.sin(1.9 * t) + 0.5 * np.sin(0.7 * t)))
        zoom = np.float32(1.0 / (1.0 + begun * 0.01 * (1.0 - np.cos(0.35 * t))))
        map_x = (map_x - np.float32(head.x)) * zoom + np.float32(head.x)
        map_y = (map_y - np.float32(head.y)) * zoom * (1.0 + breath) + np.float32(head.y)
        hidden = self._speak(map_x, map_y, opened) if self._face and opened > 0.0 else None
        seen = np.asarray(
            cv2.remap(
                self._picture, map_x, map_y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT_101
            ),
            np.uint8,
        )
        return seen if hidden is None else _opened(seen, hidden)

    def _speak(self, map_x: Field, map_y: Field, opened: float) -> Field:
        """Move the jaw in the maps, in place; return where the mouth's inside shows, 0 to 1."""
        head, half = self._head, 0.15 * self._head.width
        drop = np.float32(0.085 * head.height * opened)
        across = (map_x - np.float32(head.x)) / np.float32(half)
        below = map_y - np.float32(head.mouth)
        column = np.exp(-0.55 * across * across)
        chin = np.float32(max(1.0, head.y + 0.5 * head.height - head.mouth))
        jaw = np.clip(1.0 - below / (2.2 * chin), 0.0, 1.0) * (below > 0.0)
        lip = np.exp(-((below / (0.10 * head.height)) ** 2)) * (below <= 0.0)
        inside = 1.0 - across**2 - ((below - 0.42 * drop) / np.maximum(0.55 * drop, 0.5)) ** 2
        map_y -= column * (drop * jaw * (below > 0.25 * drop) - 0.2 * drop * lip)
        map_x += 0.10 * across * half * np.float32(opened) * np.exp(-((below / half) ** 2)) * column
        hidden = np.clip(inside * 2.5, 0.0, 1.0) * np.float32(min(1.0, 3.0 * opened))
        return np.asarray(hidden, np.float32)


def _opened(picture: Picture, hidden: Field) -> Picture:
    """Darken the inside of the mouth, redder toward the tongue."""
    inside = np.array((58.0, 20.0, 22.0), np.float32)
    shown = picture + hidden[..., None] * (inside - picture) * np.float32(0.92)
    return np.asarray(np.clip(shown, 0.0, 255.0), np.uint8)


def rhythm(frames: int, fps: int, seed: int) -> Field:
    """Return how far a mouth opens that speaks without a sound: syllables, words and pauses."""
    rng = np.random.default_rng((seed & 0x7FFFFFFF, 0x766F69))
    t = np.arange(frames, dtype=np.float32) / fps
    opened = np.zeros(frames, np.float32)
    at = float(rng.uniform(0.25, 0.5))
    while at < frames / fps:
        for _ in range(int(rng.integers(4, 11))):
            length, strength = rng.uniform(0.11, 0.2), rng.uniform(0.35, 1.0)
            opened = np.maximum(
                opened, strength * np.exp(-(((t - at) / (0.5 * length)) ** 2)).astype(np.float32)
            )
            at += 1.35 * length
        at += float(rng.uniform(0.3, 0.8))
    return opened


def find_face(picture: Picture) -> Face | None:
    """Return the largest face-like region: an upright oval of skin with darker eyes and mouth."""
    reduced = small(picture)
    scale = picture.shape[1] / reduced.shape[1]
    rows, columns = reduced.shape[:2]
    tones = np.asarray(cv2.cvtColor(reduced, cv2.COLOR_RGB2YCrCb), np.uint8)
    skin = cv2.inRange(tones, np.array(_SKIN_LOW), np.array(_SKIN_HIGH))
    reach = max(3, min(rows, columns) // 60) | 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
    skin = cv2.morphologyEx(cv2.morphologyEx(skin, cv2.MORPH_OPEN, kernel), cv2.MORPH_CLOSE, kernel)
    outlines, _ = cv2.findContours(skin, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    for found in sorted(outlines, key=cv2.contourArea, reverse=True):
        outline = np.asarray(found, np.float32)
        area = cv2.contourArea(outline) / (rows * columns)
        if area < _LEAST_AREA:
            return None
        if area <= _MOST_AREA and (face := _face_in(tones, outline)) is not None:
            return Face(*(scale * value for value in face))
    return None


def _face_in(tones: Picture, outline: Field) -> tuple[float, float, float, float, float] | None:
    left, top, wide, high = cv2.boundingRect(outline)
    fill = cv2.contourArea(outline) / (wide * high)
    if not _SHAPES[0] <= high / wide <= _SHAPES[1] or fill < _LEAST_FILL:
        return None
    high = min(high, round(_FACE_SHAPE * wide))
    luma = cv2.GaussianBlur(tones[..., 0], (0, 0), max(0.8, wide / 60)).astype(np.float32)
    box = luma[top : top + high, left : left + wide]
    usual = float(np.median(box))
    inner = box[:, wide // 6 : wide - wide // 6]
    eyes = inner[round(0.22 * high) : round(0.58 * high)]
    halves = np.array_split(eyes, 2, axis=1)
    # An eye on each side, darker than the skin around it.
    if eyes.size == 0 or any(half.min() > 0.72 * usual for half in halves):
        return None
    low, end = (round(share * high) for share in _MOUTH_ROWS)
    middle = box[low:end, wide // 3 : wide - wide // 3]
    if middle.size == 0:
        return None
    red = tones[top + low : top + end, left + wide // 3 : left + wide - wide // 3, 1]
    redder = red.astype(np.float32).mean(axis=1) - float(np.median(red))
    marks = redder + 0.25 * (usual - middle.mean(axis=1))
    mouth = top + low + float(np.argmax(marks))
    return left + 0.5 * wide, top + 0.5 * high, float(wide), float(high), mouth
