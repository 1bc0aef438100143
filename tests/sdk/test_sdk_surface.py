"""The public surface, as data: names, signatures, light imports."""

from __future__ import annotations

import inspect
import subprocess
import sys
import typing
from typing import Any

import pytest

import openrouter
from openrouter import OpenRouter, components, errors, httpclient, media, types, utils, webhooks
from openrouter.types import UNSET
from openrouter.video_generation import VideoGeneration

REQUIRED = inspect.Parameter.empty
APP = {
    "http_referer": None,
    "x_open_router_title": None,
    "x_open_router_categories": None,
}
CALL = {"retries": UNSET, "server_url": None, "timeout_ms": None, "http_headers": None}
METHODS: dict[str, dict[str, Any]] = {
    "generate": {
        "model": REQUIRED,
        **APP,
        "aspect_ratio": None,
        "callback_url": None,
        "creativity": None,
        "duration": None,
        "frame_images": None,
        "generate_audio": None,
        "input_references": None,
        "previous_job_id": None,
        "prompt": None,
        "provider": None,
        "resolution": None,
        "seed": None,
        "session_id": None,
        "size": None,
        "trace": None,
        "upscale_factor": None,
        "user": None,
        **CALL,
    },
    "get_generation": {"job_id": REQUIRED, **APP, **CALL},
    "get_video_content": {"job_id": REQUIRED, **APP, "index": 0, **CALL},
    "list_videos_models": {**APP, **CALL},
}
# Beyond the original: at the end, and nothing changes without them.
ADDITIONS: dict[str, dict[str, Any]] = {"generate": {"idempotency_key": None, "validate": False}}
CONSTRUCTOR = {
    "api_key": None,
    **APP,
    "server": None,
    "url_params": None,
    "server_url": None,
    "client": None,
    "async_client": None,
    "retry_config": UNSET,
    "timeout_ms": None,
    "debug_logger": None,
}


def parameters(function: Any) -> list[inspect.Parameter]:
    return list(inspect.signature(function).parameters.values())[1:]


@pytest.mark.parametrize("suffix", ["", "_async"])
@pytest.mark.parametrize("name", METHODS)
def test_methods_have_the_signatures_of_the_original(name: str, suffix: str) -> None:
    method = getattr(VideoGeneration, name + suffix)
    expected = METHODS[name] | ADDITIONS.get(name, {})
    assert [(p.name, p.default) for p in parameters(method)] == list(expected.items())
    assert {p.kind for p in parameters(method)} == {inspect.Parameter.KEYWORD_ONLY}
    assert inspect.iscoroutinefunction(method) is bool(suffix)


def test_the_constructor_has_the_signature_of_the_original() -> None:
    found = parameters(OpenRouter.__init__)
    assert [(p.name, p.default) for p in found] == list(CONSTRUCTOR.items())
    assert {p.kind for p in found} == {inspect.Parameter.POSITIONAL_OR_KEYWORD}


def test_retry_types_have_the_signatures_of_the_original() -> None:
    assert [(p.name, p.default) for p in parameters(utils.RetryConfig.__init__)] == [
        ("strategy", REQUIRED),
        ("backoff", REQUIRED),
        ("retry_connection_errors", REQUIRED),
        ("status_codes_override", None),
    ]
    assert [(p.name, p.default) for p in parameters(utils.BackoffStrategy.__init__)] == [
        ("initial_interval", REQUIRED),
        ("max_interval", REQUIRED),
        ("exponent", REQUIRED),
        ("max_elapsed_time", REQUIRED),
        ("jitter_ms", None),
    ]


@pytest.mark.parametrize("name", METHODS)
def test_both_forms_of_a_method_agree_in_types(name: str) -> None:
    waiting = typing.get_type_hints(getattr(VideoGeneration, name))
    awaitable = typing.get_type_hints(getattr(VideoGeneration, f"{name}_async"))
    assert waiting == awaitable


def test_every_field_of_the_request_is_an_argument() -> None:
    assert set(components.VideoGenerationRequest.model_fields) == set(
        METHODS["generate"].keys() - APP.keys() - CALL.keys()
    )


