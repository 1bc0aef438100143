"""The body of a submission."""

from __future__ import annotations

from typing import Any, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from rushes.wire.base import BaseModel, Boolean, Integer, Number
from rushes.wire.enums import VideoGenerationRequestAspectRatio, VideoGenerationRequestResolution
from rushes.wire.media import (
    FrameImage,
    FrameImageTypedDict,
    InputReference,
    InputReferenceTypedDict,
)
from rushes.wire.provider import (
    VideoGenerationRequestProvider,
    VideoGenerationRequestProviderTypedDict,
)


class TraceConfig(BaseModel):
    """Name a job for observability; further keys travel along."""

    generation_name: str | None = None
    parent_span_id: str | None = None
    span_name: str | None = None
    trace_id: str | None = None
    trace_name: str | None = None

    @property
    def additional_properties(self) -> dict[str, Any]:
        """Return the keys beyond the five known ones."""
        return self.__pydantic_extra__ or {}


class TraceConfigTypedDict(TypedDict, total=False):
    generation_name: str
    parent_span_id: str
    span_name: str
    trace_id: str
    trace_name: str


class VideoGenerationRequest(BaseModel):
    """Ask for one video.

    Only `model` is required. None counts as absent. What a model supports (durations, sizes,
    frames) is in the catalog and not checked here; the bounds in the schema are hints.
    """

    model: str
    aspect_ratio: VideoGenerationRequestAspectRatio | None = None
    callback_url: str | None = Field(default=None, json_schema_extra={"format": "uri"})
    creativity: Integer | None = None
    duration: Integer | None = Field(default=None, json_schema_extra={"minimum": 1})
    frame_images: list[FrameImage] | None = None
    generate_audio: Boolean | None = None
    input_references: list[InputReference] | None = None
    previous_job_id: str | None = None
    prompt: str | None = None
    provider: VideoGenerationRequestProvider | None = None
    resolution: VideoGenerationRequestResolution | None = None
    seed: Integer | None = None
    session_id: str | None = Field(default=None, json_schema_extra={"maxLength": 256})
    size: str | None = Field(default=None, json_schema_extra={"examples": ["1280x720"]})
    trace: TraceConfig | None = None
    upscale_factor: Number | None = Field(default=None, json_schema_extra={"exclusiveMinimum": 0})
    user: str | None = None


class VideoGenerationRequestTypedDict(TypedDict):
    model: str
    aspect_ratio: NotRequired[VideoGenerationRequestAspectRatio]
    callback_url: NotRequired[str]
    creativity: NotRequired[int]
    duration: NotRequired[int]
    frame_images: NotRequired[list[FrameImageTypedDict]]
    generate_audio: NotRequired[bool]
    input_references: NotRequired[list[InputReferenceTypedDict]]
    previous_job_id: NotRequired[str]
    prompt: NotRequired[str]
    provider: NotRequired[VideoGenerationRequestProviderTypedDict]
    resolution: NotRequired[VideoGenerationRequestResolution]
    seed: NotRequired[int]
    session_id: NotRequired[str]
    size: NotRequired[str]
    trace: NotRequired[TraceConfigTypedDict]
    upscale_factor: NotRequired[float]
    user: NotRequired[str]
