"""Upscaled and edited videos keep the frames, the times and the sound of the given one."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
import pytest

from rushes.engines.decode_media import MediaError
from rushes.engines.images import Picture
from rushes.engines.render import RenderReport, RenderRequest, render
from rushes.engines.upscale import Upscale
from tests.engines.clips import RATE, clip, pitch_of
from tests.engines.pictures import change, encoded, frames_of, psnr, scenery

Make = Callable[..., tuple[RenderReport, list[Picture]]]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Give a function that changes a video and returns the report and the frames."""

    def changed(source: bytes, task: str, **fields: Any) -> tuple[RenderReport, list[Picture]]:
        values: dict[str, Any] = {"prompt": "", "width": 1280, "height": 720, "duration": 5.0}
        values |= {"seed": 1, "audio": False, "task": task, "source": source, **fields}
        threads = values.pop("threads", 2)
        path = tmp_path / "video.mp4"
        request = RenderRequest(**values)
        report = render(request, path, lambda share: None, threads, lambda: False)
        return report, frames_of(path)

    return changed


def facts_of(path: Path) -> tuple[Fraction | None, float, list[float]]:
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        times = [float(frame.time or 0.0) for frame in container.decode(stream)]
        assert stream.duration is not None
        assert stream.time_base is not None
        return stream.average_rate, float(stream.duration * stream.time_base), times


def detail(picture: Picture) -> float:
    gray = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    return float(np.abs(cv2.Laplacian(gray, cv2.CV_32F)).mean())


@pytest.mark.parametrize(
    ("factor", "size"), [(1.5, (144, 96)), (2.0, (192, 128)), (3.0, (288, 192))]
)
def test_an_upscaled_video_is_larger_by_the_factor_and_else_the_same(
    make: Make, tmp_path: Path, factor: float, size: tuple[int, int]
) -> None:
    source = clip(frames=30, fps=30, tone=440.0)
    report, frames = make(source, "upscale", upscale_factor=factor)
    assert (report.width, report.height) == size == frames[0].shape[1::-1]
    assert (report.frames, report.duration, len(frames)) == (30, 1.0, 30)
    rate, seconds, _ = facts_of(tmp_path / "video.mp4")
    assert (rate, seconds) == (30, pytest.approx(1.0, abs=0.02))
    with av.open(str(tmp_path / "video.mp4")) as container:
        heard = [f.to_ndarray()[0] for f in container.decode(audio=0)]
    sound = np.concatenate(heard)
    assert sound.size == pytest.approx(RATE, abs=3000)
    assert pitch_of(sound) == pytest.approx(440.0, abs=4.0)
    for index in (0, 29):
        assert psnr(frames[index], scenery(*size, shift=0.04 * index)) > 21


def test_more_creativity_is_more_detail_and_both_are_sharper_than_enlarging(make: Make) -> None:
    source = clip(320, 180, 2, still=False)
    plain = cv2.resize(scenery(320, 180), (640, 360), interpolation=cv2.INTER_LINEAR)
    precise, creative = (make(source, "upscale", creativity=c)[1][0] for c in (0, 1))
    assert detail(np.asarray(plain, np.uint8)) < detail(precise) < detail(creative)


@pytest.mark.parametrize("factor", [1.5, 3.0])
def test_detail_grows_with_creativity_and_does_not_flicker(factor: float) -> None:
    picture = scenery(320, 180)
    picture[:60] = 200  # flat
    noise = np.random.default_rng(1).normal(0.0, 6.0, (120, 320, 1))
    picture[60:] = np.clip(picture[60:] + noise, 0, 255)
    size = (round(320 * factor), round(180 * factor))
    shown = []
    for creativity in (0.0, 0.5, 1.0):
        upscale = Upscale(size, factor, creativity, 1)
        first, later = (upscale.planes(picture, index, index / 24)[0] for index in (0, 9))
        assert (first == later).all()
        shown.append(first)
    details = [float(np.abs(cv2.Laplacian(luma, cv2.CV_32F)).mean()) for luma in shown]
    assert details[1] > 1.3 * details[0]
    assert details[2] > 1.3 * details[1]
    assert np.abs(shown[2].astype(float) - shown[0]).mean() > 2
    flat = slice(0, round(50 * factor))
    assert (shown[2][flat] == shown[0][flat]).all()


def test_the_times_of_a_varying_rate_are_kept(make: Make, tmp_path: Path) -> None:
    times = [0, 40, 100, 400, 440, 500]
    report, _ = make(clip(frames=6, times=times), "upscale")
    assert report.frames == 6
    assert facts_of(tmp_path / "video.mp4")[2] == pytest.approx([t / 1000 for t in times], abs=1e-3)


@pytest.mark.parametrize("fps", [Fraction(30_000, 1001), Fraction(25), Fraction(12)])
def test_the_rate_is_kept(make: Make, tmp_path: Path, fps: Fraction) -> None:
    make(clip(frames=8, fps=fps), "edit", prompt="night")  # type: ignore[arg-type]
    assert facts_of(tmp_path / "video.mp4")[0] == fps


