from __future__ import annotations

import io
from itertools import pairwise

import numpy as np
import pytest
from PIL import Image, features

from rushes.engines import parallax
from rushes.engines.decode import ImageError, decode
from rushes.engines.images import Picture, cover, palette_of, video_planes
from rushes.engines.procedural.plan import plan_over_picture
from tests.engines.pictures import change, encoded, psnr, scenery

WIDTH, HEIGHT, FPS, FRAMES = 192, 108, 24, 24


def rgb(planes: tuple[Picture, Picture, Picture]) -> Picture:
    """Return planes as a player shows them."""
    y, u, v = (plane.astype(np.float64) for plane in planes)
    luma = (y - 16) / 219
    cb = np.repeat(np.repeat((u - 128) / 224, 2, 0), 2, 1)
    cr = np.repeat(np.repeat((v - 128) / 224, 2, 0), 2, 1)
    picture = np.stack(
        (luma + 1.5748 * cr, luma - 0.18733 * cb - 0.46813 * cr, luma + 1.8556 * cb), axis=2
    )
    return np.clip(np.rint(picture * 255), 0, 255).astype(np.uint8)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "AVIF"])
def test_usual_kinds_are_read(kind: str) -> None:
    if kind == "AVIF" and not features.check("avif"):
        pytest.skip("this Pillow has no AVIF")
    picture = scenery(120, 80)
    read = decode(encoded(picture, kind), "the picture")
    assert read.shape == (80, 120, 3)
    assert psnr(read, picture) > 25


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"hello", "not a readable picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a readable picture"),
        (encoded(scenery(64, 64))[:-200], "damaged"),
        (encoded(scenery(64, 64), "JPEG")[:300], "damaged"),
    ],
)
def test_a_bad_picture_is_named_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ImageError, match=f"^the first frame image .*{reason}"):
        decode(data, "the first frame image")


def test_what_is_no_picture_is_told_every_kind_that_is_read() -> None:
    with pytest.raises(ImageError) as caught:
        decode(b"hello", "it")
    kinds = "JPEG, PNG, WebP, GIF, AVIF, BMP or TIFF"
    assert str(caught.value) == f"it is not a readable picture (expected {kinds})"


@pytest.mark.parametrize("side", [9000, 14000])
def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked(side: int) -> None:
    out = io.BytesIO()
    Image.new("1", (side, side)).save(out, "PNG")
    with pytest.raises(ImageError, match="reference image 1 has more than 64 megapixels"):
        decode(out.getvalue(), "reference image 1")


def test_pictures_are_turned_upright() -> None:
    picture = scenery(60, 40)
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned a quarter clockwise
    Image.fromarray(picture).save(out, "PNG", exif=exif)
    assert np.array_equal(decode(out.getvalue(), "p"), np.rot90(picture, -1))


def test_transparency_lies_over_black_and_grays_are_colors() -> None:
    layer = np.zeros((8, 8, 4), np.uint8)
    layer[..., 0] = 255
    layer[:4, :, 3] = 255
    out = io.BytesIO()
    Image.fromarray(layer).save(out, "PNG")
    read = decode(out.getvalue(), "p")
    assert tuple(read[0, 0]) == (255, 0, 0)
    assert tuple(read[7, 0]) == (0, 0, 0)
    deep = np.full((8, 8), 32768, np.uint16)
    out = io.BytesIO()
    Image.fromarray(deep).save(out, "PNG")
    assert abs(int(decode(out.getvalue(), "p")[0, 0, 0]) - 127) <= 1


