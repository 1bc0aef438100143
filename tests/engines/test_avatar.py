"""A portrait moves gently, and its mouth as its sound does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from rushes.engines import images
from rushes.engines.avatar import find_face
from rushes.engines.encode import SAMPLE_RATE
from rushes.engines.images import Picture
from rushes.engines.render import RenderReport, RenderRequest, render
from rushes.engines.soundtrack import envelope
from tests.engines.clips import RATE, pitch_of, sound
from tests.engines.faces import portrait
from tests.engines.pictures import change, encoded, frames_of, psnr, scenery

FACE = portrait(320, 180)


def make(path: Path, **changes: Any) -> tuple[RenderReport, list[Picture]]:
    values: dict[str, Any] = {"prompt": "hello", "width": 320, "height": 180, "duration": 2.0}
    values |= {"seed": 1, "audio": False, "task": "avatar", "first_frame": encoded(FACE)}
    report = render(
        RenderRequest(**{**values, **changes}), path, lambda share: None, 2, lambda: False
    )
    return report, frames_of(path)


@pytest.mark.parametrize("skin", [(224, 172, 140), (141, 85, 50), (255, 219, 188), (90, 56, 37)])
@pytest.mark.parametrize("size", [(320, 180), (180, 320), (64, 64), (1280, 720)])
def test_a_face_of_any_tone_and_size_is_found(
    size: tuple[int, int], skin: tuple[int, int, int]
) -> None:
    face = find_face(portrait(*size, skin))
    assert face is not None
    unit = min(size) / 100
    assert face.x == pytest.approx(size[0] / 2, abs=3 * unit)
    assert face.mouth == pytest.approx(round(0.45 * size[1]) + 14 * unit, abs=7 * unit)


@pytest.mark.parametrize(
    "picture",
    [scenery(320, 180), scenery(320, 180, hue=1), np.full((90, 160, 3), (224, 172, 140), np.uint8)],
    ids=["landscape", "other colors", "flat"],
)
def test_what_is_no_face_is_none(picture: Picture) -> None:
    assert find_face(picture) is None


def test_the_portrait_is_the_first_frame_and_moves_a_little(tmp_path: Path) -> None:
    report, frames = make(tmp_path / "a.mp4")
    assert report.plan["face"] is True
    assert psnr(frames[0], FACE) > 34
    assert all(change(frames[0], frame) < 12 for frame in frames)
    assert change(frames[0], frames[-1]) > 0.5
    _, other = make(tmp_path / "b.mp4", seed=2)
    assert change(frames[30], other[30]) > 0.3


@pytest.mark.parametrize(
    ("picture", "frame", "is_whole"),
    [
        ((512, 512), (640, 360), True),
        ((640, 480), (640, 360), True),
        ((1280, 720), (360, 640), True),
        ((640, 360), (640, 360), False),
        ((512, 512), (360, 640), False),
        ((600, 400), (640, 360), False),
    ],
)
def test_a_head_is_not_cut(
    picture: tuple[int, int], frame: tuple[int, int], is_whole: bool
) -> None:
    shown = images.portrait(portrait(*picture), *frame)
    assert shown.shape == (frame[1], frame[0], 3)
    scale = (min if is_whole else max)(frame[0] / picture[0], frame[1] / picture[1])
    face, given = find_face(shown), find_face(portrait(*picture))
    assert face is not None
    assert given is not None
    assert face.height == pytest.approx(scale * given.height, rel=0.1)
    assert face.x == pytest.approx(frame[0] / 2, abs=4)
    border = shown[0, 0] if picture[0] <= picture[1] or frame[0] > frame[1] else shown[0]
    assert is_whole == (np.abs(border.astype(int) - (70, 96, 120)).max() > 10)


def test_a_picture_without_a_face_moves_a_little(tmp_path: Path) -> None:
    report, frames = make(tmp_path / "a.mp4", first_frame=encoded(scenery(320, 180)))
    assert report.plan["face"] is False
    assert 0.3 < change(frames[0], frames[-1]) < 20


def _mouth(frame: Picture) -> float:
    """Return how dark the mouth is; the inside of an open one is."""
    face = find_face(FACE)
    assert face is not None
    x, y = round(face.x), round(face.mouth)
    return -float(frame[y - 4 : y + 14, x - 8 : x + 8].min(axis=2).mean())


def test_the_mouth_moves_with_the_sound_that_is_heard(tmp_path: Path) -> None:
    quiet, loud = sound(0.8, 0.0), sound(0.8, 300.0)
    path = tmp_path / "a.mp4"
    report, frames = make(path, sounds=(quiet, loud), audio=True, follows_sound=True)
    assert report.duration == pytest.approx(1.6, abs=0.03)
    assert report.plan["duration"] == report.duration
    silent = np.mean([_mouth(frame) for frame in frames[4:18]])
    speaking = np.mean([_mouth(frame) for frame in frames[21:38]])
    assert speaking > silent + 12
    with av.open(str(path)) as container:
        heard = np.concatenate([f.to_ndarray()[0] for f in container.decode(audio=0)])
    assert np.abs(heard[: RATE // 2]).max() < 0.02
    assert pitch_of(heard[RATE : RATE + RATE // 2]) == pytest.approx(300.0, abs=4.0)


def test_the_length_that_is_asked_for_wins_over_the_sound(tmp_path: Path) -> None:
    report, frames = make(tmp_path / "a.mp4", sounds=(sound(2.0),), duration=0.5)
    assert (report.duration, len(frames)) == (0.5, 12)


def test_a_reference_picture_is_a_portrait_too(tmp_path: Path) -> None:
    _, frames = make(
        tmp_path / "a.mp4", first_frame=None, references=(encoded(FACE),), duration=0.2
    )
    assert psnr(frames[0], FACE) > 34


def test_an_envelope_follows_loudness() -> None:
    quiet_then_loud = np.zeros((2, SAMPLE_RATE), np.float32)
    quiet_then_loud[:, SAMPLE_RATE // 2 :] = 0.3
    levels = envelope(quiet_then_loud, 24, 24)
    assert levels[:11].max() == 0.0
    assert levels[13:].min() == 1.0
    assert envelope(quiet_then_loud, 48, 24)[-1] == 0.0  # the sound is over
