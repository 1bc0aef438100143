"""xAI's REST API of Grok Imagine.

A poll answers 202 while a job runs. A moderated job is charged, and says so in one of three ways:
it has failed, it is done without a URL, or its poll is refused with 400 and the usage.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from rushes.providers.answer import Answer, at, id_at, money_at, number_at, state_at, text_at
from rushes.providers.base import (
    AccountError,
    Progress,
    ProviderError,
    ProviderRequest,
    RefusalCause,
    RefusedError,
    TransientError,
    UpstreamJob,
)
from rushes.providers.http import Call
from rushes.providers.resolved_request import Input, ResolvedRequest
from rushes.providers.rest import Meaning, RestProvider
from rushes.wire.ending import ending_of

TICKS = 10_000_000_000  # in a dollar
MODES = {"edit": "edits", "extend": "extensions"}
_WRONG_KEY = {400, 401, 403}


MODELS = Call("GET", "/video-generation-models")  # free, and needs a valid key


class XaiProvider(RestProvider):
    """Makes videos by xAI. Of a video reference, the option `mode` says what is done with it."""

    def create_call(self, request: ResolvedRequest) -> Call:
        options = dict(request.options)
        mode = options.pop("mode", None)
        body = {**options, "model": request.upstream_model, "prompt": request.prompt}
        if videos := request.references("video"):
            return _continued(request, body, videos, mode)
        if mode is not None:
            raise RefusedError("mode: needs a video reference", cause="input")
        body["duration"] = request.duration
        optional = {
            "aspect_ratio": request.aspect_ratio,
            "resolution": request.resolution,
            "image": _media(request.first_frame),
            "last_frame": _media(request.last_frame),
            "reference_images": [_media(image) for image in request.references("image")],
            "reference_audios": [_media(audio) for audio in request.references("audio")],
        }
        body |= {name: value for name, value in optional.items() if value}
        if request.audio_given is not None and request.params.get("audio_switch"):
            body["generate_audio"] = request.audio_given
        return Call("POST", "/videos/generations", json=body)

    def created_id(self, answer: Answer) -> str:
        return id_at(answer.json(), "request_id")

    def meaning(self, answer: Answer) -> Meaning:
        known = super().meaning(answer)  # 403: no money is left, or the team is blocked
        return "credit" if answer.status == 403 else known

    def check_call(self) -> Call:
        return MODELS

    def poll_call(self, job: UpstreamJob) -> Call:
        return Call("GET", f"/videos/{quote(job.id, safe='')}")

    def progress(self, answer: Answer, job: UpstreamJob) -> Progress:
        if answer.status == 202 and not answer.body:
            return Progress("running")
        body = answer.fields()
        status, urls = text_at(body, "status") or "", _urls(body)
        ending = ending_of(status, has_urls=bool(urls))
        if ending is None:
            status = state_at(body, "status")
            fraction = (number_at(body, "progress") or 0.0) / 100
            return Progress("running", min(max(fraction, 0.0), 1.0), state=status)
        is_moderated = _is_moderated(body)
        if ending == "completed" and urls and not is_moderated:
            return Progress("done", 1.0, cost=_cost(body), urls=urls)
        if ending == "completed":
            message = "the video was moderated" if is_moderated else "the job has no video"
        else:
            message = answer.message if body.get("error") else f"the job has {ending}"
        cause: RefusalCause = "moderated" if is_moderated else "failed"
        raise RefusedError(f"{self.name}: {message}", _cost(body), cause=cause)

    def ended_by_error(self, answer: Answer) -> ProviderError | None:
        # Other refusals of a poll, as for an invalid key, say nothing of what was used.
        if answer.status == 400 and (cost := _cost(answer.find())) is not None:
            return RefusedError(f"{self.name}: {answer.message}", cost, cause="moderated")
        return None

    async def not_accepted(self, answer: Answer, request: ProviderRequest) -> UpstreamJob:
        # An invalid key is refused like an invalid argument, with the same code.
        if answer.status == 400 and await self._has_wrong_key():
            message = f"{self.name} rejected its API key: {answer.message}"
            raise AccountError(message, "credential")
        return await super().not_accepted(answer, request)

    async def _has_wrong_key(self) -> bool:
        try:
            answer = await self._api.request(MODELS)
        except TransientError:
            return False
        return answer.status in _WRONG_KEY


def _continued(
    request: ResolvedRequest, body: Mapping[str, Any], videos: tuple[Input, ...], mode: object
) -> Call:
    """Return the request for an edit or an extension, which keep the shape of their source."""
    if len(videos) != 1 or len(request.inputs) != 1 or str(mode) not in MODES:
        names = " or ".join(repr(name) for name in MODES)
        message = f"input_references: one video, alone, with provider.options.xai.mode {names}"
        raise RefusedError(message, cause="input")
    body = {**body, "video": _media(videos[0])}
    if mode == "extend":
        body["duration"] = request.duration
    return Call("POST", f"/videos/{MODES[str(mode)]}", json=body)


def _media(given: Input | None) -> Mapping[str, str] | None:
    return {"url": given.url} if given else None


def _urls(body: Any) -> list[str]:
    """Return the URL of the video, and that of its copy in xAI's files."""
    found = (text_at(body, "video", "url"), text_at(body, "video", "file_output", "public_url"))
    return [url for url in found if url]


def _is_moderated(body: Mapping[str, Any]) -> bool:
    code = text_at(body, "error", "code") or ""  # the vendor documents no list of codes
    return at(body, "video", "respect_moderation") is False or "moderat" in code.lower()


def _cost(body: Any) -> Decimal | None:
    ticks = money_at(body, "usage", "cost_in_usd_ticks")
    return None if ticks is None else ticks / TICKS
