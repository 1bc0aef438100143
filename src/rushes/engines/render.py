"""Turn a request into a video file: read the prompt, render the frames, encode them.

Several threads render frames, which are encoded in order. A frame depends on its number alone, so
the number of threads does not change the file's bytes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

import cv2
import numpy as np

from rushes.engines import images, parallax
from rushes.engines.avatar import AvatarShot, rhythm
from rushes.engines.changed_video import render_changed
from rushes.engines.continuation import Shot, continuation, ending
from rushes.engines.decode_media import Decoding, given_sound, last_picture
from rushes.engines.encode import SAMPLE_RATE, VideoWriter
from rushes.engines.given import Given
from rushes.engines.grain import Grain
from rushes.engines.procedural import scenes
from rushes.engines.procedural.bands import AT_ONCE
from rushes.engines.procedural.kernel import load_all
from rushes.engines.procedural.plan import (
    continued,
    describe,
    drawn,
    plan_of,
    plan_over_picture,
    plan_scene,
    said_in,
    scene_from,
)
from rushes.engines.procedural.tone_mapping import ToneMapper
from rushes.engines.report import report_of, tags_of
from rushes.engines.request import (
    RenderCancelled,
    RenderReport,
    RenderRequest,
    check_request,
)
from rushes.engines.soundtrack import envelope, soundtrack
from rushes.engines.video_reference import references

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from concurrent.futures import Executor, Future
    from pathlib import Path

    from rushes.engines.encode import Planes, Zone
    from rushes.engines.images import Picture
    from rushes.engines.procedural.scene import Look, Plan
    from rushes.engines.procedural.synth import Samples

__all__ = ["RenderCancelled", "RenderReport", "RenderRequest", "SceneShot", "Shot", "render"]

FULL_PIXELS = 480_000  # frames above this many pixels are rendered smaller and enlarged
INNER_PIXELS = 291_600
SHARPNESS = 0.35  # of what enlarging softens
SMALLEST_SCALE = 0.5
_EDGE_QUANTIZER = 12  # x264's quantizer where a given picture must be met exactly
_GRAIN_OF_LOOK = 219.0 * 0.8


def load_kernels() -> Iterator[None]:
    """Load one kernel per step, of all that renders need."""
    scenes.load_modules()
    yield from load_all()


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
    check_request(request)
    # Some of OpenCV's results depend on how many threads share the work.
    cv2.setNumThreads(1)
    given = Given(decoding, cancelled)
    if request.source is not None:
        return render_changed(request, request.source, target, progress, threads, given)
    with ThreadPoolExecutor(max(1, threads), thread_name_prefix="frame") as pool:
        made = _made(request, given, pool)
        request, plan, shot = made.request, made.plan, made.shot
        seconds = request.frames / request.fps
        facts = {**describe(plan), **made.facts, "seconds": seconds}
        facts["drawn"] = drawn(request.prompt, plan, "scene" if made.is_scene else "picture")
        if made.is_scene:
            facts["scene_from"] = scene_from(request.prompt, plan)
        if request.task == "avatar":  # which is as long as what it says
            facts |= {"duration": seconds, "audio": request.audio}
        with VideoWriter(
            target,
            width=request.width,
            height=request.height,
            fps=request.fps,
            sound=partial(made.sound, seconds) if request.audio else None,
            tags=tags_of(request, f"{plan.scene}, {plan.time_of_day}, {plan.weather}", facts),
            zones=_zones(request),
        ) as writer:
            for index, planes in enumerate(_in_order(pool, shot, request.frames, 2 * threads + 1)):
                writer.video(planes)
                progress((index + 1) / request.frames)
                # Also after the last frame: finishing the file cannot be undone.
                if cancelled():
                    raise RenderCancelled("the render was cancelled")
    return report_of(
        target,
        facts,
        width=request.width,
        height=request.height,
        frames=request.frames,
        duration=seconds,
        has_audio=request.audio,
    )


@dataclass(frozen=True)
class _Made:
    """What is rendered. `facts` are reported beside the plan; `sound` makes some seconds of it."""

    request: RenderRequest
    plan: Plan
    shot: Shot
    facts: dict[str, object]
    sound: Callable[[float], Samples]
    is_scene: bool = False
    start: float = 0.0  # seconds into a video of several parts
    before: Plan | None = None  # of the part before, if another


def _made(request: RenderRequest, given: Given, pool: Executor) -> _Made:
    sound = given_sound(request.sounds, given.decoding)
    if request.follows_sound and sound is not None:
        request = replace(request, duration=max(1.0 / request.fps, sound.shape[1] / SAMPLE_RATE))
    alone = request.task == "avatar"
    if request.previous is not None:
        made = _continued(request, given, request.previous, pool)
    elif request.task == "avatar":
        made = _avatar(request, given, sound)
    else:
        made = _new(request, given, pool)
    heard = partial(
        soundtrack, made.plan, given=sound, alone=alone, start=made.start, before=made.before
    )
    return replace(made, sound=heard)


def _new(request: RenderRequest, given: Given, pool: Executor) -> _Made:
    """Set up a video of a scene, or from given pictures."""
    first, last = given.ends(request)
    seen = references(request.video_references, given.decoding)
    pictures = given.pictures(request)
    palette = images.palette_of(chain(pictures, *(one.pictures for one in seen)))
    over_picture = first is not None or last is not None
    plan = (plan_over_picture if over_picture else plan_scene)(
        request.prompt, request.seed, palette
    )
    for one in seen[:1]:
        plan = one.moved(plan, said_in(request.prompt))
    if over_picture:
        shot: Shot = parallax.shot(plan, request.frames, request.fps, first, last)
        return _Made(request, plan, shot, {"source": "frame images"}, _silence)
    facts = {"source": "scene", "start": 0.0, "path": request.duration}
    shot = SceneShot(plan, request, pool)
    return _Made(request, plan, shot, facts, _silence, is_scene=True)


def _continued(request: RenderRequest, given: Given, video: bytes, pool: Executor) -> _Made:
    """Set up a video that goes on where another ended: in its scene, or from its last frame."""
    frame = (request.width, request.height)
    first = images.cover(last_picture(video, "the previous video", given.decoding), *frame)
    _, last = given.ends(request)
    facts = request.previous_plan or {}
    before = plan_of(facts)
    path, start, seconds = _times(facts)
    if before is None or facts.get("source") != "scene":
        plan = plan_over_picture(request.prompt, request.seed)
        if before is not None:
            said = said_in(request.prompt)
            plan = replace(plan, camera=said.get("camera", before.camera))
        shot: Shot = parallax.shot(plan, request.frames, request.fps, first, last)
        facts = {"source": "previous video", "start": start + seconds}
        return _Made(request, plan, shot, facts, _silence, start=start + seconds)
    at = {"start": start + seconds, "path": path}
    return _scene_continued(request, before, at, (first, last), pool)


def _scene_continued(
    request: RenderRequest,
    before: Plan,
    at: dict[str, float],
    ends: tuple[Picture, Picture | None],
    pool: Executor,
) -> _Made:
    """Set up a video that goes on in the scene of another, and may end with a given frame."""
    first, last = ends
    plan = continued(before, request.prompt)
    is_changed = plan != before
    scene = SceneShot(before, request, pool, **at)
    changed = SceneShot(plan, request, pool, **at) if is_changed else None
    shot = continuation(first, scene, changed, request.fps)
    if last is not None:
        arrival = parallax.shot(plan, request.frames, request.fps, None, last)
        shot = ending(shot, arrival, request.frames, request.fps)
    # What follows a given last frame goes on from that picture, not from the scene.
    facts: dict[str, object] = {"source": "scene" if last is None else "previous video", **at}
    made = _Made(request, plan, shot, facts, _silence, is_scene=True, start=at["start"])
    return replace(made, before=before) if is_changed else made


def _times(facts: Mapping[str, object]) -> tuple[float, float, float]:
    """Return the seconds of a video's camera path, of its start on it, and of its length."""
    path, start, seconds = (
        float(value) if isinstance(value := facts.get(name), int | float) else 0.0
        for name in ("path", "start", "seconds")
    )
    return path, start, seconds or path


