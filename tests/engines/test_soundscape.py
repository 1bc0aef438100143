from __future__ import annotations

import numpy as np
import pytest

from rushes.engines.procedural.scene import Plan
from rushes.engines.procedural.soundscape import soundscape
from rushes.engines.procedural.synth import RATE, Samples, bands, chord, convolve, drops, noise
from rushes.engines.soundtrack import soundtrack

SCENES = ("mountain", "ocean", "city", "flow")
WEATHERS = ("clear", "cloudy", "fog", "rain", "storm", "snow")


def decibels(sound: Samples) -> float:
    return float(20 * np.log10(np.sqrt(np.mean(sound.astype(np.float64) ** 2)) + 1e-12))


def share_between(sound: Samples, low: float, high: float) -> float:
    """Return the share of the sound's power between two frequencies."""
    power = (np.abs(np.fft.rfft(sound.astype(np.float64), axis=1)) ** 2).sum(axis=0)
    frequency = np.fft.rfftfreq(sound.shape[1], 1 / RATE)
    return float(power[(frequency >= low) & (frequency < high)].sum() / power.sum())


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("weather", WEATHERS)
def test_every_place_and_weather_has_a_full_and_safe_sound(scene: str, weather: str) -> None:
    for time_of_day in ("day", "night"):
        plan = Plan(scene=scene, weather=weather, time_of_day=time_of_day, seed=11)
        sound = soundscape(plan, 1.5)
        assert sound.shape == (2, round(1.5 * RATE))
        assert sound.dtype == np.float32
        assert np.isfinite(sound).all()
        assert -21.5 < decibels(sound) < -18.5
        assert np.abs(sound).max() <= 10 ** (-1 / 20)
        assert np.abs(sound[:, :48]).max() < 0.01
        assert np.abs(sound[:, -48:]).max() < 0.01
        # Both channels sound, and not the same.
        assert decibels(sound[:1]) > -30
        assert decibels(sound[1:]) > -30
        assert np.abs(sound[0] - sound[1]).max() > 0.005


@pytest.mark.parametrize("duration", [1 / 24, 0.5, 1.0, 5.0, 12.0])
def test_the_length_is_exact(duration: float) -> None:
    assert soundscape(Plan(seed=3), duration).shape == (2, round(duration * RATE))


def test_the_same_plan_sounds_the_same_and_another_seed_does_not() -> None:
    plan = Plan(scene="ocean", weather="storm", seed=4)
    first = soundscape(plan, 1.0)
    assert first.tobytes() == soundscape(plan, 1.0).tobytes()
    assert (
        first.tobytes() != soundscape(Plan(scene="ocean", weather="storm", seed=5), 1.0).tobytes()
    )


