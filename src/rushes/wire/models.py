"""The catalog: the video models, what they support and what they cost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, NotRequired

from pydantic import ConfigDict, Field
from typing_extensions import TypedDict

from rushes.wire.base import Integer, SparseModel
from rushes.wire.enums import (
    SupportedAspectRatio,
    SupportedFrameImage,
    SupportedResolution,
    SupportedSize,
)
from rushes.wire.response_info import ResponseModel


class UpscaleFactor(SparseModel):
    """Bounds of `upscale_factor`; None is unbounded."""

    _nullable: ClassVar[frozenset[str]] = frozenset({"max", "min"})

    max: float | None = None
    min: float | None = None


class UpscaleFactorTypedDict(TypedDict, total=False):
    max: float | None
    min: float | None


class VideoModel(SparseModel):
    """One row of the catalog.

    None in a `supported_…` list means that nothing is published, not that nothing is supported.
    Those keys are always written, as null if need be; a row that lacks them is still read.
    `pricing_skus` are decimal strings whose unit depends on the name.
    """

    model_config = ConfigDict(coerce_numbers_to_str=True)

    _always_written: ClassVar[frozenset[str]] = frozenset(
        {
            "creativity",
            "generate_audio",
            "seed",
            "supported_aspect_ratios",
            "supported_durations",
            "supported_frame_images",
            "supported_resolutions",
            "supported_sizes",
            "upscale_factor",
            "allowed_passthrough_parameters",
        }
    )
    _nullable: ClassVar[frozenset[str]] = frozenset({"hugging_face_id", "pricing_skus"})

    id: str
    canonical_slug: str
    hugging_face_id: str | None = None
    name: str
    created: Integer
    description: str | None = None
    supported_resolutions: list[SupportedResolution] | None = None
    supported_aspect_ratios: list[SupportedAspectRatio] | None = None
    supported_sizes: list[SupportedSize] | None = None
    supported_durations: list[Integer] | None = None
    supported_frame_images: list[SupportedFrameImage] | None = None
    upscale_factor: UpscaleFactor | None = None
    creativity: list[Integer] | None = None
    generate_audio: bool | None = None
    seed: bool | None = None
    pricing_skus: dict[str, str] | None = None
    allowed_passthrough_parameters: list[str] = Field(default_factory=list)


class VideoModelTypedDict(TypedDict):
    allowed_passthrough_parameters: list[str]
    canonical_slug: str
    created: int
    creativity: list[int] | None
    generate_audio: bool | None
    id: str
    name: str
    seed: bool | None
    supported_aspect_ratios: list[SupportedAspectRatio] | None
    supported_durations: list[int] | None
    supported_frame_images: list[SupportedFrameImage] | None
    supported_resolutions: list[SupportedResolution] | None
    supported_sizes: list[SupportedSize] | None
    upscale_factor: UpscaleFactorTypedDict | None
    description: NotRequired[str]
    hugging_face_id: NotRequired[str | None]
    pricing_skus: NotRequired[dict[str, str] | None]


class VideoModelsListResponse(ResponseModel):
    """The catalog, in `data`."""

    data: list[VideoModel]

    def __iter__(self) -> Iterator[VideoModel]:  # type: ignore[override]  # pydantic's has fields
        return iter(self.data)

    def __getitem__(self, index: int) -> VideoModel:
        return self.data[index]

    def __len__(self) -> int:
        return len(self.data)

    def __bool__(self) -> bool:
        return True  # as every response, even without models

    def __contains__(self, name: object) -> bool:
        """Return whether it has a model, or one with that id or canonical slug."""
        return self.get(name) is not None if isinstance(name, str) else name in self.data

    def get(self, name: str) -> VideoModel | None:
        """Return the model of an id or canonical slug, None if there is none."""
        return next((row for row in self.data if name in {row.id, row.canonical_slug}), None)


class VideoModelsListResponseTypedDict(TypedDict):
    data: list[VideoModelTypedDict]
