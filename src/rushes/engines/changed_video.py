"""Upscaled and edited videos: each frame of a given one is changed, in order."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import TYPE_CHECKING, Protocol

import numpy as np

from rushes.engines import images
from rushes.engines.changed_size import changed_size
from rushes.engines.color_grade import LUMA
from rushes.engines.decode_media import SOURCE_NAME, GivenVideo, opening_pictures, read_sound
from rushes.engines.encode import VideoWriter
from rushes.engines.procedural.plan import (
    describe,
    drawn,
    plan_over_picture,
    said_in,
)
from rushes.engines.report import report_of, tags_of
from rushes.engines.request import RenderCancelled, RenderReport, RenderRequest
from rushes.engines.restyle import Restyle
from rushes.engines.upscale import Upscale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future
    from pathlib import Path

    from rushes.engines.decode_media import VideoFacts
    from rushes.engines.encode import Planes
    from rushes.engines.given import Given
    from rushes.engines.images import Picture


LOOKED_AT = 1.0  # seconds that say how bright a video is


class _Change(Protocol):
    size: tuple[int, int]

    def planes(self, picture: Picture, index: int, t: float) -> Planes: ...


def render_changed(
    request: RenderRequest,
    source: bytes,
    target: Path,
    progress: Callable[[float], None],
    threads: int,
    given: Given,
) -> RenderReport:
    """Upscale or edit `source` to `target`; frames, their times and the sound are kept.

    Raises MediaError for a source that cannot be used.
    """
    with GivenVideo(source, SOURCE_NAME, given.decoding) as video:
        facts = video.facts
        change, report = _change(request, source, facts, given)
        seconds = facts.seconds
        if request.at_most is not None:
            seconds = min(seconds, request.at_most)
        sound = None
        if facts.has_audio:
            sound = read_sound(source, SOURCE_NAME, given.decoding, seconds)
        width, height = change.size
        with (
            ThreadPoolExecutor(max(1, threads), thread_name_prefix="frame") as pool,
            VideoWriter(
                target,
                width=width,
                height=height,
                fps=facts.fps,
                variable=facts.is_variable,
                sound=None if sound is None else lambda: sound,
                tags=tags_of(request, f"the given video, {report['task']}", report),
            ) as writer,
        ):
            frames = 0
            for at, planes in _changed(pool, video, change, seconds, 2 * threads + 1):
                writer.video(planes, at if facts.is_variable else None)
                frames += 1
                progress(min(0.999, (at + 1e-9) / max(seconds, 1e-9)))
                if given.cancelled():
                    raise RenderCancelled("the render was cancelled")
            progress(1.0)
    duration = seconds if facts.is_variable else frames / float(facts.fps)
    report |= {
        "size": f"{width}x{height}",
        "duration": round(duration, 3),
        "audio": sound is not None,
        "fps": round(float(facts.fps), 3),
        "source_size": f"{facts.width}x{facts.height}",
    }
    return report_of(
        target,
        report,
        width=width,
        height=height,
        frames=frames,
        duration=duration,
        has_audio=sound is not None,
    )


def _change(
    request: RenderRequest, source: bytes, facts: VideoFacts, given: Given
) -> tuple[_Change, dict[str, object]]:
    """Return what is done to each frame, and what is said of it."""
    size = changed_size(facts, request)
    plan = plan_over_picture(
        request.prompt, request.seed, images.palette_of(given.pictures(request))
    )
    report: dict[str, object] = {"source": "video"}
    if request.task == "upscale":
        report |= {"task": "upscaled", "upscale_factor": request.upscale_factor}
        report |= {"creativity": request.creativity}
        report["drawn"] = drawn(request.prompt, plan, "untouched")
        return (
            Upscale(size, request.upscale_factor, request.creativity, plan.seed),
            report,
        )
    report |= describe(plan) | {"source": "video", "task": "restyled"}
    report["drawn"] = drawn(request.prompt, plan, "video")
    said = said_in(request.prompt)
    light = _light(source, given) if "time_of_day" in said else 0.5
    return Restyle(plan, said, *size, light), report


def _light(source: bytes, given: Given) -> float:
    """Return how bright the given video is at its beginning, 0 to 1."""
    pictures = opening_pictures(BytesIO(source), SOURCE_NAME, LOOKED_AT, LOOKED_AT / 4.0)
    seen: list[float] = []
    while True:
        if given.cancelled():
            raise RenderCancelled("the render was cancelled")
        with given.decoding(SOURCE_NAME):  # a step each: its processor time is limited
            picture = next(pictures, None)
        if picture is None:
            return float(np.mean(seen)) / 255.0
        seen.append(float((picture[::8, ::8] @ LUMA).mean()))


def _changed(
    pool: ThreadPoolExecutor, video: GivenVideo, change: _Change, seconds: float, window: int
) -> Iterator[tuple[float, Planes]]:
    """Yield the changed frames in order, while up to `window` more are being changed."""
    waiting: deque[tuple[float, Future[Planes]]] = deque()
    try:
        for index, (at, picture) in enumerate(video.frames()):
            if at >= seconds - 1e-6 and index:
                break
            waiting.append((at, pool.submit(change.planes, picture, index, at)))
            if len(waiting) > window:
                yield _finished(waiting)
        while waiting:
            yield _finished(waiting)
    finally:
        for _, future in waiting:
            future.cancel()


def _finished(waiting: deque[tuple[float, Future[Planes]]]) -> tuple[float, Planes]:
    at, future = waiting.popleft()
    return at, future.result()
