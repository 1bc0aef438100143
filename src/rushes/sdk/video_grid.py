"""Several videos in one output of a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from rushes.sdk._scalars import integer
from rushes.sdk.batch_result import BatchResult
from rushes.sdk.generation import Generation

if TYPE_CHECKING:
    from rushes.sdk._player import Entry

Shown = Generation | BatchResult


class VideoGrid:
    """Several videos side by side, as the last value of a cell or by `display`.

    `videos` are generations and results of a batch, or a mapping from titles to them. Without a
    title, the prompt is shown as far as it is known. `columns` is their number in a row; None means
    as many as fit. Together they have at most 20 MB of videos; for what is above that, there is a
    picture from Rushes' service, and a line of text. Outside of a notebook it is text.

    Raises:
        TypeError: one of `videos` is neither.
        ValueError: `columns` is not positive.
    """

    def __init__(
        self, videos: Iterable[Shown] | Mapping[str, Shown], *, columns: int | None = None
    ) -> None:
        if columns is not None and (columns := integer("columns", columns)) < 1:
            raise ValueError("columns must be at least 1")
        pairs = videos.items() if isinstance(videos, Mapping) else [("", each) for each in videos]
        self._entries = [_entry(title, shown) for title, shown in pairs]
        self._columns = columns

    def __repr__(self) -> str:
        return "\n".join(_line(entry) for entry in self._entries)

    def _repr_html_(self) -> str:
        from rushes.sdk import _player
        from rushes.sdk.media import LARGEST

        room, figures = LARGEST, list[str]()
        for entry in self._entries:
            figure, size = _player.html(entry, room)
            figures.append(figure)
            room -= size
        track = "auto-fill,minmax(16em,1fr)" if self._columns is None else f"{self._columns},1fr"
        style = f"display:grid;gap:1em;align-items:start;grid-template-columns:repeat({track})"
        return f'<div style="{style}">{"".join(figures)}</div>'


def _entry(title: str, shown: object) -> Entry:
    from rushes.sdk._job_text import shortened, words_of
    from rushes.sdk._player import Entry

    if isinstance(shown, BatchResult):
        prompt = shown.arguments.get("prompt")
        title = title or shortened(prompt if isinstance(prompt, str) else "")
        if shown.generation is not None:
            return shown.generation._entry(title)
        return Entry(None, None, title, words_of(shown.error) if shown.error else "")
    if not isinstance(shown, Generation):
        raise TypeError(
            f"VideoGrid shows generations and results of a batch, not {type(shown).__name__};"
            " video_generation.resume(job) makes a generation of a job"
        )
    return shown._entry(title)


def _line(entry: Entry) -> str:
    job = entry.job
    state = entry.problem if job is None else f"{job.id}: {job.status}"
    return f"{entry.title}: {state}" if entry.title else state
