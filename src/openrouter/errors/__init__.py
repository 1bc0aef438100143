from typing import TYPE_CHECKING

import rushes.sdk.errors as _source
from rushes.sdk.errors import __all__ as __all__

if TYPE_CHECKING:
    from rushes.sdk.errors import *
else:

    def __getattr__(name):
        return getattr(_source, name)


def __dir__() -> list[str]:
    return dir(_source)
