"""A request completed: what it left open is written out, so that what is made is what was priced.

Only what the model's row lists is added; an upstream might refuse the rest. The ratio beside a
frame image stays open, since the image has one.
"""

from __future__ import annotations

import json

from rushes.catalog.limits import Spec
from rushes.catalog.model import Model
from rushes.wire import VideoGenerationRequest


def completed(
    body: bytes, request: VideoGenerationRequest, spec: Spec, model: Model, seed: int
) -> str:
    """Return a request's body with what its spec, and the seed drawn for it, decided."""
    fields = json.loads(body)
    decided: dict[str, object] = {
        "duration": spec.duration if model.durations else None,
        "generate_audio": spec.audio if model.wire.generate_audio else None,
        "seed": seed if model.wire.seed else None,
    }
    if request.size is None:
        if spec.resolution in model.resolutions:
            decided["resolution"] = spec.resolution
        if spec.aspect_ratio in model.aspect_ratios and not request.frame_images:
            decided["aspect_ratio"] = spec.aspect_ratio
    for name, value in decided.items():
        if value is not None and fields.get(name) is None:
            fields[name] = value
    return json.dumps(fields, separators=(",", ":"))
