from rushes.wire.operations import (
    ListVideosContentGlobals as ListVideosContentGlobals,
    ListVideosContentGlobalsTypedDict as ListVideosContentGlobalsTypedDict,
    ListVideosContentRequest as ListVideosContentRequest,
    ListVideosContentRequestTypedDict as ListVideosContentRequestTypedDict,
)
