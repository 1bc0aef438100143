"""Endpoints: which provider makes which model, under which limits and at which price."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from rushes.catalog.limits import Spec, quantity_of
from rushes.wire import VideoGenerationRequest
from rushes.wire.data_url import is_data_url
from rushes.wire.pricing import is_known, price

ANY = "*"  # stands for what the operator names

# What a request puts in; an endpoint takes it if it lists all of it.
#   text                no frames, references or videos
#   first_frame         a first frame alone; last_frame and both_frames accordingly
#   image_references    and of video and audio: references of that kind, beside the prompt
#   continuation        the video of an earlier job, by previous_job_id
Input = Literal[
    "text",
    "first_frame",
    "last_frame",
    "both_frames",
    "image_references",
    "video_references",
    "audio_references",
    "continuation",
]


class Endpoint(BaseModel):
    """One model at one provider, under the provider's own name of it.

    Limits are those that are tighter than the catalog's: a field that is left out adds none. Where
    limits depend on each other, an endpoint has several rows. Empty `durations` mean that what is
    put in decides the length, and empty `aspect_ratios` that it decides the shape. `params` are the
    provider's own. `max_references` is by kind. `retires` is the last day on which it can be
    expected to work. With the upstream model ANY, the operator says which models there are; see
    `named`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str
    upstream_model: str
    inputs: frozenset[Input]
    durations: tuple[int, ...] | None = None
    resolutions: tuple[str, ...] | None = None
    aspect_ratios: tuple[str, ...] | None = None
    audio: Literal["optional", "always", "never"] = "optional"
    seed: bool = True
    max_seed: int | None = Field(None, gt=0)  # the least is 0
    max_prompt: int | None = Field(None, gt=0)
    needs_prompt: bool = False
    max_references: Mapping[Literal["image", "video", "audio"], int] = {}
    data_urls: bool = True
    options: frozenset[str] | None = None
    pricing_skus: Mapping[str, str] = {}
    params: Mapping[str, Any] = {}
    retires: date | None = None
    successor: str | None = None

    @field_validator("pricing_skus")
    @classmethod
    def _known_skus(cls, skus: Mapping[str, str]) -> Mapping[str, str]:
        if unknown := [sku for sku in skus if not is_known(sku)]:
            raise ValueError(f"unknown SKUs: {', '.join(unknown)}")
        return skus

    @property
    def is_retired(self) -> bool:
        """Whether its last day is over."""
        return self.retires is not None and self.retires < datetime.now(UTC).date()

    def price(self, spec: Spec) -> Decimal | None:
        """Return what a request costs here in USD, None if that is not known."""
        return price(self.pricing_skus, quantity_of(spec)) if self.pricing_skus else None

    def problem(self, request: VideoGenerationRequest, spec: Spec) -> str | None:
        """Return what of a request this endpoint cannot do, field first; None if it can do all."""
        return next(self._problems(request, spec), None)

    def _problems(self, request: VideoGenerationRequest, spec: Spec) -> Iterator[str]:
        if missing := inputs_of(request, spec) - self.inputs:
            yield f"{_FIELDS[sorted(missing)[0]]}: it does not take {_NAMES[sorted(missing)[0]]}"
        yield from self._choice_problems(request, spec)
        if self.max_seed is not None and not 0 <= (request.seed or 0) <= self.max_seed:
            yield f"seed: it takes 0 to {self.max_seed}"
        if self.audio == "never" and request.generate_audio:
            yield "generate_audio: it makes no audio"
        if self.audio == "always" and request.generate_audio is False:
            yield "generate_audio: it always makes audio"
        if request.seed is not None and not self.seed and spec.takes_seed:
            yield "seed: it takes none"
        yield from self._prompt_problems(spec.prompt)
        for kind, most in self.max_references.items():
            if sum(m.kind == kind and m.role == "reference" for m in spec.media) > most:
                yield f"input_references: it takes at most {most} of kind {kind}"
        if not self.data_urls and any(is_data_url(m.url) for m in spec.media):
            yield f"{spec.media[0].path}: it takes https:// URLs only, no data: URLs"

    def _choice_problems(self, request: VideoGenerationRequest, spec: Spec) -> Iterator[str]:
        for name in ("duration", "resolution", "aspect_ratio"):
            allowed, value = getattr(self, f"{name}s"), getattr(spec, name)
            shaped = request.aspect_ratio is not None or request.size is not None
            if name == "aspect_ratio" and not shaped and spec.media:
                continue  # the picture decides; it always does where no ratio is allowed
            if name == "duration" and allowed == () and request.duration is None:
                continue  # what is put in decides
            if allowed is not None and value is not None and value not in allowed:
                choices = ", ".join(str(choice) for choice in allowed) or "none, leave it out"
                yield f"{name}: it does not make {value}; allowed: {choices}"

    def _prompt_problems(self, prompt: str) -> Iterator[str]:
        if self.needs_prompt and not prompt:
            yield "prompt: it needs one"
        if self.max_prompt is not None and len(prompt) > self.max_prompt:
            yield f"prompt: it takes at most {self.max_prompt} characters"


def named(endpoints: Sequence[Endpoint], models: Mapping[str, str]) -> tuple[Endpoint, ...]:
    """Return endpoints with the operator's models in place of ANY.

    `models` maps a model to the upstream's name of it. A row of the model ANY stands for each that
    no other row is about.
    """
    special = {endpoint.model for endpoint in endpoints}
    found: list[Endpoint] = []
    for endpoint in endpoints:
        if endpoint.upstream_model != ANY:
            found.append(endpoint)
            continue
        for model, upstream_model in models.items():
            if endpoint.model == model or (endpoint.model == ANY and model not in special):
                names = {"model": model, "upstream_model": upstream_model}
                found.append(endpoint.model_copy(update=names))
    return tuple(found)


def inputs_of(request: VideoGenerationRequest, spec: Spec) -> frozenset[Input]:
    """Return what a request puts in."""
    found: set[Input] = set()
    roles = {medium.role for medium in spec.media}
    if request.previous_job_id is not None:
        found.add("continuation")
    if {"first_frame", "last_frame"} <= roles:
        found.add("both_frames")
    elif "first_frame" in roles:
        found.add("first_frame")
    elif "last_frame" in roles:
        found.add("last_frame")
    references: dict[str, Input] = {
        "image": "image_references",
        "video": "video_references",
        "audio": "audio_references",
    }
    found.update(references[m.kind] for m in spec.media if m.role == "reference")
    return frozenset(found or {"text"})


_NAMES: Mapping[Input, str] = {
    "text": "a prompt alone",
    "first_frame": "a first frame",
    "last_frame": "a last frame alone",
    "both_frames": "a first and a last frame",
    "image_references": "image references",
    "video_references": "video references",
    "audio_references": "audio references",
    "continuation": "the video of another job",
}
_FIELDS: Mapping[Input, str] = {
    "text": "frame_images",
    "first_frame": "frame_images",
    "last_frame": "frame_images",
    "both_frames": "frame_images",
    "image_references": "input_references",
    "video_references": "input_references",
    "audio_references": "input_references",
    "continuation": "previous_job_id",
}
