"""What a kernel's translation was made from, as a hash."""

from __future__ import annotations

import ast
import hashlib
import inspect
import textwrap
from typing import TYPE_CHECKING, Any

import numpy as np

from rushes.engines.procedural.kernel import Inline

if TYPE_CHECKING:
    from rushes.engines.procedural.kernel import Kernel


def source_hash(kernel: Kernel) -> str:
    """Return a hash of the code of a kernel, of what it calls, and of the constants that it uses.

    Comments and the layout of the code do not count.
    """
    parts: dict[str, str] = {}
    _collect(kernel, parts)
    text = "\0".join(f"{name}\0{part}" for name, part in sorted(parts.items()))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _collect(function: Kernel | Inline, parts: dict[str, str]) -> None:
    body = function.__wrapped__
    name = f"{body.__module__}.{body.__qualname__}"
    if name in parts:
        return
    code = ast.unparse(ast.parse(textwrap.dedent(inspect.getsource(body))))
    parts[name] = code
    for used in sorted(_names(body.__code__)):
        value = body.__globals__.get(used)
        if isinstance(value, Inline):
            _collect(value, parts)
        elif isinstance(value, np.ndarray):
            parts[f"{name} {used}"] = f"{value.dtype} {value.tolist()}"
        elif isinstance(value, int | float | tuple | np.generic):
            parts[f"{name} {used}"] = repr(value)


def _names(code: Any) -> set[str]:
    inner = (one for one in code.co_consts if inspect.iscode(one))
    return {*code.co_names, *(name for one in inner for name in _names(one))}
