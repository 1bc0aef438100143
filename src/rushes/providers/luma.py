"""Luma's Agents API, for the models that an operator maps to its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from rushes.providers.answer import Answer, UnreadableError, at, id_at, state_at, text_at
from rushes.providers.base import Progress, RefusalCause, RefusedError, UpstreamJob
from rushes.providers.http import Call
from rushes.providers.resolved_request import Input, ResolvedRequest
from rushes.providers.rest import RestProvider
from rushes.wire.ending import ending_of

CAUSES: Mapping[str, RefusalCause] = {
    "content_moderated": "moderated",
    "image_too_large": "input",
    "unsupported_format": "input",
    "corrupt_input": "input",
    "invalid_request": "input",
}
VIDEO_TYPES = {"mov": "video/quicktime", "webm": "video/webm"}  # by the ending of a URL


class LumaProvider(RestProvider):
    """Translates to `/generations`; a video that is put in is edited."""

    def create_call(self, request: ResolvedRequest) -> Call:
        if request.references() != request.references("video")[:1]:
            raise RefusedError("input_references: it takes one video only", cause="input")
        if request.audio:
            raise RefusedError("generate_audio: it makes no audio", cause="input")
        body: dict[str, Any] = {"model": request.upstream_model, "prompt": request.prompt}
        video: dict[str, Any] = {**request.options, "resolution": request.resolution}
        if source := next(iter(request.references("video")), None):
            body |= {"type": "video_edit", "source": _source(source)}
        else:
            video |= {"duration": f"{request.duration}s", **_frames(request)}
            ratio = request.aspect_ratio
            body |= {"type": "video"} | ({} if ratio is None else {"aspect_ratio": ratio})
        return Call("POST", "/generations", json={**body, "video": video})

    def created_id(self, answer: Answer) -> str:
        return id_at(answer.fields(), "id")

    def poll_call(self, job: UpstreamJob) -> Call:
        return Call("GET", f"/generations/{quote(job.id, safe='')}")

    def progress(self, answer: Answer, job: UpstreamJob) -> Progress:
        generation = answer.fields()
        state = state_at(generation, "state")
        ending = ending_of(state)
        if ending == "completed":
            outputs = at(generation, "output")
            urls = [_video_url(output) for output in outputs] if isinstance(outputs, list) else []
            if not (known := [url for url in urls if url]):
                raise UnreadableError("its response lacks the video's URL")
            return Progress("done", 1.0, urls=known)
        if ending is not None:
            reason = text_at(generation, "failure_reason") or f"{self.name} ended it as {state}"
            code = text_at(generation, "failure_code") or ""
            raise RefusedError(reason, cause=CAUSES.get(code, "failed"))
        return Progress("queued" if state == "queued" else "running", state=state)


def _video_url(output: Any) -> str | None:
    return text_at(output, "url") if at(output, "type") in (None, "video") else None


def _frames(request: ResolvedRequest) -> dict[str, Any]:
    frames = {"start_frame": request.first_frame, "end_frame": request.last_frame}
    shown: dict[str, Any] = {
        name: _reference(frame) for name, frame in frames.items() if frame is not None
    }
    if request.previous is not None:
        shown["start_frame"] = {"generation_id": request.previous.id}
    return shown


def _reference(medium: Input) -> dict[str, str]:
    embedded = medium.embedded
    if embedded is None:
        return {"url": medium.url}
    return {"data": embedded[0], "media_type": embedded[1]}


def _source(medium: Input) -> dict[str, str]:
    """Return a reference to a video, whose type the vendor wants to know."""
    ending = medium.url.partition("?")[0].rpartition(".")[2].lower()
    return {"url": medium.url, "media_type": VIDEO_TYPES.get(ending, "video/mp4")}
