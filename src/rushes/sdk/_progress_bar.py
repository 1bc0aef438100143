"""Progress of a call: in a notebook an output of the cell, else a bar of `rich` on stderr."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar, cast

from rushes.sdk import _notebook_progress
from rushes.sdk._endings import ending_of
from rushes.sdk._scalars import flag
from rushes.sdk._service_details import reported_progress

if TYPE_CHECKING:
    from rich.progress import Progress

    from rushes.wire import VideoGenerationResponse

# Rich's own styles have text in yellow, which cannot be read on white.
STYLES = {
    "bar.back": "bright_black",
    "bar.complete": "green",
    "bar.finished": "green",
    "bar.pulse": "green",
    "progress.percentage": "none",
    "progress.elapsed": "none",
    "progress.remaining": "none",
}

Listener = TypeVar("Listener", bound=Callable[..., object])


class Bar:
    def __init__(self) -> None:
        try:
            from rich import console, progress, theme
        except ImportError as error:
            raise ImportError(
                "progress=True draws with rich, which is not installed: "
                "pip install 'rushes[progress]'"
            ) from error
        self._progress: Progress = progress.Progress(
            # A status may be any text of the service, not markup.
            progress.TextColumn("{task.description:<11}", markup=False),
            progress.BarColumn(bar_width=40),
            progress.TaskProgressColumn(),
            progress.TimeElapsedColumn(),
            console=console.Console(stderr=True, theme=theme.Theme(STYLES)),
        )
        self._task = self._progress.add_task("submitting", total=None)

    def __enter__(self) -> Bar:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def job(self, job: VideoGenerationResponse) -> None:
        # Without a progress the bar only shows that time passes.
        done = 1.0 if ending_of(job) == "completed" else reported_progress(job)
        self._progress.update(
            self._task,
            description=str(job.status).replace("_", " "),
            total=1.0 if done else None,
            completed=done or 0.0,
        )

    def downloaded(self, done: int, total: int | None) -> None:
        self._progress.update(self._task, description="downloading", total=total, completed=done)


@contextlib.contextmanager
def shown(
    wanted: bool, listener: Listener | None, job_id: str | None = None
) -> Iterator[Listener | None]:
    """Show a job during the block, if that is wanted; give a listener that updates it.

    `job_id` is that of a job that was submitted before.
    """
    if not flag("progress", wanted):
        yield listener
    elif _notebook_progress.is_notebook():
        with _notebook_progress.JobProgress(job_id) as output:
            yield _both(output.job, listener)
    else:
        with Bar() as bar:
            yield _both(bar.job, listener)


@contextlib.contextmanager
def shown_download(wanted: bool, listener: Listener | None) -> Iterator[Listener | None]:
    """As `shown`, of a download."""
    if not flag("progress", wanted):
        yield listener
    elif _notebook_progress.is_notebook():
        with _notebook_progress.DownloadProgress() as output:
            yield _both(output.downloaded, listener)
    else:
        with Bar() as bar:
            yield _both(bar.downloaded, listener)


def _both(update: Callable[..., object], listener: Listener | None) -> Listener:
    def report(*arguments: object) -> object:
        update(*arguments)
        # What the caller's listener returns may have to be awaited.
        return None if listener is None else listener(*arguments)

    return cast("Listener", report)
