"""What each model accepts, and how a refusal names the field, the value and what is allowed."""

from __future__ import annotations

import base64
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from openrouter.components import VideoGenerationRequest
from rushes.catalog import emulation
from rushes.catalog.frame import frame_size, resolution_of
from rushes.catalog.limits import Spec, check_request
from rushes.catalog.model import load_catalog
from rushes.catalog.own_models import catalog_of
from rushes.catalog.refusal import (
    InvalidParameterError,
    InvalidRequestError,
    UnknownModelError,
)
from rushes.engines import request as engine
from rushes.settings import Settings
from rushes.wire.frame_size import has_ratio, parse_size
from tests.catalog.listed_price import listed_price
from tests.engines.pictures import encoded, scenery

PNG = "data:image/png;base64," + base64.b64encode(b"\x89PNG\r\n\x1a\n0000").decode()
GENERATORS = [m for m in load_catalog().models if m.kind == "generator"]


def check(model: str = "google/veo-3.1", **parameters: object) -> Spec:
    given_parameters = {"prompt": "A calm sea", **parameters}
    request = VideoGenerationRequest.model_validate({"model": model, **given_parameters})
    return check_request(request, load_catalog().get(model))


def frame(frame_type: str = "first_frame", url: str = PNG) -> dict[str, object]:
    return {"type": "image_url", "image_url": {"url": url}, "frame_type": frame_type}


def reference(kind: str, url: str) -> dict[str, object]:
    return {"type": f"{kind}_url", f"{kind}_url": {"url": url}}


VIDEO = reference("video", "https://example.com/a.mp4")
SOUND = reference("audio", "https://example.com/a.mp3")
PICTURE = reference("image", PNG)
OWN = "my/own"


def own(**fields: object):
    return catalog_of(Settings(models={OWN: fields})).get(OWN)


def check_own(fields: dict[str, object], *, is_live: bool = False, **parameters: object) -> Spec:
    request = VideoGenerationRequest.model_validate({"model": OWN, "prompt": "x", **parameters})
    return check_request(request, own(**fields), is_live=is_live)


def refusal(**parameters: object) -> InvalidRequestError:
    with pytest.raises(InvalidRequestError) as caught:
        check(**parameters)
    return caught.value


def test_all_models_are_there():
    assert len(load_catalog().models) == 36
    assert len(GENERATORS) == 31


def test_a_model_is_found_by_its_dated_slug_too():
    assert load_catalog().get("google/veo-3.1-20260320").id == "google/veo-3.1"


def test_an_unknown_model_is_refused_with_the_nearest_names():
    with pytest.raises(UnknownModelError, match=r"google/veo-3.*google/veo-3\.1"):
        load_catalog().get("google/veo-3")


@pytest.mark.parametrize("duration", [4, 6, 8])
def test_veo_accepts_its_durations(duration):
    assert check(duration=duration).duration == duration


@pytest.mark.parametrize("duration", [7, 0, -1, 99])
def test_veo_refuses_others_and_names_its_own(duration):
    error = refusal(duration=duration)
    assert error.status == 400
    assert error.field == "duration"
    assert str(duration) in error.message
    assert "allowed: 4, 6, 8" in error.message


