"""Progress on stderr: a live bar on a terminal, plain lines elsewhere, nothing with `--json`."""

from __future__ import annotations

import contextlib

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.text import Text
from rich.theme import Theme

from rushes.sdk._progress_bar import STYLES

PLAIN_STEP = 0.25  # a plain line each quarter


class Reporter(contextlib.AbstractContextManager["Reporter"]):
    """Reports nothing; the base of the others."""

    def __exit__(self, *_: object) -> None:
        pass

    def started(self, job_id: str) -> None:
        """Report that the job was accepted."""

    def note(self, text: str) -> None:
        """Report what a user may want to change."""

    def rendering(self, status: str, fraction: float | None) -> None:
        """Report the job's status and, if known, its progress from 0 to 1."""

    def downloading(self, done: int, total: int | None) -> None:
        """Report the bytes that have arrived."""

    def ended(self, number: int, total: int) -> None:
        """Report how many of several videos have ended."""

    def failed(self, problem: str) -> None:
        """Report that one of several videos was not made."""
        click.echo(f"Error: {problem}", err=True)


def open_reporter(*, quiet: bool) -> Reporter:
    if quiet:
        return Reporter()
    console = Console(stderr=True, theme=Theme(STYLES))
    is_live = console.is_terminal and not console.is_dumb_terminal  # which can redraw no line
    return BarReporter(console) if is_live else PlainReporter(console)


class PlainReporter(Reporter):
    """Prints a line when something has changed."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._last = ("", -1.0)

    def started(self, job_id: str) -> None:
        self._print(f"job {job_id}")

    def note(self, text: str) -> None:
        self._print(text)

    def rendering(self, status: str, fraction: float | None) -> None:
        step = -1.0 if fraction is None else fraction // PLAIN_STEP * PLAIN_STEP
        if (status, step) != self._last:
            self._last = (status, step)
            self._print(status if fraction is None else f"{status} {step:.0%}")

    def downloading(self, done: int, total: int | None) -> None:
        if done == total:
            self._print(f"downloaded {done} bytes")

    def ended(self, number: int, total: int) -> None:
        self._print(f"{number} of {total}")

    def _print(self, text: str) -> None:
        self._console.print(text, highlight=False, markup=False, soft_wrap=True)


class _TimeLeftColumn(ProgressColumn):
    """The time left, once it can be estimated."""

    max_refresh = 0.5  # seconds; an estimate that changes faster cannot be read

    def render(self, task: Task) -> Text:
        if task.total is None or not task.time_remaining:
            return Text()
        minutes, seconds = divmod(int(task.time_remaining), 60)
        return Text(f"{minutes}:{seconds:02} left", style="progress.remaining")


class BarReporter(Reporter):
    def __init__(self, console: Console) -> None:
        self._progress = Progress(
            TextColumn("{task.description:<11}"),
            BarColumn(bar_width=30),
            TaskProgressColumn(),
            TimeElapsedColumn(),
            _TimeLeftColumn(),
            console=console,
            transient=True,  # an error is not preceded by a bar that stands still
        )
        self._task = self._progress.add_task("submitting", total=None)

    def __enter__(self) -> BarReporter:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def started(self, job_id: str) -> None:
        self._progress.console.print(f"job {job_id}", highlight=False)

    def note(self, text: str) -> None:
        self._progress.console.print(text, highlight=False, markup=False)

    def rendering(self, status: str, fraction: float | None) -> None:
        # Until the first frame there is nothing to measure; the bar only shows that time passes.
        preparing = status == "in_progress" and fraction == 0
        self._progress.update(
            self._task,
            description="preparing" if preparing else status.replace("_", " "),
            total=1.0 if fraction else None,
            completed=fraction or 0.0,
        )

    def ended(self, number: int, total: int) -> None:
        self._progress.update(
            self._task, description=f"{number} of {total}", total=total, completed=number
        )

    def failed(self, problem: str) -> None:
        self._progress.console.print(f"Error: {problem}", highlight=False, markup=False)

    def downloading(self, done: int, total: int | None) -> None:
        self._progress.update(self._task, description="downloading", total=total, completed=done)