NAMES = """
AspectRatio AudioURL AudioURLTypedDict BadGatewayResponseErrorData BadRequestResponseErrorData
ContentPartAudio ContentPartAudioType ContentPartAudioTypedDict ContentPartImage
ContentPartImageImageURL ContentPartImageImageURLTypedDict ContentPartImageType
ContentPartImageTypedDict ContentPartVideo ContentPartVideoType ContentPartVideoTypedDict FrameImage
FrameImageImageURL FrameImageImageURLTypedDict FrameImageType FrameImageTypedDict FrameType
InputReference InputReferenceTypedDict Options OptionsTypedDict Resolution SupportedAspectRatio
SupportedFrameImage SupportedResolution SupportedSize TraceConfig TraceConfigTypedDict UpscaleFactor
UpscaleFactorTypedDict VideoGenerationRequest VideoGenerationRequestAspectRatio
VideoGenerationRequestOptions VideoGenerationRequestOptionsTypedDict VideoGenerationRequestProvider
VideoGenerationRequestProviderTypedDict VideoGenerationRequestResolution
VideoGenerationRequestTypedDict VideoGenerationResponse VideoGenerationResponseStatus
VideoGenerationResponseTypedDict VideoGenerationUsage VideoGenerationUsageTypedDict VideoModel
VideoModelTypedDict VideoModelsListResponse VideoModelsListResponseTypedDict VideoURL
VideoURLTypedDict
""".split()  # noqa: SIM905 - a list of names reads better than a column of strings
STATUSES = """
BadGateway BadRequest ClientClosedRequest Conflict EdgeNetworkTimeout Forbidden GatewayTimeout Gone
InternalServer NotFound PayloadTooLarge PaymentRequired ProviderOverloaded RequestTimeout
ServiceUnavailable TooManyRequests Unauthorized UnprocessableEntity
""".split()  # noqa: SIM905 - as above


@pytest.mark.parametrize("name", NAMES)
def test_components(name: str) -> None:
    assert name in components.__all__
    assert hasattr(components, name)


@pytest.mark.parametrize("status", STATUSES)
def test_errors(status: str) -> None:
    error = getattr(errors, f"{status}ResponseError")
    assert issubclass(error, errors.OpenRouterError)
    assert f"{status}ResponseError" in errors.__all__
    assert getattr(errors, f"{status}ResponseErrorData") is components.ErrorEnvelope
    assert getattr(components, f"{status}ResponseErrorData") is components.ErrorDetail
    assert hasattr(components, f"{status}ResponseErrorDataTypedDict")
    assert status in (errors.__doc__ or "")


@pytest.mark.parametrize(
    "module",
    [openrouter, components, errors, httpclient, media, types, utils, webhooks],
    ids=lambda m: m.__name__,
)
def test_all_is_true_and_sorted(module: Any) -> None:
    assert all(hasattr(module, name) for name in module.__all__)
    assert len(set(module.__all__)) == len(module.__all__)
    assert set(module.__all__) <= set(dir(module))


def test_general_errors() -> None:
    assert issubclass(errors.OpenRouterDefaultError, errors.OpenRouterError)
    assert issubclass(errors.ResponseValidationError, errors.OpenRouterError)
    assert not issubclass(errors.NoResponseError, errors.OpenRouterError)


def test_the_package_marks_itself_and_knows_its_version() -> None:
    assert openrouter.__rushes__ is True
    assert openrouter.__version__ == openrouter.VERSION
    with pytest.raises(AttributeError, match="chat"):
        openrouter.chat  # noqa: B018 - the access is the test


LOADED = """
import sys
import openrouter
print(sorted({"httpx", "pydantic", "asyncio", "openrouter.sdk"} & set(sys.modules)))
openrouter.OpenRouter(api_key="k").sdk_configuration
print("openrouter.video_generation" in sys.modules, "rushes" in sys.modules, "numpy" in sys.modules)
from openrouter import components
print("VideoGenerationRequest" in dir(components), components.VideoModel.__pydantic_complete__)
"""


def test_importing_loads_nothing_that_is_not_used() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["[]", "False False False", "True False"]


PASSED_ON = inspect.Parameter.VAR_KEYWORD


@pytest.mark.parametrize("suffix", ["", "_async"])
def test_generate_and_wait_takes_what_generate_takes(suffix: str) -> None:
    method = getattr(VideoGeneration, f"generate_and_wait{suffix}")
    own = [(p.name, p.default) for p in parameters(method) if p.kind is not PASSED_ON]
    assert own == [("poll_interval", None), ("timeout", 600.0), ("on_progress", None)]
    [rest] = [p for p in parameters(method) if p.kind is PASSED_ON]
    hints = typing.get_type_hints(method)[rest.name]
    assert set(typing.get_type_hints(typing.get_args(hints)[0])) == {
        p.name for p in parameters(VideoGeneration.generate)
    }


@pytest.mark.parametrize("name", ["wait", "generate_and_wait", "download"])
def test_additions_have_both_forms(name: str) -> None:
    waiting = parameters(getattr(VideoGeneration, name))
    awaitable = parameters(getattr(VideoGeneration, f"{name}_async"))
    assert [(p.name, p.kind, p.default) for p in waiting] == [
        (p.name, p.kind, p.default) for p in awaitable
    ]
