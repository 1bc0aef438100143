"""The typed dicts in pydantic, where frameworks put them."""

from __future__ import annotations

import inspect
from typing import Any, is_typeddict

import pydantic
import pytest

from openrouter import OpenRouter, components, operations
from rushes.sdk import _params
from tests.fakes.stub_server import StubServer, job_answer
from tests.sdk.driver import KEY

PUBLIC = {
    f"{module.__name__}.{name}": value
    for module in (components, operations, _params)
    for name, value in ((name, getattr(module, name)) for name in dir(module))
    if name != "TypedDict" and (name.endswith("TypedDict") or is_typeddict(value))
}
FRAME = {"type": "image_url", "image_url": {"url": "u"}, "frame_type": "last_frame"}


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_a_typed_dict_can_be_validated(name: str) -> None:
    adapter = pydantic.TypeAdapter[Any](PUBLIC[name])
    assert adapter.json_schema()
    with pytest.raises(pydantic.ValidationError):
        adapter.validate_python(5)


def test_there_are_many() -> None:
    assert len(PUBLIC) > 45


def test_a_typed_dict_is_checked_as_a_field() -> None:
    class Form(pydantic.BaseModel):
        frame: components.FrameImageTypedDict
        request: components.VideoGenerationRequestTypedDict

    form = Form.model_validate({"frame": FRAME, "request": {"model": "m", "frame_images": [FRAME]}})
    assert form.frame == FRAME
    with pytest.raises(pydantic.ValidationError, match="frame_type"):
        Form.model_validate({"frame": {"type": "image_url"}, "request": {"model": "m"}})


@pytest.mark.parametrize("name", ["generate", "generate_and_wait", "batch_generate"])
def test_a_method_can_be_validated(stub: StubServer, name: str) -> None:
    with OpenRouter(KEY, server_url=stub.url) as client:
        method = getattr(client.video_generation, name)
        assert set(inspect.signature(pydantic.validate_call(method)).parameters) == set(
            inspect.signature(method).parameters
        )
        if name == "generate":
            stub.script(job_answer(202))
            pydantic.validate_call(method)(model="m", duration="8", frame_images=[FRAME])
            assert stub.received[0].json == {"model": "m", "duration": 8, "frame_images": [FRAME]}
