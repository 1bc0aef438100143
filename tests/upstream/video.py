"""The fake upstream's videos: valid MP4 files that tell whose they are."""

from __future__ import annotations

from tests.mp4 import minimal_mp4


def video_of(job_id: str, size: int) -> bytes:
    """Return a job's video: its payload is the job's id, over and over, of `size` bytes."""
    line = job_id.encode() + b"\n"
    return minimal_mp4((line * (size // len(line) + 1))[:size])
