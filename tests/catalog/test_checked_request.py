"""A body is parsed once: what it leaves open is decided, and identical requests are recognized."""

from __future__ import annotations

import base64
import json
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st
from pydantic import ValidationError

from rushes.catalog.checked_request import _written, check_body
from rushes.catalog.limits import check_request
from rushes.catalog.model import Catalog, load_catalog
from rushes.catalog.refusal import InvalidParameterError
from rushes.wire import VideoGenerationRequest
from tests.catalog.listed_price import listed_price

CATALOG = load_catalog()
EMULATED = [model for model in CATALOG.models if model.kind == "generator"]
FRAME = {
    "type": "image_url",
    "image_url": {"url": "https://example.org/a.png"},
    "frame_type": "first_frame",
}
PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(300)).decode()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def check(**fields):
    body = {"model": "google/veo-3.1", "prompt": "A calm sea", **fields}
    return check_body(json.dumps(body).encode(), CATALOG)


def complete(**fields):
    return json.loads(check(**fields).body)


def test_what_is_open_is_decided():
    assert complete(seed=7) == {
        "model": "google/veo-3.1",
        "prompt": "A calm sea",
        "duration": 8,
        "generate_audio": True,
        "seed": 7,
        "resolution": "720p",
        "aspect_ratio": "16:9",
    }


def test_a_seed_is_drawn_once():
    checked = check()
    assert json.loads(checked.body)["seed"] == checked.seed


def test_what_was_said_stays():
    said = {"duration": 4, "seed": 1, "generate_audio": False, "size": "1280x720", "odd": [1]}
    assert complete(**said) == {"model": "google/veo-3.1", "prompt": "A calm sea", **said}


def test_null_is_absent():
    assert complete(seed=None, duration=None, odd=None, size=None).keys() == complete().keys()
    assert check(seed=None).fingerprint == check().fingerprint


def test_a_picture_keeps_its_ratio():
    assert "aspect_ratio" not in complete(frame_images=[FRAME])


def test_the_callback_is_not_stored_but_makes_another_request():
    url = "https://a.example/hook"
    assert "callback_url" not in complete(callback_url=url)
    assert check(callback_url=url).request.callback_url == url
    assert check(callback_url=url).fingerprint != check().fingerprint


@given(st.dictionaries(st.text().map("x-{}".format), JSON, max_size=4), st.randoms())
def test_a_fingerprint_is_of_what_is_said_not_of_how_it_is_written(extra, random):
    fields = {"model": "google/veo-3.1", "prompt": "A calm sea", **extra}
    shuffled = dict(random.sample(sorted(fields.items()), len(fields)))
    one, other = (
        check_body(json.dumps(body, indent=indent, ensure_ascii=ascii_only).encode(), CATALOG)
        for body, indent, ascii_only in ((fields, None, True), (shuffled, 2, False))
    )
    assert one.fingerprint == other.fingerprint
    said = {name: value for name, value in fields.items() if value is not None}
    assert json.loads(one.body).items() >= said.items()


@given(st.sampled_from(EMULATED))
def test_a_completed_request_is_priced_and_made_as_before(model):
    checked = check(model=model.id)
    again = check_request(VideoGenerationRequest.model_validate_json(checked.body), model)
    spec = checked.spec
    assert again.seed in {None, checked.seed}
    assert (listed_price(again), again.width, again.height, again.duration, again.audio) == (
        listed_price(spec),
        spec.width,
        spec.height,
        spec.duration,
        spec.audio,
    )


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"7", b'{"model": 5}', b'{"model": "\\ud800"}'])
def test_what_is_no_request_is_refused_in_the_words_of_json(body):
    with pytest.raises(ValidationError) as caught:
        check_body(body, CATALOG)
    assert "instance of" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (PNG[:-3], "valid base64"),
        (PNG + "=", "valid base64"),
        ("=" + PNG[1:], "valid base64"),
        (PNG[:40] + "-" + PNG[41:], "valid base64"),
        (PNG[:40] + "é" + PNG[41:], "valid base64"),
        (PNG[:40] + "=" + PNG[41:], "valid base64"),
        ("", "an image"),
        (base64.b64encode(b"no picture at all").decode(), "an image"),
    ],
)
def test_a_data_url_that_holds_no_picture_is_refused(text, problem):
    frame = {**FRAME, "image_url": {"url": f"data:image/png;base64,{text}"}}
    with pytest.raises(InvalidParameterError, match=problem):
        check(frame_images=[frame])


@pytest.mark.parametrize("size", range(40, 46))
def test_a_data_url_is_accepted_however_it_is_padded(size):
    content = base64.b64encode((b"\x89PNG\r\n\x1a\n" + bytes(64))[:size]).decode()
    check(frame_images=[{**FRAME, "image_url": {"url": f"data:image/png;base64,{content}"}}])


@pytest.mark.parametrize("length", [2**20, 2**20 + 1, 3 * 2**20 + 5])
def test_a_long_string_is_stored_like_a_short_one(length):
    # Piece by piece, with escapes and pairs where the pieces meet.
    text = ('😀é"\\/' * length)[:length]
    fields = {"frame_images": [{**FRAME, "image_url": {"url": FRAME["image_url"]["url"]}}]}
    extra = {"data": f"data:{text}"}
    parsed = {"model": "google/veo-3.1", "prompt": "x", **fields, "trace": {"a": [extra, "b"]}}
    assert "".join(_written(parsed)) == json.dumps(parsed, sort_keys=True, separators=(",", ":"))


def test_a_picture_of_megabytes_is_stored_whole():
    content = b"\x89PNG\r\n\x1a\n" + bytes(16) + bytes(range(256)) * 12_000
    picture = base64.b64encode(content).decode()
    url = f"data:image/png;base64,{picture}"
    checked = check(frame_images=[{**FRAME, "image_url": {"url": url}}])
    stored = json.loads(checked.body)
    assert stored["frame_images"][0]["image_url"]["url"] == url
    assert stored["duration"] == 8
    again = check(frame_images=[{**FRAME, "image_url": {"url": url}}])
    assert again.fingerprint == checked.fingerprint


def test_a_model_that_cannot_continue_a_video_names_those_that_can():
    with pytest.raises(InvalidParameterError) as refused:
        check(previous_job_id="gen-vid-1-x")
    able = [model.id for model in CATALOG.models if model.continuation]
    assert refused.value.field == "previous_job_id"
    assert refused.value.message == (
        "previous_job_id: 'gen-vid-1-x' cannot be continued by google/veo-3.1;"
        f" models that can: {', '.join(able)}"
    )
    for model in able:
        assert check(model=model, previous_job_id="gen-vid-1-x").request.model == model


def test_of_many_models_that_can_continue_a_video_the_first_are_named():
    model = CATALOG.get("rushes/procedural-1")
    many = [
        replace(model, wire=model.wire.model_copy(update={"id": f"team/own-{n}"}))
        for n in range(18)
    ]
    body = {"model": "google/veo-3.1", "prompt": "A calm sea", "previous_job_id": "gen-vid-1-x"}
    with pytest.raises(InvalidParameterError, match=r"team/own-0, .*, team/own-15 and 2 more$"):
        check_body(json.dumps(body).encode(), Catalog((*many, CATALOG.get("google/veo-3.1"))))
