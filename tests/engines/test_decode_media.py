"""Videos and sounds of any kind and any damage are decoded within bounds, or refused by name."""

from __future__ import annotations

import contextlib
import functools
import io
import subprocess
import sys
import threading
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import av
import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from rushes.engines import decode_media
from rushes.engines.decode_media import GivenVideo, MediaError, last_picture, read_sound
from rushes.engines.images import Picture
from tests.engines.clips import RATE, clip, pitch_of, sound
from tests.engines.pictures import change, scenery
from tests.engines.test_decode import MIB, only_linux, png

HUGE = png(9000, 9000)
# Decodes one video after another, each step of which may allocate `argv[1]` bytes.
LIMITED = """
import sys
from rushes.engines.decode_limits import decode_limits
from rushes.engines.decode_media import GivenVideo, MediaError, read_sound
memory = int(sys.argv[1])
limit = lambda name: decode_limits(60.0, memory)
while (size := sys.stdin.buffer.readline()):
    data = sys.stdin.buffer.read(int(size))
    try:
        with GivenVideo(data, "it", limit) as video:
            print(sum(1 for _ in video.frames()), video.facts.width, video.facts.height)
    except MediaError as error:
        print(error)
"""


def unlimited(name: str) -> contextlib.AbstractContextManager[None]:
    return contextlib.nullcontext()


def decoded(data: bytes) -> tuple[decode_media.VideoFacts, list[tuple[float, Picture]]]:
    with GivenVideo(data, "it", unlimited) as video:
        return video.facts, list(video.frames())


def problem(data: bytes) -> str:
    with pytest.raises(MediaError) as caught:
        decoded(data)
    return str(caught.value)


@pytest.mark.parametrize(
    "made",
    [
        {"tone": 440.0},
        {"kind": "mov", "codec": "prores_ks", "pixels": "yuv422p10le"},
        {"kind": "mov", "codec": "qtrle", "pixels": "argb"},
        {"kind": "webm", "codec": "libvpx-vp9", "tone": 440.0},
        {"kind": "matroska", "fps": 30},
        {"kind": "avi", "codec": "mjpeg", "pixels": "yuvj420p"},
        {"kind": "avi", "codec": "mpeg4"},
        {"pixels": "yuv420p10le"},
        {"pixels": "yuv444p"},
    ],
    ids=str,
)
def test_usual_kinds_are_read_frame_by_frame(made: dict[str, Any]) -> None:
    data = clip(**made)
    facts, frames = decoded(data)
    assert (facts.width, facts.height, facts.frames) == (96, 64, 12)
    assert facts.fps == made.get("fps", 24)
    assert facts.has_audio == ("tone" in made)
    assert not facts.is_variable
    assert facts.seconds == pytest.approx(12 / float(facts.fps))
    assert [at for at, _ in frames] == pytest.approx([i / float(facts.fps) for i in range(12)])
    for index in (0, 11):
        assert change(frames[index][1], scenery(96, 64, shift=0.04 * index)) < 8.0
    assert np.array_equal(last_picture(data, "it", unlimited), frames[-1][1])
    heard = read_sound(data, "it", unlimited)
    assert (heard is not None) == facts.has_audio
    if heard is not None:
        assert pitch_of(heard[0, : RATE // 2]) == pytest.approx(440.0, abs=4.0)


@pytest.mark.parametrize("kind", ["mp4", "matroska"])
def test_a_varying_frame_rate_keeps_the_time_of_each_frame(kind: str) -> None:
    times = [0, 40, 100, 400, 440, 500]
    facts, frames = decoded(clip(frames=6, times=times, kind=kind))
    assert facts.is_variable
    assert [at for at, _ in frames] == pytest.approx([at / 1000 for at in times])
    assert facts.seconds == pytest.approx(0.56, abs=0.03)


def test_one_frame_is_a_video() -> None:
    facts, frames = decoded(clip(frames=1))
    assert (len(frames), facts.frames, facts.fps) == (1, 1, 24)


@pytest.mark.parametrize(
    ("matrix", "turns"), [((0, 1, -1, 0), -1), ((-1, 0, 0, -1), 2), ((0, -1, 1, 0), 1)]
)
def test_a_turned_video_is_shown_upright(matrix: tuple[int, ...], turns: int) -> None:
    data = bytearray(clip())
    at = data.index(b"tkhd") + 4 + 4 + 20 + 8 + 8  # to the matrix of version 0
    a, b, c, d = (value << 16 for value in matrix)
    for place, value in ((0, a), (4, b), (12, c), (16, d)):
        data[at + place : at + place + 4] = value.to_bytes(4, "big", signed=True)
    facts, frames = decoded(bytes(data))
    upright = np.rot90(scenery(96, 64), turns)
    assert (facts.height, facts.width) == upright.shape[:2]
    assert change(frames[0][1], upright) < 6.0


def test_what_is_transparent_is_black() -> None:
    out = io.BytesIO()
    shown = np.dstack((np.full((32, 32, 3), 200, np.uint8), np.zeros((32, 32), np.uint8)))
    shown[:16, :, 3] = 255
    with av.open(out, "w", format="mov") as container:
        stream: Any = container.add_stream("qtrle", rate=24)
        stream.width, stream.height, stream.pix_fmt = 32, 32, "argb"
        frame = av.VideoFrame.from_ndarray(shown, format="rgba").reformat(format="argb")
        container.mux(stream.encode(frame))
        container.mux(stream.encode())
    _, frames = decoded(out.getvalue())
    assert (frames[0][1][:16] == 200).all()
    assert (frames[0][1][16:] == 0).all()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "it is empty"),
        (b"\0" * 400, "it is not a readable video (expected MP4"),
        (b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n", "it is not a readable video"),
        (b"ffconcat version 1.0\nfile /etc/passwd\n", "it is not a readable video"),
        (sound(0.2), "it is not a readable video"),
        (clip()[:-300], "it is truncated"),
        (clip(kind="webm", codec="libvpx-vp9")[:40], "it is "),
    ],
    ids=lambda value: str(value)[:24],
)
def test_what_is_no_video_is_refused_in_words(data: bytes, said: str) -> None:
    assert said in problem(data)


