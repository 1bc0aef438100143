"""Progress in a notebook: one output of the cell, which the kernel updates.

It is HTML in display updates, which reach every front end, wherever its kernel runs, and need no
widgets. What a saved notebook shows is how the call ended.
"""

from __future__ import annotations

import contextlib
import importlib
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, Self

from rushes.sdk import errors
from rushes.sdk._endings import ending_of
from rushes.sdk._job_text import cost_of, duration, megabytes, shortened, stage_of, words_of
from rushes.sdk._service_details import number_of, text_of

if TYPE_CHECKING:
    from rushes.wire import VideoGenerationResponse

INTERVAL = 0.1  # seconds between two updates that change no more than a number
LEAST_DONE, LEAST_SECONDS = 0.02, 0.5  # before the time left is estimated

_COLORS = {"✓": "#30a46c", "✗": "#e5484d"}  # on white and on black


def is_notebook() -> bool:
    """Return whether the output of this process is shown by a notebook."""
    ipython: Any = sys.modules.get("IPython")  # a kernel has imported it
    get_shell = getattr(ipython, "get_ipython", None)
    return get_shell is not None and getattr(get_shell(), "kernel", None) is not None


@dataclass(frozen=True)
class _State:
    """What is shown; `done` is from 0 to 1, None if it is unknown; `mark` is set at the end."""

    stage: str
    facts: Sequence[str] = ()
    done: float | None = None
    about: Sequence[str] = ()
    note: str = ""
    mark: str = ""

    def bundle(self) -> dict[str, str]:
        return {"text/html": self._html(), "text/plain": self._text()}

    def _shown_facts(self) -> list[str]:
        share = [] if self.done is None or self.mark else [f"{int(self.done * 100)}%"]
        return [*share, *filter(None, self.facts)]

    def _text(self) -> str:
        return " · ".join(filter(None, [self.stage, *self._shown_facts(), self.note, *self.about]))

    def _html(self) -> str:
        line = " · ".join([f"<b>{escape(self.stage)}</b>", *map(escape, self._shown_facts())])
        if self.mark:
            line = f'<span style="color:{_COLORS[self.mark]}">{self.mark}</span> {line}'
        about = escape(" · ".join(filter(None, self.about)))
        rows = [
            line,
            "" if self.mark else self._bar(),
            escape(self.note),
            f'<span style="opacity:.75">{about}</span>' if about else "",
        ]
        shown = "".join(f"<div>{row}</div>" for row in rows if row)
        return f'<div style="max-width:40em;overflow-wrap:anywhere">{shown}</div>'

    def _bar(self) -> str:
        value = "" if self.done is None else f' value="{self.done:.3f}"'
        label = f'aria-label="{escape(self.stage)}"'
        return f'<progress max="1"{value} {label} style="width:100%"></progress>'


class _Output:
    """An output of the cell, and the time that is left."""

    def __init__(self, state: _State, clock: Callable[[], float]) -> None:
        self._state = state
        self._clock = clock
        self._began = self._updated = clock()
        self._first: tuple[float, float] | None = None  # when, and how much was done
        self._handle: Any = None

    def __enter__(self) -> Self:
        # A front end that cannot show it must not end the call.
        with contextlib.suppress(Exception):
            display = importlib.import_module("IPython.display").display
            self._handle = display(self._state.bundle(), raw=True, display_id=True)
        return self

    def show(self, state: _State) -> None:
        now = self._clock()
        old = self._state
        is_minor = (state.stage, state.about) == (old.stage, old.about) and not state.mark
        if is_minor and now - self._updated < INTERVAL:
            return
        self._state, self._updated = state, now
        with contextlib.suppress(Exception):
            self._handle.update(state.bundle(), raw=True)

    def elapsed(self) -> str:
        seconds = self._clock() - self._began
        return duration(seconds) if seconds >= 1 else ""

    def time_left(self, done: float | None) -> str:
        if not done:
            return ""
        now = self._clock()
        if self._first is None:
            self._first = now, done
        seconds, made = now - self._first[0], done - self._first[1]
        if made < LEAST_DONE or seconds < LEAST_SECONDS:
            return ""
        return f"about {duration((1 - done) * seconds / made)} left"


class JobProgress(_Output):
    """Shows a job for as long as the block lasts, and then how it, or the wait, has ended."""

    def __init__(
        self, job_id: str | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(_State("waiting" if job_id else "submitting"), clock)
        self._job_id = job_id
        self._last: VideoGenerationResponse | None = None

    def __exit__(self, _: object, error: BaseException | None, traceback: object) -> None:
        if error is not None and not isinstance(error, errors.GenerationError):
            stage, reason = _stopped(error)
            note = f"{reason} {self._outlook(error)}".strip()
            self.show(_State(stage, note=note, mark="✗"))

    def job(self, job: VideoGenerationResponse) -> None:
        self._job_id, self._last = job.id, job
        ending = ending_of(job)
        done = 1.0 if ending == "completed" else _share(number_of(job, "progress"))
        left, delay = ("", "") if ending else (self.time_left(done), text_of(job, "delay_reason"))
        # Where progress is reported, most time passes between polls, so it would stand still.
        elapsed = self.elapsed() if ending or number_of(job, "progress") is None else ""
        state = _State(
            stage_of(job),
            (left, cost_of(job), elapsed),
            done,
            (shortened(text_of(job, "prompt")), text_of(job, "model"), job.id),
            job.error or delay,
            "" if ending is None else "✓" if ending == "completed" else "✗",
        )
        self.show(state)

    def _outlook(self, error: BaseException) -> str:
        if self._last is not None and ending_of(self._last) is not None:
            return f"The job {self._job_id} is {self._last.status}."
        if self._job_id is not None:
            return f"The job goes on; video_generation.wait({self._job_id!r}) continues the wait."
        refused = isinstance(error, errors.OpenRouterError | ValueError | TypeError)
        if refused and not isinstance(error, errors.SubmitOutcomeUnknownError):
            return "Nothing was submitted."
        return "The job may exist and be charged: check before you submit it again."


class DownloadProgress(_Output):
    """Shows a download for as long as the block lasts, and then how it has ended."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(_State("downloading"), clock)
        self._size = 0

    def __exit__(self, _: object, error: BaseException | None, traceback: object) -> None:
        if error is None:
            self.show(_State("downloaded", (megabytes(self._size), self.elapsed()), mark="✓"))
        else:
            stage, reason = _stopped(error)
            self.show(_State(stage, (megabytes(self._size),), note=reason, mark="✗"))

    def downloaded(self, done: int, total: int | None) -> None:
        self._size = done
        share = _share(done / total) if total else None
        size = f"{megabytes(done)} of {megabytes(total)}" if total else megabytes(done)
        self.show(_State("downloading", (self.time_left(share), size), share))


def _share(done: float | None) -> float | None:
    """Return how much is done; without anything, the bar shows only that time passes."""
    return None if done is None or done <= 0 else min(done, 1.0)


def _stopped(error: BaseException) -> tuple[str, str]:
    """Return what an error that ended the block is called, and its words."""
    if not isinstance(error, Exception):  # by the user, or by a cancellation
        return "interrupted", ""
    return "stopped", f"{words_of(error).rstrip('.')}."
