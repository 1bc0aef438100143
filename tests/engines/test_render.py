from __future__ import annotations

import dataclasses
import hashlib
from pathlib import Path
from typing import Any, cast

import av
import numpy as np
import pytest
from PIL import Image

from rushes.engines.decode import ImageError
from rushes.engines.procedural.scenes import SCENES
from rushes.engines.render import RenderCancelled, RenderReport, RenderRequest, render
from tests.engines.pictures import change, encoded, frames_of, psnr, scenery

REQUEST = RenderRequest(
    prompt="ink in water",
    width=160,
    height=96,
    duration=1.0,
    seed=1,
    audio=True,
    emulated_model="google/veo-3.1",
)


def make(target: Path, threads: int = 2, **changes: Any) -> RenderReport:
    request = dataclasses.replace(REQUEST, **changes)
    return render(request, target, lambda share: None, threads, lambda: False)


@pytest.mark.parametrize("scene", SCENES)
def test_each_scene_is_rendered_as_the_report_says(tmp_path: Path, scene: str) -> None:
    words = {
        "mountain": "a mountain lake",
        "ocean": "the open sea",
        "city": "a city",
        "flow": "silk",
    }
    path = tmp_path / "video.mp4"
    report = make(path, prompt=f"{words[scene]} at sunset, clear sky", duration=0.5)
    assert report.plan["scene"] == scene
    assert report.plan["time_of_day"] == "sunset"
    assert (report.width, report.height, report.frames, report.duration) == (160, 96, 12, 0.5)
    assert report.size == path.stat().st_size
    assert report.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    frames = frames_of(path)
    assert len(frames) == 12
    assert frames[0].shape == (96, 160, 3)
    assert all(frame.std() > 4 for frame in frames), "a blank frame"
    assert change(frames[0], frames[-1]) > 0.5, "nothing moves"


@pytest.mark.parametrize("prompt", ["a mountain lake", "a rainy city at night", "the sea", "silk"])
def test_the_bytes_do_not_depend_on_the_threads(tmp_path: Path, prompt: str) -> None:
    made = [make(tmp_path / f"{n}.mp4", threads=n, prompt=prompt).sha256 for n in (1, 2, 5)]
    assert len(set(made)) == 1
    assert make(tmp_path / "other.mp4", seed=2, prompt=prompt).sha256 not in made


def test_a_large_frame_is_rendered_smaller_and_is_still_exact(tmp_path: Path) -> None:
    path = tmp_path / "video.mp4"
    changes: dict[str, Any] = {"width": 1920, "height": 1080, "duration": 3 / 24, "audio": False}
    first = make(path, **changes)
    frames = frames_of(path)
    assert [frame.shape for frame in frames] == [(1080, 1920, 3)] * 3
    # Grain comes after enlarging: neighbors differ more than an enlarged frame's would.
    luma = frames[1].astype(np.float64).mean(axis=2)
    assert np.abs(np.diff(luma, axis=1)).mean() > 0.2
    assert make(path, threads=1, **changes).sha256 == first.sha256


def test_sound_comes_only_when_wanted(tmp_path: Path) -> None:
    picture = encoded(scenery(160, 96))
    with_sound = make(tmp_path / "a.mp4", first_frame=picture)
    without = make(tmp_path / "b.mp4", first_frame=picture, audio=False)
    assert (with_sound.has_audio, without.has_audio) == (True, False)
    with av.open(str(tmp_path / "a.mp4")) as container:
        assert container.streams.audio[0].duration == 48_000
        samples = np.concatenate([f.to_ndarray() for f in container.decode(audio=0)], axis=1)
        assert 0.05 < float(np.sqrt((samples**2).mean())) < 0.2
    with av.open(str(tmp_path / "b.mp4")) as container:
        assert not container.streams.audio


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "video.mp4"
    prompt = "a cat\nby the sea " + "x" * 5000
    make(path, prompt=prompt, first_frame=encoded(scenery(64, 64)))
    data = path.read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")
    with av.open(str(path)) as container:
        tags = container.metadata
    assert tags["comment"] == "procedural, offline; emulates google/veo-3.1"
    assert tags["title"].startswith("a cat by the sea xxx")
    assert len(tags["title"]) <= 200


