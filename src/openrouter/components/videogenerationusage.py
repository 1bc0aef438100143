from rushes.wire import (
    VideoGenerationUsage as VideoGenerationUsage,
    VideoGenerationUsageTypedDict as VideoGenerationUsageTypedDict,
)