@pytest.mark.parametrize(
    ("parameters", "field", "fragment"),
    [
        ({"resolution": "480p"}, "resolution", "allowed: 720p, 1080p, 4K"),
        ({"resolution": "banana"}, "resolution", "'banana'"),
        ({"aspect_ratio": "1:1"}, "aspect_ratio", "allowed: 16:9, 9:16"),
        ({"size": "banana"}, "size", "WIDTHxHEIGHT"),
        ({"size": "1280X720"}, "size", "WIDTHxHEIGHT"),
        ({"size": "640x360"}, "size", "1920x1080"),
        ({"size": "1x1"}, "size", "is not available on"),
        ({"size": "0x0"}, "size", "is not available on"),
        ({"size": "1280x99999999"}, "size", "is not available on"),
        ({"size": "1280x720", "resolution": "1080p"}, "resolution", "contradicts size 1280x720"),
        ({"size": "1280x720", "aspect_ratio": "9:16"}, "aspect_ratio", "allowed: 16:9"),
        ({"prompt": ""}, "prompt", "missing"),
        ({"prompt": "  \n "}, "prompt", "missing"),
        ({"prompt": None}, "prompt", "missing"),
        ({"prompt": "x" * 20_001}, "prompt", "at most 20000"),
        ({"session_id": "s" * 257}, "session_id", "at most 256"),
        ({"callback_url": "http://hooks.example.org/x"}, "callback_url", "https:// URL"),
        ({"callback_url": "https://"}, "callback_url", "https:// URL"),
        ({"callback_url": "https://[bad"}, "callback_url", "https:// URL"),
        ({"seed": 2**63}, "seed", "9223372036854775807"),
        ({"upscale_factor": 2.0}, "upscale_factor", "not an upscaler"),
        ({"creativity": 1}, "creativity", "not an upscaler"),
        ({"previous_job_id": "gen-vid-1-x"}, "previous_job_id", "google/veo-3.1"),
        (
            {"frame_images": [frame("middle_frame")]},
            "frame_images[0].frame_type",
            "allowed: first_frame, last_frame",
        ),
        (
            {"frame_images": [frame(), frame()]},
            "frame_images[1].frame_type",
            "given twice",
        ),
        (
            {"frame_images": [frame(url="http://example.org/a.png")]},
            "frame_images[0].image_url.url",
            "https:// URL, data: URL",
        ),
        (
            {"frame_images": [frame(url="data:image/png;base64,%%%")]},
            "frame_images[0].image_url.url",
            "valid base64",
        ),
        (
            {"frame_images": [frame(url="data:image/png;base64,AAAA")]},
            "frame_images[0].image_url.url",
            "not contain an image",
        ),
        (
            {"input_references": [reference("video", "data:video/mp4;base64,AAAA")]},
            "input_references[0].video_url.url",
            "does not contain a video",
        ),
        (
            {"input_references": [reference("image", PNG)] * 17},
            "input_references",
            "at most 16",
        ),
        (
            {"input_references": [reference("audio", "ftp://example.org/a.mp3")]},
            "input_references[0].audio_url.url",
            "cannot be fetched",
        ),
    ],
)
def test_a_refusal_names_field_and_allowed_values(parameters, field, fragment):
    error = refusal(**parameters)
    assert isinstance(error, InvalidParameterError)
    assert error.field == field
    assert error.message.startswith(f"{field}: ")
    assert fragment in error.message


def test_a_long_value_is_shortened_in_the_message():
    assert len(refusal(size="9" * 5000).message) < 400