def test_a_video_without_a_picture_or_without_frames_is_refused() -> None:
    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as container:
        stream = container.add_stream("aac", rate=RATE, layout="stereo")
        frame = av.AudioFrame.from_ndarray(np.zeros((2, 1024), np.float32), "fltp", "stereo")
        frame.sample_rate = RATE
        container.mux(stream.encode(frame))
        container.mux(stream.encode())
    assert problem(out.getvalue()) == "it has no picture"
    assert read_sound(out.getvalue(), "it", unlimited) is not None
    assert "has no " in problem(_muxed("h264", [], extra=_avcc()))


def test_limits_of_size_and_length_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    large = clip(4096, 2304, 1, kind="avi", codec="mjpeg", pixels="yuvj420p", still=True)
    assert problem(large) == "it is 4096x2304; at most 9 megapixels and 8192 pixels a side"
    lengthy = clip(frames=3, fps=1, times=[0, 1000, 70_000])
    assert "longer than 60 seconds" in problem(lengthy)
    for frames, fps, seconds in ((61, 1, "61.0"), (122, 2, "61.0"), (242, 4, "60.5")):
        said = problem(clip(16, 16, frames, fps, still=True))
        assert said == f"it is longer than 60 seconds: it takes {seconds}; shorten it"
    monkeypatch.setattr(decode_media, "MAX_FRAMES", 5)
    assert problem(clip()) == "it has more than 5 frames"


@pytest.mark.parametrize(("frames", "fps"), [(60, 1), (1440, 24), (1441, 24)])
def test_a_video_of_a_minute_is_read_though_its_times_are_rounded(frames: int, fps: int) -> None:
    assert len(decoded(clip(16, 16, frames, fps, still=True))[1]) == frames


def test_a_frame_that_is_larger_than_the_file_says_takes_no_memory() -> None:
    assert "at most 9 megapixels" in problem(_muxed("png", [HUGE]))


def test_each_step_is_limited_on_the_thread_that_reads() -> None:
    steps: list[str] = []

    @contextlib.contextmanager
    def counted(name: str) -> Iterator[None]:
        assert threading.current_thread() is threading.main_thread()
        steps.append(name)
        yield

    with GivenVideo(clip(), "it", counted) as video:
        assert len(list(video.frames())) == 12
    assert steps.count("it") >= 13


