"""Small videos: real H.264, in the shape and length that was asked for, an eighth of its size."""

from __future__ import annotations

import functools
import io

import av
import numpy as np

from tests.mp4 import box

RATE = 4  # frames a second
SAMPLES = 16_000
SCALE = 8


@functools.lru_cache(maxsize=64)
def rendered(size: tuple[int, int], seconds: float, *, audio: bool = False) -> bytes:
    """Return an MP4 file whose picture has the shape of `size`, with silence if `audio`."""
    width, height = (max(16, round(side / SCALE / 2) * 2) for side in size)
    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as container:
        picture = container.add_stream("libx264", rate=RATE, options={"preset": "ultrafast"})
        picture.width, picture.height, picture.pix_fmt = width, height, "yuv420p"
        sound = container.add_stream("aac", rate=SAMPLES) if audio else None
        for index in range(max(1, round(seconds * RATE))):
            shade = np.full((height, width, 3), 40 + index * 7 % 200, np.uint8)
            container.mux(picture.encode(av.VideoFrame.from_ndarray(shade, format="rgb24")))
        container.mux(picture.encode())
        if sound is not None:
            silence = np.zeros((1, round(seconds * SAMPLES)), np.float32)
            frame = av.AudioFrame.from_ndarray(silence, format="fltp", layout="mono")
            frame.sample_rate = SAMPLES
            container.mux(sound.encode(frame))
            container.mux(sound.encode())
    return out.getvalue()


def video_of(
    job_id: str, size: tuple[int, int], seconds: float, *, audio: bool = False, minimum: int = 0
) -> bytes:
    """Return a video that is recognized as one job's: a box at its end repeats the job's id.

    The box fills it up to `minimum` bytes.
    """
    video = rendered(size, seconds, audio=audio)
    line = job_id.encode() + b"\n"
    return video + box(b"free", line * max(1, (minimum - len(video)) // len(line)))
