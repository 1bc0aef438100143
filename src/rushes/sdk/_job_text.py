"""Short texts about a job, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rushes.sdk._endings import ending_of
from rushes.sdk._service_details import number_of

if TYPE_CHECKING:
    from rushes.wire.job import VideoGenerationResponse

MAX_PROMPT = 200  # characters of a prompt that are shown


def usd(amount: float) -> str:
    """Return an amount with cents, and with what is smaller if it has any."""
    whole, _, part = f"{amount:.6f}".rstrip("0").partition(".")
    return f"${whole}.{part:0<2}"


def cost_of(job: VideoGenerationResponse) -> str:
    """Return what a job has cost or, while it runs, its price, as far as the service says so."""
    if job.usage is not None and job.usage.cost is not None:
        return usd(job.usage.cost)
    quote = number_of(job, "quote")
    return "" if quote is None or ending_of(job) is not None else f"{usd(quote)} expected"


def stage_of(job: VideoGenerationResponse) -> str:
    # Until the first frame there is nothing to measure.
    is_preparing = job.status == "in_progress" and number_of(job, "progress") == 0
    return "preparing" if is_preparing else str(job.status).replace("_", " ")


def duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def megabytes(size: float) -> str:
    return f"{size / 1e6:.1f} MB"


def shortened(text: str) -> str:
    return text if len(text) <= MAX_PROMPT else f"{text[: MAX_PROMPT - 1]}…"


def words_of(error: BaseException) -> str:
    try:
        return str(error) or type(error).__name__
    except Exception:  # noqa: BLE001 - it may come from the caller's own client
        return type(error).__name__
