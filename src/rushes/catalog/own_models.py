"""Models of the operator's own, beside those of OpenRouter's catalog, such as self-hosted ones."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from rushes.catalog.model import GENERATOR, Catalog, Model, load_catalog
from rushes.config_file import repeatable
from rushes.settings import SettingError, Settings, problem_of
from rushes.wire import VideoModel
from rushes.wire.frame_size import nominal_size, parse_size, ratio_value

_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,60}/[a-z0-9][a-z0-9._:-]{0,100}", re.IGNORECASE)
MADE = 1795305600  # unix seconds; the API wants a time of creation


def _resolution(text: str) -> str:
    nominal_size(text, "1:1")
    return text


def _ratio(text: str) -> str:
    ratio_value(text)
    return text


def _size(text: str) -> str:
    if parse_size(text) is None:
        raise ValueError(f"{text[:20]!r} is not a size like 1280x720")
    return text


class OwnModel(BaseModel):
    """One model: what it accepts. A list that is left out publishes nothing, so any value goes.

    `frames` are first_frame and last_frame, `audio` whether it makes sound (None: unknown);
    `pricing_skus` are prices in USD in the names of OpenRouter's price lists.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str | None = None
    description: str | None = None
    durations: tuple[Annotated[int, Field(gt=0)], ...] | None = None
    resolutions: tuple[Annotated[str, AfterValidator(_resolution)], ...] | None = None
    aspect_ratios: tuple[Annotated[str, AfterValidator(_ratio)], ...] | None = None
    sizes: tuple[Annotated[str, AfterValidator(_size)], ...] | None = None
    frames: tuple[Literal["first_frame", "last_frame"], ...] = ()
    audio: bool | None = False
    seed: bool = True
    inputs: tuple[str, ...] = ("text", "image")
    continuation: bool = False
    pricing_skus: dict[str, str] = Field({})


def catalog_of(settings: Settings) -> Catalog:
    """Return the catalog with the models of the settings; raises SettingError."""
    known = load_catalog()
    if not settings.models:
        return known
    own = [_model(name, values) for name, values in settings.models.items()]
    ids = {model.id for model in own}
    return Catalog((*own, *(model for model in known.models if model.id not in ids)))


def _model(name: str, values: dict[str, Any]) -> Model:
    if _ID.fullmatch(name) is None:
        raise SettingError(f"models.{repeatable(name)}", "must be an id such as my-team/wan-2.2")
    try:
        own = OwnModel.model_validate(values)
        wire = VideoModel.model_validate(
            {
                "id": name,
                "canonical_slug": name,
                "name": own.name or name,
                "created": MADE,
                "description": own.description,
                "supported_resolutions": own.resolutions,
                "supported_aspect_ratios": own.aspect_ratios,
                "supported_sizes": own.sizes,
                "supported_durations": own.durations,
                "supported_frame_images": own.frames,
                "generate_audio": own.audio,
                "seed": own.seed,
                "pricing_skus": own.pricing_skus,
            }
        )
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field, problem = ".".join(repeatable(str(part)) for part in first["loc"]), problem_of(first)
        if first["type"] == "extra_forbidden":
            problem = f"is unknown; allowed: {', '.join(OwnModel.model_fields)}"
        raise SettingError(f"models.{name}.{field}", problem, "RUSHES_MODELS") from None
    return Model(wire, GENERATOR, own.inputs, own.continuation, listed=False)
