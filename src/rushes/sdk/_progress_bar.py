"""A bar for scripts, drawn by `rich` on stderr."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar, cast

from rushes.sdk._polling import told_progress

if TYPE_CHECKING:
    from rich.progress import Progress

    from rushes.wire import VideoGenerationResponse

Listener = TypeVar("Listener", bound=Callable[..., object])


class Bar:
    """One bar for a job, then for its bytes."""

    def __init__(self) -> None:
        try:
            from rich import console, progress
        except ImportError as error:
            raise ImportError(
                "progress=True draws with rich, which is not installed: "
                "pip install 'rushes[progress]'"
            ) from error
        self._progress: Progress = progress.Progress(
            # A status is the service's own word, and no markup.
            progress.TextColumn("{task.description:<11}", markup=False),
            progress.BarColumn(bar_width=40),
            progress.TaskProgressColumn(),
            progress.TimeElapsedColumn(),
            console=console.Console(stderr=True),
        )
        self._task = self._progress.add_task("submitting", total=None)

    def __enter__(self) -> Bar:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def job(self, job: VideoGenerationResponse) -> None:
        """Move by what is done of a job; without that the bar only shows that time passes."""
        done = 1.0 if job.status == "completed" else told_progress(job)
        self._progress.update(
            self._task,
            description=str(job.status).replace("_", " "),
            total=1.0 if done else None,
            completed=done or 0.0,
        )

    def downloaded(self, done: int, total: int | None) -> None:
        """Move by bytes."""
        self._progress.update(self._task, description="downloading", total=total, completed=done)


@contextlib.contextmanager
def of_job(wanted: bool, listener: Listener | None) -> Iterator[Listener | None]:
    """Show a bar for as long as the block lasts, if one is wanted; give a listener that moves it.

    Raises:
        ImportError: rich is not installed.
    """
    if not wanted:
        yield listener
        return
    with Bar() as bar:
        yield _both(bar.job, listener)


@contextlib.contextmanager
def of_bytes(wanted: bool, listener: Listener | None) -> Iterator[Listener | None]:
    """As `of_job`, for a download."""
    if not wanted:
        yield listener
        return
    with Bar() as bar:
        yield _both(bar.downloaded, listener)


def _both(first: Callable[..., object], second: Listener | None) -> Listener:
    def tell(*arguments: object) -> object:
        first(*arguments)
        # What it returns may have to be awaited.
        return None if second is None else second(*arguments)

    return cast("Listener", tell)
