"""What Google's video APIs have in common: their errors, and videos inside answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from rushes.providers.answer import LEAST_WAIT, LONGEST_WAIT, Answer, at, number_at, text_at
from rushes.providers.base import Cancellation, RefusedError
from rushes.providers.inline_video import InlineAnswer, InlineVideoProvider
from rushes.providers.resolved_request import Input, ResolvedRequest
from rushes.providers.rest import Meaning

PICTURES = ("image/jpeg", "image/png", "image/webp")
MAX_INLINE = 20_000_000  # bytes of all files in a request; more would have to be uploaded first

# Words that stand in the message of an error whose code says no more than "invalid".
_MODERATED = re.compile(r"\b(SAFETY|PROHIBITED_CONTENT)\b")


class GoogleAnswer(InlineAnswer):
    """An answer of one of Google's APIs."""

    @property
    def error(self) -> Any:
        body = self.find()  # an error may be alone in a list
        return at(body, 0, "error") if isinstance(body, list) else at(body, "error")

    @property
    def retry_after(self) -> float | None:
        if (asked := super().retry_after) is not None:
            return asked
        delays = (text_at(each, "retryDelay") or "" for each in self.details())
        seconds = next((number_at(delay[:-1]) for delay in delays if delay[-1:] == "s"), None)
        return None if seconds is None else min(max(seconds, LEAST_WAIT), LONGEST_WAIT)

    def details(self) -> Iterator[Any]:
        details = at(self.error, "details")
        yield from details if isinstance(details, list) else ()


class GoogleApiProvider(InlineVideoProvider):
    """Base of the providers of Google's APIs."""

    poll_floor = 5.0
    wants_files = True
    answers = GoogleAnswer
    meanings: ClassVar[Mapping[str, Meaning]] = {
        "API_KEY_INVALID": "credential",  # with status 400
        "BILLING_DISABLED": "credit",  # with status 403
        "payment_required": "credit",
        "SAFETY": "moderated",
        "PROHIBITED_CONTENT": "moderated",
    }

    def error_code(self, answer: Answer) -> str | None:
        if not isinstance(answer, GoogleAnswer):
            return None
        reasons = (text_at(each, "reason") for each in answer.details())
        if reason := next((each for each in reasons if each in self.meanings), None):
            return reason
        message = text_at(answer.error, "message") or ""
        if answer.status == 400 and (found := _MODERATED.search(message)):
            return found[0]
        return text_at(answer.error, "status") or text_at(answer.error, "code")

    def is_lost(self, answer: Answer) -> bool:
        # An unknown interaction is an invalid request, and a poll has nothing else to be invalid.
        return super().is_lost(answer) or self.error_code(answer) == "invalid_request"

    def cancelled(self, answer: Answer) -> Cancellation:
        # One that has ended stays as it is.
        stopped = answer.ok and text_at(answer.find(), "status") == "cancelled"
        return Cancellation("stopped" if stopped else "unknown")

    def setting(self, name: str) -> str:
        return self.account.settings.get(name) or self.account.data.settings[name]


def check_inputs(request: ResolvedRequest) -> None:
    """Raise RefusedError for files that Google would refuse."""
    for each in request.inputs:
        if each.medium.kind == "image" and each.content_type not in PICTURES:
            kinds = "PNG, JPEG or WebP"
            raise _refusal(each, f"is {each.content_type}; Google takes {kinds}")
        if each.medium.kind == "video" and not each.content_type.startswith("video/"):
            raise _refusal(each, f"is {each.content_type}, not a video")
    if sum(len(each.content or b"") for each in request.inputs) > MAX_INLINE:
        limit = f"Google takes at most {MAX_INLINE // 1_000_000} MB of files in a request"
        raise _refusal(request.inputs[-1], f"is too much: {limit}")


def _refusal(part: Input, problem: str) -> RefusedError:
    return RefusedError(f"{part.medium.path}: {problem}", cause="input")
