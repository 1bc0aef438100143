"""Ark: Seedance, by BytePlus ModelArk and, in mainland China, by Volcengine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, ClassVar
from urllib.parse import quote

from rushes.providers.answer import (
    Answer,
    UnreadableError,
    at,
    id_at,
    number_at,
    shorten,
    state_at,
    text_at,
)
from rushes.providers.base import (
    Cancellation,
    LostError,
    Phase,
    Progress,
    ProviderRequest,
    RefusalCause,
    RefusedError,
    TransientError,
    UpstreamJob,
)
from rushes.providers.http import Call
from rushes.providers.resolved_request import Input, ResolvedRequest
from rushes.providers.rest import Meaning, RestProvider
from rushes.wire.ending import ending_of
from rushes.wire.pricing import TOKEN_RATE, Quantity, price

TASKS = "/contents/generations/tasks"
RATIOS = {"16:9", "4:3", "1:1", "3:4", "9:16", "21:9"}
MODERATED = "SensitiveContentDetected"  # in codes: InputImageSensitiveContentDetected
# Ends the id of a job with a video among its inputs: its tokens have another price, and the task
# does not show its inputs.
WITH_VIDEO = "+video"


class ArkProvider(RestProvider):
    """Makes videos by Seedance.

    `params` of an endpoint: `ratio` is sent instead of the request's; `seed` says that seeds are
    sent; `video_input` that a video is among the inputs, which changes the price.
    """

    batch_size = 50  # a filter of 50 ids makes a URL of 2 KB
    id_paths = ()  # a list is searched for the job
    meanings: ClassVar[Mapping[str, Meaning]] = {
        "AccountOverdueError": "credit",
        "SetLimitExceeded": "credit",  # the account's own limit of what it may use
        "ModelNotOpen": "input",  # this model alone is not the account's; its others are
        "InvalidEndpointOrModel.NotFound": "input",
    }

    def create_call(self, request: ResolvedRequest) -> Call:
        kinds = {item.medium.kind for item in request.references()}
        if kinds == {"audio"}:
            problem = "input_references: audio needs an image or a video beside it"
            raise RefusedError(problem, cause="input")
        ratio = request.aspect_ratio  # open where the frames decide it
        body: dict[str, Any] = {"watermark": False, **request.options}
        # All that matters is a field, since fields win over what Seedance 1 reads in a prompt, such
        # as "--resolution 1080p".
        body |= {
            "model": request.upstream_model,
            "content": list(_content(request)),
            "resolution": (request.resolution or "720p").lower(),
            "ratio": request.params.get("ratio", ratio if ratio in RATIOS else "adaptive"),
            "duration": request.duration,
            "generate_audio": request.audio,
        }
        if request.params.get("seed"):
            body["seed"] = request.seed
        if request.callback_url is not None:
            body["callback_url"] = request.callback_url
        return Call("POST", TASKS, json=body)

    def created_id(self, answer: Answer) -> str:
        return id_at(answer.json(), "id")

    def accepted(self, answer: Answer, request: ProviderRequest) -> UpstreamJob:
        job = super().accepted(answer, request)
        return replace(job, id=job.id + WITH_VIDEO) if request.params.get("video_input") else job

    def poll_call(self, job: UpstreamJob) -> Call:
        return Call("GET", f"{TASKS}/{quote(_task_id(job), safe='')}")

    def batch_call(self, jobs: Sequence[UpstreamJob]) -> Call:
        ids = "".join(f"&filter.task_ids={quote(_task_id(job), safe='')}" for job in jobs)
        return Call("GET", f"{TASKS}?page_num=1&page_size={len(jobs)}{ids}")

    def progress(self, answer: Answer, job: UpstreamJob) -> Progress:
        task = _task(answer, job)
        status = state_at(task, "status")
        ending = ending_of(status)
        if ending is None:
            phase: Phase = "queued" if status == "queued" else "running"
            return Progress(phase, state=status)
        if ending == "completed":
            if (url := text_at(task, "content", "video_url")) is None:
                raise _lacking(answer, "the task's video")
            return Progress("done", 1.0, cost=self._cost(task, job), urls=(url,))
        message = text_at(task, "error", "message") or f"{self.name} ended the job as {status}"
        # Only videos are charged.
        cause = _cause(text_at(task, "error", "code") or "")
        raise RefusedError(shorten(message), Decimal(0), cause=cause)

    async def cancel(self, job: UpstreamJob) -> Cancellation:
        """Delete a task that waits.

        One that runs cannot be stopped, and deleting one that has ended would hide what it cost.
        """
        self._intervals.forget(job.id)
        try:
            shown = await self._shown(job)
            if shown.phase == "queued":
                await self._api.request(replace(self.poll_call(job), method="DELETE"))
                shown = await self._shown(job)
        except RefusedError as ended:
            return Cancellation("stopped", ended.cost)
        except (TransientError, LostError):
            return Cancellation("unknown")
        return Cancellation("unknown" if shown.phase == "queued" else "unsupported", shown.cost)

    def error_code(self, answer: Answer) -> str | None:
        return text_at(answer.find(), "error", "code")

    def meaning(self, answer: Answer) -> Meaning:
        is_moderated = MODERATED in (self.error_code(answer) or "") and answer.status < 500
        return "moderated" if is_moderated else super().meaning(answer)

    async def _progress(self, job: UpstreamJob) -> Progress:
        try:
            return await super()._progress(job)
        except LostError:  # the list ends a second ago, and starts a week ago
            return await self._shown(job)

    async def _batch(self, jobs: Sequence[UpstreamJob]) -> Answer:
        answer = await self._api.request(self.batch_call(jobs))
        if answer.ok:
            return answer
        message = f"{self.name} did not list jobs: {answer.message}"
        # A key for some models only may not list the tasks of all.
        if 400 <= answer.status < 500 and answer.status != 429:
            raise LostError(message)
        raise TransientError(message, answer.retry_after)

    async def _shown(self, job: UpstreamJob) -> Progress:
        answer = await self._read(self.poll_call(job), "show the job")
        return self._shown_progress(answer, job)

    def _cost(self, task: Any, job: UpstreamJob) -> Decimal | None:
        """Return what a task's tokens cost, by the price list of its endpoint."""
        tokens = number_at(task, "usage", "completion_tokens")
        if tokens is None or tokens <= 0:
            return None
        quantity = Quantity(
            seconds=Decimal(str(tokens)) / TOKEN_RATE,  # of one pixel
            width=1,
            height=1,
            resolution=text_at(task, "resolution"),
            audio=at(task, "generate_audio") is not False,
        )
        video_input = job.id.endswith(WITH_VIDEO)
        for endpoint in self.account.data.endpoints:
            is_its = endpoint.params.get("video_input", False) == video_input
            if endpoint.model == job.model and is_its and endpoint.pricing_skus:
                cost = price(endpoint.pricing_skus, quantity)
                return None if cost is None else round(cost, 9)
        return None