@pytest.mark.parametrize("size", [(64, 64), (300, 40), (40, 300), (1, 1), (1280, 720)])
def test_covering_fills_the_frame_and_keeps_the_middle(size: tuple[int, int]) -> None:
    picture = np.zeros((size[1], size[0], 3), np.uint8)
    picture[..., 1] = 200
    middle = picture[size[1] // 3 : size[1] - size[1] // 3, size[0] // 3 : size[0] - size[0] // 3]
    middle[..., 0] = 255
    fitted = cover(picture, WIDTH, HEIGHT)
    assert fitted.shape == (HEIGHT, WIDTH, 3)
    assert fitted[..., 1].min() >= 199
    assert fitted[HEIGHT // 2, WIDTH // 2, 0] > 250


def test_a_picture_of_the_frame_size_is_taken_as_it_is() -> None:
    picture = scenery(WIDTH, HEIGHT)
    assert np.array_equal(cover(picture, WIDTH, HEIGHT), picture)


def test_planes_show_the_picture() -> None:
    picture = scenery(WIDTH, HEIGHT)
    assert psnr(rgb(video_planes(picture)), picture) > 34
    white = np.full((4, 4, 3), 255, np.uint8)
    assert [int(plane[0, 0]) for plane in video_planes(white)] == [235, 128, 128]


def test_the_palette_holds_the_telling_colors() -> None:
    picture = np.full((60, 60, 3), 128, np.uint8)
    picture[:30] = (220, 30, 30)
    picture[30:45] = (20, 40, 200)
    colors = palette_of((picture,))
    assert 2 <= len(colors) <= 5
    red, blue = colors[0], colors[1]
    assert red[0] > 0.5 > 4 * red[2]
    assert blue[2] > 0.4 > 4 * blue[0]
    assert palette_of((picture,)) == colors
    assert palette_of(()) == ()
    assert len(palette_of((np.full((5, 5, 3), 90, np.uint8),))) == 1


def render_frames(
    prompt: str, first: Picture | None, last: Picture | None, frames: int = FRAMES
) -> list[Picture]:
    shot = parallax.shot(plan_over_picture(prompt, 1), frames, FPS, first, last)
    return [rgb(shot.planes(index)) for index in range(frames)]


CAMERAS = ["zoom in", "zoom out", "pan left", "pan right", "orbit", "crane shot", "static shot"]


@pytest.mark.parametrize("camera", CAMERAS)
def test_from_a_first_picture_it_moves_and_keeps_looking_like_it(camera: str) -> None:
    picture = scenery(WIDTH, HEIGHT)
    frames = render_frames(camera, picture, None, 48)
    assert psnr(frames[0], rgb(video_planes(picture))) > 60
    steps = [change(a, b) for a, b in pairwise(frames)]
    assert min(steps) > (0.005 if camera == "static shot" else 0.05), "a frame stands still"
    assert max(steps) < 6 * sorted(steps)[len(steps) // 2] + 0.5, "a frame jumps"
    assert change(frames[0], frames[-1]) > 0.8
    assert change(frames[0], frames[-1]) < 40
    means = [frame.mean(axis=(0, 1)) for frame in frames]
    assert np.abs(np.array(means) - means[0]).max() < 16


@pytest.mark.parametrize("weather", ["fog", "rain", "snow", "thunderstorm"])
def test_weather_of_the_prompt_comes_over_the_picture(weather: str) -> None:
    picture = scenery(WIDTH, HEIGHT)
    plain = render_frames("static shot", picture, None)
    under = render_frames(f"static shot, {weather}", picture, None)
    assert psnr(under[0], plain[0]) > 60
    assert change(under[-1], plain[-1]) > 1.0
    assert change(under[-1], picture) < 60


def test_the_hour_of_the_prompt_tints_the_light() -> None:
    picture = scenery(WIDTH, HEIGHT)
    warm = render_frames("at sunset", picture, None)[-1].mean(axis=(0, 1))
    cold = render_frames("at night", picture, None)[-1].mean(axis=(0, 1))
    assert warm[0] / warm[2] > 1.15 * cold[0] / cold[2]
    assert warm.sum() > 1.1 * cold.sum()


def test_between_similar_pictures_things_move_to_their_places() -> None:
    first, last = scenery(WIDTH, HEIGHT), scenery(WIDTH, HEIGHT, shift=0.05)
    frames = render_frames("x", first, last)
    assert psnr(frames[0], rgb(video_planes(first))) > 60
    assert psnr(frames[-1], rgb(video_planes(last))) > 60
    # A dissolve would show both ridges half transparent; moved halfway there is one, in between.
    middle = scenery(WIDTH, HEIGHT, shift=0.025)
    dissolved = ((first.astype(int) + last.astype(int)) // 2).astype(np.uint8)
    inner = (slice(20, -20), slice(30, -30))
    assert change(frames[FRAMES // 2][inner], middle[inner]) < 2.5 * change(
        dissolved[inner], middle[inner]
    )
    steps = [change(a, b) for a, b in pairwise(frames)]
    assert min(steps) > 0.05


def test_between_different_pictures_it_dissolves_in_the_middle() -> None:
    first = scenery(WIDTH, HEIGHT)
    last = 255 - scenery(WIDTH, HEIGHT, shift=1.7, hue=1.0)
    frames = render_frames("x", first, last, 48)
    assert psnr(frames[0], rgb(video_planes(first))) > 60
    assert psnr(frames[-1], rgb(video_planes(last))) > 60
    assert change(frames[12], first) < change(frames[12], last)
    assert change(frames[36], last) < change(frames[36], first)
    steps = [change(a, b) for a, b in pairwise(frames)]
    assert min(steps) > 0.05
    assert max(steps[:12] + steps[36:]) < max(steps[16:32])


def test_equal_pictures_still_make_a_moving_video() -> None:
    picture = scenery(WIDTH, HEIGHT)
    frames = render_frames("x", picture, picture)
    assert change(frames[0], frames[FRAMES // 2]) > 0.8
    assert change(frames[0], frames[-1]) < 0.5


def test_a_last_picture_alone_is_reached_at_the_end() -> None:
    picture = scenery(WIDTH, HEIGHT)
    frames = render_frames("x", None, picture, 48)
    assert psnr(frames[-1], rgb(video_planes(picture))) > 60
    away = [change(frame, frames[-1]) for frame in frames]
    assert away[0] > away[24] > away[44] > 0
    steps = [change(a, b) for a, b in pairwise(frames)]
    assert min(steps) > 0.02
    assert steps[-1] < 3


@pytest.mark.parametrize(("width", "height"), [(128, 128), (90, 160), (336, 144)])
@pytest.mark.parametrize("frames", [1, 2, 3])
def test_any_shape_and_the_shortest_videos_work(width: int, height: int, frames: int) -> None:
    first, last = scenery(width, height), 255 - scenery(width, height)
    for one, two in ((first, None), (None, last), (first, last)):
        shot = parallax.shot(plan_over_picture("snow", 2), frames, FPS, one, two)
        for index in range(frames):
            assert shot.planes(index)[0].shape == (height, width)


def test_frames_depend_on_their_number_alone() -> None:
    picture = scenery(WIDTH, HEIGHT)
    plan = plan_over_picture("rain in the fog on the sea", 3)
    one = parallax.shot(plan, FRAMES, FPS, picture, None)
    two = parallax.shot(plan, FRAMES, FPS, picture, None)
    forward = [one.planes(k)[0].tobytes() for k in range(FRAMES)]
    backward = [two.planes(k)[0].tobytes() for k in reversed(range(FRAMES))]
    assert forward == backward[::-1]


def test_a_video_from_pictures_needs_one() -> None:
    with pytest.raises(ValueError, match="a first or a last frame"):
        parallax.shot(plan_over_picture("x", 1), 3, FPS, None, None)
