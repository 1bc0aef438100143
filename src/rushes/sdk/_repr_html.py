"""A generation as a notebook shows it: a player, and what is known of the job below it."""

from __future__ import annotations

import base64
import io
import ipaddress
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from rushes.sdk._download import signed_url
from rushes.sdk._endings import ending_of
from rushes.sdk.media import LARGEST
from rushes.wire.sniff import media_type

if TYPE_CHECKING:
    from collections.abc import Callable

    from rushes.sdk._params import BinaryFile
    from rushes.wire.job import VideoGenerationResponse

    Download = Callable[[BinaryFile], object]

# Reserved for names that are not in the public DNS, or used for such.
_LOCAL_DOMAINS = (
    *(".localhost", ".local", ".internal", ".intranet", ".private", ".corp", ".home", ".lan"),
    *(".home.arpa", ".test", ".onion"),
)


def html(job: VideoGenerationResponse, saved: Path | None, download: Download) -> str:
    """Return a player for the first video of a job, or a line about a job without one.

    It plays a saved file, else a signed URL that any browser can load, else the video is fetched
    and embedded. Nothing in it needs or shows the key. Any error becomes a line of text.
    """
    try:
        return _shown(job, saved, download)
    except Exception as error:  # noqa: BLE001 - what shows a value must not fail
        known = job.__dict__  # a job made by hand may lack anything
        caption = f"{known.get('id')}: {known.get('status')} (no player: {_words(error)})"
        return f"<p>{escape(caption)}</p>"


def _words(error: Exception) -> str:
    try:
        return str(error) or type(error).__name__
    except Exception:  # noqa: BLE001 - it may come from the caller's own client
        return type(error).__name__


def _shown(job: VideoGenerationResponse, saved: Path | None, download: Download) -> str:
    source, reason = (
        _source(job, saved, download) if ending_of(job) == "completed" else (None, job.error)
    )
    caption = f"{job.id}: {job.status}"
    if job.usage is not None and job.usage.cost is not None:
        caption += f", ${job.usage.cost:g}"
    if source is None:
        return f"<p>{escape(f'{caption} ({reason})' if reason else caption)}</p>"
    return (
        "<figure style='margin: 0'>"
        f'<video controls loop preload="metadata" style="max-width: 100%" src="{escape(source)}">'
        f"</video><figcaption>{escape(caption)}</figcaption></figure>"
    )


class _Bounded(io.BytesIO):
    def write(self, data: bytes, /) -> int:  # type: ignore[override]  # only bytes come
        if self.tell() + len(data) > LARGEST:
            raise OverflowError
        return super().write(data)


def _source(
    job: VideoGenerationResponse, saved: Path | None, download: Download
) -> tuple[str | None, str]:
    too_large = f"more than {LARGEST // 1_000_000} MB; save() it and open the file"
    if saved is not None and saved.is_file():
        if saved.stat().st_size > LARGEST:
            return None, f"saved as {saved}"
        return _embedded(saved.read_bytes()), ""
    if (url := signed_url(job)) is not None and _is_public(url):
        return url, ""
    buffer = _Bounded()
    try:
        download(buffer)
    except OverflowError:
        return None, too_large
    except Exception as error:  # noqa: BLE001 - the caption shows it
        return None, f"no player: {_words(error)}"
    return _embedded(buffer.getvalue()), ""


def _is_public(url: str) -> bool:
    """Return whether a page that is shown elsewhere can load a URL.

    The browser of a notebook often is not on the machine of its kernel, and a page that came by
    https loads nothing by http.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".")
    if parts.scheme != "https":
        return False
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_global
    except ValueError:
        # Browsers take a name that ends in a number for a short form of an address.
        is_short = host.rpartition(".")[2][:1].isdigit()
        return "." in host and not is_short and not host.endswith(_LOCAL_DOMAINS)


def _embedded(video: bytes) -> str:
    kind = media_type(video) or "video/mp4"
    return f"data:{kind};base64,{base64.b64encode(video).decode('ascii')}"
