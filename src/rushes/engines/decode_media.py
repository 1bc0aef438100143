"""Given videos and sounds, decoded within bounds of time and memory whatever the file says.

The kind of a file is known by its first bytes, and only its own demultiplexer is used: those of
playlists would open other files.
"""

from __future__ import annotations

import contextlib
import io
import itertools
import math
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

import av
import cv2
import numpy as np

from rushes.engines.encode import SAMPLE_RATE
from rushes.engines.request import UnusableRequestError
from rushes.wire.containers import Completeness
from rushes.wire.sniff import media_type

if TYPE_CHECKING:
    from av.codec.context import CodecContext
    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream
    from numpy.typing import NDArray

    from rushes.engines.images import Picture

Decoding = Callable[[str], AbstractContextManager[object]]
T = TypeVar("T")

MAX_SIDE = 8192
MAX_PIXELS = 9_000_000  # 4096x2176, of one frame
MAX_SECONDS = 60.0
_LONGEST = MAX_SECONDS + 0.05  # of a video; files round their times
MAX_FRAMES = 3600
MAX_FPS = 120
MAX_CHANNELS = 8
CPU_SECONDS = 300.0  # of decoding one video; a minute of 4K takes 120
SOURCE_NAME = "video reference 1"  # what is upscaled or edited is the first of them
_VIDEOS = {
    "video/mp4": "mov",
    "video/quicktime": "mov",
    "video/webm": "matroska",
    "video/x-matroska": "matroska",
    "video/x-msvideo": "avi",
}
_SOUNDS = {
    "audio/mpeg": "mp3",
    "audio/wav": "wav",
    "audio/flac": "flac",
    "audio/ogg": "ogg",
    "audio/aac": "aac",
    "audio/aiff": "aiff",
    "audio/mp4": "mov",
    **_VIDEOS,
}
_VIDEO_CODECS = frozenset(
    {"h264", "hevc", "vp8", "vp9", "av1", "libdav1d", "mpeg4", "mpeg2video", "mjpeg", "prores"}
    | {"ffv1", "rawvideo", "qtrle", "png"}
)
_SD_ROWS = 576  # up to which a video without a color space is BT.601
_BT709, _BT601, _UNSPECIFIED = 1, 5, 2
_UNEVEN = 1.25  # times the usual distance of frames at which a frame rate varies
_TAIL_SECONDS = 0.5  # in which the last frame is looked for
_AUDIO_STEP = 64  # frames of sound that are decoded at once


class MediaError(UnusableRequestError):
    """An input video or sound cannot be used. The message names it and the reason."""


@dataclass(frozen=True)
class VideoFacts:
    """Of a video as it is shown: upright and with square pixels. `seconds` is its length."""

    width: int
    height: int
    fps: Fraction
    seconds: float
    frames: int
    is_variable: bool
    has_audio: bool


