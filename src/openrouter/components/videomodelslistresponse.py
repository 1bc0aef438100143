from rushes.wire import (
    VideoModelsListResponse as VideoModelsListResponse,
    VideoModelsListResponseTypedDict as VideoModelsListResponseTypedDict,
)
