"""What a model's kind means for a request: generators make, others change or need a given video."""

from __future__ import annotations

import math

from rushes.catalog.model import GENERATOR, Model
from rushes.catalog.refusal import InvalidParameterError, NotEmulatedError
from rushes.wire import VideoGenerationRequest

UPSCALER, AVATAR = "upscaler", "avatar"


def check_kind(request: VideoGenerationRequest, model: Model, *, is_live: bool) -> None:
    """Refuse what a model of its kind cannot do, and what only a provider of it could.

    503 where the model could do it with a provider, 400 where it never can.
    """
    if model.kind != GENERATOR and not is_live:
        raise NotEmulatedError(
            f"model: {model.id} is listed, but no provider is configured for it and the offline"
            f" engine does not emulate a model of kind {model.kind!r}",
            field="model",
        )
    _check_continuation(request, model, is_live=is_live)
    if model.kind == UPSCALER:
        _check_upscaling(request, model)
    else:
        for name in ("upscale_factor", "creativity"):
            if (value := getattr(request, name)) is not None:
                raise InvalidParameterError(
                    name, value, f"is not supported by {model.id}: not an upscaler"
                )
    if model.kind not in {GENERATOR, AVATAR} and not _videos(request):
        raise InvalidParameterError(
            "input_references",
            None,
            f"must have a video_url: {model.id} changes a given video",
        )


def _check_continuation(request: VideoGenerationRequest, model: Model, *, is_live: bool) -> None:
    if request.previous_job_id is None or (model.continuation and is_live):
        return
    if model.continuation:
        raise NotEmulatedError(
            f"previous_job_id: {model.id} can continue a job, but no provider is configured"
            " for it and the offline engine does not emulate continuation",
            field="previous_job_id",
        )
    raise InvalidParameterError(
        "previous_job_id", request.previous_job_id, f"cannot be continued by {model.id}"
    )


def _check_upscaling(request: VideoGenerationRequest, model: Model) -> None:
    bounds, factor = model.wire.upscale_factor, request.upscale_factor
    least = (bounds and bounds.min) or 0.0
    most = (bounds and bounds.max) or math.inf
    if factor is not None and not least <= factor <= most:
        allowed = (f"{least:g} to {most:g}",)
        raise InvalidParameterError("upscale_factor", factor, "is out of range", allowed=allowed)
    listed, creativity = model.wire.creativity, request.creativity
    if creativity is not None and listed is not None and creativity not in listed:
        raise InvalidParameterError("creativity", creativity, "is not available", allowed=listed)


def _videos(request: VideoGenerationRequest) -> list[object]:
    found = (getattr(part, "video_url", None) for part in request.input_references or ())
    return [video for video in found if video is not None]