class GivenVideo:
    """A video that is read once, frame by frame. A context manager.

    `decoding` is entered with `name` whenever something of the file is decoded. Raises MediaError.
    """

    def __init__(self, data: bytes, name: str, decoding: Decoding) -> None:
        self._data = data
        self._name = name
        self._decoding = decoding
        self._spent = 0.0

    def __enter__(self) -> GivenVideo:
        with self._step():
            check_whole(self._data, self._name)
            times, rate, has_audio = self._demultiplexed()
            self._container = _opened(self._data, self._name, _VIDEOS, "video")
            self._stream = _decodable(self._container, self._name)
            self._frames = self._container.decode(self._stream)
        try:
            self._first = self._next()
            _, picture = self._first or (0.0, None)
            if picture is None:
                raise MediaError(f"{self._name} has no frames")
        except BaseException:
            self._container.close()
            raise
        height, width = picture.shape[:2]
        self.facts = _facts(times, rate, width, height, has_audio=has_audio)
        if self.facts.seconds > _LONGEST:
            self._container.close()
            raise _too_long(self._name, f"it takes {self.facts.seconds:.1f}; shorten it")
        return self

    def __exit__(self, *_: object) -> None:
        self._container.close()

    def frames(self, *, after: float = 0.0) -> Iterator[tuple[float, Picture]]:
        """Yield each frame with its time in seconds from the first; all have one size.

        With `after`, the earlier ones are decoded, but not converted.
        """
        found, began, previous = self._first, 0.0, -1.0
        self._first = None
        step, size = float(1 / self.facts.fps), (self.facts.width, self.facts.height)
        for index in itertools.count():
            if found is None:
                return
            if index >= MAX_FRAMES:
                raise MediaError(f"{self._name} has more than {MAX_FRAMES} frames")
            time, picture = found
            began = began if index else time
            at = time - began if self.facts.is_variable else index * step
            if at > _LONGEST:
                raise _too_long(self._name, "shorten it")
            if picture is not None and at > previous:  # else a damaged file has two at one time
                yield at, _resized(picture, size)
                previous = at
            found = self._next(wanted=at + 2.0 * step >= after)

    def _next(self, *, wanted: bool = True) -> tuple[float, Picture | None] | None:
        with self._step():
            frame: VideoFrame | None = next(self._frames, None)
            if frame is None:
                return None
            unit = frame.time_base
            at = 0.0 if frame.pts is None or unit is None else float(frame.pts * unit)
            return at, _shown(frame, self._name) if wanted else None

    @contextlib.contextmanager
    def _step(self) -> Iterator[None]:
        with self._decoding(self._name), errors_of(self._name):
            began = time.thread_time()
            yield
            self._spent += time.thread_time() - began
            if self._spent > CPU_SECONDS:
                raise MediaError(f"{self._name} takes more than {CPU_SECONDS:g} seconds to decode")

    def _demultiplexed(self) -> tuple[list[Fraction], Fraction | None, bool]:
        """Return the times of the frames, the rate that the file states, and if it has sound."""
        with _opened(self._data, self._name, _VIDEOS, "video") as container:
            stream = _first_video(container, self._name)
            times: list[Fraction] = []
            for packet in container.demux(stream):
                if packet.size and packet.pts is not None and packet.time_base is not None:
                    times.append(packet.pts * packet.time_base)
                if len(times) > MAX_FRAMES:
                    raise MediaError(f"{self._name} has more than {MAX_FRAMES} frames")
            return sorted(times), stream.average_rate, bool(container.streams.audio)


def last_picture(data: bytes, name: str, decoding: Decoding) -> Picture:
    """Return the last frame of a video; raises MediaError."""
    with GivenVideo(data, name, decoding) as video:
        frames = video.frames(after=video.facts.seconds - _TAIL_SECONDS)
        _, last = next(frames)  # the first is always there
        for _, picture in frames:
            last = picture
        return last


def opening_pictures(file: BinaryIO, name: str, seconds: float, every: float) -> Iterator[Picture]:
    """Yield frames of the first seconds of a video, one in `every` seconds; raises MediaError.

    The rest of the video is not looked at, however long it is.
    """
    with errors_of(name), _opened(file, name, _VIDEOS, "video") as container:
        stream, due, began = _decodable(container, name), 0.0, None
        for frame in itertools.islice(container.decode(stream), MAX_FRAMES):
            at = 0.0 if frame.pts is None else frame.time
            began = at if began is None else began
            if at - began > seconds:
                return
            if at - began >= due:
                yield _shown(frame, name)
                due = (math.floor((at - began) / every) + 1) * every


