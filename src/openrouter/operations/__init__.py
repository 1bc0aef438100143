from typing import TYPE_CHECKING

import rushes.wire.operations as _source
from rushes.wire.operations import __all__ as __all__

if TYPE_CHECKING:
    from rushes.wire.operations import *
else:

    def __getattr__(name):
        return getattr(_source, name)


def __dir__() -> list[str]:
    return dir(_source)
