"""Errors of a bucket, as messages without secrets.

A bucket's own messages may contain keys, tokens and signed strings, so only the HTTP status and
the error code are passed on.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator

from obstore.exceptions import BaseError, PermissionDeniedError, UnauthenticatedError

from rushes.storage.base import StorageError, outage

BUCKET_ERRORS = (BaseError, OSError, ValueError)  # obstore raises these and no others
_STATUS = re.compile(r"status code: (\d{3})")
_CODE = re.compile(r"<Code>(\w{1,64})</Code>")


@contextlib.contextmanager
def bucket_errors(what: str) -> Iterator[None]:
    """Raise a bucket's errors as StorageError: what failed, and why."""
    try:
        yield
    except BUCKET_ERRORS as error:
        problem = f"{what}: {_reason(error)}"
        if not isinstance(error, FileNotFoundError):
            outage.failed(problem)
        raise StorageError(problem) from None
    else:
        outage.works()


def _reason(error: Exception) -> str:
    text = str(error)
    found = [match[1] for match in (_STATUS.search(text), _CODE.search(text)) if match]
    code = f" ({' '.join(found)})" if found else ""
    if isinstance(error, (PermissionDeniedError, UnauthenticatedError)):
        return f"the bucket refused access{code}"
    if isinstance(error, FileNotFoundError):
        return f"the bucket or the video in it is missing{code}"
    if "HTTP error" in text:
        return "the bucket could not be reached"
    return f"the bucket reported an error{code}"
