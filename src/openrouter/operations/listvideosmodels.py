from rushes.wire.operations import (
    ListVideosModelsGlobals as ListVideosModelsGlobals,
    ListVideosModelsGlobalsTypedDict as ListVideosModelsGlobalsTypedDict,
    ListVideosModelsRequest as ListVideosModelsRequest,
    ListVideosModelsRequestTypedDict as ListVideosModelsRequestTypedDict,
)
