from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from numpy.typing import NDArray

from rushes.engines.procedural.scene import Look
from rushes.engines.procedural.tone_mapping import ToneMapper
from tests.engines.pictures import as_shown

WIDTH, HEIGHT = 96, 64
PLAIN = Look(bloom=0.0, vignette=0.0, grain=0.0)


def flat(*color: float) -> NDArray[np.float32]:
    return np.broadcast_to(np.array(color, np.float32), (HEIGHT, WIDTH, 3)).copy()


def luma(look: Look, light: NDArray[np.float32], index: int = 0) -> NDArray[np.float64]:
    tone_mapper = ToneMapper(WIDTH, HEIGHT, look, 7)
    planes = tone_mapper.planes()
    tone_mapper.apply(light, index, planes)
    return planes[0].astype(np.float64)


def test_brighter_light_is_brighter_video_within_the_limited_range() -> None:
    steps = [luma(PLAIN, flat(v, v, v)) for v in (0.0, 0.02, 0.1, 0.3, 1.0, 4.0, 1e6)]
    means = [step.mean() for step in steps]

    assert means == sorted(means)
    assert means[0] < 18.0
    assert means[-1] > 230.0
    assert all(step.min() >= 16 and step.max() <= 235 for step in steps)
    assert means[4] - means[2] > 60.0  # middle tones use most of the range


def test_gray_stays_gray_and_strong_color_burns_towards_white() -> None:
    tone_mapper = ToneMapper(WIDTH, HEIGHT, PLAIN, 7)
    planes = tone_mapper.planes()
    tone_mapper.apply(flat(0.4, 0.4, 0.4), 0, planes)
    assert {int(v) for v in np.unique(planes[1])} <= {127, 128, 129}
    assert {int(v) for v in np.unique(planes[2])} <= {127, 128, 129}

    red = as_shown(tone_mapper, flat(0.5, 0.02, 0.02), 0).mean(axis=(0, 1))
    burning = as_shown(tone_mapper, flat(20.0, 0.8, 0.8), 0).mean(axis=(0, 1))
    assert red[0] > 2.0 * red[1]
    assert burning[1] > 2.0 * red[1]


def test_grain_depends_on_seed_and_frame_and_nothing_else() -> None:
    look = replace(PLAIN, grain=0.02)
    light = flat(0.3, 0.3, 0.3)
    first = luma(look, light)

    assert np.array_equal(first, luma(look, light))
    assert not np.array_equal(first, luma(look, light, 1))
    assert first.std() > 2.0 * luma(PLAIN, light).std()
    assert abs(first.mean() - luma(PLAIN, light).mean()) < 0.5


def test_bloom_spreads_light_and_vignette_darkens_corners() -> None:
    lamp = flat(0.02, 0.02, 0.02)
    lamp[28:36, 44:52] = 20.0
    bare, blooming = luma(PLAIN, lamp), luma(replace(PLAIN, bloom=0.4), lamp)
    assert blooming[32, 58] > bare[32, 58] + 10.0

    wall = luma(replace(PLAIN, vignette=0.5), flat(0.4, 0.4, 0.4))
    assert wall[0, 0] < wall[HEIGHT // 2, WIDTH // 2] - 15.0


def test_exposure_contrast_and_saturation_do_what_they_say() -> None:
    light = flat(0.3, 0.15, 0.1)
    dark = flat(0.05, 0.05, 0.05)
    plain = as_shown(ToneMapper(WIDTH, HEIGHT, PLAIN, 7), light, 0).mean(axis=(0, 1))
    rich = as_shown(ToneMapper(WIDTH, HEIGHT, replace(PLAIN, saturation=1.5), 7), light, 0)

    assert luma(replace(PLAIN, exposure=2.0), light).mean() > luma(PLAIN, light).mean() + 15.0
    assert luma(replace(PLAIN, contrast=1.5), dark).mean() < luma(PLAIN, dark).mean()
    assert np.ptp(rich.mean(axis=(0, 1))) > np.ptp(plain)


def test_one_finish_serves_many_threads() -> None:
    tone_mapper = ToneMapper(WIDTH, HEIGHT, Look(), 7)
    rng = np.random.default_rng(1)
    lights = [rng.random((HEIGHT, WIDTH, 3), np.float32) * 3.0 for _ in range(8)]
    expected = [as_shown(tone_mapper, light, k) for k, light in enumerate(lights)]

    with ThreadPoolExecutor(4) as pool:
        shown = partial(as_shown, tone_mapper)
        found = list(pool.map(shown, reversed(lights), reversed(range(8))))

    assert all(np.array_equal(a, b) for a, b in zip(expected, reversed(found), strict=True))


def test_light_is_left_alone_and_odd_sizes_are_refused() -> None:
    light = flat(2.0, 1.0, 0.5)
    luma(Look(bloom=0.5), light)
    assert np.array_equal(light, flat(2.0, 1.0, 0.5))

    with pytest.raises(ValueError, match="even"):
        ToneMapper(95, 64, PLAIN, 1)
