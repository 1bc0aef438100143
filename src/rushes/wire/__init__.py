"""The wire models: what requests, answers, the catalogue and errors look like as JSON.

A model's module is loaded when the model is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rushes.wire.enums import (
        AspectRatio,
        FrameType,
        Resolution,
        SupportedAspectRatio,
        SupportedFrameImage,
        SupportedResolution,
        SupportedSize,
        VideoGenerationRequestAspectRatio,
        VideoGenerationRequestResolution,
        VideoGenerationResponseStatus,
    )
    from rushes.wire.errors import (
        BadGatewayResponseErrorData,
        BadGatewayResponseErrorDataTypedDict,
        BadRequestResponseErrorData,
        BadRequestResponseErrorDataTypedDict,
        ClientClosedRequestResponseErrorData,
        ClientClosedRequestResponseErrorDataTypedDict,
        ConflictResponseErrorData,
        ConflictResponseErrorDataTypedDict,
        EdgeNetworkTimeoutResponseErrorData,
        EdgeNetworkTimeoutResponseErrorDataTypedDict,
        ErrorDetail,
        ErrorDetailTypedDict,
        ErrorEnvelope,
        ForbiddenResponseErrorData,
        ForbiddenResponseErrorDataTypedDict,
        GatewayTimeoutResponseErrorData,
        GatewayTimeoutResponseErrorDataTypedDict,
        GoneResponseErrorData,
        GoneResponseErrorDataTypedDict,
        InternalServerResponseErrorData,
        InternalServerResponseErrorDataTypedDict,
        NotFoundResponseErrorData,
        NotFoundResponseErrorDataTypedDict,
        PayloadTooLargeResponseErrorData,
        PayloadTooLargeResponseErrorDataTypedDict,
        PaymentRequiredResponseErrorData,
        PaymentRequiredResponseErrorDataTypedDict,
        ProviderOverloadedResponseErrorData,
        ProviderOverloadedResponseErrorDataTypedDict,
        RequestTimeoutResponseErrorData,
        RequestTimeoutResponseErrorDataTypedDict,
        ServiceUnavailableResponseErrorData,
        ServiceUnavailableResponseErrorDataTypedDict,
        TooManyRequestsResponseErrorData,
        TooManyRequestsResponseErrorDataTypedDict,
        UnauthorizedResponseErrorData,
        UnauthorizedResponseErrorDataTypedDict,
        UnprocessableEntityResponseErrorData,
        UnprocessableEntityResponseErrorDataTypedDict,
    )
    from rushes.wire.extensions import Quote, VideoGenerationDeletion, VideoGenerationPage
    from rushes.wire.job import (
        VideoGenerationResponse,
        VideoGenerationResponseTypedDict,
        VideoGenerationUsage,
        VideoGenerationUsageTypedDict,
    )
    from rushes.wire.media import (
        AudioURL,
        AudioURLTypedDict,
        ContentPartAudio,
        ContentPartAudioType,
        ContentPartAudioTypedDict,
        ContentPartImage,
        ContentPartImageImageURL,
        ContentPartImageImageURLTypedDict,
        ContentPartImageType,
        ContentPartImageTypedDict,
        ContentPartVideo,
        ContentPartVideoType,
        ContentPartVideoTypedDict,
        FrameImage,
        FrameImageImageURL,
        FrameImageImageURLTypedDict,
        FrameImageType,
        FrameImageTypedDict,
        InputReference,
        InputReferenceTypedDict,
        VideoURL,
        VideoURLTypedDict,
    )
    from rushes.wire.models import (
        UpscaleFactor,
        UpscaleFactorTypedDict,
        VideoModel,
        VideoModelsListResponse,
        VideoModelsListResponseTypedDict,
        VideoModelTypedDict,
    )
    from rushes.wire.provider import (
        PROVIDER_SLUGS,
        Options,
        OptionsTypedDict,
        VideoGenerationRequestOptions,
        VideoGenerationRequestOptionsTypedDict,
        VideoGenerationRequestProvider,
        VideoGenerationRequestProviderTypedDict,
    )
    from rushes.wire.request import (
        TraceConfig,
        TraceConfigTypedDict,
        VideoGenerationRequest,
        VideoGenerationRequestTypedDict,
    )

__all__ = [
    "PROVIDER_SLUGS",
    "AspectRatio",
    "AudioURL",
    "AudioURLTypedDict",
    "BadGatewayResponseErrorData",
    "BadGatewayResponseErrorDataTypedDict",
    "BadRequestResponseErrorData",
    "BadRequestResponseErrorDataTypedDict",
    "ClientClosedRequestResponseErrorData",
    "ClientClosedRequestResponseErrorDataTypedDict",
    "ConflictResponseErrorData",
    "ConflictResponseErrorDataTypedDict",
    "ContentPartAudio",
    "ContentPartAudioType",
    "ContentPartAudioTypedDict",
    "ContentPartImage",
    "ContentPartImageImageURL",
    "ContentPartImageImageURLTypedDict",
    "ContentPartImageType",
    "ContentPartImageTypedDict",
    "ContentPartVideo",
    "ContentPartVideoType",
    "ContentPartVideoTypedDict",
    "EdgeNetworkTimeoutResponseErrorData",
    "EdgeNetworkTimeoutResponseErrorDataTypedDict",
    "ErrorDetail",
    "ErrorDetailTypedDict",
    "ErrorEnvelope",
    "ForbiddenResponseErrorData",
    "ForbiddenResponseErrorDataTypedDict",
    "FrameImage",
    "FrameImageImageURL",
    "FrameImageImageURLTypedDict",
    "FrameImageType",
    "FrameImageTypedDict",
    "FrameType",
    "GatewayTimeoutResponseErrorData",
    "GatewayTimeoutResponseErrorDataTypedDict",
    "GoneResponseErrorData",
    "GoneResponseErrorDataTypedDict",
    "InputReference",
    "InputReferenceTypedDict",
    "InternalServerResponseErrorData",
    "InternalServerResponseErrorDataTypedDict",
    "NotFoundResponseErrorData",
    "NotFoundResponseErrorDataTypedDict",
    "Options",
    "OptionsTypedDict",
    "PayloadTooLargeResponseErrorData",
    "PayloadTooLargeResponseErrorDataTypedDict",
    "PaymentRequiredResponseErrorData",
    "PaymentRequiredResponseErrorDataTypedDict",
    "ProviderOverloadedResponseErrorData",
    "ProviderOverloadedResponseErrorDataTypedDict",
    "Quote",
    "RequestTimeoutResponseErrorData",
    "RequestTimeoutResponseErrorDataTypedDict",
    "Resolution",
    "ServiceUnavailableResponseErrorData",
    "ServiceUnavailableResponseErrorDataTypedDict",
    "SupportedAspectRatio",
    "SupportedFrameImage",
    "SupportedResolution",
    "SupportedSize",
    "TooManyRequestsResponseErrorData",
    "TooManyRequestsResponseErrorDataTypedDict",
    "TraceConfig",
    "TraceConfigTypedDict",
    "UnauthorizedResponseErrorData",
    "UnauthorizedResponseErrorDataTypedDict",
    "UnprocessableEntityResponseErrorData",
    "UnprocessableEntityResponseErrorDataTypedDict",
    "UpscaleFactor",
    "UpscaleFactorTypedDict",
    "VideoGenerationDeletion",
    "VideoGenerationPage",
    "VideoGenerationRequest",
    "VideoGenerationRequestAspectRatio",
    "VideoGenerationRequestOptions",
    "VideoGenerationRequestOptionsTypedDict",
    "VideoGenerationRequestProvider",
    "VideoGenerationRequestProviderTypedDict",
    "VideoGenerationRequestResolution",
    "VideoGenerationRequestTypedDict",
    "VideoGenerationResponse",
    "VideoGenerationResponseStatus",
    "VideoGenerationResponseTypedDict",
    "VideoGenerationUsage",
    "VideoGenerationUsageTypedDict",
    "VideoModel",
    "VideoModelTypedDict",
    "VideoModelsListResponse",
    "VideoModelsListResponseTypedDict",
    "VideoURL",
    "VideoURLTypedDict",
]

# In the order of their need, each after those it imports names from.
_MODULES = (
    "base",
    "enums",
    "job",
    "media",
    "provider",
    "request",
    "errors",
    "models",
    "extensions",
)


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return import_module(f"{__name__}.{name}")
    if name in __all__:
        for module in _MODULES:
            found = vars(import_module(f"{__name__}.{module}"))
            if name in found:
                return globals().setdefault(name, found[name])
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