def test_a_video_that_would_be_too_large_is_refused(make: Make) -> None:
    with pytest.raises(MediaError, match="the video would have 7680x4320 pixels; at most"):
        make(clip(2560, 1440, 1, still=True), "upscale", upscale_factor=3.0)


@pytest.mark.parametrize("task", ["upscale", "edit"])
@pytest.mark.parametrize("fields", [{}, {"at_most": 5.0}], ids=["whole", "part"])
def test_a_video_that_is_too_long_is_named_with_the_limit(
    make: Make, task: str, fields: dict[str, float]
) -> None:
    with pytest.raises(MediaError, match=r"^video reference 1 is longer than 60 seconds: .* 61\.0"):
        make(clip(64, 48, 61, 1, still=True), task, **fields)


def test_a_still_is_upscaled(make: Make) -> None:
    report, frames = make(clip(97, 65, 1, pixels="yuv444p"), "upscale")
    assert (report.width, report.height, len(frames)) == (194, 130, 1)


PROMPTS = """
at night; in a snowstorm; a foggy dawn; at sunset; black and white; watercolor; oil painting;
pencil sketch; anime; pixel art; red and gold; cyberpunk; vintage film; autumn; make it a horse
"""


@pytest.mark.parametrize("prompt", [" ".join(p.split()) for p in PROMPTS.split(";")])
def test_an_edit_changes_each_frame_and_keeps_the_motion(make: Make, prompt: str) -> None:
    source = clip(160, 96, 8, tone=440.0)
    report, frames = make(source, "edit", prompt=prompt)
    assert (report.frames, report.width, report.height) == (8, 160, 96)
    assert report.has_audio
    given = [scenery(160, 96, shift=0.04 * index) for index in range(8)]
    assert min(change(a, b) for a, b in zip(frames, given, strict=True)) > 4
    # The outline of the ridge is still where it was.
    edges = [_edges(one) for one in (frames[5], given[5], given[0])]
    assert np.corrcoef(edges[0], edges[1])[0, 1] > 0.3
    assert np.corrcoef(edges[0], edges[1])[0, 1] > np.corrcoef(edges[0], edges[2])[0, 1]


def _edges(picture: Picture) -> Any:
    gray = cv2.GaussianBlur(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), (0, 0), 1.5)
    slope = cv2.Sobel(gray, cv2.CV_32F, 0, 1)
    return np.abs(slope).ravel()


def test_an_edit_follows_the_words(make: Make) -> None:
    source = clip(160, 96, 2)
    day, night, gray, red = (
        make(source, "edit", prompt=prompt)[1][0].astype(float)
        for prompt in ("day", "night", "black and white", "red")
    )
    assert night.mean() < 0.6 * day.mean()
    assert np.ptp(gray, axis=2).mean() < 3
    assert red[..., 0].mean() > 1.5 * red[..., 2].mean()
    assert day[..., 0].mean() < 1.5 * day[..., 2].mean()


def test_a_dark_video_is_brightened_for_a_bright_hour_and_stays_visible_at_night(
    make: Make, tmp_path: Path
) -> None:
    (dark,) = make(clip(160, 96, 1), "edit", prompt="night")[1]
    source = (tmp_path / "video.mp4").read_bytes()
    (noon,), (night,) = (make(source, "edit", prompt=hour)[1] for hour in ("noon", "night"))
    assert noon.mean() > 2.0 * dark.mean()
    assert np.percentile(noon, 90) < 250
    assert night.mean() > 0.7 * dark.mean()


def test_colors_of_reference_pictures_are_taken(make: Make) -> None:
    green = encoded(np.full((32, 32, 3), (20, 160, 60), np.uint8))
    plain = make(clip(96, 64, 2), "edit")[1][0]
    tinted = make(clip(96, 64, 2), "edit", references=(green,))[1][0]
    assert (
        tinted[..., 1].mean() - tinted[..., 0].mean() > plain[..., 1].mean() - plain[..., 0].mean()
    )


def test_an_edit_can_be_cropped_and_cut(make: Make) -> None:
    source = clip(160, 90, 24, tone=300.0)
    report, frames = make(
        source, "edit", prompt="night", width=512, height=512, keeps_shape=False, at_most=0.5
    )
    assert (report.width, report.height, report.frames, report.duration) == (90, 90, 12, 0.5)
    assert report.plan["source_size"] == "160x90"
    assert len(frames) == 12


def test_the_bytes_do_not_depend_on_the_threads(make: Make) -> None:
    source = clip(160, 96, 8, tone=440.0)
    for task in ("edit", "upscale"):
        made = {
            make(source, task, prompt="rain, watercolor", creativity=1, threads=n)[0].sha256
            for n in (1, 3)
        }
        assert len(made) == 1


def test_the_report_and_the_file_say_what_was_done(make: Make, tmp_path: Path) -> None:
    report, _ = make(clip(), "edit", prompt="a bee at night")
    drawn = {"scene": "the given video", "words": ["night"], "not_drawn": ["bee"]}
    assert report.plan["drawn"] == drawn
    with av.open(str(tmp_path / "video.mp4")) as container:
        said = container.metadata["synopsis"]
    assert said == "drawn: the given video; words: night; not drawn: bee"
