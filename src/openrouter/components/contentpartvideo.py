from rushes.wire import (
    ContentPartVideo as ContentPartVideo,
    ContentPartVideoType as ContentPartVideoType,
    ContentPartVideoTypedDict as ContentPartVideoTypedDict,
    VideoURL as VideoURL,
    VideoURLTypedDict as VideoURLTypedDict,
)
