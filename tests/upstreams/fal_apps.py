"""The applications of the fake fal: what each takes, and its price of a second.

Inputs are not uniform at fal: names and types differ from one application to the next. These are
examples of the usual kinds, not fal's catalog.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Url = str
SOUND = 1.5  # what sound multiplies a price by, where it is optional


KlingSeconds = Literal["3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15"]
SeedanceSeconds = Literal[
    "auto", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15"
]  # fmt: skip


class Input(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")

    prompt: str = Field(min_length=1, max_length=2500)

    @property
    def seconds(self) -> int:
        """Return the length of the video; applications name it in different ways."""
        duration: str | int = getattr(self, "duration", 5)
        if duration == "auto":
            return 5
        return int(duration.rstrip("s")) if isinstance(duration, str) else duration

    @property
    def shape(self) -> str:
        """Return the aspect ratio, of which an image decides where there is one."""
        shape: str = getattr(self, "aspect_ratio", "16:9")
        return shape

    @property
    def factor(self) -> float:
        return SOUND if getattr(self, "generate_audio", False) else 1


class Kling(Input):
    duration: KlingSeconds = "5"
    negative_prompt: str = Field(default="blur", max_length=2500)
    generate_audio: bool = True
    cfg_scale: float = Field(default=0.5, ge=0, le=1)


class KlingText(Kling):
    aspect_ratio: Literal["16:9", "9:16", "1:1"] = "16:9"


class KlingImage(Kling):
    start_image_url: Url
    end_image_url: Url | None = None


class Veo(Input):
    aspect_ratio: Literal["16:9", "9:16"] = "16:9"
    duration: Literal["4s", "6s", "8s"] = "8s"
    resolution: Literal["720p", "1080p", "4k"] = "720p"
    generate_audio: bool = True
    negative_prompt: str | None = None
    seed: int | None = None


class VeoImage(Veo):
    image_url: Url


class VeoFrames(Veo):
    first_frame_url: Url
    last_frame_url: Url


class Hailuo(Input):
    duration: int = Field(default=5, ge=4, le=15)
    resolution: Literal["768P", "2K"] = "768P"
    aspect_ratio: Literal["21:9", "16:9", "4:3", "1:1", "3:4", "9:16"] = "16:9"


class HailuoImage(Hailuo):
    image_url: Url
    end_image_url: Url | None = None


class Seedance(Input):
    """Its sound is free."""

    duration: SeedanceSeconds = "auto"
    resolution: Literal["480p", "720p"] = "720p"
    aspect_ratio: Literal["auto", "21:9", "16:9", "4:3", "1:1", "3:4", "9:16"] = "auto"
    generate_audio: bool = True
    seed: int | None = None

    @property
    def factor(self) -> float:
        return 1


class SeedanceImage(Seedance):
    image_url: Url
    end_image_url: Url | None = None


class SeedanceReference(Seedance):
    image_urls: list[Url] = Field(default=[], max_length=9)
    video_urls: list[Url] = Field(default=[], max_length=3)
    audio_urls: list[Url] = Field(default=[], max_length=3)

    @model_validator(mode="after")
    def check(self) -> Self:
        pictures = len(self.image_urls) + len(self.video_urls)
        if self.audio_urls and not pictures:
            raise ValueError("audio needs an image or a video")
        if pictures + len(self.audio_urls) > 12:
            raise ValueError("at most 12 files are taken")
        return self

    @property
    def factor(self) -> float:
        return 0.6 if self.video_urls else 1


@dataclass(frozen=True)
class App:
    """An application: the type of its input, and dollars a second without sound."""

    input: type[Input]
    rate: float


APPS = {
    "fal-ai/kling-video/v3/standard/text-to-video": App(KlingText, 0.084),
    "fal-ai/kling-video/v3/standard/image-to-video": App(KlingImage, 0.084),
    "fal-ai/kling-video/v3/pro/text-to-video": App(KlingText, 0.112),
    "fal-ai/kling-video/v3/pro/image-to-video": App(KlingImage, 0.112),
    "fal-ai/veo3.1": App(Veo, 0.2),
    "fal-ai/veo3.1/image-to-video": App(VeoImage, 0.2),
    "fal-ai/veo3.1/first-last-frame-to-video": App(VeoFrames, 0.2),
    "fal-ai/minimax/hailuo-3/text-to-video": App(Hailuo, 0.1),
    "fal-ai/minimax/hailuo-3/image-to-video": App(HailuoImage, 0.1),
    **{
        f"bytedance/seedance-2.0/{tier}{name}": App(kind, rate)
        for tier, rate in (("", 0.3024), ("fast/", 0.2419))
        for name, kind in (
            ("text-to-video", Seedance),
            ("image-to-video", SeedanceImage),
            ("reference-to-video", SeedanceReference),
        )
    },
}
