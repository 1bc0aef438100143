"""Wait for a job and bring its video home."""

from __future__ import annotations

import re
import time
from pathlib import Path

from openrouter.components import VideoGenerationResponse
from rushes.cli.progress import Reporter
from rushes.cli.target import Target

ENDED = {"completed", "failed", "cancelled", "expired"}
FAST_POLL = 0.25  # seconds, for a service on this machine, which tells its progress
SLOW_POLL = 5.0  # seconds, for any other
_NAME_LENGTH = 60


def wait(target: Target, job_id: str, reporter: Reporter) -> VideoGenerationResponse:
    """Poll a job until it ends; report its progress where the service tells it."""
    while True:
        job = target.client.video_generation.get_generation(job_id=job_id)
        details = (job.model_extra or {}).get("rushes")
        share = float(details["progress"]) if isinstance(details, dict) else None
        reporter.rendering(str(job.status), share)
        if job.status in ENDED:
            return job
        time.sleep(SLOW_POLL if share is None else FAST_POLL)


def download(target: Target, job_id: str, path: Path, reporter: Reporter) -> int:
    """Save a job's video: under a temporary name, then under its own. Return its bytes."""
    part = _part(path)
    response = target.client.video_generation.get_video_content(job_id=job_id, index=0)
    size = 0
    try:
        total = int(response.headers.get("content-length", 0)) or None
        with part.open("wb") as file:
            for block in response.iter_bytes():
                size += file.write(block)
                reporter.downloading(size, total)
        part.replace(path)
    finally:
        response.close()
        part.unlink(missing_ok=True)
    return size


def check_writable(path: Path) -> None:
    """Raise OSError now if a file cannot be written there, rather than after a long render."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = _part(path)
    part.touch()
    part.unlink()


def free_name(prompt: str | None, job_id: str) -> Path:
    """Return a file name after the prompt that is not taken in the current folder."""
    words = re.sub(r"[^\w]+", "-", (prompt or "").lower()).strip("-_")[:_NAME_LENGTH]
    stem = words.rstrip("-_") or job_id
    path, number = Path(f"{stem}.mp4"), 1
    while path.exists():
        number += 1
        path = Path(f"{stem}-{number}.mp4")
    return path


def _part(path: Path) -> Path:
    return path.with_name(f"{path.name}.part")
