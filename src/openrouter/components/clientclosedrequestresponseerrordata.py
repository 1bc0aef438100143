from rushes.wire import (
    ClientClosedRequestResponseErrorData as ClientClosedRequestResponseErrorData,
    ClientClosedRequestResponseErrorDataTypedDict as ClientClosedRequestResponseErrorDataTypedDict,
)
