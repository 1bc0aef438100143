"""Videos in milliseconds: a few key pictures are encoded, and what lies between only moves them.

The file is as real as a rendered one: H.264 and AAC in MP4, of the very size, length and number of
frames, with a key picture every two seconds at most. Equal requests give equal bytes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import av
import numpy as np
from av.video.frame import PictureType

from rushes.engines.chime import CHORDS, FRAME, PRIMING, Chime, chime, frames_of
from rushes.engines.encode import AUDIO_BIT_RATE, SAMPLE_RATE
from rushes.engines.motion import moved_picture, read_parameter_sets
from rushes.engines.report import report_of, title_of
from rushes.engines.request import (
    FILE_LISTS,
    FILES,
    RenderCancelled,
    RenderReport,
    RenderRequest,
    check_request,
)
from rushes.engines.slate import KEY_SECONDS, Slate, from_rgb, layout
from rushes.engines.slate_text import prompt_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from av.audio.stream import AudioStream
    from av.container import OutputContainer
    from av.stream import Stream
    from av.video.stream import VideoStream

    from rushes.engines.encode import Planes
    from rushes.engines.slate import Color, Layout

    Packet = av.Packet[Stream]

Decoding = Callable[[str], AbstractContextManager[object]]

_QUANTIZER = 20
_BLENDED_KEYS = 4  # key pictures at least, where one given picture becomes another
# The length of the whole is exact to a sample, not to a millisecond.
_MP4 = {"movflags": "+faststart", "movie_timescale": str(SAMPLE_RATE)}
_X264 = "scenecut=0:rc-lookahead=0:sync-lookahead=0:ref=1:sliced-threads=0:cpu-independent=1"


def render(
    request: RenderRequest,
    target: Path,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
    decoding: Decoding = nullcontext,
) -> RenderReport:
    """Write the video to `target`, which appears complete or not at all; it is not synced.

    Takes and raises what `render.render` does.
    """
    check_request(request)
    asked = request
    request, first, last, palette = _taken(request, decoding, cancelled)
    place = _layout(request, first, last)
    slate = Slate(request, place, palette)
    grounds = _grounds(request, place, first, last)
    part = target.with_name(target.name + ".part")
    try:
        # By name and with a protocol, as in VideoWriter.
        with av.open(f"file:{part}", "w", format="mp4", options=_MP4) as container:
            container.metadata.update(_tags(request))
            video, sound = _streams(container, request)
            pictures = _encoded(video, request, slate, place, grounds, cancelled)
            packets = list(_video_packets(video, request, pictures))
            if sound is not None:
                tone = chime(slate.mark[-1] % CHORDS)
                packets += _sound_packets(sound, request, tone)
            # Interleaved, so that a player of the stream needs no seeking.
            container.mux(sorted(packets, key=_seconds))
            progress(1.0)
            if cancelled():
                raise RenderCancelled("the render was cancelled")
        report = _report(asked, request, part)
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    return report


def warm_up() -> None:
    """Have the libraries set themselves up, so that the first request does not wait for it."""
    request = RenderRequest("", 64, 64, 0.1, 0, audio=True, instant=True)
    with tempfile.TemporaryDirectory(prefix="rushes-") as folder:
        render(request, Path(folder) / "video.mp4", lambda _: None, lambda: False)


def _layout(request: RenderRequest, first: Planes | None, last: Planes | None) -> Layout:
    distance = KEY_SECONDS * request.fps
    if last is not None:
        keys = _BLENDED_KEYS if first is not None else 2
        distance = min(distance, -(-request.frames // keys))
    over_picture = first is not None or last is not None
    return layout(request.width, request.height, distance, over_picture=over_picture)


def _taken(
    request: RenderRequest, decoding: Decoding, cancelled: Callable[[], bool]
) -> tuple[RenderRequest, Planes | None, Planes | None, tuple[Color, ...]]:
    """Return the request as its files make it, its ends as planes, and the colors that it gives."""
    if not any(getattr(request, name) for name in (*FILES, *FILE_LISTS)):
        return request, None, None, ()
    # Imported here: few requests have files, and OpenCV takes a while to load.
    import cv2  # noqa: PLC0415

    from rushes.engines.given import Given  # noqa: PLC0415
    from rushes.engines.images import video_planes  # noqa: PLC0415
    from rushes.engines.slate_inputs import slate_inputs  # noqa: PLC0415

    cv2.setNumThreads(1)  # as in render: equal bytes on any number of cores
    taken = slate_inputs(request, Given(decoding, cancelled))
    check_request(taken.request)
    first, last = (
        None if picture is None else video_planes(picture) for picture in (taken.first, taken.last)
    )
    colors = tuple(from_rgb(*map(_gamma, color)) for color in taken.colors)
    return taken.request, first, last, colors


def _gamma(linear: float) -> float:
    return linear * 12.92 if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055


def _grounds(
    request: RenderRequest, place: Layout, first: Planes | None, last: Planes | None
) -> list[Planes | None]:
    """Return what each key picture shows behind its text."""
    count = -(-request.frames // place.distance)
    if first is None or last is None:
        return [*[first] * (count - 1), first if last is None else last]
    steps = [number / max(1, count - 1) for number in range(count)]
    return [_blended(first, last, step) for step in steps]


def _blended(first: Planes, last: Planes, step: float) -> Planes:
    mixed = [
        np.asarray(a + (b.astype(np.float32) - a) * step + 0.5, np.uint8)
        for a, b in zip(first, last, strict=True)
    ]
    return mixed[0], mixed[1], mixed[2]


def _streams(
    container: OutputContainer, request: RenderRequest
) -> tuple[VideoStream, AudioStream | None]:
    video = container.add_stream("libx264", rate=request.fps)
    video.width, video.height, video.pix_fmt = request.width, request.height, "yuv420p"
    context = video.codec_context
    context.time_base = Fraction(1, request.fps)
    context.gop_size, context.max_b_frames, context.thread_count = 1000, 0, 1
    context.color_range = context.colorspace = 1
    context.color_primaries = context.color_trc = 1
    # The baseline profile is what `motion` writes.
    context.options = {
        "preset": "ultrafast",
        "profile": "baseline",
        "qp": str(_QUANTIZER),
        "forced-idr": "1",
        "x264-params": _X264,
    }
    if not request.audio:
        return video, None
    audio = container.add_stream("aac", rate=SAMPLE_RATE)
    audio.layout, audio.bit_rate = "stereo", AUDIO_BIT_RATE
    return video, audio


def _encoded(
    stream: VideoStream,
    request: RenderRequest,
    slate: Slate,
    place: Layout,
    grounds: list[Planes | None],
    cancelled: Callable[[], bool],
) -> list[bytes]:
    """Return the access units of all frames."""
    keys: list[bytes] = []
    for number, ground in enumerate(grounds):
        if cancelled():
            raise RenderCancelled("the render was cancelled")
        picture = slate.key_picture(number * place.distance, ground)
        keys += map(bytes, stream.encode(_frame(picture, number, request.fps)))
    keys += map(bytes, stream.encode(None))
    sets = read_parameter_sets(stream.codec_context.extradata or b"")
    units = []
    for index in range(request.frames):
        key, number = divmod(index, place.distance)
        if number == 0:
            units.append(keys[key])
            continue
        rows = slate.moved(index, over_picture=grounds[key] is not None)
        units.append(moved_picture(sets, rows, number, slate.band))
    return units


def _frame(planes: Planes, number: int, fps: int) -> av.VideoFrame:
    height, width = planes[0].shape
    frame = av.VideoFrame(width, height, "yuv420p")
    for plane, source in zip(frame.planes, planes, strict=True):
        rows = np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)
        rows[:, : plane.width] = source
    frame.pts, frame.time_base = number, Fraction(1, fps)
    frame.colorspace = frame.color_range = 1
    frame.pict_type = PictureType.I
    return frame


def _seconds(packet: Packet) -> float:
    return (packet.dts or 0) / packet.time_base.denominator


def _video_packets(
    stream: VideoStream, request: RenderRequest, pictures: list[bytes]
) -> Iterator[Packet]:
    for index, unit in enumerate(pictures):
        packet = _packet(stream, unit, index, Fraction(1, request.fps))
        packet.duration = 1
        packet.is_keyframe = unit[4] & 31 != 1
        yield packet


def _sound_packets(stream: AudioStream, request: RenderRequest, tone: Chime) -> Iterator[Packet]:
    samples = request.frames * SAMPLE_RATE // request.fps
    end = samples + PRIMING
    for number in range(frames_of(samples)):
        at = number * FRAME
        packet = _packet(stream, tone.frame(number), at - PRIMING, Fraction(1, SAMPLE_RATE))
        packet.duration = min(FRAME, end - at)
        packet.is_keyframe = True
        yield packet


def _packet(
    stream: VideoStream | AudioStream, data: bytes, time: int, time_base: Fraction
) -> Packet:
    packet: Packet = av.Packet(data)
    packet.stream, packet.time_base = stream, time_base
    packet.pts = packet.dts = time
    return packet


def _tags(request: RenderRequest) -> dict[str, str]:
    emulated = f"; emulates {request.emulated_model}" if request.emulated_model else ""
    return {
        "title": title_of(request.prompt),
        "artist": "Rushes",
        "comment": f"instant emulation, offline{emulated}",
        "description": f"a slate, not a render of the prompt; seed {request.seed}",
    }


def _report(asked: RenderRequest, request: RenderRequest, path: Path) -> RenderReport:
    drawn = {"scene": "a slate", "words": [], "not_drawn": prompt_words(request.prompt)}
    plan: dict[str, object] = {"source": "instant emulation", "seed": request.seed, "drawn": drawn}
    if asked.task != "generate":  # the given files decide these
        plan |= {
            "size": f"{request.width}x{request.height}",
            "duration": round(request.frames / request.fps, 3),
            "audio": request.audio,
        }
    if asked.task == "upscale":
        plan |= {"upscale_factor": asked.upscale_factor, "creativity": asked.creativity}
    return report_of(
        path,
        plan,
        width=request.width,
        height=request.height,
        frames=request.frames,
        duration=request.frames / request.fps,
        has_audio=request.audio,
    )
