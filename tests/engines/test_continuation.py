"""A video that continues another, and videos and sounds that are given as references."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from rushes.engines.decode_media import MediaError
from rushes.engines.images import Picture
from rushes.engines.procedural.plan import continued, plan_scene
from rushes.engines.render import RenderReport, RenderRequest, render
from tests.engines.clips import RATE, clip, pitch_of, sound
from tests.engines.pictures import change, encoded, frames_of, psnr, scenery


def make(path: Path, **changes: Any) -> tuple[RenderReport, list[Picture]]:
    values: dict[str, Any] = {"prompt": "ink in water", "width": 160, "height": 96, "seed": 1}
    values |= {"duration": 1.0, "audio": False}
    report = render(
        RenderRequest(**{**values, **changes}), path, lambda share: None, 2, lambda: False
    )
    return report, frames_of(path)


def plan_of(report: RenderReport) -> Mapping[str, Any]:
    """Return what is stored of a report."""
    plan: Mapping[str, Any] = json.loads(json.dumps(report.plan))
    return plan


@pytest.mark.parametrize("prompt", ["ink in water", "a mountain lake"])
def test_a_continuation_goes_on_from_the_last_frame(tmp_path: Path, prompt: str) -> None:
    first, before = make(tmp_path / "a.mp4", prompt=f"{prompt} at sunset, clear sky")
    given = {"previous": (tmp_path / "a.mp4").read_bytes(), "previous_plan": plan_of(first)}
    second, after = make(tmp_path / "b.mp4", prompt="", seed=9, **given)
    assert psnr(after[0], before[-1]) > 30
    # The cut is no larger a step than others; the place, light and camera are the same.
    steps = [change(a, b) for a, b in pairwise(before[2:])]
    cut = [change(a, b) for a, b in pairwise([before[-1], *after[:10]])]
    assert max(cut) < 3.0 * max(steps) + 1.0
    same = ("scene", "time_of_day", "weather", "camera", "seed")
    assert [second.plan[name] for name in same] == [first.plan[name] for name in same]
    assert second.plan["start"] == 1.0
    assert change(after[0], after[-1]) > 0.3, "nothing moves"


def test_a_chain_goes_on_from_part_to_part(tmp_path: Path) -> None:
    report, frames = make(tmp_path / "0.mp4", prompt="silk", duration=0.5)
    for number in (1, 2):
        given = {"previous": (tmp_path / f"{number - 1}.mp4").read_bytes()}
        report, after = make(
            tmp_path / f"{number}.mp4",
            prompt="",
            duration=0.5,
            previous_plan=plan_of(report),
            **given,
        )
        assert psnr(after[0], frames[-1]) > 30
        frames = after
        assert report.plan["start"] == 0.5 * number


def test_a_continuation_follows_what_is_said_anew(tmp_path: Path) -> None:
    first, before = make(tmp_path / "a.mp4", prompt="the open sea by day, clear sky")
    given = {"previous": (tmp_path / "a.mp4").read_bytes(), "previous_plan": plan_of(first)}
    second, after = make(tmp_path / "b.mp4", prompt="night falls", duration=2.0, **given)
    assert (second.plan["scene"], second.plan["time_of_day"]) == ("ocean", "night")
    assert psnr(after[0], before[-1]) > 28
    assert after[-1].mean() < 0.6 * after[0].mean()
    assert max(change(a, b) for a, b in pairwise(after)) < 12, "it jumps"


def test_another_size_and_a_last_frame_are_met(tmp_path: Path) -> None:
    first, before = make(tmp_path / "a.mp4")
    given = {"previous": (tmp_path / "a.mp4").read_bytes(), "previous_plan": plan_of(first)}
    end = scenery(96, 96)
    _, after = make(tmp_path / "b.mp4", width=96, height=96, last_frame=encoded(end), **given)
    assert psnr(after[0], before[-1][:, 32:128]) > 30
    assert psnr(after[-1], end) > 30


@pytest.mark.parametrize("then", ["", "snow begins to fall"])
def test_motion_does_not_stop_where_a_video_is_continued(tmp_path: Path, then: str) -> None:
    first, before = make(tmp_path / "a.mp4", prompt="a city street at noon, forward")
    given = {"previous": (tmp_path / "a.mp4").read_bytes(), "previous_plan": plan_of(first)}
    _, after = make(tmp_path / "b.mp4", prompt=then, **given)
    usual = float(np.median([change(a, b) for a, b in pairwise(before)]))
    steps = [change(a, b) for a, b in pairwise([before[-1], *after[:12]])]
    assert min(steps) > 0.6 * usual
    assert max(steps[1:]) < 1.6 * usual


def test_a_scene_that_the_last_frame_does_not_show_replaces_it(tmp_path: Path) -> None:
    first, _ = make(tmp_path / "a.mp4", prompt="a city street at noon, forward")
    other = {"previous": clip(160, 96, 8), "previous_plan": plan_of(first)}
    _, after = make(tmp_path / "b.mp4", prompt="", **other)
    same = {"previous": (tmp_path / "a.mp4").read_bytes(), "previous_plan": plan_of(first)}
    _, expected = make(tmp_path / "c.mp4", prompt="", **same)
    assert psnr(after[0], scenery(160, 96, shift=0.04 * 7)) > 22
    assert psnr(after[12], expected[12]) > 30


def test_the_scene_goes_on_before_a_given_last_frame(tmp_path: Path) -> None:
    first, _ = make(tmp_path / "a.mp4", prompt="a city street at noon, forward")
    given = {"previous": (tmp_path / "a.mp4").read_bytes(), "previous_plan": plan_of(first)}
    _, plain = make(tmp_path / "b.mp4", prompt="", **given)
    end = scenery(160, 96)
    second, after = make(tmp_path / "c.mp4", prompt="", last_frame=encoded(end), **given)
    assert psnr(after[10], plain[10]) > 30
    assert psnr(after[-1], end) > 30
    # It ended with a picture, which is what the next part goes on from.
    given = {"previous": (tmp_path / "c.mp4").read_bytes(), "previous_plan": plan_of(second)}
    third, last = make(tmp_path / "d.mp4", prompt="", **given)
    assert third.plan["source"] == "previous video"
    assert third.plan["start"] == 2.0
    assert psnr(last[0], end) > 25
    _, frames = make(tmp_path / "e.mp4", duration=1 / 24, last_frame=encoded(end), **given)
    assert psnr(frames[0], end) > 25


def test_any_video_can_be_continued_without_its_plan(tmp_path: Path) -> None:
    video = clip(160, 96, 8)
    for plan in (None, {}, {"scene": "ocean"}, {"source": "scene", "speed": "x"}):
        report, frames = make(tmp_path / "a.mp4", previous=video, previous_plan=plan, duration=0.5)
        assert psnr(frames[0], scenery(160, 96, shift=0.04 * 7)) > 22
        assert change(frames[0], frames[-1]) > 0.3
        assert report.plan["source"] == "previous video"
    with pytest.raises(MediaError, match="the previous video is truncated"):
        make(tmp_path / "a.mp4", previous=video[:-500])


def test_a_reference_video_gives_its_colors_and_its_motion(tmp_path: Path) -> None:
    video = clip(160, 96, 24, fps=12)  # what is seen moves to the left
    report, _ = make(tmp_path / "a.mp4", video_references=(video,), duration=0.2)
    assert report.plan["camera"] == "pan_right"
    assert report.plan["palette"]
    still, _ = make(tmp_path / "b.mp4", video_references=(clip(160, 96, 24, still=True),))
    assert (still.plan["camera"], still.plan["speed"]) == ("static", 0.6)
    red, green, blue = (int(still.plan["palette"][0][i : i + 2], 16) for i in (1, 3, 5))  # type: ignore[index]
    assert (red, green, blue) == pytest.approx((180, 120, 60), abs=12)
    said, _ = make(tmp_path / "c.mp4", prompt="ink, orbit, fast", video_references=(video,))
    assert (said.plan["camera"], said.plan["speed"]) == ("orbit", 1.6)
    with pytest.raises(MediaError, match="video reference 2 is not a readable video"):
        make(tmp_path / "d.mp4", video_references=(video, b"\0" * 99))
    minute = clip(64, 48, 61, 1, still=True)
    with pytest.raises(MediaError, match="video reference 2 is longer than 60 seconds"):
        make(tmp_path / "e.mp4", video_references=(video, minute))


def heard_in(path: Path) -> Any:
    with av.open(str(path)) as container:
        return np.concatenate([f.to_ndarray()[0] for f in container.decode(audio=0)])


def test_the_sound_goes_on_in_a_continuation(tmp_path: Path) -> None:
    report, _ = make(tmp_path / "0.mp4", prompt="the open sea", audio=True)
    heard = [heard_in(tmp_path / "0.mp4")[:RATE]]
    for number in (1, 2):
        given = {"previous": (tmp_path / f"{number - 1}.mp4").read_bytes()}
        path = tmp_path / f"{number}.mp4"
        report, _ = make(path, prompt="", audio=True, previous_plan=plan_of(report), **given)
        heard.append(heard_in(path)[:RATE])
    levels = [[loudness(one[-RATE // 10 :]), loudness(one[: RATE // 10])] for one in heard]
    assert min(level for one in levels[1:] for level in one) > 0.3 * loudness(heard[0])
    for one, other in pairwise(heard):
        assert abs(float(np.corrcoef(one, other)[0, 1])) < 0.2, "it begins anew"


def loudness(sound: Any) -> float:
    return float(np.sqrt(np.mean(np.square(sound, dtype=np.float64))))


def test_a_given_sound_becomes_the_soundtrack(tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    make(path, audio=True, sounds=(sound(0.6, 440.0, "mp3"), sound(0.6, 880.0, "flac")))
    heard = heard_in(path)
    assert pitch_of(heard[: RATE // 2]) == pytest.approx(440.0, abs=4.0)
    assert pitch_of(heard[round(0.7 * RATE) : round(0.95 * RATE)]) == pytest.approx(880.0, abs=6.0)
    assert heard.size == pytest.approx(RATE, abs=3000)


def test_the_scene_is_heard_where_a_given_sound_has_ended(tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    make(path, audio=True, sounds=(sound(0.5),), duration=2.0)
    assert np.abs(heard_in(path)[round(1.2 * RATE) : round(1.6 * RATE)]).max() > 0.01
    make(path, audio=False, sounds=(sound(0.5),))
    with av.open(str(path)) as container:
        assert not container.streams.audio
    with pytest.raises(MediaError, match="audio reference 1 has no sound in it"):
        make(path, audio=True, sounds=(clip(),))


@pytest.mark.parametrize(
    ("before", "prompt", "weather"),
    [
        ("A stormy sea at dusk", "the storm calms, the sun comes out", "clear"),
        ("A stormy sea at dusk", "the storm passes", "clear"),
        ("A stormy sea at dusk", "the storm passes over the ship", "storm"),
        ("A stormy sea at dusk", "the storm subsides over the water", "clear"),
        ("A city street in the rain", "the rain stops", "clear"),
        ("A city street in the rain", "the rain dies down", "clear"),
        ("A mountain lake in the fog", "the fog lifts", "clear"),
        ("A mountain lake in the fog", "the fog fades in", "fog"),
    ],
)
def test_a_weather_that_ends_is_over_in_the_next_part(before, prompt, weather):
    after = continued(plan_scene(before, 4), prompt)
    assert after.weather == weather
    assert weather == "storm" or "storm" not in after.tags
