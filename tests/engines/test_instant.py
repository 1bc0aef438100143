"""Instant videos: real files of the very size, length and number of frames, made in no time."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from rushes.catalog.frame import frame_size
from rushes.catalog.model import load_catalog
from rushes.engines.decode import ImageError
from rushes.engines.decode_media import MediaError
from rushes.engines.encode import SAMPLE_RATE
from rushes.engines.instant import _layout, render
from rushes.engines.motion import BLOCK
from rushes.engines.request import RenderCancelled, RenderRequest, UnusableRequestError
from rushes.engines.slate import Layout, Slate
from rushes.engines.slate_text import prompt_lines, prompt_words
from tests.engines.clips import clip
from tests.engines.faces import portrait
from tests.engines.pictures import encoded, scenery

CATALOG_SIZES = sorted(
    {
        frame_size(model, resolution, ratio)
        for model in load_catalog().models
        for resolution in model.resolutions
        for ratio in model.aspect_ratios
    }
)
PICTURE = encoded(scenery(320, 180))
EMPTY = (np.empty(0, np.uint8),) * 3
OTHER_PICTURE = encoded(255 - scenery(320, 180))


def layout_of(asked: RenderRequest) -> Layout:
    ends = [None if end is None else EMPTY for end in (asked.first_frame, asked.last_frame)]
    return _layout(asked, ends[0], ends[1])


def request(**changes: object) -> RenderRequest:
    fields: dict[str, object] = {
        "prompt": "A red fox runs through fresh snow",
        "width": 320,
        "height": 192,
        "duration": 1.5,
        "seed": 7,
        "audio": False,
        "instant": True,
        **changes,
    }
    return RenderRequest(**fields)  # type: ignore[arg-type]  # as given by the test


def make(path: Path, asked: RenderRequest) -> Path:
    render(asked, path, lambda fraction: None, lambda: False)
    return path


def frames_of(path: Path) -> list[av.VideoFrame]:
    with av.open(str(path)) as container:
        return list(container.decode(video=0))


def luma(frame: av.VideoFrame) -> np.ndarray[tuple[int, ...], np.dtype[np.int16]]:
    planes = frame.to_ndarray(format="yuv420p")
    return planes[: frame.height].astype(np.int16)


def check(path: Path, asked: RenderRequest) -> None:
    """Decode the whole file, and compare it with what was asked for."""
    frames = round(asked.duration * asked.fps)
    with av.open(str(path)) as container:
        video = container.streams.video[0]
        assert (video.width, video.height, video.pix_fmt) == (asked.width, asked.height, "yuv420p")
        assert video.frames == frames
        assert video.time_base is not None
        assert video.duration is not None
        assert video.duration * video.time_base == Fraction(frames, asked.fps)
        assert video.average_rate == asked.fps
        context = video.codec_context
        assert (context.color_range, context.colorspace) == (1, 1)
        assert (context.color_primaries, context.color_trc) == (1, 1)
        assert len(container.streams.audio) == asked.audio
        times = [frame.time for frame in container.decode(video=0)]
    assert times == pytest.approx([index / asked.fps for index in range(frames)])
    if asked.audio:
        samples = frames * SAMPLE_RATE // asked.fps
        with av.open(str(path)) as container:
            sound = container.streams.audio[0]
            assert sound.duration == samples
            decoded = [frame.to_ndarray() for frame in container.decode(audio=0)]
        heard = np.concatenate(decoded, axis=1)
        assert samples <= heard.shape[1] < samples + 1024  # what follows is not played
        assert 0.01 < np.abs(heard).max() < 0.9


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    width=st.integers(8, 260).map(lambda half: 2 * half),
    height=st.integers(8, 260).map(lambda half: 2 * half),
    frames=st.integers(1, 200),
    audio=st.booleans(),
    seed=st.integers(0, 2**31),
    prompt=st.text(max_size=80),
)
def test_any_size_and_length_is_exact(
    tmp_path_factory: pytest.TempPathFactory,
    width: int,
    height: int,
    frames: int,
    audio: bool,
    seed: int,
    prompt: str,
) -> None:
    path = tmp_path_factory.mktemp("instant") / "video.mp4"
    asked = request(
        prompt=prompt,
        width=width,
        height=height,
        duration=frames / 24,
        audio=audio,
        seed=seed,
    )
    check(make(path, asked), asked)
    path.unlink()


@pytest.mark.parametrize(("width", "height"), CATALOG_SIZES)
def test_every_size_of_the_catalog_is_made(tmp_path: Path, width: int, height: int) -> None:
    asked = request(width=width, height=height, duration=0.25, audio=True)
    check(make(tmp_path / "video.mp4", asked), asked)


@pytest.mark.parametrize("seconds", [4, 8, 15])
def test_usual_lengths_in_720p(tmp_path: Path, seconds: int) -> None:
    asked = request(width=1280, height=720, duration=seconds, audio=True)
    check(make(tmp_path / "video.mp4", asked), asked)


@pytest.mark.parametrize(
    "given_pictures",
    [
        {},
        {"first_frame": PICTURE},
        {"last_frame": PICTURE},
        {"first_frame": PICTURE, "last_frame": OTHER_PICTURE},
    ],
    ids=["none", "first", "last", "both"],
)
@pytest.mark.parametrize(
    ("width", "height"), [(320, 192), (346, 202), (64, 64), (90, 400), (16, 34)]
)
def test_between_key_pictures_rows_move_exactly(
    tmp_path: Path, width: int, height: int, given_pictures: dict[str, bytes]
) -> None:
    asked = request(width=width, height=height, duration=2.5, **given_pictures)
    place = layout_of(asked)
    slate = Slate(asked, place)
    frames = [luma(frame) for frame in frames_of(make(tmp_path / "video.mp4", asked))]
    has_first = "first_frame" in given_pictures
    last_key = (asked.frames - 1) // place.distance * place.distance
    for index in range(1, asked.frames):
        if index % place.distance == 0:
            continue
        over_picture = has_first or ("last_frame" in given_pictures and index >= last_key)
        for row, moved in enumerate(slate.moved(index, over_picture=over_picture)):
            before, after = (
                frames[number][row * BLOCK : (row + 1) * BLOCK] for number in (index - 1, index)
            )
            # What comes into the band is another of its stripes, which was encoded by itself.
            comes_in = BLOCK if place.band[0] <= row < place.band[1] else max(0, moved)
            inside = slice(comes_in, width + min(0, moved))
            source = slice(comes_in - moved, width - max(0, moved))
            assert (after[:, inside] == before[:, source]).all(), (index, row, moved)
    moves = all((a != b).any() for a, b in zip(frames, frames[10:], strict=False))
    assert moves or width < 64  # the smallest frames have room for nothing that moves


@pytest.mark.parametrize("given_pictures", [{"first_frame": PICTURE}, {"last_frame": PICTURE}])
@pytest.mark.parametrize(
    ("width", "height"), [(320, 192), (346, 202), (1280, 720), (720, 1280), (1920, 1080)]
)
def test_a_video_with_a_picture_moves_visibly(
    tmp_path: Path, width: int, height: int, given_pictures: dict[str, bytes]
) -> None:
    for seed in (7, 8):
        asked = request(width=width, height=height, duration=2.5, seed=seed, **given_pictures)
        frames = [luma(frame) for frame in frames_of(make(tmp_path / "video.mp4", asked))]
        moved = [np.abs(a - b).mean() for a, b in pairwise(frames)]
        assert min(moved) > 1
        start, end = layout_of(asked).band
        assert end * BLOCK < 0.8 * height
        assert np.abs(frames[0][: start * BLOCK] - frames[40][: start * BLOCK]).mean() < 0.5 or (
            "last_frame" in given_pictures
        )


def test_the_stripes_of_the_band_never_end(tmp_path: Path) -> None:
    asked = request(width=346, height=202, duration=5.0, first_frame=PICTURE)
    place = layout_of(asked)
    slate = Slate(asked, place)
    start, end, period = slate.band
    assert (start, end) == place.band
    frames = [luma(frame) for frame in frames_of(make(tmp_path / "video.mp4", asked))]
    first = frames[0][start * BLOCK : end * BLOCK]
    for index, frame in enumerate(frames):
        pace = slate.moved(1, over_picture=True)[start]
        turned = np.arange(346 - period) - pace * index
        shown = frame[start * BLOCK : end * BLOCK, : 346 - period]
        assert np.abs(shown - first[:, turned % period]).max() < 12, index


def test_the_bar_is_full_at_the_end(tmp_path: Path) -> None:
    asked = request(duration=3.0)
    top, bottom = (row * BLOCK for row in layout_of(asked).bar)
    bars = [luma(frame)[top:bottom] for frame in frames_of(make(tmp_path / "video.mp4", asked))]
    assert np.ptp(bars[0]) > 30
    assert np.ptp(bars[-1]) < 12


def test_the_text_is_true_at_any_time(tmp_path: Path) -> None:
    asked = request(duration=4.0, first_frame=PICTURE)
    top, bottom = (row * BLOCK for row in layout_of(asked).panel)
    panels = [luma(frame)[top:bottom] for frame in frames_of(make(tmp_path / "video.mp4", asked))]
    assert all((panel == panels[0]).all() for panel in panels)


def test_equal_requests_give_equal_bytes(tmp_path: Path) -> None:
    asked = request(audio=True, first_frame=PICTURE, references=(OTHER_PICTURE,))
    first, second = (make(tmp_path / f"{name}.mp4", asked) for name in "ab")
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    "change",
    [
        {"prompt": "A blue fox runs through fresh snow"},
        {"prompt": "狐狸在雪地里奔跑"},
        {"seed": 8},
        {"emulated_model": "google/veo-3.1"},
        {"first_frame": PICTURE},
        {"references": (PICTURE,)},
        {"duration": 2.0},
    ],
    ids=lambda change: "-".join(map(str, change)),
)
def test_whatever_differs_is_seen_in_the_first_frame(
    tmp_path: Path, change: dict[str, object]
) -> None:
    plain = frames_of(make(tmp_path / "plain.mp4", request()))[0]
    changed = frames_of(make(tmp_path / "changed.mp4", request(**change)))[0]
    assert np.abs(luma(plain) - luma(changed)).max() > 40


def test_given_frames_are_seen_where_they_belong(tmp_path: Path) -> None:
    asked = request(duration=4.0, first_frame=PICTURE, last_frame=OTHER_PICTURE)
    frames = [luma(frame) for frame in frames_of(make(tmp_path / "video.mp4", asked))]
    top = slice(0, 6 * BLOCK)

    def likeness(frame: np.ndarray[tuple[int, ...], np.dtype[np.int16]], other: int) -> float:
        return float(np.corrcoef(frame[top].ravel(), frames[other][top].ravel())[0, 1])

    picture = request(first_frame=PICTURE)
    ground = luma(frames_of(make(tmp_path / "ground.mp4", picture))[0])
    assert likeness(ground, 0) > 0.99
    # The other picture is the negative of the first.
    assert likeness(ground, -1) < -0.99
    only_last = request(duration=4.0, last_frame=PICTURE)
    ending = [luma(frame) for frame in frames_of(make(tmp_path / "ending.mp4", only_last))]
    assert np.abs(ending[-1][top] - ground[top]).mean() < 1
    assert np.abs(ending[0][top] - ground[top]).mean() > 10


def test_the_slate_has_readable_text(tmp_path: Path) -> None:
    for width, height in ((64, 64), (128, 224), (1280, 720), (720, 1280)):
        asked = request(width=width, height=height, duration=0.1)
        frame = luma(frames_of(make(tmp_path / "video.mp4", asked))[0])
        start, end = (row * BLOCK for row in layout_of(asked).panel)
        panel = frame[start:end, max(4, width // 30) :]
        assert (panel > 150).mean() > 0.005
        assert (panel < 60).mean() > 0.6


@pytest.mark.parametrize(
    ("prompt", "lines"),
    [
        ("夜の東京の街、雨", ["8 characters of the prompt cannot be shown"]),
        ("Ночной город, дождь", ["16 characters of the prompt cannot be shown"]),
        ("서울의 밤", ["4 characters of the prompt cannot be shown"]),
        ("A 🦊 runs", ["A … runs", "1 character of the prompt cannot be shown"]),
        ("東京 Tokyo, 夜 雨!", ["… Tokyo, …!", "4 characters of the prompt cannot be shown"]),
        ("👨\u200d👩 at home ❤️", ["… at home …", "3 characters of the prompt cannot be shown"]),
        ("Straße in Łódź — «été»", ['Strasse in Lodz - "ete"']),
        ("A fox?\n  It runs…", ["A fox? It runs..."]),
        ("", [""]),
    ],
)
def test_a_prompt_is_shown_as_far_as_the_font_has_its_letters(
    prompt: str, lines: list[str]
) -> None:
    assert list(prompt_lines(prompt)) == lines


def test_the_words_of_a_prompt_are_listed_as_they_are_written() -> None:
    said = "A fox's tail -- no \"rain\", 🦊 e-mail, 狐狸。雪; a fox's"
    listed = ["A", "fox's", "tail", "no", "rain", "🦊", "e-mail", "狐狸", "雪", "a"]
    assert prompt_words(said) == listed
    assert prompt_words(" ... ") == []
    assert len(prompt_words(" ".join(map(str, range(99))))) == 40


def test_the_slate_says_how_much_of_a_prompt_it_does_not_show(tmp_path: Path) -> None:
    said = ("雪の中の狐", "5 characters of the prompt cannot be shown", "?")
    panels = []
    for prompt in said:
        asked = request(prompt=prompt, width=1280, height=720, duration=0.1)
        frame = luma(frames_of(make(tmp_path / "video.mp4", asked))[0])
        start, end = (row * BLOCK for row in layout_of(asked).panel)
        panels.append(frame[start:end, 1280 // 30 :])
    shown, alike, other = panels
    assert np.abs(shown - alike).mean() < 0.5
    assert np.abs(shown - other).mean() > 1


def test_the_tags_say_what_it_is(tmp_path: Path) -> None:
    asked = request(emulated_model="google/veo-3.1")
    with av.open(str(make(tmp_path / "video.mp4", asked))) as container:
        assert container.metadata["title"] == asked.prompt
        assert container.metadata["comment"] == (
            "instant emulation, offline; emulates google/veo-3.1"
        )
        assert "seed 7" in container.metadata["description"]


def test_the_file_plays_while_it_is_downloaded(tmp_path: Path) -> None:
    data = make(tmp_path / "video.mp4", request(audio=True)).read_bytes()
    boxes, at = [], 0
    while at < len(data):
        boxes.append(data[at + 4 : at + 8])
        at += int.from_bytes(data[at : at + 4], "big")
    assert boxes.index(b"moov") < boxes.index(b"mdat")
    assert at == len(data)


def test_any_second_can_be_sought(tmp_path: Path) -> None:
    asked = request(duration=9.0, audio=True)
    path = make(tmp_path / "video.mp4", asked)
    whole = frames_of(path)
    with av.open(str(path)) as container:
        video = container.streams.video[0]
        assert video.time_base is not None
        for second in (8, 3, 0, 5, 1, 7):
            container.seek(int(second / video.time_base), stream=video)
            frames = container.decode(video)
            first = next(frames)
            assert first.key_frame
            assert second - 2 <= first.time <= second
            sought = first if first.time == second else next(f for f in frames if f.time == second)
            assert (luma(sought) == luma(whole[second * 24])).all()


@pytest.mark.parametrize("seed", range(6))
def test_the_sound_has_no_seams(tmp_path: Path, seed: int) -> None:
    asked = request(width=64, height=64, duration=5.0, audio=True, seed=seed)
    with av.open(str(make(tmp_path / "video.mp4", asked))) as container:
        decoded = [frame.to_ndarray() for frame in container.decode(audio=0)]
    heard = np.concatenate(decoded, axis=1)[:, : 5 * SAMPLE_RATE]
    steps = np.abs(np.diff(heard))
    assert steps.max() < 2 * np.percentile(steps, 99)
    seconds = heard.reshape(2, 5, SAMPLE_RATE)
    assert (np.abs(seconds).max(axis=2) > 0.05).all()


def test_a_report_describes_the_file(tmp_path: Path) -> None:
    path = tmp_path / "video.mp4"
    fractions: list[float] = []
    report = render(request(audio=True), path, fractions.append, lambda: False)
    assert (report.width, report.height, report.frames, report.duration) == (320, 192, 36, 1.5)
    assert report.has_audio
    assert report.size == path.stat().st_size
    assert report.plan["source"] == "instant emulation"
    assert report.plan["drawn"] == {
        "scene": "a slate",
        "words": [],
        "not_drawn": ["A", "red", "fox", "runs", "through", "fresh", "snow"],
    }
    assert fractions[-1] == 1.0
    assert [found.name for found in tmp_path.iterdir()] == ["video.mp4"]


@contextmanager
def nothing_left(
    folder: Path, error: type[BaseException], said: str | None = None
) -> Iterator[None]:
    folder.mkdir(exist_ok=True)
    with pytest.raises(error, match=said):
        yield
    assert not list(folder.iterdir())


@pytest.mark.parametrize("task", ["upscale", "edit"])
def test_a_given_video_may_take_a_minute(tmp_path: Path, task: str) -> None:
    for frames, fps in ((60, 1), (1441, 24)):  # files round their times
        video = clip(64, 48, frames, fps, still=True)
        report = render(
            request(task=task, source=video, prompt="night"),
            tmp_path / "video.mp4",
            lambda fraction: None,
            lambda: False,
        )
        assert report.duration == 60.0
    with nothing_left(tmp_path / "none", MediaError, "video reference 1 is longer than 60 seconds"):
        make(tmp_path / "none" / "video.mp4", request(task=task, source=clip(64, 48, 61, 1)))


def test_a_video_reference_may_take_a_minute(tmp_path: Path) -> None:
    minute, longer = (clip(64, 48, frames, 1, still=True) for frames in (60, 61))
    make(tmp_path / "video.mp4", request(video_references=(minute,)))
    with nothing_left(tmp_path / "none", MediaError, "video reference 2 is longer than 60 seconds"):
        make(tmp_path / "none" / "video.mp4", request(video_references=(minute, longer)))


def test_the_whole_head_of_a_portrait_is_shown(tmp_path: Path) -> None:
    face = encoded(portrait(96, 96))
    asked = request(task="avatar", width=320, height=180, references=(face,), duration=0.2)
    frame = frames_of(make(tmp_path / "video.mp4", asked))[0].to_ndarray(format="rgb24")
    assert (frame[:120, :60] == frame[0, 0]).mean() > 0.9  # a plain border beside it
    assert float(np.ptp(frame[:120, 110:210])) > 100


def test_what_goes_wrong_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "video.mp4"
    with nothing_left(tmp_path, RenderCancelled):
        render(request(), path, lambda fraction: None, lambda: True)
    with nothing_left(tmp_path, ImageError):
        make(path, request(first_frame=b"no picture"))
    with nothing_left(tmp_path, UnusableRequestError):
        make(path, request(width=321))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "video.mp4.part").symlink_to("/dev/full")
    with nothing_left(tmp_path, OSError) as _:
        make(tmp_path / "video.mp4", request())


def test_the_compiler_is_not_loaded(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from rushes.engines.instant import render;"
        "from rushes.engines.request import RenderRequest as R;"
        f"render(R('a', 64, 64, 1.0, 1, True), Path({str(tmp_path / 'a.mp4')!r}),"
        " lambda f: None, lambda: False);"
        "print([name for name in ('llvmlite', 'cv2') if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    assert (run.stdout, run.stderr) == ("[]\n", "")
