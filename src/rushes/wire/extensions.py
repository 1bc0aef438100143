"""Responses that Rushes' service adds to the contract."""

from __future__ import annotations

from rushes.wire.base import Integer
from rushes.wire.job import VideoGenerationResponse
from rushes.wire.response_info import ResponseModel


class VideoGenerationPage(ResponseModel):
    """Some jobs, newest first; `next_cursor` is the page of older ones, if there are any."""

    data: list[VideoGenerationResponse]
    has_more: bool = False
    next_cursor: str | None = None


class VideoGenerationDeletion(ResponseModel):
    """The response to the deletion of a job."""

    id: str
    deleted: bool = True


class Quote(ResponseModel):
    """The price of a request, and the video that it would make.

    `cost` is None where the price list does not say. `size` is "WxH", `duration` in seconds.
    """

    model: str
    cost: float | None = None
    currency: str = "USD"
    size: str | None = None
    duration: Integer | None = None
    audio: bool | None = None
    provider: str | None = None
