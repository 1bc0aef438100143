"""Black Forest Labs' API of FLUX.3 video."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from yarl import URL

from rushes.providers.answer import (
    MAX_ID,
    Answer,
    UnreadableError,
    id_at,
    money_at,
    number_at,
    state_at,
    text_at,
)
from rushes.providers.base import (
    LostError,
    Progress,
    RefusedError,
    UpstreamJob,
)
from rushes.providers.http import Call
from rushes.providers.resolved_request import Input, ResolvedRequest
from rushes.providers.rest import RestProvider
from rushes.wire.ending import ending_of

DOMAIN = "bfl.ai"  # whose hosts may receive the key
CREDIT = Decimal("0.01")  # USD
RESOLUTIONS = {"720p": "hd", "1080p": "fhd"}
MODERATED = {"request moderated", "content moderated"}
UNKNOWN = "task not found"


class BlackForestLabsProvider(RestProvider):
    """Translates to `/flux-3-video`.

    The id of a job is the URL at which the upstream shows it, since that may be at another of its
    hosts; or the upstream's id, if the key must not be sent there.
    """

    def credentials(self) -> Mapping[str, str]:
        return {"x-key": self.account.secret}

    async def readied(self, request: ResolvedRequest) -> ResolvedRequest:
        if request.previous is None:
            return request
        start_video = await self._video_of(request.previous)
        return replace(request, params={**request.params, "start_video": start_video})

    def create_call(self, request: ResolvedRequest) -> Call:
        if request.references() != request.references("video")[:1]:
            raise RefusedError("input_references: it takes one video only", cause="input")
        body = {
            **request.options,
            **_media(request),
            "prompt": request.prompt,
            "aspect_ratio": request.aspect_ratio or "auto",
            "duration": request.duration,
            "resolution": RESOLUTIONS.get(request.resolution or "", request.resolution),
            "generate_audio": request.audio,
        }
        return Call("POST", f"/{quote(request.upstream_model, safe='')}", json=body)

    def created_id(self, answer: Answer) -> str:
        body = answer.fields()
        job_id, text = id_at(body, "id"), text_at(body, "polling_url") or ""
        url = self._trusted(text)
        if url is None:
            return job_id
        shown = str(url if "id" in url.query else url.update_query(id=job_id))
        return shown if len(shown) <= MAX_ID else job_id

    def poll_call(self, job: UpstreamJob) -> Call:
        if (url := self._trusted(job.id)) is not None:
            return Call("GET", url.raw_path_qs, base=str(url.origin()))
        return Call("GET", f"/get_result?id={quote(_own_id(job), safe='')}")

    def own_id(self, job: UpstreamJob) -> str:
        return _own_id(job)

    def progress(self, answer: Answer, job: UpstreamJob) -> Progress:
        body = answer.fields()
        status = state_at(body, "status" if text_at(body, "status") else "state")
        spent, word = money_at(body, "cost"), status.lower()
        cost = None if spent is None else spent * CREDIT
        ending = ending_of(status)
        if word == "ready" or ending == "completed":
            if (url := text_at(body, "result", "sample")) is None:
                raise UnreadableError("its response lacks the video's URL")
            return Progress("done", 1.0, cost=cost, urls=[url])
        if word == UNKNOWN:
            raise LostError(f"{self.name} does not know the job any more")
        if word in MODERATED:
            raise RefusedError(self._ended(body, status), cost, cause="moderated")
        if ending is not None:
            raise RefusedError(self._ended(body, status), cost)
        fraction = min(max(number_at(body, "progress") or 0.0, 0.0), 1.0)
        return Progress("running" if fraction else "queued", fraction, state=status)

    async def _video_of(self, job: UpstreamJob) -> str:
        """Return the URL of a finished job's video."""
        try:
            progress = await self._progress(job)
        except (LostError, RefusedError) as error:
            raise RefusedError(f"previous_job_id: {error}", cause="input") from error
        if not progress.urls:
            raise RefusedError("previous_job_id: the job has not completed", cause="input")
        return progress.urls[0]

    def _trusted(self, text: str) -> URL | None:
        """Return a URL to which the key may be sent, None for any other text."""
        try:
            url = URL(text)
            if url.origin() == URL(self.account.base_url).origin():
                return url
        except ValueError:
            return None
        host = url.host or ""
        is_vendor = host == DOMAIN or host.endswith(f".{DOMAIN}")
        return url if is_vendor and url.scheme == "https" and url.is_default_port() else None

    def _ended(self, body: Mapping[str, Any], status: str) -> str:
        details = body.get("details")
        found = (
            text_at(details),
            text_at(details, "error"),
            text_at(details, "message"),
            text_at(details, "Moderation Reasons", 0),
        )
        reason = next((text for text in found if text), None)
        return f"{self.name} ended the job as {status}" + (f": {reason}" if reason else "")


def _own_id(job: UpstreamJob) -> str:
    """Return the upstream's id of a job that may be a URL."""
    try:
        return URL(job.id).query.get("id", job.id)
    except ValueError:
        return job.id


def _media(request: ResolvedRequest) -> dict[str, Any]:
    videos = [video.url for video in request.references("video")]
    if start := text_at(request.params, "start_video") or next(iter(videos), None):
        return {"mode": "v2v", "start_video": start}
    if frames := [frame for frame in (request.first_frame, request.last_frame) if frame]:
        return {"mode": "i2v", "keyframes": [_handed_over(frame) for frame in frames]}
    return {"mode": "t2v"}


def _handed_over(medium: Input) -> str:
    """Return a URL, or base64 without the head of a data URL."""
    embedded = medium.embedded
    return medium.url if embedded is None else embedded[0]
