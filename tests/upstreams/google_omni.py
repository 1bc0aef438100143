"""What a request for an interaction asks of Gemini Omni, and how an interaction is shown."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tests.upstreams.base import Job, Refusal
from tests.upstreams.google_media import RATIOS, SIZES, check_base64, one_of, only, size_of

# Model: the longest video in seconds.
MODELS = {
    "gemini-omni-1.2-flash": 15,
    "gemini-omni-1.1-flash": 10,
    "gemini-omni-1.1-flash-preview": 10,
}
SHORTEST, DEFAULT_SECONDS = 3, 10
TASKS = (
    *("text_to_video", "image_to_video", "reference_to_video"),
    *("edit", "extend", "upscale"),
)
MOST = {"image": 10, "video": 3}
FIELDS = (
    *("model", "input", "background", "store", "stream", "response_format"),
    *("generation_config", "previous_interaction_id", "webhook_config", "service_tier"),
    *("labels", "system_instruction"),
)
FORMAT = ("type", "aspect_ratio", "resolution", "duration", "delivery", "gcs_uri")
TOKENS_A_SECOND = {"360p": 1885, "720p": 5792, "1080p": 8570, "4k": 17140}
INPUT_TOKENS = 270
OUTPUT_PRICE, INPUT_PRICE = 17.5e-6, 1.5e-6  # dollars a token
_DURATION = re.compile(r"(\d+(?:\.\d+)?)s")


@dataclass(frozen=True)
class Order:
    """A checked request."""

    model: str
    prompt: str
    seconds: float
    resolution: str
    ratio: str
    delivery: str
    gcs_uri: str
    background: bool

    @property
    def tokens(self) -> int:
        return round(TOKENS_A_SECOND[self.resolution] * self.seconds)

    @property
    def price(self) -> float:
        return self.tokens * OUTPUT_PRICE + INPUT_TOKENS * INPUT_PRICE

    def job(self, id_: str, body: dict[str, Any], **info: Any) -> Job:
        return Job(
            id_,
            self.prompt,
            self.model,
            self.price,
            self.seconds,
            size_of(self.resolution, self.ratio),
            audio=True,
            body=body,
            info={"order": self} | info,
        )


def order_of(body: dict[str, Any], *, vertex: bool) -> Order:
    """Return what a request asks for; refuse what the model does not take."""
    only(body, FIELDS, "interaction")
    model = body.get("model")
    if not isinstance(model, str) or model not in MODELS:
        raise Refusal("not_found", f"Model '{model}' not found.", status=404, code="not_found")
    contents = contents_of(body.get("input"))
    prompt = " ".join(str(each.get("text", "")) for each in contents if each["type"] == "text")
    task = task_of(body)
    if task == "image_to_video" and not any(each["type"] == "image" for each in contents):
        raise Refusal("invalid", "The task image_to_video needs an image.")
    background = body.get("background", False)
    if background and body.get("store", True) is not True:
        raise Refusal("invalid", "background=true requires store=true.")
    wanted = only(body.get("response_format", {}), FORMAT, "response_format")
    one_of(wanted, "type", ("video",), "video")
    delivery = one_of(wanted, "delivery", ("inline", "uri"), "inline")
    return Order(
        model,
        prompt,
        seconds_of(wanted, MODELS[model]),
        one_of(wanted, "resolution", SIZES, "720p"),
        one_of(wanted, "aspect_ratio", RATIOS, "16:9"),
        delivery,
        gcs_uri_of(wanted, delivery, vertex=vertex),
        bool(background),
    )


def gcs_uri_of(wanted: dict[str, Any], delivery: str, *, vertex: bool) -> str:
    uri = str(wanted.get("gcs_uri", ""))
    if uri and not vertex:
        raise Refusal("invalid", "gcs_uri is not supported by this API.")
    if vertex and delivery == "uri" and not uri.startswith("gs://"):
        raise Refusal("invalid", "delivery 'uri' requires a gcs_uri of the form gs://BUCKET/PATH/.")
    return uri


def seconds_of(wanted: dict[str, Any], longest: int) -> float:
    """Return the length, which is a string such as 5s."""
    value = wanted.get("duration", f"{DEFAULT_SECONDS}s")
    match = _DURATION.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise Refusal("invalid", f'Invalid duration: {value!r}; write it as "5s".')
    seconds = float(match[1])
    if seconds < SHORTEST:
        raise Refusal("invalid", f"Duration {value} is too short: minimum allowed {SHORTEST}s.")
    if seconds > longest:
        raise Refusal("invalid", f"Duration {value} is too long: maximum allowed {longest}s.")
    return seconds


def task_of(body: dict[str, Any]) -> str:
    config = only(body.get("generation_config", {}), ("video_config", "seed"), "generation_config")
    video = only(config.get("video_config", {}), ("task",), "video_config")
    return str(one_of(video, "task", (*TASKS, None), None))


def contents_of(given: Any) -> list[dict[str, Any]]:
    """Return the parts of an input: a string, one part, a list of parts, or a list of steps."""
    if isinstance(given, str):
        given = {"type": "text", "text": given}
    parts = given if isinstance(given, list) else [given]
    contents: list[dict[str, Any]] = []
    for part in parts:
        if not isinstance(part, dict):
            raise Refusal("invalid", "'input' must be a string, or a list of contents or steps.")
        inner = part.get("content", []) if part.get("type") == "user_input" else part
        contents += inner if isinstance(inner, list) else [inner]
    for content in contents:
        check_content(content)
    for kind, most in MOST.items():
        if sum(content["type"] == kind for content in contents) > most:
            raise Refusal("invalid", f"At most {most} {kind} inputs are allowed.")
    if not contents:
        raise Refusal("invalid", "'input' is empty.")
    return contents


def check_content(content: Any) -> None:
    match content:
        case {"type": "text", "text": str()}:
            return
        case {"type": "image" | "video" as kind, "mime_type": str(mime)}:
            if not mime.startswith(f"{kind}/"):
                raise Refusal("invalid", f"Unsupported mime_type '{mime}' of a {kind}.")
            if "uri" not in content:
                check_base64(content.get("data"), kind)
        case _:
            kind = content.get("type") if isinstance(content, dict) else content
            raise Refusal("invalid", f"Unsupported content: {kind!r}.")


STATUSES = {"queued": "queued", "running": "in_progress", "expired": "incomplete"}


def shown(job: Job, uri: str, data: bytes) -> dict[str, Any]:
    """Return an interaction; a video that is delivered inline is `data`."""
    order: Order = job.info["order"]
    how = job.has("moderated")
    refused_in_words = how is not None and how.value == "text" and job.state == "failed"
    usual = "completed" if refused_in_words else STATUSES.get(job.state, job.state)
    body: dict[str, Any] = {
        "id": job.id,
        "object": "interaction",
        "status": job.word(usual),
        "model": job.model,
        "created": timestamp(job.created_at),
        "updated": timestamp(job.ended_at or job.started_at or job.created_at),
    }
    steps = [
        {"type": "user_input", "content": [{"type": "text", "text": job.prompt}]},
        {"type": "thought"},
    ]
    if refused_in_words:
        text = "I can't make that video, because it may violate the usage policies."
        steps.append({"type": "model_output", "content": [{"type": "text", "text": text}]})
    elif job.state == "failed":
        code = "content_blocked" if job.moderated else "internal"
        message = "The video was blocked." if job.moderated else job.failure
        body["errors"] = [{"code": code, "message": message}]
    elif job.state == "completed":
        inline = order.delivery == "inline" or job.has("inline")
        video = {"data": base64.b64encode(data).decode()} if inline else {"uri": uri}
        content = {"type": "video", "mime_type": "video/mp4"} | video
        steps.append({"type": "model_output", "content": [content]})
        body["usage"] = usage(order)
    return body if job.open else body | {"steps": steps}


def usage(order: Order) -> dict[str, Any]:
    return {
        "total_input_tokens": INPUT_TOKENS,
        "total_output_tokens": order.tokens,
        "total_thought_tokens": 0,
        "total_tokens": INPUT_TOKENS + order.tokens,
        "output_tokens_by_modality": [{"modality": "video", "tokens": order.tokens}],
    }


def timestamp(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
