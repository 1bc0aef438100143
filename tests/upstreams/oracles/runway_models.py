"""Print what the types of `runwayml` allow, as JSON: endpoint, model, field, values."""

import json
from typing import Annotated, Literal, Required, Union, get_args, get_origin

from runwayml._utils import PropertyInfo
from runwayml.types import (
    image_to_video_create_params,
    text_to_video_create_params,
    video_to_video_create_params,
)
from typing_extensions import get_type_hints, is_typeddict

KINDS = {str: "<text>", int: "<integer>", float: "<number>", bool: "<boolean>"}
ENDPOINTS = {
    "text_to_video": text_to_video_create_params.TextToVideoCreateParams,
    "image_to_video": image_to_video_create_params.ImageToVideoCreateParams,
    "video_to_video": video_to_video_create_params.VideoToVideoCreateParams,
}


def values(kind):
    """Return the values of a field: literals, and other types by their names."""
    origin = get_origin(kind)
    if origin in (Required, Annotated):
        return values(get_args(kind)[0])
    if origin is Literal:
        return list(get_args(kind))
    if origin is Union:
        return sorted({value for part in get_args(kind) for value in values(part)})
    return [KINDS.get(kind) or ("<object>" if is_typeddict(kind) else "<list>")]


def wire_name(name, kind):
    if get_origin(kind) is Required:
        return wire_name(name, get_args(kind)[0])
    notes = get_args(kind)[1:] if get_origin(kind) is Annotated else ()
    return next((note.alias for note in notes if isinstance(note, PropertyInfo)), name)


def fields(request):
    hints = get_type_hints(request, include_extras=True)
    return {
        "required": sorted(wire_name(n, k) for n, k in hints.items() if get_origin(k) is Required),
        "fields": {wire_name(n, k): values(k) for n, k in hints.items() if n != "model"},
    }


def model_of(request):
    [name] = values(get_type_hints(request, include_extras=True)["model"])
    return name


found = {
    endpoint: {model_of(request): fields(request) for request in get_args(union) or [union]}
    for endpoint, union in ENDPOINTS.items()
}
print(json.dumps(found))
