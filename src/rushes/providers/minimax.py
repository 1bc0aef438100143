"""MiniMax: the second version of its API makes videos with H3, the first with Hailuo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from rushes.providers.answer import (
    Answer,
    UnreadableError,
    at,
    id_at,
    money_at,
    number_at,
    state_at,
    text_at,
)
from rushes.providers.base import (
    Cancellation,
    LostError,
    Progress,
    ProviderRequest,
    RefusalCause,
    RefusedError,
    TransientError,
    UpstreamJob,
)
from rushes.providers.http import Call
from rushes.providers.resolved_request import Input, ResolvedRequest
from rushes.providers.rest import UNKNOWN_JOB, Meaning, RestProvider
from rushes.wire.ending import ending_of
from rushes.wire.pricing import Quantity, price

QUEUED = {"queued", "preparing", "queueing"}
UNKNOWN_TASK = "record not found"
# By the codes of the first version, and by the types of errors of the second.
MEANINGS: Mapping[str, Meaning] = {
    **dict.fromkeys(("1004", "2038", "2049", "2061", "authorized_error"), "credential"),
    **dict.fromkeys(("1008", "1028", "1030", "insufficient_balance_error"), "credit"),
    **dict.fromkeys(("1002", "1039", "2056", "rate_limit_error"), "busy"),
    **dict.fromkeys(("2013", "bad_request_error"), "input"),
    **dict.fromkeys(("1026", "1027", "unprocessable_entity_error"), "moderated"),
    **dict.fromkeys(("1000", "1001", "1013", "server_error", "overloaded_error"), "unclear"),
}
_CAUSES: Mapping[Meaning | None, RefusalCause] = {"input": "input", "moderated": "moderated"}


class MiniMaxAnswer(Answer):
    """An answer; those of the first version have the status 200 whatever they say."""

    @property
    def ok(self) -> bool:
        body = self.find()
        # Of a task that is shown, the code is the reason of its end.
        return super().ok and (not first_code(body) or text_at(body, "status") is not None)


class MiniMaxProvider(RestProvider):
    """Makes videos by tasks, whose ids here begin with the version of the API that has them."""

    answers = MiniMaxAnswer
    poll_floor = 10.0  # as its documentation advises
    id_paths = (("task", "id"), ("task_id",))
    meanings = MEANINGS

    def create_call(self, request: ResolvedRequest) -> Call:
        build = _second_body if request.params["version"] == 2 else _first_body
        body = {
            **build(request),
            "model": request.upstream_model,
            "duration": request.duration,
            "resolution": str(request.resolution).upper(),
        }
        if request.callback_url is not None:
            body["callback_url"] = request.callback_url
        return Call("POST", f"/v{request.params['version']}/video_generation", body)

    def created_id(self, answer: Answer) -> str:
        return id_at(answer.json(), "task_id")

    def accepted(self, answer: Answer, request: ProviderRequest) -> UpstreamJob:
        task = f"v{request.params['version']}/{self.created_id(answer)}"
        return UpstreamJob(task, request.model, request.upstream_model)

    def check_call(self) -> Call:
        return self.poll_call(UpstreamJob(f"v2/{UNKNOWN_JOB}", ""))

    def takes_key(self, answer: Answer) -> bool:
        # An unknown task is an internal error, which an invalid key never comes to.
        return answer.status == 500 or super().takes_key(answer)

    def poll_call(self, job: UpstreamJob) -> Call:
        version, task = _parts(job)
        separator = "/" if version == "v2" else "?task_id="
        return Call("GET", f"/{version}/query/video_generation{separator}{task}")

    def progress(self, answer: Answer, job: UpstreamJob) -> Progress:
        body = answer.fields()
        task = body.get("task", body)
        status = state_at(task, "status")
        ending = ending_of(status)
        if ending is None:
            return Progress("queued" if status.lower() in QUEUED else "running", state=status)
        if ending != "completed":
            code = str(at(task, "error", "code") or first_code(body))
            reason = text_at(task, "error", "message") or (answer.message if code else "")
            message = reason or f"{self.name} ended the task as {status}"
            raise RefusedError(message, cause=_CAUSES.get(MEANINGS.get(code), "failed"))
        url = text_at(task, "content", "url")
        return Progress("done", 1.0, cost=self._cost(task, job), urls=() if url is None else (url,))

    def error_code(self, answer: Answer) -> str | None:
        return text_at(answer.find(), "error", "type") or first_code(answer.find())

    def is_lost(self, answer: Answer) -> bool:
        # An unknown task is an internal error, which only its words tell from others.
        return UNKNOWN_TASK in answer.message.lower() or super().is_lost(answer)

    def cancel_call(self, job: UpstreamJob) -> Call | None:
        version, task = _parts(job)
        return Call("DELETE", f"/v2/video_generation/{task}") if version == "v2" else None

    def cancelled(self, answer: Answer) -> Cancellation:
        if not answer.ok and self.meaning(answer) == "input":  # it runs by now
            return Cancellation("unsupported")
        return super().cancelled(answer)

    async def cancel(self, job: UpstreamJob) -> Cancellation:
        """Stop a task that waits; the same request would delete one that has ended."""
        try:
            progress = await self._progress(job)
        except RefusedError as error:
            return Cancellation("stopped", error.cost)
        except (TransientError, LostError):
            return Cancellation("unknown")
        if progress.phase != "queued":
            return Cancellation("unsupported", progress.cost)
        return await super().cancel(job)

    async def _progress(self, job: UpstreamJob) -> Progress:
        answer = await self._read(self.poll_call(job), "show the job")
        progress = self._shown_progress(answer, job)
        if progress.phase != "done" or progress.urls:
            return progress
        with self._readable():
            file = id_at(answer.json(), "file_id")
        call = Call("GET", f"/v1/files/retrieve?file_id={quote(file, safe='')}")
        answer = await self._read(call, "show the video")
        with self._readable():
            if (url := text_at(answer.json(), "file", "download_url")) is None:
                raise UnreadableError("its response lacks the video's URL")
        return replace(progress, urls=(url,))

    def _cost(self, task: Any, job: UpstreamJob) -> Decimal | None:
        """Return the cost of the seconds and pictures that a task of the second version used."""
        seconds = money_at(task, "usage", "total_seconds")
        endpoints = self.account.data.endpoints
        endpoint = next((e for e in endpoints if e.model == job.model), None)
        if seconds is None or endpoint is None:
            return None
        pictures = int(number_at(task, "usage", "input_image_count") or 0)
        quantity = Quantity(
            seconds,
            None,
            None,
            resolution=text_at(task, "resolution"),
            reference_images=max(0, pictures - endpoint.params.get("free_pictures", pictures)),
        )
        return price(endpoint.pricing_skus, quantity)


def first_code(body: Any) -> str:
    """Return the code of an answer of the first version, "" for none and for success."""
    code = number_at(body, "base_resp", "status_code")
    return f"{code:.0f}" if code else ""


def _parts(job: UpstreamJob) -> tuple[str, str]:
    """Return the version and the id of a task, fit for a path."""
    version, _, task = job.id.partition("/")
    return version, quote(task, safe="")


def _second_body(request: ResolvedRequest) -> dict[str, Any]:
    if not request.prompt:
        raise RefusedError("prompt: MiniMax H3 needs one, whatever else is given", cause="input")
    if request.references() == request.references("audio") != ():
        problem = "MiniMax H3 takes audio only beside a picture or a video"
        raise RefusedError(f"input_references: {problem}", cause="input")
    options = dict(request.options)
    if "prompt_expansion_mode" in options:
        options["extra"] = {"prompt_expansion_mode": options.pop("prompt_expansion_mode")}
    content = [{"type": "text", "text": request.prompt}, *map(_part, request.inputs)]
    framed = request.first_frame or request.last_frame  # which decide the shape of the video
    ratio = {} if framed else {"ratio": request.aspect_ratio or "adaptive"}
    return {**options, "content": content, **ratio}


def _part(given: Input) -> dict[str, Any]:
    kind, role = given.medium.kind, given.medium.role
    name = f"{kind}_url"
    return {
        "type": name,
        name: {"url": given.url},
        "role": f"reference_{kind}" if role == "reference" else role,
    }


def _first_body(request: ResolvedRequest) -> dict[str, Any]:
    frames = {"first_frame_image": request.first_frame, "last_frame_image": request.last_frame}
    urls = {name: frame.url for name, frame in frames.items() if frame is not None}
    return {**request.options, "prompt": request.prompt, **urls}
