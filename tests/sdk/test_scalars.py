"""Numbers and flags of any kind: taken as the official models take them, or refused unsent."""

from __future__ import annotations

import enum
import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pydantic
import pytest
from hypothesis import given, strategies as st

from openrouter import components, errors
from tests.fakes.stub_server import JOB_ID, StubServer, job_answer, json_answer
from tests.sdk.driver import Driver


class Length(enum.Enum):
    LONG = 8
    WRITTEN = "8"


class Switch(enum.StrEnum):
    ON = "true"


EIGHTS = ["8", " 8 ", "+8", "8.0", b"8", 8.0, Decimal(8), Fraction(8), Length.LONG, Length.WRITTEN]
EIGHTS += [
    np.int64(8),
    np.uint8(8),
    np.float32(8),
    np.float64(8),
    np.array(8),
    np.ma.array(8),
    np.str_("8"),
]
NO_NUMBERS = [True, False, np.True_, "", "abc", "8s", float("nan"), float("inf"), "nan", "-inf"]
NO_NUMBERS += [
    np.ma.masked,
    np.ma.array(8, mask=True),
    Decimal("NaN"),
    np.float64("nan"),
    [8],
    {},
    "9" * 5000,
    object(),
]
NO_INTEGERS = [*NO_NUMBERS, 8.5, "8.5", Decimal("8.5"), np.float64(8.5)]
TRUE = [True, "true", "True", "yes", "on", "1", 1, 1.0, np.True_, np.int64(1), Switch.ON]
FALSE = [False, "false", "FALSE", "no", "off", "0", 0, 0.0, np.False_, np.int64(0)]
NO_FLAGS = [np.ma.masked, "", "maybe", 2, -1, 0.5, float("nan"), [], {}, object()]


def sent(driver: Driver, stub: StubServer, **arguments: Any) -> Any:
    stub.script(job_answer(202))
    driver.call(driver.client(), "generate", model="m", **arguments)
    return stub.received[-1].json


@pytest.mark.parametrize("name", ["duration", "seed", "creativity"])
@pytest.mark.parametrize("value", EIGHTS, ids=repr)
def test_an_integer_is_taken_in_any_form(
    driver: Driver, stub: StubServer, name: str, value: Any
) -> None:
    body = sent(driver, stub, **{name: value})
    assert body == {"model": "m", name: 8}
    assert type(body[name]) is int


@pytest.mark.parametrize("value", [*EIGHTS, 8], ids=repr)
def test_a_number_is_taken_in_any_form(driver: Driver, stub: StubServer, value: Any) -> None:
    assert sent(driver, stub, upscale_factor=value) == {"model": "m", "upscale_factor": 8.0}


@pytest.mark.parametrize("value", [*TRUE, *FALSE], ids=repr)
def test_a_flag_is_taken_in_any_form(driver: Driver, stub: StubServer, value: Any) -> None:
    wanted = any(value is one for one in TRUE)
    assert sent(driver, stub, generate_audio=value) == {"model": "m", "generate_audio": wanted}


REFUSED = [("duration", NO_INTEGERS), ("seed", NO_INTEGERS), ("upscale_factor", NO_NUMBERS)]
REFUSED += [("generate_audio", NO_FLAGS)]


@pytest.mark.parametrize(("name", "values"), REFUSED, ids=[name for name, _ in REFUSED])
def test_nonsense_is_refused_unsent(
    driver: Driver, stub: StubServer, name: str, values: list[Any]
) -> None:
    for value in values:
        with pytest.raises(pydantic.ValidationError):
            driver.call(driver.client(), "generate", model="m", **{name: value})
        with pytest.raises(pydantic.ValidationError):
            components.VideoGenerationRequest(model="m", **{name: value})
    assert stub.received == []


@given(st.integers(-(2**70), 2**70), st.sampled_from([str, Decimal, "{} ".format, np.array, int]))
def test_every_integer_survives_its_form(value: int, form: Any) -> None:
    if form is np.array and abs(value) >= 2**63:
        form = str
    request = components.VideoGenerationRequest(model="m", seed=form(value))
    assert request.seed == value
    assert json.loads(request.model_dump_json()) == {"model": "m", "seed": value}


