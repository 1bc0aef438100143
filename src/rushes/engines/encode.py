"""Write H.264 and AAC to an MP4 file that can play while it is still downloading.

The bytes depend only on the frames and the settings. Thread counts are fixed because x264's output
changes with them, no clock is read, and x264 may only use code that gives the same result on every
processor.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from fractions import Fraction
from itertools import chain
from queue import Empty, SimpleQueue
from threading import Event
from typing import TYPE_CHECKING

import av
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from concurrent.futures import Future
    from pathlib import Path
    from types import TracebackType

    from av.audio.stream import AudioStream
    from av.container import OutputContainer
    from av.packet import Packet
    from av.stream import Stream
    from av.video.stream import VideoStream
    from numpy.typing import NDArray

Planes = tuple["NDArray[np.uint8]", "NDArray[np.uint8]", "NDArray[np.uint8]"]
"""Y (H, W), U and V (H/2, W/2): BT.709, limited range."""

Zone = tuple[int, int, int]
"""First frame, last frame, quantizer (lower is better; 12 looks lossless)."""

SAMPLE_RATE = 48_000
CRF = 21
PRESET = "veryfast"
GOP_SECONDS = 2
AUDIO_BIT_RATE = 160_000
VARIABLE_UNIT = Fraction(1, 90_000)  # seconds in which times are given where the rate varies
_AUDIO_BLOCK = 1024  # samples in an AAC frame
# Packets are in the order of their times, however far the sound is ahead or behind.
_MUXER = {"movflags": "+faststart", "max_interleave_delta": "0"}
_BT709 = 1
_LIMITED_RANGE = 1
_LARGE_FRAME = 1_200_000  # pixels above which x264 gets four threads instead of two


class VideoWriter:
    """Encodes frames and sound into `target`. A context manager.

    The file gets its name only when the block ends without an exception, complete and synced;
    otherwise nothing is left. `sound` makes the whole soundtrack, stereo, (2, n), at `SAMPLE_RATE`,
    -1 to 1; it is called, and what it returns encoded, on a thread beside the one that writes
    frames. `tags` become the container's metadata. With `variable`, each frame is given its own
    time.
    """

    def __init__(
        self,
        target: Path,
        *,
        width: int,
        height: int,
        fps: int | Fraction,
        sound: Callable[[], NDArray[np.float32]] | None,
        variable: bool = False,
        tags: Mapping[str, str] | None = None,
        zones: tuple[Zone, ...] = (),
    ) -> None:
        if width % 2 or height % 2:
            raise ValueError("width and height must be even")
        self.target = target
        self.part = target.with_name(target.name + ".part")
        self._size = (width, height)
        self._fps = fps
        self._unit = VARIABLE_UNIT if variable else Fraction(1) / fps
        self._sound = sound
        self._tags = dict(tags or {})
        self._zones = zones
        self._frames = 0
        self._audio: _Sound | None = None

    def __enter__(self) -> VideoWriter:
        try:
            # By name, not as a stream: the second pass of faststart opens the file again. With its
            # protocol: FFmpeg takes what stands before a colon for one.
            self._container: OutputContainer = av.open(
                f"file:{self.part}", "w", format="mp4", options=_MUXER
            )
            self._container.metadata.update(self._tags)
            self._video = self._video_stream()
            if self._sound is not None:
                self._audio = _Sound(self._container, self._sound)
            self._container.start_encoding()
            if self._audio is not None:
                self._audio.start()
        except BaseException:
            self._discard()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is not None:
            self._discard()
            return
        try:
            self._finish()
            _publish(self.part, self.target)
        except BaseException:
            self._discard()
            raise

    def video(self, planes: Planes, at: float | None = None) -> None:
        """Append a frame; `at` is its time in seconds where the frame rate varies."""
        width, height = self._size
        frame = av.VideoFrame(width, height, "yuv420p")
        for plane, source in zip(frame.planes, planes, strict=True):
            rows = np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)
            rows[:, : plane.width] = source
        frame.pts = self._frames if at is None else round(at / self._unit)
        frame.time_base = self._unit
        frame.colorspace = _BT709
        frame.color_range = _LIMITED_RANGE
        self._frames += 1
        self._container.mux(self._video.encode(frame))
        if self._audio is not None:
            self._container.mux(self._audio.ready())

    def _video_stream(self) -> VideoStream:
        width, height = self._size
        stream = self._container.add_stream("libx264", rate=self._fps)
        stream.width, stream.height = width, height
        stream.pix_fmt = "yuv420p"
        context = stream.codec_context
        context.time_base = self._unit
        context.gop_size = max(1, round(GOP_SECONDS * self._fps))
        context.thread_count = 4 if width * height > _LARGE_FRAME else 2
        context.color_range = _LIMITED_RANGE
        context.colorspace = context.color_primaries = context.color_trc = _BT709
        # aq-mode 3 spends bits on dark gradients, which show banding first. x264's AVX-512 code
        # for macroblock trees reads uninitialized memory where a row is not a multiple of its
        # registers; `cpu-independent` avoids that code.
        # A shorter motion search spares a third of the time; files are 5 to 16 % larger. Without
        # motion of parts of macroblocks it is another fifth, and 1 to 2 %. Without the
        # smallest blocks of key frames, another tenth; the pictures are as good.
        parameters = ["aq-mode=3", "cpu-independent=1", "subme=1", "me=dia"]
        parameters.append("partitions=i8x8")
        # x264's own ratio of 1.4 makes key frames visibly sharper than the others.
        parameters.append("ipratio=1.1")
        if self._zones:
            parameters.append("zones=" + "/".join(f"{a},{b},q={q}" for a, b, q in self._zones))
        options = {"preset": PRESET, "crf": str(CRF), "profile": "high"}
        context.options = {**options, "x264-params": ":".join(parameters)}
        return stream

    def _finish(self) -> None:
        self._container.mux(self._video.encode(None))
        if self._audio is not None:
            self._container.mux(self._audio.rest())
        self._container.close()

    def _discard(self) -> None:
        if self._audio is not None:
            self._audio.stop()
        container = getattr(self, "_container", None)
        if container is not None:
            # Closing writes a trailer, which may fail for the same reason again.
            with suppress(OSError, ValueError):
                container.close()
        self.part.unlink(missing_ok=True)


class _Sound:
    """The audio stream. On its own thread, as each block waits for Python's lock several times."""

    def __init__(self, container: OutputContainer, made: Callable[[], NDArray[np.float32]]) -> None:
        self._stream: AudioStream = container.add_stream("aac", rate=SAMPLE_RATE)
        self._stream.layout = "stereo"
        self._stream.bit_rate = AUDIO_BIT_RATE
        self._made = made
        self._packets: SimpleQueue[Packet[Stream]] = SimpleQueue()
        self._stopped = Event()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="sound")

    def start(self) -> None:
        self._encoding: Future[None] = self._thread.submit(self._encode)

    def ready(self) -> list[Packet[Stream]]:
        """Return the packets that were encoded meanwhile. Raises what the encoding raised."""
        if self._encoding.done():
            self._encoding.result()
        packets: list[Packet[Stream]] = []
        with suppress(Empty):
            while True:
                packets.append(self._packets.get_nowait())
        return packets

    def rest(self) -> list[Packet[Stream]]:
        """Wait for the last packet."""
        self._encoding.result()
        self._thread.shutdown()
        return self.ready()

    def stop(self) -> None:
        self._stopped.set()
        self._thread.shutdown(cancel_futures=True)

    def _encode(self) -> None:
        for frame in chain(_blocks(self._made()), [None]):
            if self._stopped.is_set():
                return
            for packet in self._stream.encode(frame):
                self._packets.put(packet)


def _blocks(samples: NDArray[np.float32]) -> Iterator[av.AudioFrame]:
    for start in range(0, samples.shape[1], _AUDIO_BLOCK):
        block = np.ascontiguousarray(samples[:, start : start + _AUDIO_BLOCK])
        frame = av.AudioFrame.from_ndarray(block, "fltp", "stereo")
        frame.sample_rate = SAMPLE_RATE
        frame.time_base = Fraction(1, SAMPLE_RATE)
        frame.pts = start
        yield frame


def _publish(part: Path, target: Path) -> None:
    # Synced before it gets its name: after a power cut a named file is a complete one.
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
