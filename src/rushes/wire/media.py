"""Images, audio and video that a request refers to."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from rushes.wire.base import BaseModel
from rushes.wire.enums import FrameType

FrameImageType = Literal["image_url"]
ContentPartImageType = Literal["image_url"]
ContentPartAudioType = Literal["audio_url"]
ContentPartVideoType = Literal["video_url"]


class FrameImageImageURL(BaseModel):
    """Locate an image: an https or `data:` URL."""

    url: str


class FrameImageImageURLTypedDict(TypedDict):
    url: str


ContentPartImageImageURL = FrameImageImageURL
ContentPartImageImageURLTypedDict = FrameImageImageURLTypedDict


class AudioURL(BaseModel):
    """Locate a sound."""

    url: str


class AudioURLTypedDict(TypedDict):
    url: str


class VideoURL(BaseModel):
    """Locate a clip; https only."""

    url: str


class VideoURLTypedDict(TypedDict):
    url: str


class FrameImage(BaseModel):
    """Fix the first or the last frame of the video to an image."""

    image_url: FrameImageImageURL
    type: FrameImageType
    frame_type: FrameType


class FrameImageTypedDict(TypedDict):
    image_url: FrameImageImageURLTypedDict
    type: FrameImageType
    frame_type: FrameType


class ContentPartImage(BaseModel):
    """Offer an image as reference."""

    image_url: ContentPartImageImageURL
    type: ContentPartImageType


class ContentPartImageTypedDict(TypedDict):
    image_url: ContentPartImageImageURLTypedDict
    type: ContentPartImageType


class ContentPartAudio(BaseModel):
    """Offer a sound as reference."""

    audio_url: AudioURL
    type: ContentPartAudioType


class ContentPartAudioTypedDict(TypedDict):
    audio_url: AudioURLTypedDict
    type: ContentPartAudioType


class ContentPartVideo(BaseModel):
    """Offer a clip as reference."""

    video_url: VideoURL
    type: ContentPartVideoType


class ContentPartVideoTypedDict(TypedDict):
    video_url: VideoURLTypedDict
    type: ContentPartVideoType


InputReference = Annotated[
    ContentPartImage | ContentPartAudio | ContentPartVideo, Field(discriminator="type")
]
InputReferenceTypedDict = (
    ContentPartImageTypedDict | ContentPartAudioTypedDict | ContentPartVideoTypedDict
)
