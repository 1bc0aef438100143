from rushes.wire import (
    VideoGenerationResponse as VideoGenerationResponse,
    VideoGenerationResponseStatus as VideoGenerationResponseStatus,
    VideoGenerationResponseTypedDict as VideoGenerationResponseTypedDict,
)