@pytest.mark.parametrize(("width", "height"), [(160, 96), (96, 160), (128, 128), (336, 144)])
def test_given_frames_are_met(tmp_path: Path, width: int, height: int) -> None:
    first, last = scenery(width, height), 255 - scenery(width, height, shift=0.8)
    path = tmp_path / "video.mp4"
    report = make(
        path, width=width, height=height, first_frame=encoded(first), last_frame=encoded(last)
    )
    frames = frames_of(path)
    assert report.plan["source"] == "frame images"
    assert len(frames) == 24
    assert psnr(frames[0], first) > 30
    assert psnr(frames[-1], last) > 30


def test_one_given_frame_is_met_at_its_end(tmp_path: Path) -> None:
    picture = scenery(160, 96)
    make(tmp_path / "a.mp4", first_frame=encoded(picture, "JPEG"), prompt="it rains")
    frames = frames_of(tmp_path / "a.mp4")
    assert psnr(frames[0], picture) > 30
    assert change(frames[0], frames[-1]) > 0.8
    make(tmp_path / "b.mp4", last_frame=encoded(picture))
    frames = frames_of(tmp_path / "b.mp4")
    assert psnr(frames[-1], picture) > 30
    assert psnr(frames[0], picture) < 30


def test_a_picture_of_another_shape_is_cropped_to_cover(tmp_path: Path) -> None:
    tall = scenery(100, 300)
    make(tmp_path / "a.mp4", first_frame=encoded(tall))
    scaled = Image.fromarray(tall).resize((160, 480), Image.Resampling.BICUBIC)
    middle = np.asarray(scaled.crop((0, 192, 160, 288)))
    assert psnr(frames_of(tmp_path / "a.mp4")[0], middle) > 30


def test_references_lend_their_colors(tmp_path: Path) -> None:
    green = encoded(np.full((50, 50, 3), (10, 200, 40), np.uint8))
    plain = make(tmp_path / "a.mp4", audio=False, duration=0.25)
    tinted = make(tmp_path / "b.mp4", audio=False, duration=0.25, references=(green,))
    assert plain.plan["palette"] == []
    assert tinted.plan["palette"] == ["#0ac828"]
    assert tinted.sha256 != plain.sha256


@pytest.mark.parametrize(
    ("field", "value", "name"),
    [
        ("first_frame", b"junk", "the first frame image"),
        ("last_frame", b"", "the last frame image"),
        ("references", (encoded(scenery(9, 9)), b"junk"), "reference image 2"),
    ],
)
def test_a_bad_picture_fails_by_name(tmp_path: Path, field: str, value: object, name: str) -> None:
    with pytest.raises(ImageError, match=name):
        make(tmp_path / "video.mp4", **cast(dict[str, Any], {field: value}))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"width": 161}, "width must be even"),
        ({"height": 97}, "height must be even"),
        ({"width": 0}, "width must be"),
        ({"height": 100_000}, "height must be"),
        ({"duration": 0.0}, "duration"),
        ({"duration": float("nan")}, "duration"),
        ({"fps": 0}, "fps"),
    ],
)
def test_impossible_orders_are_refused(
    tmp_path: Path, changes: dict[str, Any], reason: str
) -> None:
    with pytest.raises(ValueError, match=reason):
        make(tmp_path / "video.mp4", **changes)
    assert list(tmp_path.iterdir()) == []


def test_progress_rises_to_one(tmp_path: Path) -> None:
    shares: list[float] = []
    request = dataclasses.replace(REQUEST, first_frame=encoded(scenery(160, 96)))
    render(request, tmp_path / "video.mp4", shares.append, 2, lambda: False)
    assert shares == sorted(shares)
    assert len(shares) == 24
    assert shares[-1] == 1.0


def test_cancelling_leaves_nothing(tmp_path: Path) -> None:
    shares: list[float] = []
    request = dataclasses.replace(REQUEST, first_frame=encoded(scenery(160, 96)))
    with pytest.raises(RenderCancelled):
        render(request, tmp_path / "video.mp4", shares.append, 2, lambda: len(shares) >= 5)
    assert len(shares) == 5
    assert list(tmp_path.iterdir()) == []


def test_a_scene_that_breaks_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rushes.engines import parallax

    def broken(self: parallax.PictureShot, index: int) -> None:
        if index == 7:
            raise ArithmeticError("frame 7")

    real = parallax.PictureShot.planes

    def planes(self: parallax.PictureShot, index: int) -> object:
        broken(self, index)
        return real(self, index)

    monkeypatch.setattr(parallax.PictureShot, "planes", planes)
    with pytest.raises(ArithmeticError, match="frame 7"):
        make(tmp_path / "video.mp4", first_frame=encoded(scenery(160, 96)))
    assert list(tmp_path.iterdir()) == []
