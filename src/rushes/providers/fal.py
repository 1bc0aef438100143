"""fal's queue, which hosts models of many makers.

COMPLETED says only that a request has ended; the status of its result says how. A job's id is the
path of its request, which fal returns: it keeps of the model's name only the first parts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import ClassVar
from urllib.parse import quote, urlsplit

from rushes.catalog.endpoint import Endpoint
from rushes.catalog.mapped_endpoints import mapped
from rushes.clock import real_sleep
from rushes.providers.answer import MAX_ID, Answer, UnreadableError, at, id_at, state_at, text_at
from rushes.providers.base import (
    Cancellation,
    LostError,
    Progress,
    RefusalCause,
    RefusedError,
    TransientError,
    UpstreamJob,
)
from rushes.providers.http import Call
from rushes.providers.named_input import named_input
from rushes.providers.resolved_request import ResolvedRequest
from rushes.providers.rest import UNKNOWN_JOB, Meaning, RestProvider
from rushes.wire.ending import ending_of

POLICY = "content_policy_violation"
ERROR_TYPE = "X-Fal-Error-Type"  # of the platform's own errors
CANCEL_POLLS = 3  # until a request whose cancellation was accepted shows that it has ended
# The usual names; many models differ.
NAMES = {
    "prompt": "prompt",
    "first_frame": "image_url",
    "last_frame": "end_image_url",
    "image_references": "reference_image_urls",
    "video_references": "video_urls",
    "audio_references": "audio_urls",
    "duration": "duration",
    "duration_text": "{}",
    "resolution": "resolution",
    "aspect_ratio": "aspect_ratio",
    "generate_audio": "generate_audio",
    "seed": "seed",
}

_PATH = re.compile(r"/(?P<request>[\w.-]+(?:/[\w.-]+)*)/status")
# Of a result: the key or the platform failed, not the request.
_PASSING = {401, 403, 408, 425, 429}


class FalProvider(RestProvider):
    """Makes videos by models that fal hosts."""

    id_paths = (("request_id",),)
    meanings: ClassVar[Mapping[str, Meaning]] = {POLICY: "moderated"}

    def endpoints(self) -> Sequence[Endpoint]:
        account = self.account
        setting = f"provider.{account.slug}.models"
        return mapped(account.data.endpoints, account.models, setting, account.catalog)

    def credentials(self) -> Mapping[str, str]:
        return {"Authorization": f"Key {self.account.secret}"} if self.account.secret else {}

    def create_call(self, request: ResolvedRequest) -> Call:
        path = f"/{quote(request.upstream_model.strip('/'))}"
        if request.callback_url is not None:
            path += f"?fal_webhook={quote(request.callback_url, safe='')}"
        # Whether a failed request is made again is decided here, not by the queue.
        headers = {"X-Fal-No-Retry": "1"}
        return Call("POST", path, json=named_input(request, NAMES), headers=headers)

    def created_id(self, answer: Answer) -> str:
        body = answer.json()
        request_id, url = id_at(body, "request_id"), text_at(body, "status_url") or ""
        try:
            match = _PATH.fullmatch(urlsplit(url).path)
        except ValueError:
            match = None
        path = match["request"] if match else ""
        if not path.endswith(f"/requests/{request_id}") or len(path) > MAX_ID or ".." in path:
            raise UnreadableError("its response lacks the URL of the request")
        return path

    def check_call(self) -> Call:
        return Call("GET", f"/fal-ai/veo3.1/requests/{UNKNOWN_JOB}/status")

    def poll_call(self, job: UpstreamJob) -> Call:
        return Call("GET", f"/{quote(job.id)}/status")

    def progress(self, answer: Answer, job: UpstreamJob) -> Progress:
        status = state_at(answer.fields(), "status")
        if status == "IN_QUEUE":
            return Progress("queued", state=status)
        if ending_of(status) is None:
            return Progress("running", state=status)
        return Progress("done", 1.0)

    async def _progress(self, job: UpstreamJob) -> Progress:
        shown = await self._read(self.poll_call(job), "show the job")
        progress = self._shown_progress(shown, job)
        if progress.phase != "done":
            return progress
        result = await self._api.request(Call("GET", f"/{quote(job.id)}"), self.max_answer)
        with self._readable():
            return self.result(result, has_failed=bool(shown.find("error")))

    def result(self, answer: Answer, *, has_failed: bool) -> Progress:
        """Return what the result of a completed request says; `has_failed`: its status says so."""
        if answer.ok:
            if urls := _urls(answer.fields()):
                return Progress("done", 1.0, urls=urls)
            raise RefusedError(f"the result of {self.name} holds no video")
        if answer.status in {404, 410}:
            raise LostError(f"{self.name} does not know the job any more: {answer.message}")
        ended = has_failed or self._error_type(answer) is not None
        if not ended and (answer.status >= 500 or answer.status in _PASSING):
            message = f"{self.name} did not show the result: {answer.message}"
            raise TransientError(message, answer.retry_after)
        cause: RefusalCause = "input" if answer.status == 422 else "failed"
        if self.meaning(answer) == "moderated":
            cause = "moderated"
        raise RefusedError(f"{self.name}: {answer.message}", cause=cause)

    def cancel_call(self, job: UpstreamJob) -> Call:
        return Call("PUT", f"/{quote(job.id)}/cancel")

    async def cancel(self, job: UpstreamJob) -> Cancellation:
        asked = await super().cancel(job)
        # A request in the queue is removed at once; a model that runs may go on to its end.
        for _ in range(CANCEL_POLLS if asked.outcome == "stopped" else 0):
            try:
                progress = await self._progress(job)
            except (RefusedError, LostError):
                return asked
            except TransientError:
                break
            if progress.phase == "done":
                break
            await real_sleep(self.poll_floor)
        return asked if asked.outcome == "unsupported" else Cancellation("unknown")

    def error_code(self, answer: Answer) -> str | None:
        details = answer.find("detail")
        kinds = [text_at(each, "type") for each in details] if isinstance(details, list) else []
        return POLICY if POLICY in kinds else self._error_type(answer)

    def meaning(self, answer: Answer) -> Meaning:
        # 403: the account is locked, for lack of money if for nothing else.
        return "credit" if answer.status == 403 else super().meaning(answer)

    def _error_type(self, answer: Answer) -> str | None:
        return answer.headers.get(ERROR_TYPE) or text_at(answer.find(), "error_type")


def _urls(body: Mapping[str, object]) -> list[str]:
    places = (("video", "url"), ("video",), ("videos", 0, "url"), ("videos", 0))
    found = (at(body, *place) for place in places)
    return [url for url in found if isinstance(url, str) and url]
