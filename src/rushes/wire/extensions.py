"""What Rushes' service answers beyond the contract."""

from __future__ import annotations

from rushes.wire.base import Integer
from rushes.wire.job import VideoGenerationResponse
from rushes.wire.response_info import ResponseModel


class VideoGenerationPage(ResponseModel):
    """Some jobs, newest first; `next_cursor` leads to the older ones, if there are any."""

    data: list[VideoGenerationResponse]
    has_more: bool = False
    next_cursor: str | None = None


class VideoGenerationDeletion(ResponseModel):
    """What is left of a deleted job."""

    id: str
    deleted: bool = True


class Quote(ResponseModel):
    """What a request would cost, and what would be made of it.

    `cost` is None where the price list does not tell. `size` is "WxH", `duration` in seconds.
    """

    model: str
    cost: float | None = None
    currency: str = "USD"
    size: str | None = None
    duration: Integer | None = None
    audio: bool | None = None
    provider: str | None = None
