"""The wire models by themselves; the service uses them too."""

from __future__ import annotations

import copy
import json
import pickle
import warnings
from typing import Any

import pydantic
import pytest
from hypothesis import given, strategies as st

from openrouter import errors
from openrouter.types import UNSET, UnrecognizedStr
from rushes import wire
from rushes.sdk import _parse
from rushes.sdk.errors.status import BY_STATUS
from rushes.sdk.model_list import ModelList
from rushes.wire import base
from rushes.wire.base import STRICT_SCALARS
from rushes.wire.provider import PROVIDER_SLUGS

Request = wire.VideoGenerationRequest

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(-1e9, 1e9) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
URLS = st.fixed_dictionaries({"url": st.text(min_size=1)})
FRAMES = st.fixed_dictionaries(
    {
        "type": st.just("image_url"),
        "image_url": URLS,
        "frame_type": st.sampled_from(["first_frame", "last_frame"]) | st.text(),
    }
)
REFERENCES = st.sampled_from(["image_url", "audio_url", "video_url"]).flatmap(
    lambda kind: st.fixed_dictionaries({"type": st.just(kind), kind: URLS})
)
SLUGS = st.sampled_from(PROVIDER_SLUGS) | st.from_regex(r"new-[a-z]{1,9}", fullmatch=True)
REQUESTS = st.fixed_dictionaries(
    {"model": st.text()},
    optional={
        "prompt": st.text(),
        "duration": st.integers(),
        "seed": st.integers(),
        "aspect_ratio": st.sampled_from(["16:9", "1:1"]) | st.text(),
        "resolution": st.sampled_from(["720p", "4K"]) | st.text(),
        "generate_audio": st.booleans(),
        "upscale_factor": st.floats(-1e6, 1e6),
        "frame_images": st.lists(FRAMES, max_size=3),
        "input_references": st.lists(REFERENCES, max_size=3),
        "provider": st.fixed_dictionaries(
            {"options": st.dictionaries(SLUGS, st.dictionaries(st.text(), JSON, max_size=2))}
        ),
        "trace": st.dictionaries(st.from_regex(r"x_[a-z]{1,5}", fullmatch=True), JSON, max_size=2),
        "x_future": JSON,
    },
)


