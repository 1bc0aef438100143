from rushes.wire import (
    SupportedAspectRatio as SupportedAspectRatio,
    SupportedFrameImage as SupportedFrameImage,
    SupportedResolution as SupportedResolution,
    SupportedSize as SupportedSize,
    UpscaleFactor as UpscaleFactor,
    UpscaleFactorTypedDict as UpscaleFactorTypedDict,
    VideoModel as VideoModel,
    VideoModelTypedDict as VideoModelTypedDict,
)
