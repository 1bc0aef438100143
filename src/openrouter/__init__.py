"""The names of `rushes.sdk` where the official package has them; see scripts/generate_dropin.py."""

from importlib import import_module
from typing import TYPE_CHECKING

import rushes.sdk as _source
from openrouter._version import __title__ as __title__, __user_agent__ as __user_agent__
from rushes.sdk import __all__ as __all__

__rushes__ = True  # the official package has no such mark
__dir__ = _source.__dir__
_MODULES = "components errors httpclient models operations types utils video_generation webhooks"
if TYPE_CHECKING:
    from rushes.sdk import *
else:

    def __getattr__(name):
        own = name in _MODULES.split()
        return import_module(f"openrouter.{name}") if own else getattr(_source, name)
