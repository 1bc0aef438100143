"""What a model's kind means for a request: generators make, others change or need a given video."""

from __future__ import annotations

import math
from collections.abc import Sequence

from rushes.catalog.model import GENERATOR, Model
from rushes.catalog.refusal import InvalidParameterError, listing
from rushes.wire import VideoGenerationRequest

UPSCALER, EDITOR, AVATAR = "upscaler", "editor", "avatar"


def check_kind(
    request: VideoGenerationRequest, model: Model, *, is_live: bool, continuing: Sequence[str] = ()
) -> None:
    """Raise InvalidParameterError for what a model of its kind cannot do, or cannot do without.

    `continuing` are the models that the error for a video that cannot be continued names.
    """
    _check_continuation(request, model, is_live=is_live, continuing=continuing)
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
    if model.kind in {UPSCALER, EDITOR} and request.frame_images and not is_live:
        raise InvalidParameterError(
            "frame_images",
            len(request.frame_images),
            f"are not taken: {model.id} changes a given video; pictures may be input_references",
        )
    if model.kind == AVATAR and not is_live:
        _check_portrait(request, model)


def _check_portrait(request: VideoGenerationRequest, model: Model) -> None:
    if not _has_picture(request):
        raise InvalidParameterError(
            "input_references",
            None,
            f"must have an image_url, or frame_images a picture: {model.id} animates a given one",
        )
    for i, frame in enumerate(request.frame_images or ()):
        if str(frame.frame_type) == "last_frame":
            raise InvalidParameterError(
                f"frame_images[{i}].frame_type",
                "last_frame",
                f"is not available on {model.id}: its video begins with the given portrait",
                allowed=("first_frame",),
            )


def _check_continuation(
    request: VideoGenerationRequest, model: Model, *, is_live: bool, continuing: Sequence[str]
) -> None:
    if request.previous_job_id is None:
        return
    if not model.continuation:
        able = f"; models that can: {listing(continuing)}" if continuing else ""
        raise InvalidParameterError(
            "previous_job_id", request.previous_job_id, f"cannot be continued by {model.id}{able}"
        )
    for i, frame in enumerate(request.frame_images or ()):
        if str(frame.frame_type) == "first_frame" and not is_live:
            raise InvalidParameterError(
                f"frame_images[{i}].frame_type",
                "first_frame",
                "contradicts previous_job_id: the video begins with the last frame of that job's",
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


def _has_picture(request: VideoGenerationRequest) -> bool:
    references = request.input_references or ()
    return bool(request.frame_images) or any(hasattr(part, "image_url") for part in references)


def _videos(request: VideoGenerationRequest) -> list[object]:
    found = (getattr(part, "video_url", None) for part in request.input_references or ())
    return [video for video in found if video is not None]