@pytest.mark.parametrize("scene", SCENES)
def test_a_continuation_is_another_sound_without_fades(scene: str) -> None:
    plan = Plan(scene=scene, seed=11)
    first, second = soundscape(plan, 4.0), soundscape(plan, 4.0, 4.0)
    assert second.shape == first.shape
    assert abs(float(np.corrcoef(first[0], second[0])[0, 1])) < 0.3
    edges = (first[:, -RATE // 10 :], second[:, : RATE // 10])
    assert min(map(decibels, edges)) > -29
    for edge in (first[:, -48:], second[:, :24]):
        assert np.abs(edge).max() < 0.01, "a click"
    assert second.tobytes() == soundscape(plan, 4.0, 4.0).tobytes()


def test_a_continuation_begins_with_the_chord_of_the_end() -> None:
    plan = Plan(scene="flow", seed=2)
    parts = [soundscape(plan, 8.0), soundscape(plan, 8.0, 8.0), soundscape(plan, 8.0, 16.0)]
    root, chords = 110.0, ((-3, 9), (5, 9), (-5, 7))
    for before, after, number in zip(parts[:-1], parts[1:], (0, 2), strict=True):
        for sound in (before[:, -RATE:], after[:, :RATE]):
            power = [
                sum(
                    share_between(sound, 0.98 * pitch, 1.02 * pitch)
                    for pitch in (root * 2.0 ** (step / 12) for step in steps)
                )
                for steps in chords
            ]
            assert power.index(max(power)) == number


def test_thunder_follows_the_flashes_of_its_part(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float] = []

    def flash(plan: Plan, t: float) -> float:
        asked.append(t)
        return 0.0

    monkeypatch.setattr("rushes.engines.procedural.soundscape.lightning", flash)
    soundscape(Plan(weather="storm"), 2.0, 20.0)
    assert 16.0 < min(asked) < 20.0
    assert max(asked) == pytest.approx(22.0, abs=0.05)


def test_rain_hisses_and_thunder_rumbles() -> None:
    clear = soundscape(Plan(scene="mountain", weather="clear", seed=2), 4.0)
    rain = soundscape(Plan(scene="mountain", weather="rain", seed=2), 4.0)
    storm = soundscape(Plan(scene="flow", weather="storm", seed=2), 4.0)
    dry = soundscape(Plan(scene="flow", weather="clear", seed=2), 4.0)
    assert share_between(rain, 2000, 12000) > 3 * share_between(clear, 2000, 12000)
    assert share_between(storm, 20, 85) > 3 * share_between(dry, 20, 85)


def test_crickets_sing_at_night_and_not_in_winter() -> None:
    night = Plan(scene="mountain", time_of_day="night", seed=6)
    winter = Plan(scene="mountain", time_of_day="night", seed=6, tags=frozenset({"winter"}))
    assert share_between(soundscape(night, 3.0), 3800, 5000) > 5 * share_between(
        soundscape(winter, 3.0), 3800, 5000
    )


def test_surf_swells() -> None:
    sound = soundscape(Plan(scene="ocean", seed=8), 12.0)
    blocks = np.array([decibels(sound[:, k : k + RATE]) for k in range(RATE, 11 * RATE, RATE // 2)])
    assert blocks.max() - blocks.min() > 2.0


def test_under_water_the_treble_is_gone() -> None:
    plan = Plan(scene="ocean", seed=8)
    below = Plan(scene="ocean", seed=8, tags=frozenset({"underwater"}))
    above = share_between(soundscape(plan, 2.0), 2000, 20000)
    assert share_between(soundscape(below, 2.0), 2000, 20000) < 0.1 * above


def test_noise_follows_its_bands() -> None:
    rng = np.random.default_rng(1)
    sound = noise(rng, RATE, bands(RATE, (1000.0, 0.3, 1.0)))
    assert share_between(np.stack((sound, sound)), 500, 2000) > 0.95


def test_a_chord_holds_its_pitches() -> None:
    sound = chord(np.random.default_rng(1), RATE, (220.0,), 0.2)
    assert share_between(sound, 210, 230) > 0.5


def test_convolution_with_a_late_click_delays() -> None:
    sound = np.random.default_rng(0).standard_normal((2, 3000)).astype(np.float32)
    click = np.zeros((2, 200), np.float32)
    click[:, 150] = 1.0
    assert np.allclose(convolve(sound, click)[:, 150:], sound[:, :-150], atol=1e-4)


def test_more_rain_has_more_drops() -> None:
    few = drops(np.random.default_rng(1), RATE, 5.0, 1000.0, 0.003)
    many = drops(np.random.default_rng(1), RATE, 500.0, 1000.0, 0.003)
    assert (np.abs(many) > 0.02).mean() > 10 * (np.abs(few) > 0.02).mean()


def test_a_changed_scene_is_heard_from_the_one_before_on() -> None:
    sea, night = Plan(scene="ocean", seed=3), Plan(scene="mountain", time_of_day="night", seed=3)
    sound = soundtrack(night, 3.0, None, alone=False, start=2.0, before=sea)
    old, new = soundscape(sea, 1.5, 2.0), soundscape(night, 3.0, 2.0)
    early, late = slice(0, RATE // 10), slice(2 * RATE, 3 * RATE)
    assert np.corrcoef(sound[0, early], old[0, early])[0, 1] > 0.9
    assert np.array_equal(sound[:, late], new[:, late])
