from rushes.wire.operations import (
    CreateVideosGlobals as CreateVideosGlobals,
    CreateVideosGlobalsTypedDict as CreateVideosGlobalsTypedDict,
    CreateVideosRequest as CreateVideosRequest,
    CreateVideosRequestTypedDict as CreateVideosRequestTypedDict,
)
