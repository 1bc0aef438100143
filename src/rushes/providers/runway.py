"""Runway's API of videos, which makes those of other vendors too."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from math import log
from typing import Any
from urllib.parse import quote

from rushes.providers.answer import (
    Answer,
    UnreadableError,
    at,
    id_at,
    money_at,
    number_at,
    state_at,
    text_at,
)
from rushes.providers.base import (
    AccountError,
    BeforeSend,
    Cancellation,
    LostError,
    Phase,
    Progress,
    ProviderRequest,
    RefusalCause,
    RefusedError,
    TransientError,
    UpstreamJob,
)
from rushes.providers.http import Call, FormField
from rushes.providers.resolved_request import Input, ResolvedRequest
from rushes.providers.rest import RestProvider
from rushes.wire.data_url import parse_data_url
from rushes.wire.ending import ending_of
from rushes.wire.sniff import media_type

VERSION = "2024-11-06"  # of the API
CREDIT = Decimal("0.01")  # USD
LEAST_CREDITS = 10  # no video costs less
MAX_DATA_URL = 5_000_000  # characters; what is longer is uploaded
SEEDS = 2**32  # it takes those from 0 to 4294967295
# Of models that only an operator knows.
UNKNOWN_MODEL: Mapping[str, Any] = {"fields": ["duration"], "ratio": "sizes"}


class RunwayProvider(RestProvider):
    """Translates to `/v1/{text,image,video}_to_video`.

    Of the `params` of an endpoint, `fields` are what is sent beside prompt and media. `ratio` says
    how a shape is written: `sizes` (one of the pixel sizes that `sizes` has for the resolution),
    `shape` (as it came), `auto` (of the picture, at the resolution), or `none`. `open` is sent
    instead where the picture decides.
    """

    poll_floor = 5.0  # what the vendor asks for

    def credentials(self) -> Mapping[str, str]:
        return {**super().credentials(), "X-Runway-Version": VERSION}

    def create_call(self, request: ResolvedRequest) -> Call:
        params = request.params or UNKNOWN_MODEL
        endpoint, media = _media(request, params)
        fields = {
            "duration": request.duration,
            "resolution": (request.resolution or "").lower(),
            "audio": request.audio,
            "seed": request.seed % SEEDS,
            "targetAspectRatio": request.aspect_ratio,
        }
        body = {
            **request.options,
            "model": request.upstream_model,
            "promptText": request.prompt or None,
            **media,
            "ratio": _ratio(request, params),
            **{name: fields[name] for name in params["fields"]},
        }
        sent = {name: value for name, value in body.items() if value is not None}
        return Call("POST", f"/v1/{endpoint}", json=sent)

    async def create(self, request: ProviderRequest, before_send: BeforeSend) -> UpstreamJob:
        try:
            return await super().create(request, before_send)
        except RefusedError as refused:
            # The API has no code for this: it is a bad request as any other.
            if await self._lacks_credit():
                raise AccountError(f"{self.name} lacks credit: {refused}", "credit") from refused
            raise

    async def readied(self, request: ResolvedRequest) -> ResolvedRequest:
        inputs = [
            await self._uploaded(given) if len(given.url) > MAX_DATA_URL else given
            for given in request.inputs
        ]
        return replace(request, inputs=tuple(inputs))

    def created_id(self, answer: Answer) -> str:
        return id_at(answer.fields(), "id")

    def poll_call(self, job: UpstreamJob) -> Call:
        return Call("GET", _path(job))

    def progress(self, answer: Answer, job: UpstreamJob) -> Progress:
        task = answer.fields()
        status = state_at(task, "status")
        spent = money_at(task, "cost", "credits")
        cost = None if spent is None else spent * CREDIT
        ending = ending_of(status)
        if ending == "completed":
            urls = [url for url in _list(at(task, "output")) if isinstance(url, str) and url]
            if not urls:
                raise UnreadableError("its response lacks the video's URL")
            return Progress("done", 1.0, cost=cost, urls=urls)
        if ending is not None:
            reason = text_at(task, "failure") or f"{self.name} ended the task as {status}"
            raise RefusedError(reason, cost, cause=_cause(text_at(task, "failureCode") or ""))
        fraction = min(max(number_at(task, "progress") or 0.0, 0.0), 1.0)
        phase: Phase = "queued" if status in {"PENDING", "THROTTLED"} else "running"
        return Progress(phase, fraction, state=status)

    def cancel_call(self, job: UpstreamJob) -> Call:
        return Call("DELETE", _path(job))

    async def cancel(self, job: UpstreamJob) -> Cancellation:
        stopped = await super().cancel(job)
        if stopped.outcome != "stopped":
            return stopped
        # What a stopped task costs shows in it. One that had ended was deleted instead.
        with contextlib.suppress(LostError, TransientError):
            try:
                await self._progress(job)
            except RefusedError as ended:
                return Cancellation("stopped", ended.cost)
        return Cancellation("unknown")

    async def _uploaded(self, given: Input) -> Input:
        """Return an input that is an upload of what its data URL holds."""
        content = await asyncio.to_thread(lambda: parse_data_url(given.url).content())
        kind = media_type(content[:64]) or "application/octet-stream"
        name = Input(given.medium, content, kind).filename
        asked = Call("POST", "/v1/uploads", json={"type": "ephemeral", "filename": name})
        made = await self._api.request(asked)
        if not made.ok and self.meaning(made) != "unclear":
            raise self._not_created(made)
        place, uri = text_at(made.find(), "uploadUrl"), text_at(made.find(), "runwayUri")
        fields = at(made.find(), "fields")
        if place is None or uri is None or not isinstance(fields, dict):
            raise TransientError(f"{self.name} took no upload: {made.message}")
        form = [FormField(key, value) for key, value in fields.items() if isinstance(value, str)]
        file = FormField("file", content, name, kind)
        sent = await self._api.send_signed(place, Call("POST", "", form=[*form, file]))
        if not sent.ok:
            raise TransientError(f"{self.name} took no upload: its store responded {sent.status}")
        return replace(given, medium=replace(given.medium, url=uri))

    async def _lacks_credit(self) -> bool:
        with contextlib.suppress(TransientError):
            answer = await self._api.request(Call("GET", "/v1/organization"))
            balance = number_at(answer.find(), "creditBalance") if answer.ok else None
            return balance is not None and balance < LEAST_CREDITS
        return False


def _media(request: ResolvedRequest, params: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    """Return the endpoint that takes a request's media, and their fields."""
    if "source" in params:  # a video to be edited
        return "video_to_video", {params["source"]: request.references("video")[0].url}
    frames = {"first": request.first_frame, "last": request.last_frame}
    shown = [{"uri": frame.url, "position": at} for at, frame in frames.items() if frame]
    if shown:
        return "image_to_video", {"promptImage": shown}
    images = [{"uri": image.url} for image in request.references("image")]
    videos = [{"type": "video", "uri": video.url} for video in request.references("video")]
    sounds = [{"type": "audio", "uri": sound.url} for sound in request.references("audio")]
    given = {"references": images, "referenceVideos": videos, "referenceAudio": sounds}
    return "text_to_video", {name: value for name, value in given.items() if value}


def _ratio(request: ResolvedRequest, params: Mapping[str, Any]) -> str | None:
    if request.aspect_ratio is None and "open" in params:
        return params["open"] or None
    match params["ratio"]:
        case "shape":
            return request.aspect_ratio
        case "auto":
            return f"auto_{request.resolution}".lower()
        case "none":
            return None
    sizes = params.get("sizes", {}).get(request.resolution, "").split()
    own = f"{request.width}:{request.height}"
    return min(sizes, key=lambda size: abs(log(_shape(size) / _shape(own))), default=own)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _shape(size: str) -> float:
    width, height = size.split(":")
    return int(width) / int(height)


def _cause(code: str) -> RefusalCause:
    """Return why a task failed by its code, such as `SAFETY.INPUT.TEXT`."""
    parts = code.split(".")
    if "SAFETY" in parts:
        return "moderated"
    return "input" if parts[0] == "ASSET" else "failed"


def _path(job: UpstreamJob) -> str:
    return f"/v1/tasks/{quote(job.id, safe='')}"