@pytest.mark.timeout(20)  # a pattern that goes back would take minutes
@pytest.mark.parametrize("letters", ["a", "a+.-1", "a://", "data:", "a@", "https:/"])
def test_a_value_is_quoted_quickly_whatever_is_in_it(letters):
    text = letters * (10_000_000 // len(letters))
    for value in [text] * 50 + [[text], {text: text}, {"a": {"b": [text]}}]:
        error = InvalidParameterError("field", value, "is refused")
        assert len(error.message) < 150


@pytest.mark.parametrize("scheme", ["https", "a" * 20, "a" * 200, "A1+.-" * 40])
def test_what_a_url_may_hide_is_not_quoted_whatever_its_scheme(scheme):
    message = InvalidParameterError("field", f"{scheme}://u:secret@h/secret", "x").message
    assert "secret" not in message


def test_a_long_object_is_quoted_as_it_was_sent():
    message = refusal(trace={"trace_id": "x" * 20_000}).message
    assert message.startswith("trace: {'trace_id': 'xxx")


def test_last_frame_where_only_the_first_is_supported():
    error = refusal(model="alibaba/wan-3.0", frame_images=[frame("last_frame")])
    assert "allowed: first_frame" in error.message


def test_sound_is_refused_where_the_model_is_silent():
    assert refusal(model="runway/gen-4.5", generate_audio=True).field == "generate_audio"
    assert check(model="runway/gen-4.5").audio is False
    assert check(model="runway/gen-4.5", generate_audio=False).audio is False


def test_sound_follows_the_models_flag_when_unsaid():
    assert check().audio is True
    assert check(generate_audio=False).audio is False


@pytest.mark.parametrize("asked", [None, True, False])
@pytest.mark.parametrize(
    ("model", "sound"),
    [
        ("x-ai/grok-imagine-video", True),
        ("x-ai/grok-imagine-video-1.5", True),
        ("x-ai/grok-imagine-video-1.5-lite", True),
        ("alibaba/happyhorse-1.0", False),
        ("alibaba/happyhorse-1.1", False),
    ],
)
def test_models_without_a_flag_for_audio_ignore_the_parameter(model, sound, asked):
    assert check(model=model, generate_audio=asked).audio is sound


def test_a_model_of_which_little_is_published_is_priced_by_its_lowest_rate():
    """$0.06726 a second of 480p, rounded up."""
    spec = check(model="bytedance/seedance-2.5-flash", resolution="480p", duration=10)
    assert listed_price(spec) == Decimal("0.672525")
    assert check(model="bytedance/seedance-2.5-flash", generate_audio=True).audio is True


@pytest.mark.parametrize("model", load_catalog().models, ids=lambda model: model.id)
def test_every_model_is_emulated_with_the_inputs_of_its_kind(model):
    given = {"upscaler": [VIDEO], "editor": [VIDEO], "avatar": [reference("image", PNG)]}
    spec = check(model=model.id, input_references=given.get(model.kind))
    assert spec.has_known_length == (model.kind in {"generator", "avatar"})


@pytest.mark.parametrize(
    ("model", "what"),
    [
        ("black-forest-labs/flux-video-edit", "must have a video_url"),
        ("runway/aleph-2", "must have a video_url"),
        ("black-forest-labs/flux-video-upscale", "must have a video_url"),
        ("heygen/avatar-iv", "must have an image_url"),
    ],
)
def test_a_kind_without_its_input_is_a_400(model, what):
    error = refusal(model=model)
    assert (error.status, error.field) == (400, "input_references")
    assert what in error.message


def test_a_job_is_continued_by_models_that_can_at_their_price_for_it():
    body = {"model": "black-forest-labs/flux-3-video", "duration": 5, "resolution": "720p"}
    assert listed_price(check(**body)) == Decimal("0.85")
    assert listed_price(check(**body, previous_job_id="gen-vid-1-x")) == Decimal("2.05")
    assert check(**body, previous_job_id="gen-vid-1-x", prompt="").prompt == ""
    frames = [frame()]
    error = refusal(**body, previous_job_id="gen-vid-1-x", frame_images=frames)
    assert (error.status, error.field) == (400, "frame_images[0].frame_type")
    assert refusal(model="google/veo-3.1", previous_job_id="gen-vid-1-x").status == 400


def test_a_frame_beside_the_video_of_an_editor_is_a_400():
    body = {"model": "runway/aleph-2", "input_references": [VIDEO]}
    error = refusal(**body, frame_images=[frame()])
    assert (error.status, error.field) == (400, "frame_images")
    assert check(**body, prompt="").prompt == ""


def test_an_avatar_has_the_shape_of_its_picture():
    tall = encoded(scenery(90, 160))
    url = f"data:image/png;base64,{base64.b64encode(tall).decode()}"
    spec = check(model="heygen/avatar-iv", input_references=[reference("image", url)])
    assert spec.aspect_ratio == "9:16"


@pytest.mark.parametrize(
    ("picture", "size"),
    [((512, 512), (720, 720)), ((90, 160), (720, 1280)), ((640, 480), (960, 720)), (None, None)],
)
def test_a_model_without_ratios_takes_that_of_the_picture(picture, size):
    url = "https://example.com/a.png"
    if picture is not None:
        url = f"data:image/png;base64,{base64.b64encode(encoded(scenery(*picture))).decode()}"
    face = reference("image", url)
    spec = check(model="heygen/heygen-avatar-6-turbo", input_references=[face])
    assert (spec.width, spec.height) == (size or (1280, 720))


def test_an_avatar_has_no_last_frame():
    for frames in ([frame("last_frame")], [frame(), frame("last_frame")]):
        error = refusal(model="heygen/avatar-iv", frame_images=frames)
        assert error.field == f"frame_images[{len(frames) - 1}].frame_type"
        assert "'last_frame' is not available on heygen/avatar-iv" in error.message
        assert error.message.endswith("; allowed: first_frame")
    assert check(model="heygen/avatar-iv", frame_images=[frame()]).media[0].role == "first_frame"


def test_where_frames_are_not_published_both_are_accepted():
    frames = [frame(), frame("last_frame")]
    assert len(check(model="openai/sora-2-pro", frame_images=frames).media) == 2


@pytest.mark.parametrize("model", load_catalog().models, ids=lambda model: model.id)
def test_references_of_kinds_that_a_model_does_not_take_are_ignored(model):
    given = [PICTURE, VIDEO, SOUND, SOUND]
    needed = {"upscaler": [VIDEO], "editor": [VIDEO], "avatar": [PICTURE]}.get(model.kind, [])
    taken = [kind for kind in given if kind["type"][:-4] in model.input_modalities]
    spec = check(model=model.id, input_references=given)
    assert [m.kind for m in spec.media] == [kind["type"][:-4] for kind in taken]
    same = check(model=model.id, input_references=taken)
    plain = check(model=model.id, input_references=needed or None)
    assert (spec.audio, listed_price(spec)) == (same.audio, listed_price(same))
    if SOUND not in taken:
        assert spec.audio == plain.audio


def test_references_that_are_ignored_are_named_and_do_not_replace_a_prompt():
    request = VideoGenerationRequest.model_validate(
        {"model": "runway/gen-4.5", "input_references": [SOUND, PICTURE, VIDEO]}
    )
    assert emulation.ignored_references(request, load_catalog().get("runway/gen-4.5")) == (
        "input_references[0].audio_url.url",
        "input_references[2].video_url.url",
    )
    assert refusal(model="runway/gen-4.5", prompt=None, input_references=[VIDEO]).field == "prompt"


def test_references_beside_frames_are_named_as_ignored():
    request = VideoGenerationRequest.model_validate(
        {"model": OWN, "frame_images": [frame()], "input_references": [PICTURE]}
    )
    model = load_catalog().get("google/veo-3.1")
    assert emulation.ignored_references(request, model) == ("input_references[0].image_url.url",)


def test_where_nothing_is_published_every_name_of_the_api_is_accepted():
    editor = {"model": "black-forest-labs/flux-video-edit", "input_references": [VIDEO]}
    assert check(**editor, resolution="4K").resolution == "4K"
    assert check(**editor, aspect_ratio="9:16").aspect_ratio == "9:16"
    assert check_own({}, aspect_ratio="1:1").width == 720
    assert "allowed: 16:9, " in refusal(**editor, aspect_ratio="5:1").message


def test_a_second_video_beside_one_to_change_is_ignored():
    for model in ("runway/aleph-2", "black-forest-labs/flux-video-upscale"):
        assert len(check(model=model, input_references=[VIDEO, VIDEO]).media) == 1
    assert len(check(model="rushes/procedural-1", input_references=[VIDEO, VIDEO]).media) == 2


def test_a_provider_decides_itself_which_references_it_takes():
    model = load_catalog().get("runway/gen-4.5")
    request = VideoGenerationRequest.model_validate(
        {"model": model.id, "prompt": "x", "input_references": [PICTURE, VIDEO, SOUND]}
    )
    assert len(check_request(request, model, is_live=True).media) == 3


def test_the_bounds_of_emulation_are_the_engines():
    assert emulation.LONGEST == engine.LONGEST
    assert emulation.SMALLEST_SIDE == engine.SMALLEST_SIDE
    assert emulation.LARGEST_SIDE == engine.LARGEST_SIDE


@pytest.mark.parametrize("duration", [0, -1, 61, 301, 9999, 1_000_000_000])
@pytest.mark.parametrize("model", [m.id for m in load_catalog().models if not m.durations])
def test_what_publishes_no_durations_is_emulated_up_to_a_minute(model, duration):
    given = {"input_references": [PICTURE if "heygen" in model else VIDEO]}
    error = refusal(model=model, duration=duration, **given)
    assert error.field == "duration"
    assert error.message == (
        f"duration: {duration} seconds is not available on {model}; allowed: 1 to 60"
    )
    assert check(model=model, duration=60, **given).duration == 60
    assert check(model=model, **given).duration == 5


def test_durations_that_the_engine_cannot_make_are_left_to_a_provider():
    fields = {"durations": [30, 90]}
    assert check_own(fields, duration=30).duration == 30
    with pytest.raises(InvalidParameterError, match=r"90 seconds is not available.*: 30$"):
        check_own(fields, duration=90)
    assert check_own(fields, is_live=True, duration=90).duration == 90
    with pytest.raises(InvalidParameterError, match=r"^duration: 90 seconds are the shortest"):
        check_own({"durations": [90]})


@pytest.mark.parametrize(
    ("fields", "asked", "problem"),
    [
        ({"sizes": ["1281x720"]}, {"size": "1281x720"}, "size: '1281x720' makes 1281x720"),
        ({"sizes": ["9000x720"]}, {"size": "9000x720"}, "size: '9000x720' makes 9000x720"),
        ({"sizes": ["16x8"]}, {"size": "16x8"}, "size: '16x8' makes 16x8"),
        ({"resolutions": ["721p"]}, {"resolution": "721p"}, "resolution: '721p' makes 1282x721"),
        (
            {"resolutions": ["8000p"]},
            {"resolution": "8000p"},
            "resolution: '8000p' makes 14222x8000",
        ),
    ],
)
def test_a_size_that_the_engine_cannot_make_is_left_to_a_provider(fields, asked, problem):
    with pytest.raises(InvalidParameterError) as caught:
        check_own(fields, **asked)
    assert caught.value.message.startswith(f"{problem} pixels, which the offline engine cannot")
    assert caught.value.message.endswith("; allowed: even sides of 16 to 8192 pixels")
    assert check_own(fields, is_live=True, **asked).width > 0


def test_the_quote_of_a_video_to_change_is_for_the_duration_and_its_size_is_not_known():
    given = {"input_references": [VIDEO]}
    assert listed_price(check(model="runway/aleph-2", **given)) is None
    spec = check(model="runway/aleph-2", duration=10, **given)
    assert (spec.has_known_length, spec.has_known_size) == (True, False)
    assert listed_price(spec) == Decimal("2.80")
    # Whose price is one of pixels.
    upscaler = "black-forest-labs/flux-video-upscale"
    assert listed_price(check(model=upscaler, duration=10, **given)) is None


def test_booleans_are_spelled_as_in_json():
    error = refusal(model="runway/gen-4.5", generate_audio=True)
    assert error.message == (
        "generate_audio: true is not available on runway/gen-4.5; allowed: false"
    )
    assert error.allowed == (False,)
    message = refusal(trace={"a": [True, False, None], "b": "x" * 20_000}).message
    assert message.startswith("trace: {'a': [true, false, null], 'b': 'xxx")


def test_a_given_sound_is_heard_unless_sound_is_declined():
    sound = reference("audio", "https://example.com/voice.mp3")
    body = {"model": "heygen/heygen-video-1", "input_references": [sound]}
    assert check(**body).audio is True
    assert check(**body, generate_audio=False).audio is False
    assert listed_price(check(**body, duration=5, resolution="480p")) == Decimal("0.20")


@pytest.mark.parametrize(
    ("model", "duration", "resolution", "size"),
    [
        ("google/veo-3.1", 8, "720p", (1280, 720)),
        ("openai/sora-2-pro", 4, "720p", (1280, 720)),
        ("minimax/hailuo-2.3", 6, "1080p", (1920, 1080)),
        ("minimax/hailuo-3", 5, "2K", (2560, 1440)),
        ("minimax/hailuo-3-max", 5, "768p", (1366, 768)),
        ("alibaba/wan-2.6", 5, "720p", (1280, 720)),
        ("rushes/procedural-1", 5, "720p", (1280, 720)),
    ],
)
def test_what_is_left_open_is_decided(model, duration, resolution, size):
    spec = check(model=model)
    assert (spec.duration, spec.resolution, (spec.width, spec.height)) == (
        duration,
        resolution,
        size,
    )


@pytest.mark.parametrize(
    ("model", "resolution", "ratio", "size"),
    [
        ("bytedance/seedance-2.5", "480p", "16:9", "854x480"),
        ("bytedance/seedance-2.5", "480p", "1:1", "640x640"),
        ("bytedance/seedance-2.5", "480p", "21:9", "992x432"),
        ("bytedance/seedance-2.5", "720p", "1:1", "960x960"),
        ("bytedance/seedance-2.5", "720p", "4:3", "1112x834"),
        ("bytedance/seedance-2.0", "480p", "1:1", "480x480"),
        ("bytedance/seedance-2.0", "4K", "21:9", "5040x2160"),
        ("alibaba/wan-3.0", "480p", "16:9", "854x480"),
        ("alibaba/happyhorse-1.0", "1080p", "9:21", "1080x2520"),
        ("x-ai/grok-imagine-video", "720p", "2:3", "720x1080"),
    ],
)
def test_resolution_and_ratio_become_the_models_own_size_and_back(model, resolution, ratio, size):
    found = load_catalog().get(model)
    assert "x".join(map(str, frame_size(found, resolution, ratio))) == size
    assert resolution_of(found, parse_size(size)) == resolution


def test_an_agreeing_size_and_ratio_are_accepted_together():
    spec = check(size="1080x1920", aspect_ratio="9:16", resolution="1080p")
    assert (spec.width, spec.height, spec.resolution, spec.aspect_ratio) == (
        1080,
        1920,
        "1080p",
        "9:16",
    )


def test_frame_images_win_over_references():
    both = check(frame_images=[frame()], input_references=[reference("image", PNG)])
    assert [m.role for m in both.media] == ["first_frame"]


def test_a_picture_makes_the_prompt_optional():
    assert check(prompt=None, frame_images=[frame()]).prompt == ""
    assert check(prompt=None, input_references=[reference("image", PNG)]).prompt == ""


@given(st.sampled_from(GENERATORS), st.data())
def test_every_published_combination_is_accepted(model, data):
    resolution = data.draw(st.sampled_from(model.resolutions))
    ratio = data.draw(st.sampled_from(model.aspect_ratios))
    duration = data.draw(st.sampled_from(model.durations))
    spec = check(model=model.id, resolution=resolution, aspect_ratio=ratio, duration=duration)
    assert (spec.duration, spec.resolution, spec.aspect_ratio) == (duration, resolution, ratio)
    assert has_ratio((spec.width, spec.height), ratio)
    assert spec.width % 2 == spec.height % 2 == 0
    assert listed_price(spec) is not None


@given(st.sampled_from([m for m in GENERATORS if m.sizes]), st.data())
def test_every_published_size_is_accepted_as_it_is(model, data):
    size = data.draw(st.sampled_from(model.sizes))
    spec = check(model=model.id, size=size)
    assert f"{spec.width}x{spec.height}" == size
    assert spec.resolution in model.resolutions
    again = check(model=model.id, size=size, resolution=spec.resolution)
    assert again == spec


@given(st.sampled_from(GENERATORS), st.integers(-5, 60))
def test_a_duration_is_accepted_exactly_when_it_is_published(model, duration):
    if duration in model.durations:
        assert check(model=model.id, duration=duration).duration == duration
    else:
        with pytest.raises(InvalidParameterError, match="duration"):
            check(model=model.id, duration=duration)


@given(st.integers(32, 2048), st.integers(32, 2048))
def test_the_engines_own_model_takes_any_even_size(half_width, half_height):
    size = (2 * half_width, 2 * half_height)

    spec = check("rushes/procedural-1", size="{}x{}".format(*size))

    assert (spec.width, spec.height) == size


@pytest.mark.parametrize("size", ["0x0", "62x64", "64x62", "65x64", "640x361", "4098x64"])
def test_a_size_that_the_engine_cannot_draw_is_refused_with_what_it_can(size):
    message = refusal(model="rushes/procedural-1", size=size).message
    # All that there are, the same whatever was asked for.
    assert message == (
        f"size: '{size}' is not available on rushes/procedural-1; allowed: any even sides of 64 to"
        " 4096, 5040x2160, 2160x5040"
    )
    for listed in ("5040x2160", "2160x5040"):
        assert check("rushes/procedural-1", size=listed).width == int(listed[:4])


def test_an_emulated_model_takes_only_its_own_sizes():
    assert "any even" not in refusal(size="640x362").message


def test_many_allowed_values_are_a_range_or_the_nearest_few():
    model = load_catalog().get("rushes/procedural-1")
    request = VideoGenerationRequest(model=model.id, prompt="x", duration=99)
    with pytest.raises(InvalidParameterError) as refused:
        check_request(request, model)
    assert refused.value.message.endswith("; allowed: 1 to 30")
    error = refusal(model="bytedance/seedance-2.0", size="1281x720")
    values = "25 values, of which the nearest are 1280x720, "
    assert f"; allowed: {values}" in error.message
    assert len(error.message) < 200
    assert len(error.allowed) == 25, "a program still gets all of them"
    assert "480x480" in refusal(model="bytedance/seedance-2.0", size="98x98").message