def _avatar(request: RenderRequest, given: Given, sound: Samples | None) -> _Made:
    """Set up a portrait that moves: the first frame, else the first reference image."""
    plan = plan_over_picture(request.prompt, request.seed)
    picture, _ = given.ends(request)
    if picture is None:
        picture = given.portrait(request)
    if sound is None:
        voice = rhythm(request.frames, request.fps, plan.seed)
    else:
        voice = envelope(sound, request.frames, request.fps)
    shot = AvatarShot(plan, picture, request.fps, voice)
    facts = {"source": "portrait", "face": shot.has_face}
    return _Made(request, plan, shot, facts, _silence)


def _silence(seconds: float) -> Samples:
    return np.zeros((2, round(seconds * SAMPLE_RATE)), np.float32)


class SceneShot:
    """Frames of the plan's scene. Large ones are rendered smaller and enlarged, to save time.

    A part of a longer video begins at `start` seconds of a camera path made for `path` seconds;
    its frame -1 is the last of the part before.
    """

    def __init__(
        self,
        plan: Plan,
        request: RenderRequest,
        pool: Executor = AT_ONCE,
        *,
        start: float = 0.0,
        path: float | None = None,
    ) -> None:
        self._size = (request.width, request.height)
        self._inner = _inner_size(request.width, request.height)
        self._fps = request.fps
        self._start = start
        self._scene = scenes.build(plan, *self._inner, path or request.duration, pool)
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
        self._scene.frame(self._start + index / self._fps, light)
        planes = self._tone_mapper.planes()
        grain = max(index, 0)
        self._tone_mapper.apply(light, grain, planes)
        if self._grain is None:
            return planes
        wide, high = self._size
        y = _sharpened(_enlarged(planes[0], wide, high))
        self._grain.apply(y, grain)
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
