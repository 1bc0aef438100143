from typing import TYPE_CHECKING

import rushes.sdk.media as _source
from rushes.sdk.media import __all__ as __all__

if TYPE_CHECKING:
    from rushes.sdk.media import *
else:

    def __getattr__(name):
        return getattr(_source, name)


def __dir__() -> list[str]:
    return dir(_source)
