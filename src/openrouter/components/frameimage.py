from rushes.wire import (
    FrameImage as FrameImage,
    FrameImageImageURL as FrameImageImageURL,
    FrameImageImageURLTypedDict as FrameImageImageURLTypedDict,
    FrameImageType as FrameImageType,
    FrameImageTypedDict as FrameImageTypedDict,
    FrameType as FrameType,
)
