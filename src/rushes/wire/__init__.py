"""The wire models: what requests, responses, the catalog and errors look like as JSON.

The module of a model is loaded when the model is first used.
"""

from typing import TYPE_CHECKING

from rushes.wire._lazy import lazy_names

if TYPE_CHECKING:
    from rushes.wire.account import *
    from rushes.wire.all_models import *
    from rushes.wire.enums import *
    from rushes.wire.errors import *
    from rushes.wire.extensions import *
    from rushes.wire.generation_record import *
    from rushes.wire.job import *
    from rushes.wire.media import *
    from rushes.wire.models import *
    from rushes.wire.provider import *
    from rushes.wire.request import *

# fmt: off
__all__ = [
    "PROVIDER_SLUGS", "AspectRatio", "AudioURL", "AudioURLTypedDict", "BadGatewayResponseErrorData",
    "BadGatewayResponseErrorDataTypedDict", "BadRequestResponseErrorData",
    "BadRequestResponseErrorDataTypedDict", "ClientClosedRequestResponseErrorData",
    "ClientClosedRequestResponseErrorDataTypedDict", "ConflictResponseErrorData",
    "ConflictResponseErrorDataTypedDict", "ContentPartAudio", "ContentPartAudioType",
    "ContentPartAudioTypedDict", "ContentPartImage", "ContentPartImageImageURL",
    "ContentPartImageImageURLTypedDict", "ContentPartImageType", "ContentPartImageTypedDict",
    "ContentPartVideo", "ContentPartVideoType", "ContentPartVideoTypedDict",
    "EdgeNetworkTimeoutResponseErrorData", "EdgeNetworkTimeoutResponseErrorDataTypedDict",
    "ErrorDetail", "ErrorDetailTypedDict", "ErrorEnvelope", "ForbiddenResponseErrorData",
    "ForbiddenResponseErrorDataTypedDict", "FrameImage", "FrameImageImageURL",
    "FrameImageImageURLTypedDict", "FrameImageType", "FrameImageTypedDict", "FrameType",
    "GatewayTimeoutResponseErrorData", "GatewayTimeoutResponseErrorDataTypedDict",
    "GenerationResponse", "GenerationResponseData", "GetCreditsData", "GetCreditsResponse",
    "GetCurrentKeyData", "GetCurrentKeyResponse", "GetModelsResponse", "GoneResponseErrorData",
    "GoneResponseErrorDataTypedDict", "InputReference", "InputReferenceTypedDict",
    "InternalServerResponseErrorData", "InternalServerResponseErrorDataTypedDict", "Model",
    "ModelArchitecture", "ModelLinks", "ModelsListResponse", "ModelsListResponseLinks",
    "NotFoundResponseErrorData", "NotFoundResponseErrorDataTypedDict", "Options",
    "OptionsTypedDict", "PayloadTooLargeResponseErrorData",
    "PayloadTooLargeResponseErrorDataTypedDict", "PaymentRequiredResponseErrorData",
    "PaymentRequiredResponseErrorDataTypedDict", "ProviderOverloadedResponseErrorData",
    "ProviderOverloadedResponseErrorDataTypedDict", "ProviderResponse", "PublicPricing", "Quote",
    "RequestTimeoutResponseErrorData", "RequestTimeoutResponseErrorDataTypedDict", "Resolution",
    "Security", "SecurityTypedDict", "ServiceUnavailableResponseErrorData",
    "ServiceUnavailableResponseErrorDataTypedDict", "SupportedAspectRatio", "SupportedFrameImage",
    "SupportedResolution", "SupportedSize", "TooManyRequestsResponseErrorData",
    "TooManyRequestsResponseErrorDataTypedDict", "TopProviderInfo", "TraceConfig",
    "TraceConfigTypedDict", "UnauthorizedResponseErrorData",
    "UnauthorizedResponseErrorDataTypedDict", "UnprocessableEntityResponseErrorData",
    "UnprocessableEntityResponseErrorDataTypedDict", "UpscaleFactor", "UpscaleFactorTypedDict",
    "VideoGenerationDeletion", "VideoGenerationPage", "VideoGenerationRequest",
    "VideoGenerationRequestAspectRatio", "VideoGenerationRequestOptions",
    "VideoGenerationRequestOptionsTypedDict", "VideoGenerationRequestProvider",
    "VideoGenerationRequestProviderTypedDict", "VideoGenerationRequestResolution",
    "VideoGenerationRequestTypedDict", "VideoGenerationResponse", "VideoGenerationResponseStatus",
    "VideoGenerationResponseTypedDict", "VideoGenerationUsage", "VideoGenerationUsageTypedDict",
    "VideoModel", "VideoModelTypedDict", "VideoModelsListResponse",
    "VideoModelsListResponseTypedDict", "VideoURL", "VideoURLTypedDict",
]
# fmt: on

# In the order of their use, each after those it imports names from.
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
    "generation_record",
    "all_models",
    "account",
)
__getattr__, __dir__ = lazy_names(__name__, __all__, _MODULES)
