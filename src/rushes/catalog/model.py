"""The models, as data: what each accepts and what it costs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache, cached_property
from importlib import resources
from typing import Any

from rushes.catalog.refusal import UnknownModelError, shorten
from rushes.wire import VideoModel

OFFLINE_MODEL = "rushes/procedural-1"
GENERATOR = "generator"
LONGEST_NAME = 200  # characters of an unknown name that are compared with the known ones


@dataclass(frozen=True)
class Model:
    """One model: `wire` is what `/videos/models` shows, the rest is what that shape cannot say.

    `kind` is generator, editor, upscaler or avatar. `defaults` overrides the catalogue's rules for
    omitted parameters (key: parameter name).
    """

    wire: VideoModel
    kind: str
    input_modalities: tuple[str, ...]
    continuation: bool
    defaults: Mapping[str, int | str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Return the id that requests name."""
        return self.wire.id

    @property
    def skus(self) -> Mapping[str, str]:
        """Return the price list, decimal strings by SKU; empty when unpublished."""
        return self.wire.pricing_skus or {}

    @property
    def emulated(self) -> bool:
        """Tell whether the offline engine can stand in for this model."""
        return self.kind == GENERATOR

    @cached_property
    def durations(self) -> tuple[int, ...]:
        """Return the accepted durations in seconds, ascending; empty when unpublished."""
        return tuple(sorted(self.wire.supported_durations or ()))

    @cached_property
    def resolutions(self) -> tuple[str, ...]:
        """Return the accepted resolutions as the catalogue orders them."""
        return tuple(str(r) for r in self.wire.supported_resolutions or ())

    @cached_property
    def aspect_ratios(self) -> tuple[str, ...]:
        """Return the accepted aspect ratios as the catalogue orders them."""
        return tuple(str(r) for r in self.wire.supported_aspect_ratios or ())

    @cached_property
    def sizes(self) -> tuple[str, ...]:
        """Return the accepted `WIDTHxHEIGHT` sizes; empty when unpublished."""
        return tuple(str(s) for s in self.wire.supported_sizes or ())

    @property
    def frame_types(self) -> tuple[str, ...] | None:
        """Return the accepted frame types, or None when unpublished (then any is accepted)."""
        published = self.wire.supported_frame_images
        return None if published is None else tuple(str(f) for f in published)


class Catalog:
    """Look models up by id or by canonical slug."""

    def __init__(self, models: tuple[Model, ...]) -> None:
        self.models = models
        self._by_name = {m.wire.canonical_slug: m for m in models} | {m.id: m for m in models}

    def get(self, name: str) -> Model:
        """Return the model called `name`; raise UnknownModelError that names the nearest."""
        if model := self._by_name.get(name):
            return model
        near = get_close_matches(name[:LONGEST_NAME], self._by_name, n=3, cutoff=0.5)
        hint = f" Did you mean {' or '.join(near)}?" if near else ""
        raise UnknownModelError(
            f"model: {shorten(repr(name))} is not in the catalogue of GET /api/v1/videos/models,"
            f" which lists {len(self.models)}.{hint}",
            field="model",
        )


def _read(entry: dict[str, Any]) -> Model:
    return Model(
        wire=VideoModel.model_validate(entry["model"]),
        kind=entry["kind"],
        input_modalities=tuple(entry["input_modalities"]),
        continuation=entry["continuation"],
        defaults=entry["defaults"],
    )


@cache
def load_catalog() -> Catalog:
    """Return the catalogue that ships with Rushes."""
    text = resources.files("rushes.catalog").joinpath("models.json").read_text("utf-8")
    return Catalog(tuple(_read(entry) for entry in json.loads(text)))
