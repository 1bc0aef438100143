"""The models, as data: what each accepts and what it costs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache, cached_property
from importlib import resources
from typing import Any

from rushes.catalog.refusal import UnknownModelError, quoted
from rushes.settings import SettingError, Settings
from rushes.wire import VideoModel

OFFLINE_MODEL = "rushes/procedural-1"
GENERATOR = "generator"
MAX_COMPARED = 200  # characters of an unknown name; comparing takes quadratic time


@dataclass(frozen=True)
class Model:
    """One model: `wire` is its entry in `/videos/models`, the rest has no field there.

    `kind` is generator, editor, upscaler or avatar. `defaults` overrides the catalog's rules for
    omitted parameters (key: parameter name), and `generate_audio` there that of a model which
    ignores it. `listed`: OpenRouter has it too.
    Properties are empty where nothing is published.
    """

    wire: VideoModel
    kind: str
    input_modalities: Sequence[str]
    continuation: bool
    listed: bool = True
    defaults: Mapping[str, int | str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return self.wire.id

    @property
    def skus(self) -> Mapping[str, str]:
        """Prices as decimal strings, by SKU."""
        return self.wire.pricing_skus or {}

    @cached_property
    def durations(self) -> tuple[int, ...]:
        """In seconds, ascending."""
        return tuple(sorted(self.wire.supported_durations or ()))

    @cached_property
    def resolutions(self) -> tuple[str, ...]:
        return tuple(str(r) for r in self.wire.supported_resolutions or ())

    @cached_property
    def aspect_ratios(self) -> tuple[str, ...]:
        return tuple(str(r) for r in self.wire.supported_aspect_ratios or ())

    @cached_property
    def sizes(self) -> tuple[str, ...]:
        return tuple(str(s) for s in self.wire.supported_sizes or ())

    @property
    def frame_types(self) -> tuple[str, ...] | None:
        """None when unpublished; then any is accepted."""
        published = self.wire.supported_frame_images
        return None if published is None else tuple(str(f) for f in published)


class Catalog:
    def __init__(self, models: tuple[Model, ...]) -> None:
        self.models = models
        self._by_name = {m.wire.canonical_slug: m for m in models} | {m.id: m for m in models}

    @cached_property
    def continuing(self) -> tuple[str, ...]:
        """The ids of the models that can continue the video of another job."""
        return tuple(model.id for model in self.models if model.continuation)

    def get(self, name: str) -> Model:
        """Look up an id or canonical slug; raises UnknownModelError with the nearest names."""
        if model := self._by_name.get(name):
            return model
        near = get_close_matches(name[:MAX_COMPARED], self._by_name, n=3, cutoff=0.5)
        hint = f"Did you mean {' or '.join(near)}?" if near else "See GET /api/v1/videos/models."
        raise UnknownModelError(f"model: unknown model {quoted(name)}. {hint}", field="model")


@cache
def load_catalog() -> Catalog:
    text = resources.files("rushes.catalog").joinpath("models.json").read_text("utf-8")
    entries: list[dict[str, Any]] = json.loads(text)
    return Catalog(
        tuple(Model(wire=VideoModel.model_validate(e.pop("model")), **e) for e in entries)
    )


def model_timeouts(settings: Settings, catalog: Catalog | None = None) -> dict[str, float]:
    """Return `settings.model_timeouts` by model id; raises SettingError for an unknown model."""
    return _by_id("model_timeouts", settings.model_timeouts, catalog)


def emulation_seconds(settings: Settings, catalog: Catalog | None = None) -> dict[str, float]:
    """Return `settings.emulation_seconds` as `model_timeouts` does."""
    return _by_id("emulation_seconds", settings.emulation_seconds, catalog)


def _by_id(
    setting: str, given: Mapping[str, float], catalog: Catalog | None = None
) -> dict[str, float]:
    if not given:
        return {}
    catalog = catalog or load_catalog()
    try:
        return {catalog.get(name).id: seconds for name, seconds in given.items()}
    except UnknownModelError as error:
        raise SettingError(setting, error.message.removeprefix("model: ")) from None
