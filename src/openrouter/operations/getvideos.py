from rushes.wire.operations import (
    GetVideosGlobals as GetVideosGlobals,
    GetVideosGlobalsTypedDict as GetVideosGlobalsTypedDict,
    GetVideosRequest as GetVideosRequest,
    GetVideosRequestTypedDict as GetVideosRequestTypedDict,
)
