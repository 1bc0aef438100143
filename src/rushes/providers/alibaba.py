"""Alibaba Cloud Model Studio, by the protocol of DashScope: Wan and HappyHorse."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar
from urllib.parse import quote

from rushes.providers.answer import (
    Answer,
    UnreadableError,
    at,
    id_at,
    money_at,
    shorten,
    state_at,
    text_at,
)
from rushes.providers.base import (
    Cancellation,
    LostError,
    Phase,
    Progress,
    RefusalCause,
    RefusedError,
    UpstreamJob,
)
from rushes.providers.http import Call
from rushes.providers.resolved_request import ResolvedRequest
from rushes.providers.rest import Meaning, RestProvider
from rushes.wire.ending import ending_of
from rushes.wire.pricing import Quantity, price

VIDEOS = "/services/aigc/video-generation/video-synthesis"
WAITING = {"PENDING", "SUSPENDED"}
MODERATED = ("DataInspection", "IPInfringement")  # in codes such as InvalidParameter.DataInspection
OF_INPUT = {"negative_prompt"}  # options that are no parameters


class AlibabaProvider(RestProvider):
    """Makes videos by Wan and HappyHorse.

    `params` of an endpoint: `fields` are those that it has in place of a type of `media`; a list
    if the name ends in "s". `shape` is what it takes beside the resolution (`ratio`, or `adaptive`,
    where frames may decide it), or `size` in place of both. `audio` says that it can be silent.
    """

    id_paths = (("output", "task_id"),)
    meanings: ClassVar[Mapping[str, Meaning]] = {
        "Arrearage": "credit",
        "AllocationQuota.FreeTierOnly": "credit",
        # This model alone is not the account's; its others are.
        **dict.fromkeys(
            ("ModelNotFound", "ModelNotExist", "AccessDenied.Unpurchased", "Model.AccessDenied"),
            "input",
        ),
    }

    def create_call(self, request: ResolvedRequest) -> Call:
        options = request.options
        parameters = {
            # HappyHorse has a watermark unless told.
            "watermark": False,
            **{name: value for name, value in options.items() if name not in OF_INPUT},
            **_shape(request),
            "duration": request.duration,
            "seed": request.seed,
        }
        if request.params.get("audio"):
            parameters["audio"] = request.audio
        body = {
            "model": request.upstream_model,
            "input": {
                **{name: value for name, value in options.items() if name in OF_INPUT},
                **_input(request),
            },
            "parameters": parameters,
        }
        return Call("POST", VIDEOS, json=body, headers={"X-DashScope-Async": "enable"})

    def created_id(self, answer: Answer) -> str:
        return id_at(answer.json(), "output", "task_id")

    def poll_call(self, job: UpstreamJob) -> Call:
        return Call("GET", _path(job))

    def progress(self, answer: Answer, job: UpstreamJob) -> Progress:
        body = answer.fields()
        status = state_at(body, "output", "task_status")
        if status == "UNKNOWN":
            raise LostError(f"{self.name} does not know the job any more")
        ending = ending_of(status)
        if ending is None:
            phase: Phase = "queued" if status in WAITING else "running"
            return Progress(phase, state=status)
        if ending == "completed":
            if (url := text_at(body, "output", "video_url")) is None:
                raise UnreadableError("the task has succeeded, but shows no video")
            return Progress("done", 1.0, cost=self._cost(body, job), urls=(url,))
        # Older models have these beside the output.
        shown = at(body, "output") if text_at(body, "output", "code") else body
        message = text_at(shown, "message") or f"{self.name} ended the job as {status}"
        # Only videos are charged.
        raise RefusedError(shorten(message), Decimal(0), cause=_cause(text_at(shown, "code") or ""))

    def cancel_call(self, job: UpstreamJob) -> Call:
        return Call("POST", f"{_path(job)}/cancel")

    def cancelled(self, answer: Answer) -> Cancellation:
        """Return what became of a task: only one that waits can be cancelled."""
        if answer.ok:
            return Cancellation("stopped", Decimal(0))
        is_late = self.error_code(answer) == "UnsupportedOperation"
        return Cancellation("unsupported" if is_late else "unknown")

    def error_code(self, answer: Answer) -> str | None:
        return text_at(answer.find(), "code")

    def meaning(self, answer: Answer) -> Meaning:
        is_moderated = _cause(self.error_code(answer) or "") == "moderated"
        return "moderated" if is_moderated and answer.status < 500 else super().meaning(answer)

    def _cost(self, body: Mapping[str, Any], job: UpstreamJob) -> Decimal | None:
        """Return the price of the seconds that are billed, which include those of input videos."""
        seconds, lines = money_at(body, "usage", "duration"), money_at(body, "usage", "SR")
        if not seconds or not lines:
            return None
        quantity = Quantity(seconds, width=None, height=None, resolution=f"{lines:.0f}p")
        for endpoint in self.account.data.endpoints:
            if (endpoint.model, endpoint.upstream_model) == (job.model, job.upstream_model):
                return price(endpoint.pricing_skus, quantity)
        return None


def _input(request: ResolvedRequest) -> dict[str, Any]:
    found: dict[str, Any] = {"prompt": request.prompt} if request.prompt else {}
    fields: Mapping[str, str] = request.params.get("fields", {})
    for item in request.inputs:
        medium = item.medium
        kind = f"reference_{medium.kind}" if medium.role == "reference" else medium.role
        field = fields.get(kind, "media")
        if field == "media":
            found.setdefault(field, []).append({"type": kind, "url": item.url})
        elif field.endswith("s"):
            found.setdefault(field, []).append(item.url)
        else:
            found[field] = item.url
    return found


def _shape(request: ResolvedRequest) -> dict[str, str]:
    """Return the size of the video as the endpoint takes it."""
    shape = request.params.get("shape")
    if shape == "size":
        return {"size": f"{request.width}*{request.height}"}
    found = {"resolution": (request.resolution or "720p").upper()}
    ratio = request.aspect_ratio or ("adaptive" if shape == "adaptive" else None)
    if shape is not None and ratio is not None:
        found["ratio"] = ratio
    return found


def _path(job: UpstreamJob) -> str:
    return f"/tasks/{quote(job.id, safe='')}"


def _cause(code: str) -> RefusalCause:
    if any(word in code for word in MODERATED):
        return "moderated"
    return "input" if code.startswith("Invalid") else "failed"
