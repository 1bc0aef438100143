from typing import TYPE_CHECKING

import rushes.wire as _source
from rushes.wire import __all__ as __all__

if TYPE_CHECKING:
    from rushes.wire import *
else:

    def __getattr__(name):
        return getattr(_source, name)


def __dir__() -> list[str]:
    return dir(_source)
