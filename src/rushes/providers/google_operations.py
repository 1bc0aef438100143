"""Long-running predictions of Vertex, by which Veo makes videos."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from rushes.providers.answer import MAX_STATE, Answer, at, number_at, shorten, text_at
from rushes.providers.base import Progress, RefusalCause, RefusedError
from rushes.providers.google_api import check_inputs
from rushes.providers.inline_video import INLINE
from rushes.providers.resolved_request import Input, ResolvedRequest

FREE = Decimal(0)  # only videos that are delivered are charged
_INVALID = 3  # of gRPC


def prediction_of(request: ResolvedRequest) -> dict[str, Any]:
    """Return the body that starts an operation; raises RefusedError."""
    check_inputs(request)
    instance: dict[str, Any] = {"prompt": request.prompt} if request.prompt else {}
    if request.first_frame:
        instance["image"] = _picture(request.first_frame)
    if request.last_frame:
        instance["lastFrame"] = _picture(request.last_frame)
    if references := request.references("image"):
        instance["referenceImages"] = [
            {"image": _picture(each), "referenceType": "ASSET"} for each in references
        ]
    parameters: dict[str, Any] = {
        "sampleCount": 1,
        "durationSeconds": request.duration,
        "resolution": (request.resolution or "720p").lower(),
        "generateAudio": request.audio,
        "seed": request.seed % 2**32,
    }
    if request.aspect_ratio is not None:
        parameters["aspectRatio"] = request.aspect_ratio
    options = dict(request.options)
    labels = {"labels": options.pop("labels")} if "labels" in options else {}
    return {"instances": [instance], "parameters": options | parameters, **labels}


def operation_progress(answer: Answer) -> Progress:
    body = answer.fields()
    if isinstance(error := body.get("error"), dict):
        message = shorten(text_at(error, "message") or "Google says no reason")
        cause: RefusalCause = "input" if number_at(error, "code") == _INVALID else "failed"
        raise RefusedError(message, FREE, cause=cause)
    if (done := body.get("done")) is not True:
        return Progress("running", state=f"done: {json.dumps(done)[:MAX_STATE]}")
    response = body.get("response")
    video = at(response, "videos", 0)
    data = text_at(video, "bytesBase64Encoded")
    if data is not None and data.startswith(INLINE):
        return Progress("done", 1.0, urls=(data,))
    if uri := text_at(video, "gcsUri"):
        message = f"The video is in a bucket, which this service does not read: {uri}"
        raise RefusedError(shorten(message))
    reasons = at(response, "raiMediaFilteredReasons")
    texts = [each for each in reasons if isinstance(each, str)] if isinstance(reasons, list) else []
    if texts or number_at(response, "raiMediaFilteredCount"):
        message = " ".join(texts) or "Google's safety filter removed the video"
        raise RefusedError(shorten(message), FREE, cause="moderated")
    raise RefusedError("Google ended the job without a video", FREE)


def _picture(part: Input) -> dict[str, str]:
    return {"bytesBase64Encoded": part.base64, "mimeType": part.content_type}
