from rushes.wire import (
    ContentPartImage as ContentPartImage,
    ContentPartImageImageURL as ContentPartImageImageURL,
    ContentPartImageImageURLTypedDict as ContentPartImageImageURLTypedDict,
    ContentPartImageType as ContentPartImageType,
    ContentPartImageTypedDict as ContentPartImageTypedDict,
)
