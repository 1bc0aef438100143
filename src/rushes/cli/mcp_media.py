"""The bytes of finished videos and of their still pictures, as far as an agent can take them."""

from __future__ import annotations

from typing import Final

import httpx

from rushes.sdk import _endpoints, _parse
from rushes.sdk._endpoints import APICall, CallOptions
from rushes.sdk.video_generation import VideoGeneration
from rushes.storage.pictures import TYPE as POSTER_TYPE

__all__ = ["POSTER_TYPE", "VIDEO_TYPE", "TooLargeError", "poster_of", "video_bytes_of"]

VIDEO_TYPE: Final = "video/mp4"
MAX_VIDEO: Final = 16 * 1024 * 1024  # bytes; a message has all of them, a third longer
MAX_POSTER: Final = 1024 * 1024


class TooLargeError(ValueError):
    """A resource has more bytes than a message of the protocol may have."""


async def video_bytes_of(videos: VideoGeneration, *, job_id: str) -> bytes:
    return await _bounded(await videos.get_video_content_async(job_id=job_id), MAX_VIDEO)


async def poster_of(videos: VideoGeneration, *, job_id: str) -> bytes:
    """Return a still picture of a completed job, which only a Rushes service has."""
    call = APICall(
        "GET",
        f"{_endpoints.job_path(job_id)}/poster",
        CallOptions(),
        _parse.unread,
        accept=POSTER_TYPE,
        stream=True,
        is_wanted=_is_poster,
    )
    return await _bounded(await videos._async_client.send(call), MAX_POSTER)


def _is_poster(response: httpx.Response) -> bool:
    return response.status_code == 200 and _parse.media_type(response) == POSTER_TYPE


async def _bounded(response: httpx.Response, most: int) -> bytes:
    found = bytearray()
    try:
        declared = response.headers.get("content-length", "")
        if declared.isdecimal() and int(declared) > most:
            raise _too_large(most)
        async for block in response.aiter_bytes():
            found += block
            if len(found) > most:
                raise _too_large(most)
    finally:
        await response.aclose()
    return bytes(found)


def _too_large(most: int) -> TooLargeError:
    return TooLargeError(
        f"It is larger than the {most // 2**20} MiB of a resource; use the url or the path that"
        " get_video returns"
    )
