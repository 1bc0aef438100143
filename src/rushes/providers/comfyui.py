"""ComfyUI as a provider: one instance, and workflows of the operator."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar, Literal
from urllib.parse import quote, urlencode

from rushes.catalog.endpoint import Endpoint
from rushes.providers.account import Account
from rushes.providers.answer import Answer, UnreadableError, at, id_at, shorten, state_at, text_at
from rushes.providers.base import (
    BeforeSend,
    Cancellation,
    LostError,
    Progress,
    ProviderRequest,
    RefusedError,
    TransientError,
    UnknownOutcomeError,
    UnreachableError,
    UpstreamJob,
)
from rushes.providers.comfyui_template import load_templates
from rushes.providers.http import Call, FormField
from rushes.providers.resolved_request import Input, ResolvedRequest, resolve
from rushes.providers.rest import Meaning, RestProvider

FREE = Decimal(0)
IDS = uuid.UUID("0c0f3c35-6a0f-4a35-9d0c-4a3c9d6a2f11")  # the namespace of our prompts' ids
MAX_QUEUE = 32 * 1024 * 1024  # bytes; the queue is shown with all its workflows
ENDED = {"success", "error"}
VIDEOS = (".mp4", ".m4v", ".mov", ".webm", ".mkv")  # the best first


class ComfyUIProvider(RestProvider):
    """Makes videos on one instance of ComfyUI, which keeps its jobs in memory.

    Its job's id is ours, so a request that was accepted is found again. One that has restarted
    knows no job of earlier, so these are lost.
    """

    poll_ceiling = 5.0
    wants_files = True
    max_answer: ClassVar[int] = MAX_QUEUE

    def __init__(self, account: Account, *, stall: float = 30.0, window: float = 60.0) -> None:
        super().__init__(account, stall=stall, window=window)
        self._templates = load_templates(account.slug, account.settings.get("templates", ""))

    def endpoints(self) -> Sequence[Endpoint]:
        return [template.endpoint(name) for name, template in self._templates.items()]

    async def create(self, request: ProviderRequest, before_send: BeforeSend) -> UpstreamJob:
        """Have a request accepted, unless it is already: the same id twice is rendered twice."""
        try:
            known = await self.find(request.key, request.model)
        except TransientError as error:
            raise UnreachableError(str(error), error.retry_after) from error
        if known is not None:  # the process ended before it heard so
            await before_send()
            return UpstreamJob(known.id, request.model, request.upstream_model)
        job = await super().create(request, before_send)
        if job.id != _prompt_id(request.key):
            raise UnknownOutcomeError(f"{self.name} responded with the id of another job")
        return job

    async def translate(self, request: ProviderRequest) -> Call:
        resolved = await resolve(request, self.account, with_files=True)
        for picture in resolved.inputs:
            await self._upload(picture)
        return self.create_call(resolved)

    def create_call(self, request: ResolvedRequest) -> Call:
        template = self._templates.get(request.upstream_model)
        if template is None:
            message = f"{self.name} has no template {request.upstream_model[:80]!r} any more"
            raise RefusedError(message, cause="input")
        pictures = {str(picture.medium.role): _stored_name(picture) for picture in request.inputs}
        prompt_id = _prompt_id(request.key)
        workflow = template.fill(request, pictures)
        body = {"prompt": workflow, "prompt_id": prompt_id, "client_id": prompt_id}
        return Call("POST", "/prompt", json=body)

    def created_id(self, answer: Answer) -> str:
        return id_at(answer.fields(), "prompt_id")

    def poll_call(self, job: UpstreamJob) -> Call:
        """Return the request that shows a job once it has ended."""
        return Call("GET", f"/history/{quote(job.id, safe='')}")

    def progress(self, answer: Answer, job: UpstreamJob) -> Progress:
        if (state := _state(self._entry(answer, job))) not in ENDED:
            return Progress("running", state=state)
        self._video(answer, job)
        return Progress("done", 1.0, cost=FREE)

    async def locate(self, job: UpstreamJob) -> Call:
        answer = await self._read(self.poll_call(job), "show the job", self.max_answer)
        with self._readable():
            file = self._video(answer, job)
        return Call("GET", f"/view?{urlencode(file)}")

    async def find(self, key: str, model: str) -> UpstreamJob | None:
        """Return the job accepted under a key; it is in the queue or in the history, or nowhere."""
        job = UpstreamJob(_prompt_id(key), model)
        if await self._waits(job):
            return job
        answer = await self._read(self.poll_call(job), "show the job", self.max_answer)
        with self._readable():
            return job if job.id in answer.fields() else None

    async def cancel(self, job: UpstreamJob) -> Cancellation:
        self._intervals.forget(job.id)
        try:
            call = Call("POST", f"/api/jobs/{quote(job.id, safe='')}/cancel")
            answer = await self._api.request(call)
            if answer.status in {404, 405}:  # a version that has no such request
                return await self._stop(job)
        except TransientError:
            return Cancellation("unknown")
        return Cancellation("stopped", FREE) if answer.ok else Cancellation("unknown")

    def error_code(self, answer: Answer) -> str | None:
        return text_at(answer.find(), "error", "type")

    def meaning(self, answer: Answer) -> Meaning:
        known = super().meaning(answer)
        return "unclear" if known == "lost" else known  # it is no ComfyUI that has no such path

    async def _progress(self, job: UpstreamJob) -> Progress:
        # In this order: a job goes from the queue to the history, never back.
        if phase := await self._waits(job):
            return Progress(phase)
        return await super()._progress(job)

    async def _waits(self, job: UpstreamJob) -> Literal["queued", "running"] | None:
        """Return the phase of a job that has not ended, None if it is not in the queue."""
        answer = await self._read(Call("GET", "/queue"), "show its queue", self.max_answer)
        with self._readable():
            queue = answer.fields()
            if not {"queue_running", "queue_pending"} <= queue.keys():
                raise UnreadableError("its response is no queue")
            if job.id in _ids(queue["queue_running"]):
                return "running"
            return "queued" if job.id in _ids(queue["queue_pending"]) else None

    async def _stop(self, job: UpstreamJob) -> Cancellation:
        """Stop a job by the requests that all versions have."""
        call = Call("POST", "/queue", json={"delete": [job.id]})
        stopped = (await self._api.request(call)).ok
        # Old versions interrupt whatever runs, which must be ours.
        if await self._waits(job) == "running":
            call = Call("POST", "/interrupt", json={"prompt_id": job.id})
            stopped = (await self._api.request(call)).ok
        return Cancellation("stopped", FREE) if stopped else Cancellation("unknown")

    async def _upload(self, picture: Input) -> None:
        """Have ComfyUI store a picture; raises NotAcceptedError or RefusedError."""
        file = FormField(
            "image", picture.content or b"", _stored_name(picture), picture.content_type
        )
        form = [file, FormField("type", "input"), FormField("overwrite", "true")]
        try:
            answer = await self._api.request(Call("POST", "/upload/image", form=form))
        except TransientError as error:
            raise UnreachableError(str(error), error.retry_after) from error
        if answer.ok:
            return
        if answer.status in {400, 413, 415, 422}:
            message = f"{self.name} does not take the picture: {answer.message}"
            raise RefusedError(message, FREE, cause="input")
        message = f"{self.name} did not store the picture: {answer.message}"
        raise UnreachableError(message, answer.retry_after)

    def _video(self, answer: Answer, job: UpstreamJob) -> Mapping[str, str]:
        """Return which file is the video of a job that has ended."""
        entry = self._entry(answer, job)
        self._check_success(entry)
        template = self._templates.get(job.upstream_model)
        outputs = at(entry, "outputs")
        nodes = outputs if isinstance(outputs, dict) else {}
        chosen = [nodes.get(template.output)] if template else list(nodes.values())
        files = [file for node in chosen for file in _files(node)]
        if not files:
            raise RefusedError("The workflow has saved no video", FREE)
        return min(files, key=_rank)

    def _entry(self, answer: Answer, job: UpstreamJob) -> Mapping[str, Any]:
        """Return what the history has of a job."""
        entries = answer.fields()
        if not entries:
            raise LostError(f"{self.name} does not know the job any more: it may have restarted")
        if not isinstance(entry := entries.get(job.id), dict):
            raise UnreadableError("its response lacks the job")
        return entry

    def _check_success(self, entry: Any) -> None:
        messages = at(entry, "status", "messages")
        for message in messages if isinstance(messages, list) else ():
            if at(message, 0) == "execution_error":
                reason = text_at(message, 1, "exception_message") or "a node has failed"
                node = text_at(message, 1, "node_type")
                reason = f"{reason.strip()} ({node})" if node else reason
                raise RefusedError(shorten(reason), FREE)
            if at(message, 0) == "execution_interrupted":
                raise RefusedError(f"The job was interrupted in {self.name}", FREE)
        if at(entry, "status", "status_str") == "error":
            raise RefusedError(f"{self.name} ended the job with an error", FREE)


def _state(entry: Mapping[str, Any]) -> str:
    """Return how a job in the history has ended; old versions show only those that succeeded."""
    return "success" if at(entry, "status") is None else state_at(entry, "status", "status_str")


def _prompt_id(key: str) -> str:
    return str(uuid.uuid5(IDS, key))


def _stored_name(picture: Input) -> str:
    """Return a name that depends on the content alone, so that nothing is stored twice."""
    digest = hashlib.sha256(picture.content or b"").hexdigest()[:32]
    return f"rushes-{digest}.{picture.filename.rpartition('.')[2]}"


def _ids(rows: Any) -> Iterator[Any]:
    for row in rows if isinstance(rows, list) else ():
        yield at(row, 1)


def _files(node: Any) -> Iterator[Mapping[str, str]]:
    """Yield the videos that a node has saved, whatever it calls them."""
    for listed in node.values() if isinstance(node, dict) else ():
        for file in listed if isinstance(listed, list) else ():
            name = text_at(file, "filename")
            if name is not None and name.lower().endswith(VIDEOS):
                folder, kind = text_at(file, "subfolder"), text_at(file, "type")
                yield {"filename": name, "subfolder": folder or "", "type": kind or "output"}


def _rank(file: Mapping[str, str]) -> tuple[bool, int]:
    extension = next(ext for ext in VIDEOS if file["filename"].lower().endswith(ext))
    return file["type"] != "output", VIDEOS.index(extension)
