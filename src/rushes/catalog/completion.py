"""Write out what a request left open, so that what is made is what was priced."""

from __future__ import annotations

import json

from rushes.catalog.limits import Spec
from rushes.catalog.model import Model
from rushes.wire import VideoGenerationRequest


def completed(
    body: bytes, request: VideoGenerationRequest, spec: Spec, model: Model, seed: int
) -> str:
    """Return the body with the values of `spec` and the drawn `seed` for omitted fields."""
    fields = json.loads(body)
    # Only parameters that the model's entry lists: an upstream might refuse others.
    decided: dict[str, object] = {
        "duration": spec.duration if model.durations else None,
        "generate_audio": spec.audio if model.wire.generate_audio else None,
        "seed": seed if model.wire.seed else None,
    }
    if request.size is None:
        if spec.resolution in model.resolutions:
            decided["resolution"] = spec.resolution
        # The frame image itself has a ratio.
        if spec.aspect_ratio in model.aspect_ratios and not request.frame_images:
            decided["aspect_ratio"] = spec.aspect_ratio
    for name, value in decided.items():
        if value is not None and fields.get(name) is None:
            fields[name] = value
    return json.dumps(fields, separators=(",", ":"))
