"""Wait for a job and name its video."""

from __future__ import annotations

import re
from pathlib import Path

from rushes.cli.client_for import Target
from rushes.cli.progress import Reporter
from rushes.sdk import Generation, errors
from rushes.sdk._polling import reported_progress
from rushes.wire import VideoGenerationResponse

SILENCE_TIMEOUT = 120.0  # seconds without any response, after which a service counts as gone
_NAME_LENGTH = 60


def wait(target: Target, job_id: str, reporter: Reporter) -> Generation:
    """Wait until a job is completed, however long it takes; report its progress.

    Raises:
        GenerationError: it ended otherwise.
        APIConnectionError: the service does not respond any more.
    """

    def report(job: VideoGenerationResponse) -> None:
        reporter.rendering(str(job.status), reported_progress(job))

    while True:
        try:
            return target.client.video_generation.wait(
                job_id, timeout=SILENCE_TIMEOUT, on_progress=report
            )
        except errors.WaitTimeoutError as error:
            if error.job is None:
                raise error.__cause__ or error from None


def free_name(prompt: str | None, job_id: str) -> Path:
    """Return a file name after the prompt that is not taken in the current folder."""
    words = re.sub(r"[^\w]+", "-", (prompt or "").lower()).strip("-_")[:_NAME_LENGTH]
    stem = words.rstrip("-_") or job_id
    path, number = Path(f"{stem}.mp4"), 1
    while path.exists():
        number += 1
        path = Path(f"{stem}-{number}.mp4")
    return path
