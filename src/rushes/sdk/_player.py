"""Generations as a notebook shows them: a player, and what is known of the job below it.

The videos are in the page, so it plays wherever it is shown: the browser need not reach the service
or the kernel. Neither keys nor signed URLs are in it, for notebooks are saved and shared.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from rushes.sdk._endings import ending_of
from rushes.sdk._job_text import cost_of, megabytes, shortened, words_of
from rushes.sdk._service_details import details_of, number_of, text_of
from rushes.sdk.media import LARGEST
from rushes.wire.sniff import media_type

if TYPE_CHECKING:
    from rushes.wire import VideoGenerationResponse

MAX_POSTER = 500_000  # bytes

_FIT = "max-width:100%;max-height:30em"


class Source(NamedTuple):
    """Where the video of a job is: in a file, or at the service. Each may fail."""

    saved: Callable[[], Path | None]
    download: Callable[[io.BytesIO], object]
    poster: Callable[[], bytes]


class Entry(NamedTuple):
    """A job and its video or, without one, why there is none. A title replaces the prompt."""

    job: VideoGenerationResponse | None
    source: Source | None = None
    title: str = ""
    problem: str = ""


class _Video(NamedTuple):
    data: bytes = b""
    note: str = ""  # HTML


def html(entry: Entry, room: int = LARGEST) -> tuple[str, int]:
    """Return a player, or a paragraph without one, and the bytes of the video in it.

    There are at most `room`. Any error becomes a line of text.
    """
    job, source = entry.job, entry.source
    if job is None or source is None:
        return _paragraph([entry.title, entry.problem]), 0
    try:
        return _shown(job, source, entry.title or shortened(text_of(job, "prompt")), room)
    except Exception as error:  # noqa: BLE001 - what shows a value must not fail
        known = job.__dict__  # a job made by hand may lack anything
        facts = f"{known.get('id')}: {known.get('status')} (no player: {words_of(error)})"
        return _paragraph([entry.title, facts]), 0


def _shown(job: VideoGenerationResponse, source: Source, title: str, room: int) -> tuple[str, int]:
    if ending_of(job) != "completed":
        return _paragraph([title, _facts(job)]), 0
    video = _load(source, room)
    poster = _poster(source) if details_of(job) else ""  # only Rushes has any
    lines = [escape(title), escape(_facts(job, video.data)), video.note]
    label = escape(title or job.id)
    if video.data:
        still = f' poster="{poster}"' if poster else ""
        picture = (
            f'<video controls loop playsinline preload="metadata" aria-label="{label}"'
            f' style="{_FIT}"{still} src="{_data_url(video.data)}"></video>'
        )
    elif poster:
        picture = f'<img alt="{label}" style="{_FIT}" src="{poster}">'
    else:
        return f"<p>{_joined(lines)}</p>", 0
    caption = f"<figcaption>{_joined(lines)}</figcaption>"
    return f'<figure style="margin:0">{picture}{caption}</figure>', len(video.data)


def _facts(job: VideoGenerationResponse, video: bytes = b"") -> str:
    """Return what is known of a job, such as "gen-vid-1: completed, $1.60, 1280x720, 4 s"."""
    seconds, seed = number_of(job, "duration"), details_of(job).get("seed")
    facts = [
        f"{job.id}: {job.status}{f' ({job.error})' if job.error else ''}",
        cost_of(job),
        text_of(job, "size"),
        "" if seconds is None else f"{seconds:g} s",
        "" if seed is None else f"seed {seed}",
        megabytes(len(video)) if video else "",
    ]
    return ", ".join(filter(None, facts))


class _Bounded(io.BytesIO):
    def __init__(self, room: int) -> None:
        super().__init__()
        self._room = room

    def write(self, data: bytes, /) -> int:  # type: ignore[override]  # only bytes come
        if self.tell() + len(data) > self._room:
            raise OverflowError
        return super().write(data)


def _load(source: Source, room: int) -> _Video:
    too_large = f"not embedded, because an output holds {LARGEST // 1_000_000} MB of video"
    if (saved := source.saved()) is not None and saved.is_file():
        if saved.stat().st_size <= room:
            return _Video(saved.read_bytes())
        return _Video(note=f"{too_large}; saved as {_link(saved)}")
    buffer = _Bounded(room)
    try:
        source.download(buffer)
    except OverflowError:
        return _Video(note=f"{too_large}; save() it and open the file")
    except Exception as error:  # noqa: BLE001 - the caption shows it
        return _Video(note=escape(f"no player: {words_of(error)}"))
    return _Video(buffer.getvalue())


def _link(saved: Path) -> str:
    """Return a link to a file that is below the folder of the notebook, else its path."""
    try:
        path = saved.relative_to(Path.cwd())
    except ValueError:
        return escape(str(saved))
    return f'<a href="{escape(quote(path.as_posix()))}">{escape(str(path))}</a>'


def _poster(source: Source) -> str:
    """Return a picture as a URL, "" if the service has none."""
    try:
        picture = source.poster()
    except Exception:  # noqa: BLE001 - it plays without a picture
        return ""
    return _data_url(picture) if 0 < len(picture) <= MAX_POSTER else ""


def _data_url(data: bytes) -> str:
    kind = media_type(data) or "video/mp4"
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"


def _paragraph(lines: Iterable[str]) -> str:
    return f"<p>{_joined(map(escape, lines))}</p>"


def _joined(lines: Iterable[str]) -> str:
    return "<br>".join(filter(None, lines))
