"""The models of the fake Replicate: what each takes, and its price.

Names of inputs differ from one model to the next. These are examples of the usual kinds, not
Replicate's catalog. `GET /v1/models/{owner}/{name}` shows each input as a JSON schema.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Input(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")

    prompt: str = Field(min_length=1)
    seed: int | None = None

    @property
    def seconds(self) -> int:
        duration: int = getattr(self, "duration", 5)
        return duration

    @property
    def shape(self) -> str:
        shape: str = getattr(self, "aspect_ratio", "16:9")
        return shape


class Veo(Input):
    duration: Literal[4, 6, 8] = 8
    resolution: Literal["720p", "1080p"] = "1080p"
    aspect_ratio: Literal["16:9", "9:16"] = "16:9"
    generate_audio: bool = True
    negative_prompt: str | None = None
    image: str | None = None
    last_frame: str | None = None
    reference_images: list[str] = Field(default=[], max_length=3)


class Kling(Input):
    duration: int = Field(default=5, ge=3, le=15)
    mode: Literal["standard", "pro"] = "pro"
    aspect_ratio: Literal["16:9", "9:16", "1:1"] = "16:9"
    generate_audio: bool = False
    negative_prompt: str = ""
    start_image: str | None = None
    end_image: str | None = None


class Hailuo(Input):
    duration: Literal[6, 10] = 6
    resolution: Literal["768p", "1080p"] = "768p"
    prompt_optimizer: bool = True
    first_frame_image: str | None = None
    last_frame_image: str | None = None


class Open(Input):
    """A model of the community, which is billed by the seconds of its machine."""

    num_frames: int = Field(default=81, ge=5, le=121)
    aspect_ratio: Literal["16:9", "9:16"] = "16:9"
    image: str | None = None


@dataclass(frozen=True)
class Model:
    """A model: the type of its input, dollars a second, its version.

    The predictions of official models hide the version. `listed` makes `output` a list.
    """

    input: type[Input]
    rate: float
    version: str
    official: bool = True
    listed: bool = False

    @property
    def shown_version(self) -> str:
        return "hidden" if self.official else self.version


MODELS = {
    "google/veo-3.1": Model(Veo, 0.4, "1a" * 32),
    "kwaivgi/kling-v3-video": Model(Kling, 0.1, "2b" * 32),
    "owner/name": Model(Kling, 0.1, "5e" * 32),  # as documentation names one
    "minimax/hailuo-2.3": Model(Hailuo, 0.05, "3c" * 32),
    "community/open-video": Model(Open, 0.001, "4d" * 32, official=False, listed=True),
}
DEPLOYMENTS = {"studio/clips": "google/veo-3.1"}