@given(REQUESTS)
def test_requests_go_through_unchanged(wire: dict[str, Any]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        request = Request.model_validate_json(json.dumps(wire))
        assert json.loads(request.model_dump_json()) == wire
        assert Request.model_validate(wire) == request
        assert Request.model_validate(request.model_dump()) == request


@given(st.text())
def test_open_enums_take_any_string(value: str) -> None:
    request = Request(model="m", aspect_ratio=value)
    assert request.aspect_ratio == value
    assert json.loads(request.model_dump_json())["aspect_ratio"] == value
    assert type(pickle.loads(pickle.dumps(request)).aspect_ratio) is type(request.aspect_ratio)


def test_known_and_unknown_values_of_an_open_enum() -> None:
    known, unknown = (
        wire.VideoGenerationResponse.model_validate(
            {"id": "a", "polling_url": "/a", "status": status}
        )
        for status in ("completed", "upscaling")
    )
    assert [type(known.status), type(unknown.status)] == [str, UnrecognizedStr]
    with pytest.raises(pydantic.ValidationError):
        Request.model_validate({"model": "m", "resolution": 720})


@pytest.mark.parametrize(
    "field",
    [
        '"duration": 4.5',
        '"duration": "8"',
        '"duration": true',
        '"seed": "1"',
        '"seed": 1.5',
        '"creativity": "1"',
        '"upscale_factor": "2"',
        '"upscale_factor": true',
        '"upscale_factor": NaN',
        '"generate_audio": "true"',
        '"generate_audio": 1',
        '"prompt": 5',
        '"frame_images": {}',
        '"frame_images": [{"type": "image", "image_url": {"url": "u"}, "frame_type": "x"}]',
        '"input_references": [{"type": "image_url", "image_url": "u"}]',
        '"provider": {"options": {"modal": 3}}',
        '"provider": {"options": []}',
        '"model": null',
    ],
)
def test_the_service_refuses(field: str) -> None:
    with pytest.raises(pydantic.ValidationError):
        Request.model_validate_json(f'{{"model": "m", {field}}}', context=STRICT_SCALARS)


def test_null_counts_as_absent_and_integral_floats_as_integers() -> None:
    fields = dict.fromkeys(set(Request.model_fields) - {"model"})
    request = Request.model_validate_json(json.dumps({"model": "m", **fields}))
    assert request.model_dump_json() == '{"model":"m"}'
    written = '{"model": "m", "duration": 8.0}'
    assert Request.model_validate_json(written, context=STRICT_SCALARS).duration == 8


@pytest.mark.parametrize("number", ["0.5", "2", "1e-3"])
def test_the_service_takes_numbers_with_and_without_a_fraction(number: str) -> None:
    written = f'{{"model": "m", "provider": {{"max_price": {number}}}}}'
    request = Request.model_validate_json(written, context=STRICT_SCALARS)
    assert request.provider is not None
    assert request.provider.max_price == float(number)


def test_slugs_may_be_spelled_as_attributes() -> None:
    options = wire.Options.model_validate(
        {"google_vertex": {"a": 1}, "lambda_": {}, "oneai": {}, "my_box": {"b": 2}, "modal": None}
    )
    assert options.model_dump() == {
        "google-vertex": {"a": 1},
        "lambda": {},
        "01ai": {},
        "my_box": {"b": 2},
    }
    assert options.google_vertex == {"a": 1}
    assert options.my_box == {"b": 2}
    assert options.modal is None
    assert options.amazon_bedrock_claude_on_aws is None
    with pytest.raises(AttributeError):
        options.no_such_provider  # noqa: B018 - the access is the test
    assert copy.deepcopy(options) == pickle.loads(pickle.dumps(options)) == options
    assert len(set(PROVIDER_SLUGS)) == 148


def test_a_nullable_key_is_written_if_it_was_set() -> None:
    usage = wire.VideoGenerationUsage
    assert usage().cost is None
    assert usage().model_dump_json() == "{}"
    assert usage.model_validate({"cost": UNSET, "is_byok": None}).model_dump() == {}
    assert usage(cost=None).model_dump_json() == '{"cost":null}'
    assert usage.model_validate_json('{"cost":null}').model_dump() == {"cost": None}


def test_models_always_write_their_nullable_keys() -> None:
    model = wire.VideoModel(id="i", canonical_slug="c", name="n", created=1)
    assert model.model_dump(mode="json") == {
        "id": "i",
        "canonical_slug": "c",
        "name": "n",
        "created": 1,
        "supported_resolutions": None,
        "supported_aspect_ratios": None,
        "supported_sizes": None,
        "supported_durations": None,
        "supported_frame_images": None,
        "upscale_factor": None,
        "creativity": None,
        "generate_audio": None,
        "seed": None,
        "allowed_passthrough_parameters": [],
    }
    priced = model.model_copy(update={"pricing_skus": {"duration_seconds": "0.1"}})
    assert priced.model_dump()["pricing_skus"] == {"duration_seconds": "0.1"}


def models(*names: str) -> wire.VideoModelsListResponse:
    rows = [{"id": n, "canonical_slug": f"{n}-1", "name": n, "created": 1} for n in names]
    return ModelList.model_validate({"data": rows, "next": None})


def test_the_catalog_is_a_sequence_of_its_models() -> None:
    listed = models("a", "b")
    assert [model.id for model in listed] == ["a", "b"]
    assert (listed[0].id, listed[-1].id, len(listed)) == ("a", "b", 2)
    assert list(reversed(listed)) == [listed[1], listed[0]]  # type: ignore[call-overload]
    with pytest.raises(IndexError):
        listed[2]
    assert "a" in listed
    assert "b-1" in listed
    assert listed[0] in listed
    assert "c" not in listed
    assert 0 not in listed
    assert bool(models())  # it is an answer all the same


class Shelf(pydantic.BaseModel):
    models: wire.VideoModelsListResponse


def test_the_catalog_stays_a_model() -> None:
    listed = models("a", "b")
    assert listed.model_dump()["data"][0]["id"] == "a"
    assert json.loads(listed.model_dump_json())["data"][1]["id"] == "b"
    assert type(listed).model_validate(listed.model_dump()) == listed
    assert listed == models("a", "b")
    assert listed != models("a")
    assert repr(listed).startswith("ModelList(data=[VideoModel(id='a'")
    for clone in (
        copy.copy(listed),
        copy.deepcopy(listed),
        listed.model_copy(deep=True),
        pickle.loads(pickle.dumps(listed)),
        Shelf(models=listed).models,
        Shelf.model_validate_json(Shelf(models=listed).model_dump_json()).models,
    ):
        assert clone == listed
        assert clone.model_extra == {"next": None}
    assert listed.model_copy(update={"data": []}).data == []


def test_responses_have_value_semantics() -> None:
    job = wire.VideoGenerationResponse(
        id="a",
        polling_url="/a",
        status="completed",
        usage=wire.VideoGenerationUsage(cost=0.36),
    )
    assert pickle.loads(pickle.dumps(job)) == copy.deepcopy(job) == job
    assert wire.VideoGenerationResponse.model_validate_json(job.model_dump_json()) == job


@given(JSON, st.integers(100, 599))
def test_no_body_keeps_an_error_from_its_class(body: Any, status: int) -> None:
    import httpx

    error = _parse.error_from_response(httpx.Response(status, json=body))
    assert isinstance(error, BY_STATUS.get(error.status_code, errors.OpenRouterDefaultError))
    assert error.data is not None
    assert isinstance(error.data.error.message, str)
    assert isinstance(str(error), str)
    if not 200 <= status <= 299:
        assert error.status_code == status


@given(st.binary(max_size=2000), st.sampled_from([200, 404, 500]))
def test_no_bytes_keep_an_error_from_its_class(body: bytes, status: int) -> None:
    import httpx

    error = _parse.error_from_response(httpx.Response(status, content=body))
    assert len(str(error)) < 1000
    assert error.data is not None


def test_unset_is_one_object() -> None:
    assert not UNSET
    assert repr(UNSET) == "UNSET"
    assert pickle.loads(pickle.dumps(UNSET)) is UNSET
    assert copy.deepcopy(UNSET) is UNSET

    class Row(base.BaseModel):
        note: base.OptionalNullable[str] = UNSET
        maybe: base.Nullable[int] = None

    assert Row().note is UNSET
    assert Row(note=None).note is None
    assert Row(note="x", maybe=3).model_dump() == {"note": "x", "maybe": 3}


def described(mode: Any = "validation") -> Any:
    return Request.model_json_schema(mode=mode)


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_the_schema_of_a_request(mode: str) -> None:
    schema = described(mode)
    assert schema["required"] == ["model"]
    assert list(schema["properties"]) == list(Request.model_fields)
    assert "null" not in json.dumps(schema)
    ratio = schema["properties"]["aspect_ratio"]["anyOf"]
    assert ratio[0]["enum"][0] == "16:9"
    assert ratio[1] == {"type": "string"}
    assert schema["properties"]["duration"] == {"minimum": 1, "type": "integer"}
    references = schema["properties"]["input_references"]["items"]
    assert references["discriminator"]["propertyName"] == "type"
    options = schema["$defs"]["VideoGenerationRequestOptions"]
    assert options["additionalProperties"] == {"type": "object", "additionalProperties": True}


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_the_schema_of_the_catalog(mode: Any) -> None:
    schema = wire.VideoModelsListResponse.model_json_schema(mode=mode)["$defs"]["VideoModel"]
    optional = set(schema["properties"]) - set(schema["required"])
    assert optional == {"description", "hugging_face_id", "pricing_skus"}
    assert schema["properties"]["seed"] == {"anyOf": [{"type": "boolean"}, {"type": "null"}]}
    assert schema["properties"]["description"] == {"type": "string"}


def test_the_schemas_make_a_valid_openapi_document() -> None:
    validator = pytest.importorskip("openapi_spec_validator")
    models = [
        (wire.VideoGenerationRequest, "validation"),
        (wire.VideoGenerationResponse, "serialization"),
        (wire.VideoModelsListResponse, "serialization"),
        (wire.ErrorEnvelope, "serialization"),
    ]
    _, schemas = pydantic.json_schema.models_json_schema(
        models,  # type: ignore[arg-type]  # a list of pairs, as it says
        ref_template="#/components/schemas/{model}",
    )
    validator.validate(
        {
            "openapi": "3.1.0",
            "info": {"title": "t", "version": "1"},
            "paths": {},
            "components": {"schemas": schemas["$defs"]},
        }
    )