def read_sound(
    data: bytes, name: str, decoding: Decoding, seconds: float = MAX_SECONDS
) -> NDArray[np.float32] | None:
    """Return up to some seconds of a file's sound, (2, n) at SAMPLE_RATE; None if it has none.

    That of a video begins with its first frame. Raises MediaError.
    """
    with decoding(name), errors_of(name):
        check_whole(data, name)
        container = _opened(data, name, _SOUNDS, "sound")
    with container:
        if not container.streams.audio:
            return None
        stream = container.streams.audio[0]
        context: CodecContext | None = stream.codec_context
        if context is None:
            raise MediaError(f"{name} has a sound of an unknown codec")
        if not 1 <= stream.codec_context.channels <= MAX_CHANNELS:
            raise MediaError(f"{name} has more than {MAX_CHANNELS} channels")
        videos = [one for one in container.streams.video if one.start_time is not None]
        begins = float(videos[0].start_time * videos[0].time_base) if videos else None  # type: ignore[operator]
        resampler = av.AudioResampler("fltp", "stereo", SAMPLE_RATE)
        blocks: list[NDArray[np.float32]] = []
        decoded, length, skip = container.decode(stream), 0, 0
        most, first = round(seconds * SAMPLE_RATE), True
        while length < most:
            with decoding(name), errors_of(name):
                frames = list(itertools.islice(decoded, _AUDIO_STEP))
                if frames and first:
                    first = False
                    start = _lead(frames[0].time, begins)
                    blocks.append(np.zeros((2, max(0, start)), np.float32))
                    length, skip = max(0, start), max(0, -start)
                resampled = [one for frame in frames for one in resampler.resample(frame)]
                if not frames:
                    resampled = resampler.resample(None)
                for one in resampled:
                    block = np.asarray(one.to_ndarray(), np.float32)
                    cut = min(skip, block.shape[1])
                    skip -= cut
                    blocks.append(np.nan_to_num(block[:, cut:]))
                    length += block.shape[1] - cut
            if not frames:
                break
    sound = np.concatenate(blocks, axis=1) if blocks else np.zeros((2, 0), np.float32)
    if not sound.shape[1]:
        raise MediaError(f"{name} has no sound in it")
    return np.clip(sound[:, :most], -1.0, 1.0)


def given_sound(files: Sequence[bytes], decoding: Decoding) -> NDArray[np.float32] | None:
    """Return the sounds of files, one after another, MAX_SECONDS at most; None without files."""
    sounds: list[NDArray[np.float32]] = []
    left = MAX_SECONDS
    for number, data in enumerate(files, 1):
        if left <= 0.0:
            break
        name = f"audio reference {number}"
        sound = read_sound(data, name, decoding, left)
        if sound is None:
            raise MediaError(f"{name} has no sound in it")
        sounds.append(sound)
        left -= sound.shape[1] / SAMPLE_RATE
    return np.concatenate(sounds, axis=1) if sounds else None


def _lead(sound: float | None, video: float | None) -> int:
    """Return how many samples a sound begins after its video."""
    if sound is None or video is None:
        return 0
    return round(min(max(sound - video, -MAX_SECONDS), MAX_SECONDS) * SAMPLE_RATE)


def check_whole(data: bytes, name: str) -> None:
    """Raise MediaError if the file is empty or its end is missing."""
    if not data:
        raise MediaError(f"{name} is empty")
    completeness = Completeness()
    completeness.feed(data)
    if completeness.problem(is_whole_by_http=True) is not None:
        raise MediaError(f"{name} is truncated")


@contextlib.contextmanager
def errors_of(name: str) -> Iterator[None]:
    """Raise what a decoder raises as MediaError: the file is the cause."""
    try:
        yield
    except UnusableRequestError:
        raise
    except (MemoryError, av.error.MemoryError) as error:
        problem = "is damaged, or takes too much memory to decode"
        raise MediaError(f"{name} {problem}") from error
    except Exception as error:  # whatever a decoder raises, the file is the cause
        raise MediaError(f"{name} is damaged") from error


def _opened(data: bytes | BinaryIO, name: str, kinds: dict[str, str], noun: str) -> InputContainer:
    file = io.BytesIO(data) if isinstance(data, bytes) else data
    kind = media_type(file.read(4096))
    file.seek(0)
    if kind is None or kind not in kinds:
        formats = "MP4, MOV, WebM, Matroska or AVI"
        if kinds is _SOUNDS:
            formats = "MP3, WAV, FLAC, Ogg, AAC, AIFF, M4A or a video"
        raise MediaError(f"{name} is not a readable {noun} (expected {formats})")
    options = {"max_pixels": str(2 * MAX_PIXELS), "protocol_whitelist": "none"}
    return av.open(file, "r", format=kinds[kind], options=options)


