"""The input of a model at a host of many models, whose fields have names of their own.

The host's own names are the default; `params` of an endpoint change them. A param that is called
like a field of ours holds its name there, "" where the model has no such field; `duration_text` is
the form of a duration, such as "{}s" ("" for a number); `values` has the model's words for
resolutions, such as "4k" for "4K"; `constants` are sent as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rushes.catalog.model import load_catalog
from rushes.providers.base import RefusedError
from rushes.providers.resolved_request import ResolvedRequest

_MEDIA = {
    *("first_frame", "last_frame"),
    *("image_references", "video_references", "audio_references"),
}


def named_input(request: ResolvedRequest, names: Mapping[str, Any]) -> dict[str, Any]:
    """Return the input of a request's model.

    The caller's options are in it, and give way to what the request says. A seed is sent only if
    the caller gave one. Raises RefusedError for an input that the model has no field for.
    """
    params = {**names, **request.params}
    words: Mapping[str, Any] = params.get("values", {})
    found: dict[str, Any] = {**request.options, **params.get("constants", {})}
    for field, value in _values(request).items():
        if value is None or value == []:
            continue
        if name := params.get(field):
            found[name] = words.get(value, value) if field == "resolution" else value
        elif field in _MEDIA:
            message = f"{request.upstream_model} takes no {field.replace('_', ' ')}"
            raise RefusedError(message, cause="input")
    if (form := params.get("duration_text")) and (name := params.get("duration")):
        found[name] = form.replace("{}", str(request.duration))
    return found


def _values(request: ResolvedRequest) -> dict[str, Any]:
    first, last = request.first_frame, request.last_frame
    has_switch = bool(load_catalog().get(request.model).wire.generate_audio)
    references = {
        f"{kind}_references": [each.url for each in request.references(kind)]
        for kind in ("image", "video", "audio")
    }
    return {
        "prompt": request.prompt or None,
        "first_frame": first.url if first else None,
        "last_frame": last.url if last else None,
        **references,
        "duration": request.duration,
        "resolution": request.resolution,
        "aspect_ratio": request.aspect_ratio,
        "generate_audio": request.audio if has_switch else None,
        "seed": request.seed if request.seed_given else None,
    }
