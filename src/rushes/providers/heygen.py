"""HeyGen's API of avatars: a picture says a text, or what a recording says."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from rushes.providers.answer import Answer, UnreadableError, at, id_at, money_at, state_at, text_at
from rushes.providers.base import Progress, RefusedError, TransientError, UpstreamJob
from rushes.providers.http import Call, FormField
from rushes.providers.resolved_request import Input, ResolvedRequest
from rushes.providers.rest import Meaning, RestProvider
from rushes.wire.data_url import is_data_url, parse_data_url
from rushes.wire.ending import ending_of
from rushes.wire.sniff import media_type

ASSET = "asset:"  # begins what stands for the URL of an upload
QUEUED = {"pending", "waiting"}
MEANINGS: Mapping[str, Meaning] = {
    **dict.fromkeys(("authentication_failed", "forbidden", "unauthorized"), "credential"),
    "insufficient_credit": "credit",
    "rate_limit_exceeded": "busy",
    **dict.fromkeys(("download_failed", "invalid_parameter", "resource_access_denied"), "input"),
    **dict.fromkeys(("gateway_timeout", "internal_error", "request_in_progress"), "unclear"),
}


class HeyGenProvider(RestProvider):
    """Translates to `/v3/videos`, of the type that makes a picture of the caller's speak."""

    id_paths = (("data", "id"),)
    meanings = MEANINGS
    poll_floor = 5.0  # its limit of requests is not documented

    def credentials(self) -> Mapping[str, str]:
        return {"X-Api-Key": self.account.secret}

    async def readied(self, request: ResolvedRequest) -> ResolvedRequest:
        inputs = [
            await self._uploaded(given)
            if given.medium.kind == "audio" and is_data_url(given.url)
            else given
            for given in request.inputs
        ]
        return replace(request, inputs=tuple(inputs))

    def create_call(self, request: ResolvedRequest) -> Call:
        picture = request.first_frame or next(iter(request.references("image")), None)
        if picture is None:
            raise RefusedError("input_references: it needs a picture to speak", cause="input")
        body = {
            **self._speech(request),
            "type": "image",
            "image": _picture(picture),
            "resolution": request.resolution,
            "aspect_ratio": request.aspect_ratio or "auto",
        }
        if request.callback_url is not None:
            body["callback_url"] = request.callback_url
        return Call("POST", "/v3/videos", json=body, headers={"Idempotency-Key": request.key})

    def created_id(self, answer: Answer) -> str:
        return id_at(answer.fields(), "data", "video_id")

    def poll_call(self, job: UpstreamJob) -> Call:
        return Call("GET", f"/v3/videos/{quote(job.id, safe='')}")

    def progress(self, answer: Answer, job: UpstreamJob) -> Progress:
        video = at(answer.fields(), "data")
        status = state_at(video, "status")
        ending = ending_of(status)
        if ending == "completed":
            if (url := text_at(video, "video_url")) is None:
                raise UnreadableError("its response lacks the video's URL")
            return Progress("done", 1.0, cost=self._cost(video, job), urls=(url,))
        if ending is not None:
            reason = text_at(video, "failure_message") or text_at(video, "failure_code")
            raise RefusedError(reason or f"{self.name} ended the video as {status}", cause="failed")
        return Progress("queued" if status in QUEUED else "running", state=status)

    def error_code(self, answer: Answer) -> str | None:
        return text_at(answer.find(), "error", "code")

    def _speech(self, request: ResolvedRequest) -> dict[str, Any]:
        """Return the options of a request, and what is said."""
        options = dict(request.options)
        voice = options.pop("voice_id", None) or self.account.settings.get("voice_id")
        if (sound := next(iter(request.references("audio")), None)) is not None:
            motion = {"motion_prompt": request.prompt} if request.prompt else {}
            return {**motion, **options, **_sound(sound)}
        if not request.prompt:
            problem = "it is what the picture says; give one, or audio in input_references"
            raise RefusedError(f"prompt: {problem}", cause="input")
        if not voice:
            field = f"provider.options.{self.account.slug}.voice_id"
            problem = "is missing: it says the prompt with one of HeyGen's voices"
            raise RefusedError(f"{field} {problem}", cause="input")
        return {**options, "script": request.prompt, "voice_id": voice}

    async def _uploaded(self, given: Input) -> Input:
        """Return an input that is an upload of what its data URL holds."""
        content = await asyncio.to_thread(lambda: parse_data_url(given.url).content())
        kind = media_type(content[:64]) or "application/octet-stream"
        file = FormField("file", content, Input(given.medium, content, kind).filename, kind)
        made = await self._api.request(Call("POST", "/v3/assets", form=(file,)))
        if not made.ok and self.meaning(made) != "unclear":
            raise self._not_created(made)
        asset = text_at(made.find(), "data", "asset_id")
        if not made.ok or asset is None:
            raise TransientError(f"{self.name} took no upload: {made.message}")
        return replace(given, medium=replace(given.medium, url=f"{ASSET}{asset}"))

    def _cost(self, video: Any, job: UpstreamJob) -> Decimal | None:
        """Return what the length that a video has costs, None if it is not known."""
        rows = (each for each in self.account.data.endpoints if each.model == job.model)
        rate = next((row.params.get("usd_per_second") for row in rows), None)
        seconds = money_at(video, "duration")
        return None if rate is None or seconds is None else seconds * Decimal(rate)


def _picture(given: Input) -> dict[str, str]:
    embedded = given.embedded
    if embedded is None:
        return {"type": "url", "url": given.url}
    return {"type": "base64", "media_type": embedded[1], "data": embedded[0]}


def _sound(given: Input) -> dict[str, str]:
    if given.url.startswith(ASSET):
        return {"audio_asset_id": given.url.removeprefix(ASSET)}
    return {"audio_url": given.url}
