from __future__ import annotations

import hashlib
import itertools
import os
import subprocess
import sys
import threading
from fractions import Fraction
from functools import partial
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from rushes.engines.encode import SAMPLE_RATE, Planes, VideoWriter
from tests.engines.pictures import scenery
from tests.isolation import ROOT

WIDTH, HEIGHT, FPS = 160, 96, 24
TAGS = {"title": "A lake", "comment": "procedural, offline"}


def plane_sequence(count: int, width: int = WIDTH, height: int = HEIGHT) -> list[Planes]:
    y, x = np.mgrid[0:height, 0:width]
    frames = []
    for index in range(count):
        luma = (16 + (x * 2 + y + index * 5) % 219).astype(np.uint8)
        u = (64 + (x[::2, ::2] + index) % 128).astype(np.uint8)
        v = (64 + (y[::2, ::2] + index) % 128).astype(np.uint8)
        frames.append((luma, u, v))
    return frames


def tone(seconds: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    t = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    wave = 0.3 * np.sin(2 * np.pi * 440 * t)
    return np.stack((wave, 0.5 * wave)).astype(np.float32)


def write(target: Path, seconds: float = 1.0, *, sound: bool = True, **options: object) -> Path:
    with VideoWriter(
        target,
        width=WIDTH,
        height=HEIGHT,
        fps=FPS,
        sound=partial(tone, seconds) if sound else None,
        tags=TAGS,
        **options,  # type: ignore[arg-type]  # forwarded as they are
    ) as writer:
        for planes in plane_sequence(round(seconds * FPS)):
            writer.video(planes)
    return target


def test_key_frames_are_hardly_sharper_than_their_neighbors(tmp_path: Path) -> None:
    rng, gray = np.random.default_rng(5), np.full((180, 320), 128, np.uint8)
    path = tmp_path / "video.mp4"
    with VideoWriter(path, width=640, height=360, fps=FPS, sound=None) as writer:
        for index in range(60):
            luma = 16.0 + 0.86 * scenery(640, 360, shift=0.004 * index)[..., 1]
            grainy = luma + rng.normal(0.0, 2.0, luma.shape)
            writer.video((np.clip(grainy, 16, 235).astype(np.uint8), gray, gray))
    with av.open(str(path)) as container:
        frames = [(frame.key_frame, frame.to_ndarray()[:360]) for frame in container.decode()]
    detail = [float(np.abs(cv2.Laplacian(luma, cv2.CV_32F)).mean()) for _, luma in frames]
    key = [number for number, (is_key, _) in enumerate(frames) if is_key][1]
    around = detail[key - 8 : key] + detail[key + 1 : key + 9]
    assert 0.8 < detail[key] / np.mean(around) < 1.7


@pytest.mark.parametrize("seconds", [1.0, 2.5, 5.0])
def test_frames_and_durations_are_exact(tmp_path: Path, seconds: float) -> None:
    path = write(tmp_path / "video.mp4", seconds)
    frames = round(seconds * FPS)
    with av.open(str(path)) as container:
        video, audio = container.streams.video[0], container.streams.audio[0]
        assert video.frames == frames
        assert video.time_base is not None
        assert video.duration is not None
        assert video.duration * video.time_base == Fraction(frames, FPS)
        assert audio.duration == round(seconds * SAMPLE_RATE)
        assert container.duration == round(seconds * 1_000_000)
        assert video.average_rate == FPS
        times = [frame.time for frame in container.decode(video=0)]
    assert times == pytest.approx([k / FPS for k in range(frames)])


def test_the_tags_say_what_players_need(tmp_path: Path) -> None:
    with av.open(str(write(tmp_path / "video.mp4"))) as container:
        video, audio = container.streams.video[0], container.streams.audio[0]
        assert (video.codec_context.name, video.pix_fmt) == ("h264", "yuv420p")
        assert (video.width, video.height) == (WIDTH, HEIGHT)
        context = video.codec_context
        assert (context.color_range, context.colorspace) == (1, 1)
        assert (context.color_primaries, context.color_trc) == (1, 1)
        assert audio.codec_context.name == "aac"
        assert (audio.rate, audio.channels) == (SAMPLE_RATE, 2)
        assert container.metadata["title"] == "A lake"
        assert container.metadata["comment"] == "procedural, offline"
        assert "creation_time" not in container.metadata


def test_playing_can_start_before_the_end_has_arrived(tmp_path: Path) -> None:
    data = write(tmp_path / "video.mp4", 3.0).read_bytes()
    assert data[4:8] == b"ftyp"
    assert data.index(b"moov") < data.index(b"mdat")


def test_sound_and_picture_are_interleaved(tmp_path: Path) -> None:
    with av.open(str(write(tmp_path / "video.mp4", 4.0))) as container:
        kinds = [packet.stream.type for packet in container.demux() if packet.size]
    runs = [len(list(run)) for kind, run in itertools.groupby(kinds) if kind == "audio"]
    assert len(runs) > 10


def test_the_bytes_do_not_depend_on_when_the_sound_is_ready(tmp_path: Path) -> None:
    drawn = threading.Event()
    seconds = 12.0  # FFmpeg waits for ten, unless told otherwise

    def late() -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        assert drawn.wait(60)
        return tone(seconds)

    path = tmp_path / "late.mp4"
    with VideoWriter(path, width=WIDTH, height=HEIGHT, fps=FPS, sound=late, tags=TAGS) as writer:
        for planes in plane_sequence(round(seconds * FPS)):
            writer.video(planes)
        drawn.set()
    assert path.read_bytes() == write(tmp_path / "video.mp4", seconds).read_bytes()


def test_without_sound_there_is_no_audio_stream(tmp_path: Path) -> None:
    with av.open(str(write(tmp_path / "video.mp4", sound=False))) as container:
        assert not container.streams.audio
        assert len(container.streams.video) == 1


def test_sound_that_cannot_be_made_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        raise LookupError("no sound")

    target = tmp_path / "video.mp4"
    with (
        pytest.raises(LookupError, match="no sound"),
        VideoWriter(target, width=WIDTH, height=HEIGHT, fps=FPS, sound=broken) as writer,
    ):
        writer.video(plane_sequence(1)[0])
    assert list(tmp_path.iterdir()) == []
    assert not [one for one in threading.enumerate() if one.name.startswith("sound")]


def test_the_same_frames_give_the_same_bytes(tmp_path: Path) -> None:
    one = write(tmp_path / "one.mp4", 2.0).read_bytes()
    two = write(tmp_path / "two.mp4", 2.0).read_bytes()
    assert hashlib.sha256(one).digest() == hashlib.sha256(two).digest()


@pytest.mark.skipif(sys.platform != "linux", reason="glibc fills fresh memory on request")
def test_the_bytes_do_not_depend_on_what_was_in_memory_before(tmp_path: Path) -> None:
    def bytes_with(filling: str) -> bytes:
        target = tmp_path / f"{filling}.mp4"
        code = "import sys, pathlib; from tests.engines.test_encode import write"
        run = f"{code}; write(pathlib.Path(sys.argv[1]), 2.0)"
        environment = {**os.environ, "MALLOC_PERTURB_": filling}
        command = [sys.executable, "-c", run, str(target)]
        subprocess.run(command, check=True, env=environment, cwd=ROOT)
        return target.read_bytes()

    assert bytes_with("90") == bytes_with("165")


def test_the_tone_survives(tmp_path: Path) -> None:
    path = write(tmp_path / "video.mp4", 1.0)
    with av.open(str(path)) as container:
        left = np.concatenate([f.to_ndarray()[0] for f in container.decode(audio=0)])
    spectrum = np.abs(np.fft.rfft(left[:SAMPLE_RATE]))
    assert abs(int(spectrum.argmax()) - 440) <= 1


def test_zones_raise_the_quality_of_their_frames(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    frames = plane_sequence(24)
    rough = [
        ((p[0] // 2 + rng.integers(0, 90, p[0].shape)).astype(np.uint8), p[1], p[2]) for p in frames
    ]

    def error(zones: tuple[tuple[int, int, int], ...]) -> float:
        path = tmp_path / "video.mp4"
        with VideoWriter(
            path, width=WIDTH, height=HEIGHT, fps=FPS, sound=None, zones=zones
        ) as writer:
            for planes in rough:
                writer.video(planes)
        with av.open(str(path)) as container:
            luma = next(container.decode(video=0)).to_ndarray()[:HEIGHT]
        return float(np.abs(luma.astype(float) - rough[0][0]).mean())

    assert error(((0, 1, 10),)) < 0.6 * error(())


class Interrupted(BaseException):
    pass


def _break_off(writer: VideoWriter, written: int, kind: type[BaseException]) -> None:
    for planes in plane_sequence(written):
        writer.video(planes)
    # The first packets come out once the encoder has looked far enough ahead.
    assert writer.part.exists() or written < 30
    raise kind


@pytest.mark.parametrize("kind", [RuntimeError, KeyboardInterrupt, Interrupted])
@pytest.mark.parametrize("written", [0, 1, 30])
def test_nothing_is_left_when_the_video_breaks_off(
    tmp_path: Path, kind: type[BaseException], written: int
) -> None:
    target = tmp_path / "video.mp4"
    with (
        pytest.raises(kind),
        VideoWriter(
            target, width=WIDTH, height=HEIGHT, fps=FPS, sound=partial(tone, 1.0)
        ) as writer,
    ):
        _break_off(writer, written, kind)
    assert list(tmp_path.iterdir()) == []


def test_an_earlier_video_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    target = write(tmp_path / "video.mp4")
    before = target.read_bytes()
    with (
        pytest.raises(RuntimeError),
        VideoWriter(target, width=WIDTH, height=HEIGHT, fps=FPS, sound=None) as writer,
    ):
        _break_off(writer, 1, RuntimeError)
    assert target.read_bytes() == before


def test_a_folder_that_is_not_there_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    with (
        pytest.raises(FileNotFoundError),
        VideoWriter(tmp_path / "no" / "video.mp4", width=16, height=16, fps=24, sound=None),
    ):
        pass
    assert list(tmp_path.iterdir()) == []


def test_odd_sizes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="even"):
        VideoWriter(tmp_path / "f.mp4", width=15, height=16, fps=24, sound=None)


@pytest.mark.parametrize(
    "name",
    ["run:1", "2026-11-28T12:30:00", "http:", "file:x", "a b #1 %41?x=1", "video%03d", "ünï-動画"],
)
@pytest.mark.parametrize("relative", [True, False])
def test_a_path_is_a_path_whatever_is_in_it(
    tmp_path: Path, name: str, relative: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path)
    target = (Path(name) if relative else tmp_path / name) / f"{name}.mp4"
    write(target, 0.25, sound=False)
    assert [path.name for path in (tmp_path / name).iterdir()] == [f"{name}.mp4"]
    with target.open("rb") as file, av.open(file) as container:
        assert container.streams.video[0].frames == 6
