"""What a video takes from another that is given as a reference: its colors and its motion."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.camera import small
from rushes.engines.decode_media import GivenVideo

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rushes.engines.decode_media import Decoding
    from rushes.engines.images import Picture
    from rushes.engines.procedural.scene import Plan

Gray = NDArray[np.uint8]
_SECONDS = 8.0  # that are looked at
_PER_SECOND = 4  # pictures that are compared
_KEPT = 6  # pictures whose colors count
_LEAST_MOVE = 0.02  # short sides per second; less is a camera that stands still
_SLOW, _FAST = 0.06, 0.45


class VideoReference:
    """The colors and the motion of a video's first seconds."""

    def __init__(self, data: bytes, name: str, decoding: Decoding) -> None:
        self.pictures: list[Picture] = []
        self._flows: list[tuple[float, float, float]] = []
        with GivenVideo(data, name, decoding) as video:
            self._look(video)

    def _look(self, video: GivenVideo) -> None:
        due, before = 0.0, None
        last = 0.0
        every = max(1, round(min(video.facts.seconds, _SECONDS) * _PER_SECOND / _KEPT))
        count = 0
        for at, picture in video.frames():
            if at > _SECONDS:
                return
            if at < due:
                continue
            due = at + 1.0 / _PER_SECOND
            reduced = small(picture)
            if count % every == 0 and len(self.pictures) < _KEPT:
                self.pictures.append(reduced)
            count += 1
            gray = np.asarray(cv2.cvtColor(reduced, cv2.COLOR_RGB2GRAY), np.uint8)
            if before is not None:
                self._flows.append(_flow(before, gray, at - last))
            before, last = gray, at

    def moved(self, plan: Plan, said: Mapping[str, str]) -> Plan:
        """Return the plan with the video's motion, where the prompt says nothing of it."""
        if not self._flows:
            return plan
        right, down, apart = np.median(np.array(self._flows), axis=0)
        moves = {
            "pan_left": right,  # what is seen moves against the camera
            "pan_right": -right,
            "rise": down,
            "forward": apart,
            "backward": -apart,
        }
        camera = max(moves, key=moves.__getitem__)
        size = float(moves[camera])
        changes: dict[str, object] = {}
        if "camera" not in said:
            changes["camera"] = camera if size > _LEAST_MOVE else "static"
        if "speed" not in said:
            changes["speed"] = 0.6 if size < _SLOW else 1.6 if size > _FAST else 1.0
        return replace(plan, **changes)  # type: ignore[arg-type]


def references(files: Sequence[bytes], decoding: Decoding) -> list[VideoReference]:
    """Read the videos; raises MediaError."""
    return [
        VideoReference(data, f"video reference {number}", decoding)
        for number, data in enumerate(files, 1)
    ]


def _flow(before: Gray, after: Gray, seconds: float) -> tuple[float, float, float]:
    """Return motion right, down and apart, in short sides per second."""
    finder = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_FAST)
    start = np.zeros((*before.shape[:2], 2), np.float32)
    flow = np.asarray(finder.calc(before, after, start), np.float32)
    rows, columns = before.shape[:2]
    x = np.linspace(-1.0, 1.0, columns, dtype=np.float32)[None, :]
    y = np.linspace(-1.0, 1.0, rows, dtype=np.float32)[:, None]
    outward = (flow[..., 0] * x + flow[..., 1] * y) / np.maximum(np.sqrt(x * x + y * y), 0.1)
    unit = min(rows, columns) * max(seconds, 1e-3)
    right, down = float(np.median(flow[..., 0])), float(np.median(flow[..., 1]))
    return right / unit, down / unit, float(outward.mean()) / unit
