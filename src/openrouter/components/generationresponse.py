from rushes.wire import (
    GenerationResponse as GenerationResponse,
    GenerationResponseData as GenerationResponseData,
)
