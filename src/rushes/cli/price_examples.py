"""What a model's videos cost, by example: its shortest and its usual video."""

from __future__ import annotations

from rushes.catalog.limits import check_request, quantity_of
from rushes.catalog.model import Model
from rushes.catalog.refusal import InvalidRequestError
from rushes.wire import VideoGenerationRequest
from rushes.wire.pricing import price


def price_examples(model: Model) -> list[str]:
    """Return sentences such as "8 s, 1080p, with sound: $3.20"; none where no price is known."""
    usual: dict[str, object] = {"model": model.id, "prompt": "x"}
    requests = [{**usual, "duration": model.durations[0]}] if model.durations else []
    requests.append(usual)
    requests += [{**usual, "resolution": model.resolutions[-1]}] if model.resolutions else []
    found = dict[str, None]()
    for request in requests:
        if example := _example(model, request):
            found[example] = None
    return list(found)


def _example(model: Model, request: dict[str, object]) -> str | None:
    try:
        # Of the model itself, not of what the engine makes in its place.
        spec = check_request(VideoGenerationRequest.model_validate(request), model, is_live=True)
    except InvalidRequestError:
        return None  # it needs an image or a video, whose price depends on that
    cost = price(model.skus, quantity_of(spec))
    if cost is None:
        return None
    size = spec.resolution or f"{spec.width}x{spec.height}"
    sound = "with sound" if spec.audio else "without sound"
    return f"{spec.duration} s, {size}, {sound}: ${cost:.2f}"
