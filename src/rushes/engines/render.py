"""Turn a request into a video file: read the prompt, render the frames, encode them.

Several threads render frames, which are encoded in order. A frame depends on its number alone, so
the number of threads does not change the file's bytes.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

import cv2
import numpy as np

from rushes.engines import images, parallax
from rushes.engines.decode import decode, decode_frame
from rushes.engines.encode import SAMPLE_RATE, VideoWriter
from rushes.engines.grain import Grain
from rushes.engines.procedural import scenes
from rushes.engines.procedural.plan import describe, plan_over_picture, plan_scene
from rushes.engines.procedural.soundscape import soundscape
from rushes.engines.procedural.tone_mapping import ToneMapper
from rushes.engines.request import (
    RenderCancelled,
    RenderReport,
    RenderRequest,
    UnusableRequestError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future
    from pathlib import Path

    from rushes.engines.encode import Planes, Zone
    from rushes.engines.procedural.scene import Color, Look, Plan

__all__ = ["RenderCancelled", "RenderReport", "RenderRequest", "SceneShot", "Shot", "render"]

LARGEST_SIDE = 8192
SMALLEST_SIDE = 16
LONGEST = 60.0  # seconds
FULL_PIXELS = 480_000  # frames above this many pixels are rendered smaller and enlarged
INNER_PIXELS = 291_600
SHARPNESS = 0.35  # of what enlarging softens
SMALLEST_SCALE = 0.5
_EDGE_QUANTIZER = 12  # x264's quantizer where a given picture must be met exactly
_TITLE_LENGTH = 200
_GRAIN_OF_LOOK = 219.0 * 0.8

Decoding = Callable[[str], AbstractContextManager[object]]


class Shot(Protocol):
    """Makes frames by number, in any order and from several threads at once."""

    def planes(self, index: int) -> Planes: ...


def render(
    request: RenderRequest,
    target: Path,
    progress: Callable[[float], None],
    threads: int,
    cancelled: Callable[[], bool],
    decoding: Decoding = nullcontext,
) -> RenderReport:
    """Render the request to `target`, which appears complete or not at all.

    After each frame, `progress` gets the finished fraction and `cancelled` is asked; both are
    called on this thread. Each picture is decoded within `decoding`, which gets its name. Raises
    UnusableRequestError for an impossible size, duration or frame rate, its subclass ImageError for
    an unusable picture, and RenderCancelled.
    """
    _check(request)
    # Some of OpenCV's results depend on how many threads share the work.
    cv2.setNumThreads(1)
    first, last, palette = _pictures(request, decoding, cancelled)
    over_picture = first is not None or last is not None
    read = plan_over_picture if over_picture else plan_scene
    plan = read(request.prompt, request.seed, palette)
    shot: Shot
    if over_picture:
        shot = parallax.shot(plan, request.frames, request.fps, first, last)
    else:
        shot = SceneShot(plan, request)
    seconds = request.frames / request.fps
    with (
        ThreadPoolExecutor(max(1, threads), thread_name_prefix="frame") as pool,
        VideoWriter(
            target,
            width=request.width,
            height=request.height,
            fps=request.fps,
            sound=request.audio,
            tags=_tags(request, plan),
            zones=_zones(request),
        ) as writer,
    ):
        sound = pool.submit(soundscape, plan, seconds) if request.audio else None
        written = 0
        for index, planes in enumerate(_in_order(pool, shot, request.frames, 2 * threads + 1)):
            writer.video(planes)
            if sound is not None:
                # Interleaved with the frames, so that a player of the stream needs no seeking.
                until = (index + 1) * SAMPLE_RATE // request.fps
                writer.audio(sound.result()[:, written:until])
                written = until
            progress((index + 1) / request.frames)
            # Also after the last frame: finishing the file cannot be undone.
            if cancelled():
                raise RenderCancelled("the render was cancelled")
    return _report(request, plan, target, over_picture=over_picture)


class SceneShot:
    """Frames of the plan's scene. Large ones are rendered smaller and enlarged, to save time."""

    def __init__(self, plan: Plan, request: RenderRequest) -> None:
        self._size = (request.width, request.height)
        self._inner = _inner_size(request.width, request.height)
        self._fps = request.fps
        self._scene = scenes.build(plan, *self._inner, request.duration)
        look = _graded(self._scene.look, plan)
        self._grain: Grain | None = None
        if self._inner != self._size:
            self._grain = Grain(*self._size, look.grain * _GRAIN_OF_LOOK, plan.seed)
            # Some grain stays in the small frame to dither gradients.
            look = replace(look, grain=0.3 * look.grain)
        self._tone_mapper = ToneMapper(*self._inner, look, plan.seed)

    def planes(self, index: int) -> Planes:
        width, height = self._inner
        light = np.empty((height, width, 3), np.float32)
        self._scene.frame(index / self._fps, light)
        planes = self._tone_mapper.planes()
        self._tone_mapper.apply(light, index, planes)
        if self._grain is None:
            return planes
        wide, high = self._size
        y = _sharpened(_enlarged(planes[0], wide, high))
        self._grain.apply(y, index)
        u, v = (_enlarged(plane, wide // 2, high // 2) for plane in planes[1:])
        return (y, u, v)


def _in_order(pool: ThreadPoolExecutor, shot: Shot, frames: int, window: int) -> Iterator[Planes]:
    """Yield the frames in order while up to `window` more are being rendered."""
    waiting: deque[Future[Planes]] = deque()
    try:
        for index in range(frames):
            waiting.append(pool.submit(shot.planes, index))
            if len(waiting) > window:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


def _check(request: RenderRequest) -> None:
    for name, side in (("width", request.width), ("height", request.height)):
        if side % 2:
            raise UnusableRequestError(f"{name} must be even, not {side}")
        if not SMALLEST_SIDE <= side <= LARGEST_SIDE:
            raise UnusableRequestError(
                f"{name} must be {SMALLEST_SIDE} to {LARGEST_SIDE}, not {side}"
            )
    if not 0.0 < request.duration <= LONGEST:
        raise UnusableRequestError(f"duration must be above 0 and at most {LONGEST:g} seconds")
    if not 1 <= request.fps <= 120:
        raise UnusableRequestError(f"fps must be 1 to 120, not {request.fps}")


def _pictures(
    request: RenderRequest, decoding: Decoding, cancelled: Callable[[], bool]
) -> tuple[images.Picture | None, images.Picture | None, tuple[Color, ...]]:
    """Return the first and the last frame, cropped to size, and the references' colors."""
    frame = (request.width, request.height)

    def decoded(name: str, read: Callable[[], images.Picture]) -> images.Picture:
        if cancelled():
            raise RenderCancelled("the render was cancelled")
        with decoding(name):
            return read()

    def end(data: bytes | None, name: str) -> images.Picture | None:
        if data is None:
            return None
        picture = decoded(name, lambda: decode_frame(data, name, frame))
        return images.cover(picture, *frame)

    def reference(number: int, data: bytes) -> images.Picture:
        name = f"reference image {number}"
        return decoded(name, lambda: decode(data, name))

    first = end(request.first_frame, "the first frame image")
    last = end(request.last_frame, "the last frame image")
    # One after another, as the palette takes them: together they would fill the memory.
    references = (reference(*numbered) for numbered in enumerate(request.references, 1))
    return first, last, images.palette_of(references)


def _inner_size(width: int, height: int) -> tuple[int, int]:
    if width * height <= FULL_PIXELS:
        return (width, height)
    # The geometric mean of INNER_PIXELS and the frame's size: 720p is rendered with half a million
    # pixels, 1080p with three quarters of one.
    scale = max(SMALLEST_SCALE, (INNER_PIXELS / (width * height)) ** 0.25)
    return (2 * round(width * scale / 2), 2 * round(height * scale / 2))


def _enlarged(
    plane: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], wide: int, high: int
) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.asarray(cv2.resize(plane, (wide, high), interpolation=cv2.INTER_CUBIC), np.uint8)


def _sharpened(
    plane: np.ndarray[tuple[int, ...], np.dtype[np.uint8]],
) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    soft = cv2.GaussianBlur(plane, (5, 5), 1.0)
    return np.asarray(cv2.addWeighted(plane, 1.0 + SHARPNESS, soft, -SHARPNESS, 0.0), np.uint8)


def _graded(look: Look, plan: Plan) -> Look:
    """Adjust the scene's look to the prompt's words for image style."""
    if "monochrome" in plan.tags:
        look = replace(look, saturation=0.0, contrast=look.contrast * 1.08)
    if "vivid" in plan.tags:
        look = replace(look, saturation=look.saturation * 1.18)
    if "muted" in plan.tags:
        look = replace(look, saturation=look.saturation * 0.68, contrast=look.contrast * 0.95)
    if "vintage" in plan.tags:
        look = replace(
            look, saturation=look.saturation * 0.75, grain=look.grain * 1.8, vignette=0.35
        )
    if "cinematic" in plan.tags:
        look = replace(look, contrast=look.contrast * 1.05, vignette=look.vignette + 0.06)
    return look


def _zones(request: RenderRequest) -> tuple[Zone, ...]:
    zones: list[Zone] = []
    if request.first_frame is not None:
        zones.append((0, min(1, request.frames - 1), _EDGE_QUANTIZER))
    if request.last_frame is not None and request.frames > 2:
        zones.append((max(2, request.frames - 2), request.frames - 1, _EDGE_QUANTIZER))
    return tuple(zones)


def _tags(request: RenderRequest, plan: Plan) -> dict[str, str]:
    emulated = f"; emulates {request.emulated_model}" if request.emulated_model else ""
    return {
        "title": " ".join(request.prompt.split())[:_TITLE_LENGTH],
        "artist": "Rushes",
        "comment": f"procedural, offline{emulated}",
        "description": f"{plan.scene}, {plan.time_of_day}, {plan.weather}; seed {request.seed}",
    }


def _report(
    request: RenderRequest, plan: Plan, target: Path, *, over_picture: bool
) -> RenderReport:
    with target.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return RenderReport(
        plan={**describe(plan), "source": "frame images" if over_picture else "scene"},
        width=request.width,
        height=request.height,
        frames=request.frames,
        duration=request.frames / request.fps,
        has_audio=request.audio,
        size=target.stat().st_size,
        sha256=digest,
    )
