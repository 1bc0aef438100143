"""The Interactions API, by which Gemini Omni makes videos."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from rushes.providers.answer import Answer, at, money_at, shorten, state_at, text_at
from rushes.providers.base import Phase, Progress, RefusalCause, RefusedError
from rushes.providers.google_api import check_inputs
from rushes.providers.inline_video import INLINE
from rushes.providers.resolved_request import ResolvedRequest
from rushes.wire.ending import ending_of

# USD a token.
VIDEO_PRICE = Decimal("0.0000175")
TEXT_PRICE = Decimal("0.000009")  # thoughts included
INPUT_PRICE = Decimal("0.0000015")

_FAILED = {"incomplete", "budget_exceeded"}
_MODERATED = ("safety", "block", "prohibit", "moderat")  # in the codes of errors
_INVALID = 3  # of gRPC


def interaction_of(request: ResolvedRequest, delivery: str) -> dict[str, Any]:
    """Return the body that creates an interaction; raises RefusedError."""
    check_inputs(request)
    options = dict(request.options)
    wanted = {
        "type": "video",
        "duration": f"{request.duration}s",
        "resolution": (request.resolution or "720p").lower(),
        "delivery": delivery,
    }
    if request.aspect_ratio is not None:
        wanted["aspect_ratio"] = request.aspect_ratio
    body = {
        "model": request.upstream_model,
        "background": True,
        "store": True,
        "input": [{"type": "user_input", "content": list(_contents(request))}],
        "response_format": wanted,
    }
    if task := options.pop("task", _task(request)):
        body["generation_config"] = {"video_config": {"task": task}}
    if request.previous is not None:
        body["previous_interaction_id"] = request.previous.id
    return options | body


def interaction_progress(answer: Answer) -> Progress:
    body = answer.fields()
    status = state_at(body, "status")
    video, cost = _video(body), _cost(body)
    ending = "failed" if status in _FAILED else ending_of(status, has_urls=video is not None)
    if ending is None:
        phase: Phase = "queued" if status == "queued" else "running"
        return Progress(phase, state=status)
    if ending != "completed":
        message, cause = _failure(body)
        raise RefusedError(message or f"Google ended the job as {status}", cost, cause=cause)
    if video is not None:
        if video.startswith("gs://"):
            message = f"The video is in a bucket, which this service does not read: {video}"
            raise RefusedError(shorten(message), cost)
        return Progress("done", 1.0, cost=cost, urls=(video,))
    # What a request is refused for after it was accepted is said in words, in place of a video.
    if words := " ".join(part["text"] for part in _output(body) if text_at(part, "text")):
        raise RefusedError(shorten(words), cost, cause="moderated")
    raise RefusedError("Google ended the job without a video", cost)


def _contents(request: ResolvedRequest) -> Iterator[dict[str, str]]:
    for each in sorted(request.inputs, key=lambda each: each.medium.role == "last_frame"):
        yield {"type": each.medium.kind, "mime_type": each.content_type, "data": each.base64}
    if text := f"{_header(request)}{request.prompt}".strip():
        yield {"type": "text", "text": text}


def _header(request: ResolvedRequest) -> str:
    """Return what says, at the head of the prompt, which input is what."""
    tags = []
    if request.first_frame and request.last_frame:
        return "[# Sources <FIRST_FRAME>@Image1 <LAST_FRAME>@Image2] "
    for kind in ("image", "video"):
        for n, _ in enumerate(request.references(kind)):
            tags.append(f"<{kind.upper()}_REF_{n}>@{kind.capitalize()}{n + 1}")
    return f"[# References {' '.join(tags)}] " if tags else ""


def _task(request: ResolvedRequest) -> str | None:
    if request.first_frame:
        return "image_to_video"
    if request.references():
        return "reference_to_video"
    return None if request.previous else "text_to_video"


def _output(body: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield what the model has put out, the last part first."""
    for step in reversed(_list(body, "steps")):
        if at(step, "type") == "model_output":
            yield from (part for part in reversed(_list(step, "content")) if isinstance(part, dict))


def _video(body: Mapping[str, Any]) -> str | None:
    """Return the URI of the video, or the text that stands for its content."""
    for part in _output(body):
        if part.get("type") == "video":
            if uri := text_at(part, "uri"):
                return uri
            if (data := text_at(part, "data")) and data.startswith(INLINE):
                return data
    return None


def _failure(body: Mapping[str, Any]) -> tuple[str | None, RefusalCause]:
    errors = [*_list(body, "errors"), *(at(step, "error") for step in _list(body, "steps"))]
    for error in errors:
        if isinstance(error, dict):
            code, message = error.get("code"), text_at(error, "message")
            if isinstance(code, str) and any(word in code.lower() for word in _MODERATED):
                return shorten(message or code), "moderated"
            if message or code:
                return shorten(message or f"error {code}"), _cause(code)
    return None, "failed"


def _cause(code: object) -> RefusalCause:
    return "input" if code == _INVALID else "failed"


def _cost(body: Mapping[str, Any]) -> Decimal | None:
    """Return what the tokens cost in USD, None if they are not shown."""
    usage = body.get("usage")
    output = money_at(usage, "total_output_tokens")
    if output is None:
        return None
    kinds = _list(usage, "output_tokens_by_modality")
    default = Decimal(0) if kinds else output  # the dearest kind
    videos = (money_at(kind, "tokens") for kind in kinds if at(kind, "modality") == "video")
    video = next((tokens for tokens in videos if tokens is not None), default)
    thoughts = money_at(usage, "total_thought_tokens") or Decimal(0)
    text = max(output - video, Decimal(0)) + thoughts
    given = money_at(usage, "total_input_tokens") or Decimal(0)
    return video * VIDEO_PRICE + text * TEXT_PRICE + given * INPUT_PRICE


def _list(value: Any, name: str) -> list[Any]:
    found = at(value, name)
    return found if isinstance(found, list) else []
