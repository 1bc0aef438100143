"""The job, as submission and polling show it."""

from __future__ import annotations

from typing import Any, ClassVar, NotRequired, TypedDict

from openrouter.components.scalars import Integer
from openrouter.components.sparse import SparseModel
from openrouter.components.vocabulary import VideoGenerationResponseStatus
from openrouter.exchange import AnswerModel


class VideoGenerationUsage(SparseModel):
    """What a finished job cost, in USD; null if unknown."""

    _nullable: ClassVar[frozenset[str]] = frozenset({"cost"})

    cost: float | None = None
    is_byok: bool | None = None


class VideoGenerationUsageTypedDict(TypedDict, total=False):
    """Plain form of `VideoGenerationUsage`."""

    cost: float | None
    is_byok: bool


class VideoGenerationResponse(AnswerModel):
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

    def _shown(self, name: str | None, value: Any) -> Any:
        if name == "urls" and value:
            # What comes after the question mark opens the video to whoever reads the log.
            return [f"{url.partition('?')[0]}?…" if "?" in url else url for url in value]
        return super()._shown(name, value)


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
