"""A request with every parameter resolved, in the terms that providers translate."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rushes.catalog.checked_request import as_given
from rushes.catalog.limits import Spec, check_request
from rushes.catalog.media import Medium, frame_shape
from rushes.providers.account import Account
from rushes.providers.base import ProviderRequest, UpstreamJob
from rushes.providers.input_files import read_files
from rushes.wire import VideoGenerationRequest
from rushes.wire.data_url import is_data_url, parse_data_url
from rushes.wire.sniff import media_type

_HEAD = 64  # bytes, in which the type of a file shows
LONG_BODY = 64 * 1024  # characters; a longer one is parsed beside the event loop


@dataclass(frozen=True)
class Input:
    """One input: its URL as the caller gave it, and its content if the provider wants files."""

    medium: Medium
    content: bytes | None = None
    content_type: str = "application/octet-stream"

    @property
    def url(self) -> str:
        return self.medium.url

    @property
    def base64(self) -> str:
        return base64.b64encode(self.content or b"").decode()

    @property
    def data_url(self) -> str:
        return f"data:{self.content_type};base64,{self.base64}"

    @property
    def embedded(self) -> tuple[str, str] | None:
        """Return the base64 and the type of a data URL, None if it is another URL."""
        if not is_data_url(self.url):
            return None
        data = parse_data_url(self.url)
        digits = data.digits.decode()
        found = media_type(data.read(0, _HEAD)) or data.mime or "application/octet-stream"
        return digits + "=" * (-len(digits) % 4), found

    @property
    def filename(self) -> str:
        """A name that holds nothing of the caller's."""
        extension = self.content_type.partition("/")[2].replace("jpeg", "jpg")
        return f"{self.medium.role}.{extension if extension.isalnum() else 'bin'}"


@dataclass(frozen=True)
class ResolvedRequest:
    """One video to make; what a model has no choice of is None.

    `aspect_ratio` is None also where a frame image or a video alone decides it, and `audio_given`
    what the caller said about audio, even to a model that ignores it. `duration` is in seconds,
    `seed` always set (`seed_given`: by the caller), `options` those that the caller gave for this
    provider, of allowed names only. `key` is unique to the attempt.
    """

    key: str
    model: str
    upstream_model: str
    params: Mapping[str, Any]
    prompt: str
    width: int
    height: int
    duration: int
    resolution: str | None
    aspect_ratio: str | None
    audio: bool
    seed: int
    seed_given: bool
    audio_given: bool | None = None
    inputs: tuple[Input, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    previous: UpstreamJob | None = None
    callback_url: str | None = None

    @property
    def first_frame(self) -> Input | None:
        return next((i for i in self.inputs if i.medium.role == "first_frame"), None)

    @property
    def last_frame(self) -> Input | None:
        return next((i for i in self.inputs if i.medium.role == "last_frame"), None)

    def references(self, kind: str | None = None) -> tuple[Input, ...]:
        """Return the references, of one kind (image, video, audio) or of all, in order."""
        found = (i for i in self.inputs if i.medium.role == "reference")
        return tuple(i for i in found if kind in {None, i.medium.kind})


async def resolve(
    request: ProviderRequest, account: Account, *, with_files: bool
) -> ResolvedRequest:
    """Return a request as a provider translates it, with its files fetched where it wants them.

    Raises RefusedError if one cannot be fetched.
    """
    if len(request.body) > LONG_BODY:
        resolved = await asyncio.to_thread(_parsed, request, account)
    else:
        resolved = _parsed(request, account)
    body, spec = resolved
    inputs = [Input(medium) for medium in spec.media]
    if with_files and spec.media:
        egress = account.egress
        files = await read_files(
            spec.media,
            egress.max_media_bytes,
            allow_private=egress.allow_private,
            proxies=egress.proxies,
        )
        inputs = [Input(file.medium, file.content, file.content_type) for file in files]
    return ResolvedRequest(
        key=request.key,
        model=request.model,
        upstream_model=request.upstream_model or request.model,
        params=request.params,
        prompt=spec.prompt,
        width=spec.width,
        height=spec.height,
        duration=spec.duration,
        resolution=spec.resolution,
        aspect_ratio=spec.aspect_ratio if _has_ratio(body, spec) else None,
        audio=spec.audio,
        seed=request.seed,
        seed_given=body.seed is not None,
        audio_given=body.generate_audio,
        inputs=tuple(inputs),
        options=options_for(body, account),
        previous=request.previous,
        callback_url=request.callback_url,
    )


def _has_ratio(request: VideoGenerationRequest, spec: Spec) -> bool:
    """Return whether a ratio was asked for, or follows from what the body has."""
    if request.aspect_ratio is not None or request.size is not None:
        return True
    by_input = request.frame_images or request.previous_job_id is not None
    if by_input or any(medium.kind == "video" for medium in spec.media):
        return frame_shape(spec.media) is not None
    return True


def options_for(request: VideoGenerationRequest, account: Account) -> Mapping[str, Any]:
    """Return the options that a request has for a provider, under any of its slugs."""
    options = request.provider and request.provider.options
    given = (options.__pydantic_extra__ or {}) if options else {}
    found: dict[str, Any] = {}
    for slug in (*account.data.aliases, account.slug):
        found |= given.get(slug) or {}
    return {name: value for name, value in found.items() if value is not None}


def _parsed(request: ProviderRequest, account: Account) -> tuple[VideoGenerationRequest, Spec]:
    body = as_given(request.body, request.decided)
    model = account.catalog.get(body.model)
    spec = check_request(body, model, allow_private=True, is_live=True)
    return body, spec