def test_too_much_time_is_an_error_of_the_video(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode_media, "CPU_SECONDS", 0.0)
    assert "takes more than 0 seconds to decode" in problem(clip())


@only_linux
def test_memory_is_limited_and_the_next_video_is_read() -> None:
    large = clip(3840, 2160, 2, still=True)
    videos = [large, _muxed("png", [HUGE]), clip(), clip()[:900]]
    sent = b"".join(b"%d\n%b" % (len(data), data) for data in (clip(), *videos))
    done = functools.partial(
        subprocess.run, input=sent, capture_output=True, check=True, timeout=100
    )
    lines = done([sys.executable, "-c", LIMITED, str(500 * MIB)]).stdout.decode().splitlines()
    assert lines[:2] == ["12 96 64", "2 3840 2160"]
    assert lines[3:] == ["12 96 64", "it is truncated"]
    lines = done([sys.executable, "-c", LIMITED, str(30 * MIB)]).stdout.decode().splitlines()
    assert lines[1] == "it is damaged, or takes too much memory to decode"
    assert lines[3] == "12 96 64"


KINDS = [
    functools.partial(clip, 64, 48, 6, tone=300.0),
    functools.partial(clip, 64, 48, 6, kind="webm", codec="libvpx-vp9"),
    functools.partial(clip, 64, 48, 6, kind="avi", codec="mpeg4"),
    functools.partial(clip, 64, 48, 6, kind="mov", codec="prores_ks", pixels="yuv422p10le"),
]
MADE = functools.cache(lambda number: KINDS[number]())


@given(
    number=st.integers(0, len(KINDS) - 1),
    changes=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=8)), max_size=6),
    cut=st.floats(0, 1),
)
@settings(max_examples=120, deadline=None)
def test_any_damage_is_a_video_or_a_refusal(
    number: int, changes: list[tuple[float, bytes]], cut: float
) -> None:
    data = bytearray(MADE(number))
    for where, patch in changes:
        at = int(where * (len(data) - len(patch)))
        data[at : at + len(patch)] = patch
    if cut < 0.5:
        del data[int(2 * cut * len(data)) :]
    with contextlib.suppress(MediaError):
        facts, frames = decoded(bytes(data))
        assert frames
        assert {picture.shape for _, picture in frames} == {(facts.height, facts.width, 3)}
    with contextlib.suppress(MediaError):
        heard = read_sound(bytes(data), "it", unlimited)
        assert heard is None or (heard.shape[0] == 2 and np.isfinite(heard).all())


@pytest.mark.parametrize("kind", ["wav", "flac", "ogg", "mp3"])
def test_sounds_are_read_and_cut(kind: str) -> None:
    heard = read_sound(sound(0.5, 440.0, kind), "it", unlimited)
    assert heard is not None
    assert heard.shape[1] == pytest.approx(RATE / 2, abs=2500)
    assert pitch_of(heard[0]) == pytest.approx(440.0, abs=4.0)
    cut = read_sound(sound(0.5, 440.0, kind), "it", unlimited, 0.1)
    assert cut is not None
    assert cut.shape[1] == RATE // 10


def test_what_is_no_sound_is_refused_in_words() -> None:
    with pytest.raises(MediaError, match="it is not a readable sound"):
        read_sound(png(8, 8), "it", unlimited)
    assert read_sound(clip(), "it", unlimited) is None


def _avcc() -> bytes:
    with av.open(io.BytesIO(clip())) as container:
        return container.streams.video[0].codec_context.extradata or b""


def _muxed(codec: str, packets: list[bytes], extra: bytes | None = None) -> bytes:
    """Return a file with these very packets."""
    out = io.BytesIO()
    with av.open(out, "w", format="mov") as container:
        stream: Any = container.add_stream("libx264" if codec == "h264" else codec, rate=24)
        stream.width, stream.height = 64, 64
        stream.pix_fmt = "yuv420p" if codec == "h264" else "rgb24"
        if extra is not None:
            stream.codec_context.extradata = extra
        stream.codec_context.time_base = Fraction(1, 24)
        container.start_encoding()
        for index, payload in enumerate(packets):
            packet = av.Packet(payload)
            packet.stream, packet.pts, packet.dts = stream, index, index
            packet.time_base, packet.is_keyframe = Fraction(1, 24), True
            container.mux(packet)
    return out.getvalue()
