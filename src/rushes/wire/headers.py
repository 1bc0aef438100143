"""Headers that both sides read: Retry-After and request ids."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

# The contract's own, that of many services, and that of the edge in front of OpenRouter.
_REQUEST_ID_HEADERS = ("request-id", "x-request-id", "cf-ray")


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds to wait, negative for a time that has passed; None if not readable."""
    milliseconds = _finite(headers.get("retry-after-ms"))
    if milliseconds is not None and milliseconds >= 0:
        return milliseconds / 1000
    written = headers.get("retry-after")
    seconds = _finite(written)
    if seconds is not None or not written:
        return seconds
    try:
        moment = parsedate_to_datetime(written)
        if moment.tzinfo is None:  # "-0000": in UTC, as every HTTP date is
            moment = moment.replace(tzinfo=UTC)
        return (moment - datetime.now(UTC)).total_seconds()
    except (ValueError, TypeError, OverflowError):
        return None


def request_id(headers: Mapping[str, str]) -> str | None:
    """Return the id that the service gave a request."""
    found = (headers.get(name) for name in _REQUEST_ID_HEADERS)
    return next((value for value in found if value), None)


def _finite(written: str | None) -> float | None:
    try:
        number = float(written or "")
    except ValueError:
        return None
    return number if math.isfinite(number) else None