def test_texts_are_taken_from_enums_and_arrays(driver: Driver, stub: StubServer) -> None:
    class Wanted(enum.Enum):
        RESOLUTION = "720p"
        NEW = "9000p"

    values = {"resolution": Wanted.RESOLUTION, "prompt": np.str_("Fog"), "user": Wanted.NEW}
    assert sent(driver, stub, **values, aspect_ratio=np.str_("16:9")) == {
        "model": "m",
        "resolution": "720p",
        "prompt": "Fog",
        "user": "9000p",
        "aspect_ratio": "16:9",
    }
    assert sent(driver, stub, resolution=Wanted.NEW)["resolution"] == "9000p"


def test_free_form_values_may_be_scalars_of_arrays(driver: Driver, stub: StubServer) -> None:
    options = {"modal": {"steps": np.int64(3), "scale": np.float32(0.5), "on": np.True_}}
    body = sent(driver, stub, provider={"options": options}, extra_body={"fps": np.int32(24)})
    assert body["provider"]["options"] == {"modal": {"steps": 3, "scale": 0.5, "on": True}}
    assert body["fps"] == 24


def test_a_batch_takes_rows_of_a_table(driver: Driver, stub: StubServer) -> None:
    stub.script(job_answer(202), job_answer(status="completed"))
    row = {"model": np.str_("m"), "duration": np.float64(8), "generate_audio": np.False_}
    results = driver.call(
        driver.client(), "batch_generate", [row], concurrency="1", timeout=Decimal(60)
    )
    assert results[0].generation.succeeded
    assert stub.received[0].json == {"model": "m", "duration": 8, "generate_audio": False}


@pytest.mark.parametrize(
    ("option", "value"),
    [("poll_interval", "0.01"), ("timeout", np.int64(60)), ("timeout_ms", "5000")],
)
def test_times_are_taken_in_any_form(
    driver: Driver, stub: StubServer, option: str, value: Any
) -> None:
    stub.script(job_answer(202), job_answer(status="completed"))
    job = driver.call(driver.client(), "generate_and_wait", model="m", **{option: value})
    assert job.succeeded


@pytest.mark.parametrize(
    ("operation", "arguments"),
    [
        ("wait", {"job_id": "a", "timeout": "soon"}),
        ("wait", {"job_id": "a", "poll_interval": True}),
        ("get_generation", {"job_id": "a", "timeout_ms": "fast"}),
        ("get_video_content", {"job_id": "a", "index": "first"}),
        ("get_video_content", {"job_id": "a", "index": True}),
        ("download", {"job_id": "a", "overwrite": "maybe"}),
        ("download", {"job_id": "a", "index": 0.5}),
        ("batch_generate", {"orders": [], "concurrency": "many"}),
        ("batch_generate", {"orders": [], "budget": "all"}),
        ("list_page", {"limit": "all"}),
    ],
)
def test_an_argument_that_is_none_is_named(
    driver: Driver, stub: StubServer, operation: str, arguments: dict[str, Any]
) -> None:
    name = list(arguments)[-1]
    with pytest.raises(ValueError, match=f"^{name} must be "):
        driver.call(driver.client(), operation, **arguments)
    assert stub.received == []


def test_a_flag_that_is_written_out_is_no_yes(
    driver: Driver, stub: StubServer, tmp_path: Path
) -> None:
    (there := tmp_path / "there.mp4").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        driver.call(driver.client(), "download", "a", there, overwrite="false")
    assert there.read_bytes() == b"mine"
    assert sent(driver, stub, validate="false") == {"model": "m"}
    assert len(stub.received) == 1


@pytest.mark.parametrize("limit", ["1.5", np.float64(1.5), Decimal("1.5")])
def test_a_cost_limit_is_taken_in_any_form(driver: Driver, stub: StubServer, limit: Any) -> None:
    stub.script(json_answer({"data": []}))
    with pytest.raises(errors.CostLimitError, match=r"max_cost of \$1\.50"):
        driver.call(driver.client(), "generate", model="m", max_cost=limit)


@pytest.mark.parametrize("index", ["1", np.int64(1), Decimal(1)])
def test_an_index_is_taken_in_any_form(driver: Driver, stub: StubServer, index: Any) -> None:
    stub.script(json_answer({}, 404))
    with pytest.raises(errors.NotFoundResponseError):
        driver.call(driver.client(), "get_video_content", job_id=JOB_ID, index=index)
    assert stub.received[0].path.endswith("/content?index=1")
