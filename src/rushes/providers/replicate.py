"""Replicate, which hosts models of many makers.

A model is named `owner/name` (an official model), `owner/name:version`, or
`deployments/owner/name`. `Prefer`, which has Replicate answer only when a video is made, is not
sent: until its answer, a prediction has no id.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from rushes.catalog.endpoint import Endpoint
from rushes.catalog.mapped_endpoints import mapped
from rushes.providers.answer import Answer, UnreadableError, id_at, state_at, text_at
from rushes.providers.base import (
    BusyError,
    Cancellation,
    LostError,
    Progress,
    ProviderRequest,
    RefusalCause,
    RefusedError,
    TransientError,
    UnknownOutcomeError,
    UpstreamJob,
)
from rushes.providers.http import Call, FormField
from rushes.providers.named_input import named_input
from rushes.providers.resolved_request import Input, ResolvedRequest, resolve
from rushes.providers.rest import RestProvider
from rushes.wire.data_url import is_data_url, parse_data_url
from rushes.wire.ending import ending_of

# The usual names; many models differ.
NAMES = {
    "prompt": "prompt",
    "first_frame": "image",
    "last_frame": "last_frame",
    "image_references": "reference_images",
    "duration": "duration",
    "resolution": "resolution",
    "aspect_ratio": "aspect_ratio",
    "generate_audio": "generate_audio",
    "seed": "seed",
}
DEPLOYMENTS = "deployments/"
# Replicate has no code for moderation; E005 is the one that its models put into their texts.
_MODERATED = re.compile(r"\b(E005|flagged|sensitive|nsfw|moderat\w*)\b", re.IGNORECASE)


class ReplicateProvider(RestProvider):
    """Makes videos by models that Replicate hosts."""

    def endpoints(self) -> Sequence[Endpoint]:
        account = self.account
        setting = f"provider.{account.slug}.models"
        return mapped(account.data.endpoints, account.models, setting, account.catalog)

    async def translate(self, request: ProviderRequest) -> Call:
        resolved = await resolve(request, self.account, with_files=False)
        # A prediction shows its whole input whenever it is shown, so that holds no pictures.
        inputs = [
            await self._uploaded(each) if is_data_url(each.url) else each
            for each in resolved.inputs
        ]
        return self.create_call(replace(resolved, inputs=tuple(inputs)))

    def create_call(self, request: ResolvedRequest) -> Call:
        name = request.upstream_model
        body: dict[str, Any] = {"input": named_input(request, NAMES)}
        if ":" in name:
            path, body["version"] = "/v1/predictions", name
        elif name.startswith(DEPLOYMENTS):
            path = f"/v1/{quote(name)}/predictions"
        else:
            path = f"/v1/models/{quote(name)}/predictions"
        if request.callback_url is not None:
            body |= {"webhook": request.callback_url, "webhook_events_filter": ["completed"]}
        settings = {**self.account.data.settings, **self.account.settings}
        limit = settings.get("cancel_after")
        return Call("POST", path, json=body, headers={"Cancel-After": limit} if limit else {})

    def created_id(self, answer: Answer) -> str:
        return id_at(answer.json(), "id")

    def poll_call(self, job: UpstreamJob) -> Call:
        return Call("GET", _path(job))

    def progress(self, answer: Answer, job: UpstreamJob) -> Progress:
        body = answer.fields()
        status = state_at(body, "status")
        ending = ending_of(status)
        if ending is None:
            return Progress("queued" if status == "starting" else "running", state=status)
        if ending == "completed":
            if urls := _urls(body.get("output")):
                return Progress("done", 1.0, urls=urls)
            if body.get("data_removed") is True:
                raise LostError(f"{self.name} has removed the video")
            raise RefusedError(f"the prediction of {self.name} holds no video")
        error = text_at(body, "error") or ""
        message = answer.message if error else f"the prediction was {status}"
        cause: RefusalCause = "moderated" if _MODERATED.search(error) else "failed"
        # A prediction is aborted before it begins, which is free.
        cost = Decimal(0) if status == "aborted" else None
        raise RefusedError(f"{self.name}: {message}", cost, cause=cause)

    def cancel_call(self, job: UpstreamJob) -> Call:
        return Call("POST", f"{_path(job)}/cancel")

    def cancelled(self, answer: Answer) -> Cancellation:
        ending = ending_of(text_at(answer.json(), "status") or "") if answer.ok else None
        return Cancellation("stopped" if ending == "cancelled" else "unknown")

    async def _uploaded(self, given: Input) -> Input:
        """Return an input whose URL is that of a file at Replicate, which keeps it for a day."""
        content, kind = await asyncio.to_thread(_decoded, given.url)
        file = Input(given.medium, content, kind)
        form = [FormField("content", content, file.filename, kind)]
        try:
            answer = await self._api.request(Call("POST", "/v1/files", form=form))
            url = text_at(answer.json(), "urls", "get") if answer.ok else None
        except (TransientError, UnreadableError) as error:
            raise BusyError(f"{self.name} took no file: {error}") from error
        if url is None:
            refusal = self._not_created(answer)
            if isinstance(refusal, UnknownOutcomeError):  # not of a prediction
                raise BusyError(f"{self.name} took no file: {answer.message}", answer.retry_after)
            raise refusal
        return Input(replace(given.medium, url=url))


def _path(job: UpstreamJob) -> str:
    return f"/v1/predictions/{quote(job.id, safe='')}"


def _decoded(url: str) -> tuple[bytes, str]:
    parsed = parse_data_url(url)
    return parsed.content(), parsed.mime or "application/octet-stream"


def _urls(output: Any) -> list[str]:
    """Return the URLs in an output: one, a list, or named ones."""
    if isinstance(output, Mapping):
        output = list(output.values())
    found = output if isinstance(output, list) else [output]
    return [url for url in found if isinstance(url, str) and url.startswith(("https:", "http:"))]
