"""Small videos and sounds of any shape, as somebody might give them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import av
import numpy as np

from tests.engines.pictures import scenery

RATE = 48_000


def clip(
    width: int = 96,
    height: int = 64,
    frames: int = 12,
    fps: int = 24,
    *,
    kind: str = "mp4",
    codec: str = "libx264",
    pixels: str = "yuv420p",
    tone: float | None = None,
    times: Sequence[int] | None = None,
    still: bool = False,
) -> bytes:
    """Return a video of a landscape that moves; `times` are those of its frames, in 1/1000 s.

    A `still` one is of one color. With `tone` it has a sound of that pitch.
    """
    out = io.BytesIO()
    with av.open(out, "w", format=kind) as container:
        video: Any = container.add_stream(codec, rate=fps)
        video.width, video.height, video.pix_fmt = width, height, pixels
        if times is not None:
            video.time_base = video.codec_context.time_base = Fraction(1, 1000)
        audio = None
        if tone is not None:
            audio = container.add_stream(
                "libopus" if kind == "webm" else "aac", rate=RATE, layout="stereo"
            )
        for index in range(frames):
            if still:
                shown = np.full((height, width, 3), (180, 120, 60), np.uint8)
            else:
                shown = scenery(width, height, shift=0.04 * index)
            frame = av.VideoFrame.from_ndarray(shown, format="rgb24").reformat(format=pixels)
            if times is not None:
                frame.pts, frame.time_base = times[index], video.codec_context.time_base
            container.mux(video.encode(frame))
        container.mux(video.encode())
        if audio is not None:
            _sound(container, audio, frames / fps, tone or 440.0)
    return out.getvalue()


def sound(seconds: float, pitch: float = 440.0, kind: str = "wav") -> bytes:
    """Return a sound file with a tone."""
    out = io.BytesIO()
    codec = {"wav": "pcm_s16le", "flac": "flac", "ogg": "libopus", "mp3": "libmp3lame"}[kind]
    with av.open(out, "w", format=kind) as container:
        _sound(container, container.add_stream(codec, rate=RATE, layout="stereo"), seconds, pitch)
    return out.getvalue()


def tone(seconds: float, pitch: float) -> np.ndarray[Any, np.dtype[np.float32]]:
    t = np.arange(round(seconds * RATE), dtype=np.float32) / RATE
    return np.asarray(0.5 * np.sin(2 * np.pi * pitch * t), np.float32)


def _sound(container: Any, stream: Any, seconds: float, pitch: float) -> None:
    wave = tone(seconds, pitch)
    fifo = av.AudioFifo()
    frame = av.AudioFrame.from_ndarray(np.stack((wave, wave)), "fltp", "stereo")
    frame.sample_rate = RATE
    resampler = av.AudioResampler(stream.format.name, "stereo", RATE)
    for part in resampler.resample(frame):
        part.pts = None
        fifo.write(part)
    step = stream.codec_context.frame_size or 1024
    while (block := fifo.read(step, partial=True)) is not None:
        container.mux(stream.encode(block))
    container.mux(stream.encode(None))


def pitch_of(samples: np.ndarray[Any, Any]) -> float:
    """Return the loudest pitch of a mono sound."""
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(np.argmax(spectrum) * RATE / len(samples))
