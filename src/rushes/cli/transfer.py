"""Wait for a job and bring its video home."""

from __future__ import annotations

import re
from pathlib import Path

from rushes.cli.client_for import Target
from rushes.cli.progress import Reporter
from rushes.sdk import Generation, errors
from rushes.sdk._polling import told_progress
from rushes.wire import VideoGenerationResponse

PATIENCE = 120.0  # seconds without any answer, after which a service counts as gone
_NAME_LENGTH = 60


def wait(target: Target, job_id: str, reporter: Reporter) -> Generation:
    """Wait until a job is completed, however long it takes; report its progress.

    Raises:
        GenerationError: it ended otherwise.
        APIConnectionError: the service does not answer any more.
    """

    def report(job: VideoGenerationResponse) -> None:
        reporter.rendering(str(job.status), told_progress(job))

    while True:
        try:
            return target.client.video_generation.wait(job_id, timeout=PATIENCE, on_progress=report)
        except errors.WaitTimeoutError as error:
            if error.job is None:
                raise error.__cause__ or error from None


def download(target: Target, job: Generation, path: Path, reporter: Reporter) -> int:
    """Save a job's video, which gets its name when it is whole. Return its bytes."""
    target.client.video_generation.download(
        job, path, overwrite=True, on_progress=reporter.downloading
    )
    return path.stat().st_size


def check_writable(path: Path) -> None:
    """Raise OSError now if a file cannot be written there, rather than after a long render."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # What an interrupted download left there is still of use.
    part = path.with_name(f"{path.name}.part")
    is_new = not part.exists()
    part.open("ab").close()
    if is_new:
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
