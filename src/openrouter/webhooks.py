from typing import TYPE_CHECKING

import rushes.sdk.webhooks as _source
from rushes.sdk.webhooks import __all__ as __all__

if TYPE_CHECKING:
    from rushes.sdk.webhooks import *
else:

    def __getattr__(name):
        return getattr(_source, name)


def __dir__() -> list[str]:
    return dir(_source)