def _first_video(container: InputContainer, name: str) -> VideoStream:
    if not container.streams.video:
        raise MediaError(f"{name} has no picture")
    stream = container.streams.video[0]
    # It has none for a codec that FFmpeg does not know.
    context: CodecContext | None = stream.codec_context
    codec = "an unknown codec" if context is None else context.codec.name
    if codec not in _VIDEO_CODECS:
        raise MediaError(f"{name} is encoded with {codec}, which is not supported")
    return stream


def _decodable(container: InputContainer, name: str) -> VideoStream:
    """Return the first video of a file, ready to be decoded."""
    stream = _first_video(container, name)
    context = stream.codec_context
    _check_size(context.width, context.height, name)
    # On this thread alone: so its time and memory are counted, and limited, by this process.
    context.thread_count = 1
    context.options = {"max_pixels": str(2 * MAX_PIXELS)}
    return stream


def _check_size(width: int, height: int, name: str) -> None:
    if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE and width * height <= MAX_PIXELS):
        size = f"is {width}x{height}" if width and height else "has no readable size"
        raise MediaError(
            f"{name} {size}; at most {MAX_PIXELS // 1_000_000} megapixels and"
            f" {MAX_SIDE} pixels a side"
        )


def _facts(
    times: list[Fraction], rate: Fraction | None, width: int, height: int, *, has_audio: bool
) -> VideoFacts:
    """Return the facts of a video whose packets have these times."""
    steps = sorted(b - a for a, b in itertools.pairwise(times) if b > a)
    usual = steps[len(steps) // 2] if steps else Fraction(0)
    uneven = bool(steps) and (
        steps[-1] > _UNEVEN * usual + Fraction(1, 500)
        or steps[0] * Fraction(_UNEVEN) + Fraction(1, 500) < usual
    )
    mean = Fraction(len(steps)) / sum(steps) if steps else None
    if mean is not None and (rate is None or abs(rate - mean) > mean / 50):
        rate = mean.limit_denominator(1001)
    fps = rate if rate is not None and 0 < rate <= MAX_FPS else Fraction(24)
    span = float(times[-1] - times[0]) if len(times) > 1 else 0.0
    seconds = span + float(usual or 1 / fps) if uneven else len(times) / float(fps)
    return VideoFacts(width, height, fps, seconds, len(times), uneven, has_audio)


def _shown(frame: VideoFrame, name: str) -> Picture:
    """Return a frame as it is shown: sRGB over black, upright, with square pixels."""
    _check_size(frame.width, frame.height, name)
    if frame.colorspace == _UNSPECIFIED and not frame.format.is_rgb:
        frame.colorspace = _BT601 if frame.height <= _SD_ROWS else _BT709
    if any(component.is_alpha for component in frame.format.components):
        layers = frame.to_ndarray(format="rgba")
        share = layers[..., 3:].astype(np.uint16)
        shown = (layers[..., :3] * share + 127) // 255
    else:
        shown = frame.to_ndarray(format="rgb24")
    picture = np.asarray(shown, np.uint8)
    aspect: Any = getattr(frame, "sample_aspect_ratio", None)
    if aspect is not None and aspect > 0 and aspect != 1 and Fraction(1, 4) <= aspect <= 4:
        wide = max(2, round(picture.shape[1] * float(aspect)))
        _check_size(wide, picture.shape[0], name)
        picture = _resized(picture, (wide, picture.shape[0]))
    turns = round(frame.rotation / 90) % 4
    return np.ascontiguousarray(np.rot90(picture, turns)) if turns else picture


def _resized(picture: Picture, size: tuple[int, int]) -> Picture:
    if picture.shape[1::-1] == size:
        return picture
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)


def _too_long(name: str, advice: str) -> MediaError:
    return MediaError(f"{name} is longer than {MAX_SECONDS:g} seconds: {advice}")
