from rushes.wire import (
    ModelsListResponse as ModelsListResponse,
    ModelsListResponseLinks as ModelsListResponseLinks,
)
