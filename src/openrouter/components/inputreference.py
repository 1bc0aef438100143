from rushes.wire import (
    InputReference as InputReference,
    InputReferenceTypedDict as InputReferenceTypedDict,
)
