"""The public surface of an `openrouter` package as data, ours and the original's alike.

Run by an interpreter that has the original, it prints what `official_surface.json` holds.
"""

from __future__ import annotations

import collections.abc
import inspect
import types
import typing
from collections.abc import Iterator
from typing import Any

OPERATIONS = ("generate", "get_generation", "get_video_content", "list_videos_models")
MODELS = (
    "AudioURL",
    "ContentPartAudio",
    "ContentPartImage",
    "ContentPartVideo",
    "FrameImage",
    "TraceConfig",
    "UpscaleFactor",
    "VideoGenerationRequest",
    "VideoGenerationRequestProvider",
    "VideoGenerationResponse",
    "VideoGenerationUsage",
    "VideoModel",
    "VideoModelsListResponse",
    "VideoURL",
)


# One class under two names, and one that is the other and more.
_SAME = {
    "ContentPartImageImageURL": "FrameImageImageURL",
    "Generation": "VideoGenerationResponse",
    "ModelList": "VideoModelsListResponse",
}


def meaning(annotation: Any) -> str:
    """Return what an annotation accepts, sorted: names of types, values of literals."""
    return " | ".join(sorted(set(_parts(annotation))))


def _parts(annotation: Any) -> Iterator[str]:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if hasattr(annotation, "__value__"):  # an alias with or without parameters
        yield from _parts(annotation.__value__[arguments] if arguments else annotation.__value__)
    elif origin is typing.Annotated:
        yield from _parts(arguments[0])
    elif origin in {typing.Union, types.UnionType}:
        for argument in arguments:
            yield from _parts(argument)
    elif origin is typing.Literal:
        yield from map(repr, arguments)
    elif origin is collections.abc.Callable:
        yield "Callable"
    elif origin is not None and len(arguments) == 1:
        # So that it is the same whether the union is inside or outside.
        yield from (f"{origin.__name__}[{part}]" for part in _parts(arguments[0]))
    elif origin is not None:
        yield f"{origin.__name__}[{', '.join(map(meaning, arguments))}]"
    elif isinstance(annotation, typing.ForwardRef):
        yield annotation.__forward_arg__
    elif annotation is None or annotation is type(None):
        yield "None"
    else:
        yield _SAME.get(annotation.__name__, annotation.__name__)


def _function(function: Any) -> dict[str, str]:
    hints = typing.get_type_hints(function)
    described = {
        p.name: f"{p.kind.name}: {meaning(hints[p.name])} = {_default(p)}"
        for p in list(inspect.signature(function).parameters.values())[1:]
    }
    return described | {"return": meaning(hints.get("return"))}


def _default(parameter: inspect.Parameter) -> str:
    if parameter.default is parameter.empty:
        return "required"
    return repr(parameter.default).upper().rstrip("()")


def _fields(model: Any) -> dict[str, str]:
    hints = typing.get_type_hints(model)
    # `Unset` is what the original reads for an absent key that may be null; here that is None.
    return {
        name: meaning(hints[name]).replace(" | Unset", "")
        + ("" if field.is_required() else " = optional")
        for name, field in model.model_fields.items()
    }


def describe() -> dict[str, Any]:
    """Describe the package that is installed here."""
    import openrouter
    from openrouter import components, errors, utils

    videos = type(openrouter.OpenRouter(api_key="k").video_generation)
    return {
        "OpenRouter": _function(openrouter.OpenRouter.__init__),
        "RetryConfig": _function(utils.RetryConfig.__init__),
        "BackoffStrategy": _function(utils.BackoffStrategy.__init__),
        "operations": {
            name + suffix: _function(getattr(videos, name + suffix))
            for name in OPERATIONS
            for suffix in ("", "_async")
        },
        "models": {
            name: _fields(getattr(components, name)) for name in MODELS if hasattr(components, name)
        },
        "errors": sorted(n for n in dir(errors) if n.endswith("Error") and not n.startswith("_")),
    }


if __name__ == "__main__":
    import json
    import sys

    sys.stdout.write(json.dumps(describe(), indent=1, ensure_ascii=False) + "\n")