def _content(request: ResolvedRequest) -> Iterator[dict[str, Any]]:
    if request.prompt:
        yield {"type": "text", "text": request.prompt}
    yield from map(_part, request.inputs)


def _part(item: Input) -> dict[str, Any]:
    medium = item.medium
    role = f"reference_{medium.kind}" if medium.role == "reference" else medium.role
    kind = f"{medium.kind}_url"
    return {"type": kind, kind: {"url": item.url}, "role": role}


def _task_id(job: UpstreamJob) -> str:
    return job.id.removesuffix(WITH_VIDEO)


def _task(answer: Answer, job: UpstreamJob) -> Any:
    """Return the task of a job from an answer, which may be a list."""
    body = answer.fields()
    tasks = body.get("items", [body])
    if not isinstance(tasks, list):
        raise UnreadableError("the list of tasks is invalid")
    task = next((each for each in tasks if text_at(each, "id") == _task_id(job)), None)
    if task is None:
        raise _lacking(answer, "the task")
    return task


def _lacking(answer: Answer, what: str) -> Exception:
    """Return the error for an answer that lacks something; a list is not the last word."""
    is_list = "items" in answer.fields()
    return LostError(f"the list lacks {what}") if is_list else UnreadableError(f"it lacks {what}")


def _cause(code: str) -> RefusalCause:
    if MODERATED in code:
        return "moderated"
    return "input" if code.startswith(("Invalid", "Missing")) else "failed"
