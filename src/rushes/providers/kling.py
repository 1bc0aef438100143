"""Kling's current API, whose paths name the operation and the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar
from urllib.parse import quote

from rushes.providers.answer import Answer, UnreadableError, at, id_at, money_at, state_at, text_at
from rushes.providers.base import (
    LostError,
    Progress,
    ProviderRequest,
    RefusedError,
    TransientError,
    UnknownOutcomeError,
    UpstreamJob,
)
from rushes.providers.http import Call
from rushes.providers.resolved_request import Input, ResolvedRequest
from rushes.providers.rest import Meaning, RestProvider
from rushes.wire.data_url import is_data_url, parse_data_url
from rushes.wire.ending import ending_of

MEANINGS: Mapping[str, Meaning] = {
    **dict.fromkeys(("1000", "1001", "1002", "1003", "1004", "1103"), "credential"),
    **dict.fromkeys(("1100", "1101", "1102"), "credit"),
    **dict.fromkeys(("1200", "1201", "1202", "1203"), "input"),
    **dict.fromkeys(("1300", "1301"), "moderated"),
    **dict.fromkeys(("1302", "1303"), "busy"),
    "1304": "credential",  # this service's IP address is not on the account's list
    **dict.fromkeys(("5000", "5001", "5002"), "unclear"),
}
_TYPES = {"image": "refer_image", "video": "feature_video"}


class KlingProvider(RestProvider):
    """Makes videos by tasks, which can be found by the keys that they were created under."""

    poll_floor = 5.0
    batch_size = 20
    id_paths: ClassVar[Sequence[tuple[str | int, ...]]] = ()  # a list is searched for the job
    meanings = MEANINGS

    def create_call(self, request: ResolvedRequest) -> Call:
        operation, options = request.params["operation"], dict(request.options)
        settings: dict[str, Any] = {
            "resolution": request.params["resolution"],
            "duration": request.duration,
        }
        if has_sound(request):
            settings["audio"] = "native" if request.audio else "off"
        if request.first_frame is None and request.aspect_ratio is not None:
            settings["aspect_ratio"] = request.aspect_ratio
        if "multi_shot" in options:
            settings["multi_shot"] = options.pop("multi_shot")
        options["external_task_id"] = request.key
        if request.callback_url is not None:
            options["callback_url"] = request.callback_url
        body = {**_contents(request, operation), "settings": settings, "options": options}
        return Call("POST", f"/{operation}/{quote(request.upstream_model, safe='')}", body)

    def created_id(self, answer: Answer) -> str:
        return id_at(answer.json(), "data", "id")

    def batch_call(self, jobs: Sequence[UpstreamJob]) -> Call:
        ids = ",".join(quote(job.id, safe="") for job in jobs)
        return Call("GET", f"/tasks?task_ids={ids}")

    def progress(self, answer: Answer, job: UpstreamJob) -> Progress:
        found = (task for task in _tasks(answer) if str(at(task, "id")) == job.id)
        if (task := next(found, None)) is None:
            raise LostError(f"{self.name} does not know the task any more")
        outputs = _list_at(task, "outputs")
        videos = (output for output in outputs if at(output, "type") == "video")
        urls = [url for video in videos if (url := text_at(video, "url")) is not None]
        return self.shown(task, "status", "message", urls, _units(task))

    def shown(
        self, task: Any, status: str, message: str, urls: Sequence[str], units: Decimal | None
    ) -> Progress:
        """Return what a task says in its fields `status` and `message`."""
        state, cost = state_at(task, status), self._cost(units)
        ending = ending_of(state)
        if ending is None:
            return Progress("queued" if state == "submitted" else "running", state=state)
        if ending != "completed":
            reason = text_at(task, message) or f"{self.name} ended the task as {state}"
            # Units are deducted when a task succeeds.
            raise RefusedError(reason, Decimal(0) if units is None else cost)
        if not urls:
            raise UnreadableError("its response lacks the video's URL")
        return Progress("done", 1.0, cost=cost, urls=urls)

    def error_code(self, answer: Answer) -> str | None:
        code = answer.find("code")
        return None if code is None else str(code)

    async def not_accepted(self, answer: Answer, request: ProviderRequest) -> UpstreamJob:
        # A key that a task has already is refused like any wrong parameter.
        if self.meaning(answer) == "input":
            try:
                found = await self.find(request.key, request.model)
            except TransientError as error:
                raise UnknownOutcomeError(f"{answer.message}; {error}") from error
            if found is not None:
                return found
        return await super().not_accepted(answer, request)

    async def find(self, key: str, model: str) -> UpstreamJob | None:
        call = Call("GET", f"/tasks?external_task_ids={quote(key, safe='')}")
        answer = await self._api.request(call)
        if not answer.ok:
            raise self.unproven(answer)
        with self._readable():
            if not (tasks := _tasks(answer)):
                return None
            check_key(key, tasks[0], "external_id")
            return UpstreamJob(id_at(tasks[0], "id"), model)

    def unproven(self, answer: Answer) -> TransientError:
        message = f"{self.name} did not look up the task: {answer.message}"
        return TransientError(message, answer.retry_after)

    def _cost(self, units: Decimal | None) -> Decimal | None:
        settings = {**self.account.data.settings, **self.account.settings}
        price = money_at(settings, "unit_price")
        return None if units is None or price is None else units * price


def bare(given: Input) -> str:
    """Return the URL of a picture, or its base64, which Kling takes without "data:" before it."""
    if not is_data_url(given.url):
        return given.url
    digits = parse_data_url(given.url).digits
    return (digits + b"=" * (-len(digits) % 4)).decode()


def has_sound(request: ResolvedRequest) -> bool:
    """Return whether sound can be switched; raises RefusedError if it is missing."""
    if not request.params["sound"] and request.audio_given:
        problem = f"generate_audio: {request.model} makes no sound at Kling; leave it out"
        raise RefusedError(problem, cause="input")
    return bool(request.params["sound"])


def check_code(answer: Answer) -> None:
    if answer.find("code") != 0:
        raise UnreadableError(f"its response has the code {str(answer.find('code'))[:20]}")


def check_key(key: str, task: Any, *path: str) -> None:
    if text_at(task, *path) != key:
        raise UnreadableError("it shows a task of another request")


def _contents(request: ResolvedRequest, operation: str) -> dict[str, Any]:
    if operation == "text-to-video":
        return {"prompt": request.prompt}
    prompt = [{"type": "prompt", "text": request.prompt}] if request.prompt else []
    media = [{"type": _type(given), "url": bare(given)} for given in request.inputs]
    return {"contents": [*prompt, *media]}


def _type(given: Input) -> str:
    medium = given.medium
    return _TYPES[medium.kind] if medium.role == "reference" else medium.role


def _tasks(answer: Answer) -> list[Any]:
    check_code(answer)
    tasks = answer.find("data")
    if not isinstance(tasks, list):
        raise UnreadableError("its response lacks the tasks")
    return tasks


def _units(task: Any) -> Decimal | None:
    """Return the units that a task was charged, None if it was charged in another way."""
    entries = _list_at(task, "billing")
    amounts = [
        money_at(entry, "amount") if at(entry, "charge_type") == "unit" else None
        for entry in entries
    ]
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if entries and len(known) == len(entries) else None


def _list_at(value: Any, name: str) -> list[Any]:
    found = at(value, name)
    return found if isinstance(found, list) else []
