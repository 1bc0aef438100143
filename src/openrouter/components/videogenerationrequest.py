from rushes.wire import (
    AspectRatio as AspectRatio,
    Options as Options,
    OptionsTypedDict as OptionsTypedDict,
    Resolution as Resolution,
    VideoGenerationRequest as VideoGenerationRequest,
    VideoGenerationRequestAspectRatio as VideoGenerationRequestAspectRatio,
    VideoGenerationRequestOptions as VideoGenerationRequestOptions,
    VideoGenerationRequestOptionsTypedDict as VideoGenerationRequestOptionsTypedDict,
    VideoGenerationRequestProvider as VideoGenerationRequestProvider,
    VideoGenerationRequestProviderTypedDict as VideoGenerationRequestProviderTypedDict,
    VideoGenerationRequestResolution as VideoGenerationRequestResolution,
    VideoGenerationRequestTypedDict as VideoGenerationRequestTypedDict,
)
