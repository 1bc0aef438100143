"""Jobs that need no validator are read as the validator reads them."""

from __future__ import annotations

import json
from typing import Any

import httpx
from hypothesis import given, strategies as st

from openrouter.components import VideoGenerationResponse
from rushes.sdk import _parse
from rushes.wire import job
from rushes.wire.job import plain_job

TEXT = st.text(max_size=8)
SCALAR = st.none() | st.booleans() | st.integers(-5, 5) | st.floats(allow_nan=False) | TEXT
ANYTHING = st.recursive(
    SCALAR, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXT, inner, max_size=2)
)
USAGE = st.fixed_dictionaries(
    {}, optional={"cost": st.floats(0, 9) | SCALAR, "is_byok": st.booleans() | SCALAR, "gpu": TEXT}
)
STATUS = st.sampled_from(
    ["pending", "in_progress", "completed", "failed", "cancelled", "expired", "queued"]
)
JOB = st.fixed_dictionaries(
    {"id": TEXT, "polling_url": TEXT, "status": STATUS},
    optional={
        "error": st.none() | TEXT,
        "expires_at": st.none() | st.integers(0, 2**40),
        "generation_id": TEXT,
        "unsigned_urls": st.none() | st.lists(TEXT, max_size=2),
        "urls": st.lists(TEXT, max_size=2),
        "usage": st.none() | USAGE,
        "rushes": ANYTHING,
        "_fields_set": ANYTHING,
        "cls": ANYTHING,
    },
)


@given(JOB)
def test_a_job_is_the_same_with_and_without_a_validator(body: dict[str, Any]) -> None:
    read = plain_job(body)
    if read is None:
        return
    validated = VideoGenerationResponse.model_validate_json(json.dumps(body))
    assert read == validated
    assert read.model_fields_set == validated.model_fields_set
    assert read.model_extra == validated.model_extra
    assert read.model_dump_json() == validated.model_dump_json()
    assert repr(read) == repr(validated)


@given(JOB, st.sampled_from(["id", "polling_url", "status", "error", "urls", "usage"]), ANYTHING)
def test_what_has_to_be_checked_is_left_to_the_validator(
    body: dict[str, Any], name: str, value: object
) -> None:
    body = {**body, name: value}
    read = plain_job(body)
    if read is not None:
        assert read == VideoGenerationResponse.model_validate_json(json.dumps(body))


def test_every_field_of_a_job_is_checked_without_a_validator() -> None:
    assert set(job._PLAIN) == set(VideoGenerationResponse.model_fields)
    # `_is_plain` names these two.
    assert set(job.VideoGenerationUsage.model_fields) == {"cost", "is_byok"}


def test_ordinary_answers_need_none() -> None:
    body = {"id": "a", "polling_url": "/a", "status": "completed", "usage": {"cost": 0.5}}
    assert plain_job(body) is not None
    answer = httpx.Response(200, json=body)
    read = _parse.job(answer)
    assert read.usage is not None
    assert read.usage.cost == 0.5
    assert read.http is not None
    assert read.http.status_code == 200
