"""The job, as submission and polling show it."""

from __future__ import annotations

from typing import Any, ClassVar, NotRequired, TypedDict

from pydantic import model_validator

from openrouter.components.scalars import Integer
from openrouter.components.vocabulary import VideoGenerationResponseStatus
from openrouter.types import UNSET, BaseModel


class SparseModel(BaseModel):
    """Accept UNSET for a key that may also be null; it then reads as None and is not written."""

    @model_validator(mode="before")
    @classmethod
    def _drop_unset(cls, given: Any) -> Any:
        if isinstance(given, dict) and UNSET in given.values():
            return {key: value for key, value in given.items() if value is not UNSET}
        return given


class VideoGenerationUsage(SparseModel):
    """What a finished job cost, in USD; null if unknown."""

    _nullable: ClassVar[frozenset[str]] = frozenset({"cost"})

    cost: float | None = None
    is_byok: bool | None = None


class VideoGenerationUsageTypedDict(TypedDict, total=False):
    """Plain form of `VideoGenerationUsage`."""

    cost: float | None
    is_byok: bool


class VideoGenerationResponse(BaseModel):
    """One job. A failed job is a normal answer: look at `status` and `error`.

    `urls` are signed and work without a key until `expires_at` (unix seconds), so treat them as
    secrets; `unsigned_urls` need the key.
    """

    id: str
    polling_url: str
    status: VideoGenerationResponseStatus
    error: str | None = None
    expires_at: Integer | None = None
    generation_id: str | None = None
    unsigned_urls: list[str] | None = None
    urls: list[str] | None = None
    usage: VideoGenerationUsage | None = None


class VideoGenerationResponseTypedDict(TypedDict):
    """Plain form of `VideoGenerationResponse`."""

    id: str
    polling_url: str
    status: VideoGenerationResponseStatus
    error: NotRequired[str]
    expires_at: NotRequired[int]
    generation_id: NotRequired[str]
    unsigned_urls: NotRequired[list[str]]
    urls: NotRequired[list[str]]
    usage: NotRequired[VideoGenerationUsageTypedDict]
