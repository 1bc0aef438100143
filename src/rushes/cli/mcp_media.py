"""The bytes of finished videos and of their still pictures, as far as an agent can take them."""

from __future__ import annotations

from typing import Final

from rushes.sdk._endpoints import CallOptions
from rushes.sdk._service_endpoints import POSTER_TYPE, poster
from rushes.sdk.video_generation import VideoGeneration

__all__ = ["POSTER_TYPE", "VIDEO_TYPE", "TooLargeError", "poster_of", "video_bytes_of"]

VIDEO_TYPE: Final = "video/mp4"
MAX_VIDEO: Final = 16 * 1024 * 1024  # bytes; a message has all of them, a third longer
MAX_POSTER: Final = 1024 * 1024


class TooLargeError(ValueError):
    """A resource has more bytes than a message of the protocol may have."""


async def video_bytes_of(videos: VideoGeneration, *, job_id: str) -> bytes:
    response = await videos.get_video_content_async(job_id=job_id)
    found = bytearray()
    try:
        declared = response.headers.get("content-length", "")
        if declared.isdecimal() and int(declared) > MAX_VIDEO:
            raise _too_large(MAX_VIDEO)
        async for block in response.aiter_bytes():
            found += block
            if len(found) > MAX_VIDEO:
                raise _too_large(MAX_VIDEO)
    finally:
        await response.aclose()
    return bytes(found)


async def poster_of(videos: VideoGeneration, *, job_id: str) -> bytes:
    """Return a still picture of a completed job, which only a Rushes service has."""
    picture = await videos._async_client.send(poster(job_id, CallOptions()))
    if len(picture) > MAX_POSTER:
        raise _too_large(MAX_POSTER)
    return picture


def _too_large(most: int) -> TooLargeError:
    return TooLargeError(
        f"It is larger than the {most // 2**20} MiB of a resource; use the url or the path that"
        " get_video returns"
    )
