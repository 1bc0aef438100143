"""The videos API of OpenAI, which gateways and self-hosted engines speak, as a provider.

It is a shape rather than a contract: what an operator's gateway makes of it decides.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, ClassVar, Self
from urllib.parse import quote

import aiohttp

from rushes.providers.account import Account, unusable
from rushes.providers.answer import (
    MAX_BODY,
    Answer,
    id_at,
    number_at,
    shorten,
    state_at,
    text_at,
)
from rushes.providers.base import Phase, Progress, RefusalCause, RefusedError, UpstreamJob
from rushes.providers.http import Call, FormField
from rushes.providers.resolved_request import Input, ResolvedRequest
from rushes.providers.rest import Meaning, RestProvider
from rushes.wire.ending import ending_of

POLL_AFTER = "openai-poll-after-ms"
HEADER = re.compile(r"[A-Za-z0-9-]{1,60}")
WAITING = {"queued", "pending", "submitted", "created"}
MODERATED = (
    *("moderation_blocked", "content_policy_violation", "content_filter", "content_moderated"),
    *("sentinel_block", "ResponsibleAIPolicyViolation"),
)


class VideoAnswer(Answer):
    """An answer in which a failed job is an answer like others, whatever its HTTP status says."""

    @classmethod
    async def read(
        cls, response: aiohttp.ClientResponse, secrets: Iterable[str], limit: int = MAX_BODY
    ) -> Self:
        whole = await super().read(response, secrets, limit)
        is_job = whole.find("object") == "video" and text_at(whole.find(), "id") is not None
        return replace(whole, status=200) if is_job and whole.find("status") == "failed" else whole


class OpenAIVideosProvider(RestProvider):
    """Makes videos through a service with OpenAI's videos API."""

    answers = VideoAnswer
    id_paths: ClassVar[Sequence[tuple[str | int, ...]]] = ()  # gateways have ids of their own
    wants_files = True
    videos: ClassVar[str] = "/videos"  # the path below the base URL
    cost: ClassVar[Decimal | None] = None  # in USD, of any job; None: the price says
    meanings: ClassVar[Mapping[str, Meaning]] = {
        **dict.fromkeys(MODERATED, "moderated"),
        "insufficient_quota": "credit",
        "billing_hard_limit_reached": "credit",
        "budget_exceeded": "credit",
        "invalid_api_key": "credential",
        "auth_error": "credential",
        "rate_limit_exceeded": "busy",
        "throttling_error": "busy",
        "model_not_found": "input",
    }

    def __init__(self, account: Account, *, stall: float = 30.0, window: float = 60.0) -> None:
        super().__init__(account, stall=stall, window=window)
        self._key_header = account.settings.get("key_header", "")
        if self._key_header and HEADER.fullmatch(self._key_header) is None:
            problem = f"{self._key_header[:40]!r} is not the name of a header"
            raise unusable(account.slug, "key_header", problem)

    def credentials(self) -> Mapping[str, str]:
        if self._key_header and self.account.secret:
            return {self._key_header: self.account.secret}
        return super().credentials()

    def create_call(self, request: ResolvedRequest) -> Call:
        fields = {
            "model": request.upstream_model,
            "prompt": request.prompt,
            **self.extent(request),
            **self.extras(request),
            **options_of(request),
        }
        form = [FormField(name, as_text(value)) for name, value in fields.items()]
        return Call("POST", self.videos, form=[*form, *self.files(request)])

    def extent(self, request: ResolvedRequest) -> Mapping[str, Any]:
        """Return the fields for the size and the length."""
        return {"seconds": request.duration, "size": f"{request.width}x{request.height}"}

    def extras(self, request: ResolvedRequest) -> Mapping[str, Any]:
        """Return the fields that only this dialect has."""
        return {}

    def files(self, request: ResolvedRequest) -> Sequence[FormField]:
        """Return the fields for the frames."""
        frame = request.first_frame
        return [] if frame is None else [file_field("input_reference", frame)]

    def created_id(self, answer: Answer) -> str:
        return id_at(answer.fields(), "id")

    def poll_call(self, job: UpstreamJob) -> Call:
        return Call("GET", self._path(job))

    def progress(self, answer: Answer, job: UpstreamJob) -> Progress:
        shown = answer.fields()
        status = state_at(shown, "status")
        ending = ending_of(status)
        if ending == "completed":
            urls = list(_urls(shown))
            return Progress("done", 1.0, self.report(shown), cost=self.cost, urls=urls)
        if ending is not None:
            message = text_at(shown, "error", "message") or text_at(shown, "error")
            message = message or f"{self.name} ended the job as {status[:40]}"
            raise RefusedError(shorten(message), self.cost, cause=self._cause(answer))
        fraction = min(max((number_at(shown, "progress") or 0.0) / 100, 0.0), 1.0)
        phase: Phase = "queued" if status in WAITING else "running"
        seconds = (number_at([answer.headers.get(POLL_AFTER)], 0) or 0.0) / 1000
        check_after = min(max(seconds, 0.0), self.poll_ceiling)
        return Progress(phase, fraction, check_after=check_after, state=status)

    def report(self, shown: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return what a finished job says about how it was made."""
        return {}

    def content_call(self, job: UpstreamJob) -> Call:
        return Call("GET", f"{self._path(job)}/content")

    def error_code(self, answer: Answer) -> str | None:
        error = answer.find("error")
        found = (text_at(error, *path) for path in (("code",), ("innererror", "code"), ("type",)))
        return next((code for code in found if code in self.meanings), None)

    def meaning(self, answer: Answer) -> Meaning:
        known = super().meaning(answer)
        # A proxy in front of the API does not know which jobs it has.
        return "unclear" if known == "lost" and not self.says_unknown(answer) else known

    def says_unknown(self, answer: Answer) -> bool:
        """Return whether a 404 is the API's own."""
        return isinstance(answer.find("error"), dict)

    def _cause(self, answer: Answer) -> RefusalCause:
        if self.meanings.get(self.error_code(answer) or "") == "moderated":
            return "moderated"
        return "input" if number_at(answer.find("error"), "code") == 400 else "failed"

    def _path(self, job: UpstreamJob) -> str:
        return f"{self.videos}/{quote(job.id, safe='')}"


def options_of(request: ResolvedRequest) -> dict[str, Any]:
    """Return the caller's options, none of which is more than a word or a number."""
    for name, value in request.options.items():
        is_number = isinstance(value, int | float) and math.isfinite(value)
        if not isinstance(value, str) and not is_number:
            message = f"provider.options: {name} must be a string, a number or a boolean"
            raise RefusedError(message, cause="input")
    return dict(request.options)


def as_text(value: Any) -> str:
    """Return a value of a form."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def file_field(name: str, file: Input) -> FormField:
    return FormField(name, file.content or b"", file.filename, file.content_type)


def _urls(shown: Mapping[str, Any]) -> Iterator[str]:
    """Yield the URLs at which a service that stores videos elsewhere has this one."""
    urls = shown.get("urls")
    for url in (shown.get("url"), *(urls[:1] if isinstance(urls, list) else ())):
        if isinstance(url, str) and url.startswith(("https://", "http://")):
            yield url
