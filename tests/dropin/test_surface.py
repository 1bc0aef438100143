"""The public surface, as data: names, signatures, light imports."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
import typing
from pathlib import Path
from typing import Any

import pytest

import openrouter
import rushes.sdk
from openrouter import components, errors, media, webhooks
from openrouter.video_generation import VideoGeneration
from tests.dropin import surface

OFFICIAL = json.loads(Path(__file__).with_name("official_surface.json").read_text("utf-8"))
OURS = surface.describe()
# Beyond the original: at the end, and nothing changes without them.
ADDITIONS = {
    "generate": [
        "idempotency_key",
        "validate",
        "first_frame",
        "last_frame",
        "references",
        "max_cost",
        "extra_body",
        "extra_query",
    ],
    "OpenRouter": ["supports_idempotency_keys"],
}
MODEL_ADDITIONS = {
    "VideoGenerationRequestProvider": (
        "order",
        "only",
        "ignore",
        "allow_fallbacks",
        "sort",
        "max_price",
    ),
}
# Of operations that are not about videos.
FOREIGN_ERRORS = {
    "BatchPaymentRequiredResponseError",
    "CreatePrivateEndpointValidationFailedResponseError",
    "InternalServerError",
}
# A row of the catalogue that lacks them is read all the same.
TOLERATED = {
    name: type_ + " = optional"
    for name, type_ in OFFICIAL["models"]["VideoModel"].items()
    if "None" in type_ and not type_.endswith("optional")
} | {"allowed_passthrough_parameters": "list[str] = optional"}


def parameters(function: Any) -> list[inspect.Parameter]:
    return list(inspect.signature(function).parameters.values())[1:]


@pytest.mark.parametrize("suffix", ["", "_async"])
@pytest.mark.parametrize("name", surface.OPERATIONS)
def test_operations_are_those_of_the_original(name: str, suffix: str) -> None:
    """Names, order, kinds, types and defaults of the parameters, and the type of the result."""
    official = list(OFFICIAL["operations"][name + suffix].items())
    ours = list(OURS["operations"][name + suffix].items())
    added = ADDITIONS.get(name, [])
    assert [pair for pair in ours if pair[0] not in added] == official
    assert [pair[0] for pair in ours][-len(added) - 1 :] == [*added, "return"]
    assert all(" = " in OURS["operations"][name + suffix][one] for one in added)
    assert inspect.iscoroutinefunction(getattr(VideoGeneration, name + suffix)) is bool(suffix)


@pytest.mark.parametrize("name", ["OpenRouter", "RetryConfig", "BackoffStrategy"])
def test_constructors_are_those_of_the_original(name: str) -> None:
    added = ADDITIONS.get(name, [])
    ours = list(OURS[name].items())
    assert [pair for pair in ours if pair[0] not in added] == list(OFFICIAL[name].items())
    assert [pair[0] for pair in ours][-len(added) - 1 :] == [*added, "return"]
    assert all(OURS[name][one].endswith(" = NONE") for one in added)


@pytest.mark.parametrize("name", surface.MODELS)
def test_models_are_those_of_the_original(name: str) -> None:
    tolerated = TOLERATED if name == "VideoModel" else {}
    added = {field: OURS["models"][name][field] for field in MODEL_ADDITIONS.get(name, ())}
    assert all(type_.endswith("optional") for type_ in added.values())
    assert OURS["models"][name] == OFFICIAL["models"][name] | tolerated | added


def test_errors_are_those_of_the_original() -> None:
    assert set(OFFICIAL["errors"]) - set(OURS["errors"]) == FOREIGN_ERRORS


def test_every_field_of_the_request_is_an_argument() -> None:
    options = OURS["operations"]["get_generation"]
    assert set(components.VideoGenerationRequest.model_fields) == (
        OURS["operations"]["generate"].keys() - options.keys() - set(ADDITIONS["generate"])
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
    assert status in (rushes.sdk.errors.__doc__ or "")


@pytest.mark.parametrize(
    "module",
    [
        openrouter,
        components,
        errors,
        media,
        webhooks,
        rushes,
        rushes.sdk,
        rushes.sdk.httpclient,
        rushes.sdk.types,
        rushes.sdk.utils,
    ],
    ids=lambda m: m.__name__,
)
def test_all_is_true_and_sorted(module: Any) -> None:
    assert all(hasattr(module, name) for name in module.__all__)
    assert len(set(module.__all__)) == len(module.__all__)
    assert set(module.__all__) <= set(dir(module))


def test_general_errors() -> None:
    assert issubclass(errors.SubmitOutcomeUnknownError, errors.OpenRouterError)
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
print(sorted({"httpx", "pydantic", "asyncio", "rushes.sdk.client"} & set(sys.modules)))
openrouter.OpenRouter(api_key="k").sdk_configuration
print(*(name in sys.modules for name in ("rushes.sdk._polling", "rushes.settings", "numpy")))
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
    assert own == [
        ("poll_interval", None),
        ("timeout", 600.0),
        ("on_progress", None),
        ("progress", False),
    ]
    [rest] = [p for p in parameters(method) if p.kind is PASSED_ON]
    hints = typing.get_type_hints(method)[rest.name]
    assert set(typing.get_type_hints(typing.get_args(hints)[0])) == {
        p.name for p in parameters(VideoGeneration.generate)
    }


def public_methods(cls: type) -> list[Any]:
    """Return those that the SDK defines, properties too, and their overloads."""
    found = []
    for name, given in inspect.getmembers_static(cls):
        function = getattr(given, "fget", None) or getattr(given, "func", given)
        function = getattr(function, "__func__", function)
        module = getattr(function, "__module__", None) or ""
        if not name.startswith("_") and callable(function) and module.startswith("rushes.sdk"):
            found += [function, *typing.get_overloads(function)]
    return found


@pytest.mark.parametrize(
    "method",
    [
        method
        for cls in (openrouter.OpenRouter, openrouter.Generation, VideoGeneration)
        for method in public_methods(cls)
    ],
    ids=lambda method: method.__qualname__,
)
def test_annotations_can_be_resolved(method: Any) -> None:
    hints = typing.get_type_hints(method)
    assert "return" in hints
    for hint in hints.values():
        for unpacked in typing.get_args(hint) if typing.get_origin(hint) is typing.Unpack else ():
            assert typing.get_type_hints(unpacked)


MORE = [
    "wait",
    "generate_and_wait",
    "generate_to_file",
    "batch_generate",
    "iter_updates",
    "resume",
    "download",
    "events",
    "list",
    "list_page",
    "cancel",
    "delete",
    "quote",
]


@pytest.mark.parametrize("name", MORE)
def test_additions_have_both_forms(name: str) -> None:
    waiting = parameters(getattr(VideoGeneration, name))
    awaitable = parameters(getattr(VideoGeneration, f"{name}_async"))
    assert [(p.name, p.kind, p.default) for p in waiting] == [
        (p.name, p.kind, p.default) for p in awaitable
    ]


def test_every_operation_is_known_here() -> None:
    public = {name for name in dir(VideoGeneration) if not name.startswith("_")}
    both = {*surface.OPERATIONS, *MORE}
    assert public - {"sdk_configuration"} == both | {f"{name}_async" for name in both}
