"""ComfyUI's own API: graphs of nodes, a queue and a history; it charges nothing, and has no keys.

A job that is cancelled in the queue leaves no trace; one that ran is in the history. The same id
may be used twice. There is no websocket. The prompt of a graph is the text of all its inputs.
"""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Iterator
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from tests.upstreams.base import Job, Refusal, Upstream
from tests.upstreams.forms import Upload, fields_of

RATE = 24
SEEDS = 2**64
SAVING = ("SaveVideo", "SaveImage", "SaveAnimatedWEBP", "SaveWEBM", "VHS_VideoCombine")
FOLDER = "video"
Graph = dict[str, Any]


class ComfyUI(Upstream):
    name = "comfyui"
    usage = "comfy-api-proxy run --comfyui URL --port P, and COMFY_BASE_URL for comfy_sdk"

    def __init__(self, *, old: bool = False, **options: Any) -> None:
        """Set up; an old version has no `/api/jobs`, and its interrupt strikes whatever runs."""
        super().__init__(**options)
        self.old = old
        self.uploads: dict[str, bytes] = {}
        self.numbers = itertools.count()

    def routes(self) -> list[BaseRoute]:
        routes = [
            ("/prompt", self.prompt, "POST"),
            ("/prompt", self.info, "GET"),
            ("/queue", self.queue, "GET"),
            ("/queue", self.dequeue, "POST"),
            ("/history", self.history, "GET"),
            ("/history/{id}", self.history, "GET"),
            ("/interrupt", self.interrupt, "POST"),
            ("/view", self.view, "GET"),
            ("/upload/image", self.upload, "POST"),
            ("/system_stats", self.stats, "GET"),
        ]
        found = [
            Route(prefix + path, call, methods=[method])
            for prefix in ("", "/api")
            for path, call, method in routes
        ]
        cancel = [Route("/api/jobs/{id}/cancel", self.cancel, methods=["POST"])]
        return found + ([] if self.old else cancel)

    def key_of(self, request: Request) -> str:
        """Return the same for all: there are no owners of jobs."""
        return "wrong" if "wrong" in super().key_of(request) else "anonymous"

    def failure(self, refusal: Refusal) -> Response:
        if not refusal.path.endswith("/prompt"):
            return Response(status_code=refusal.status)
        error = {
            "type": str(refusal.code) or refusal.kind,
            "message": refusal.message,
            "details": refusal.param,
            "extra_info": {},
        }
        return JSONResponse({"error": error, "node_errors": {}}, refusal.status)

    # Requests for videos

    async def prompt(self, request: Request) -> Response:
        body = await self._object(request)
        graph, id_ = body.get("prompt"), body.get("prompt_id")
        if graph is None:
            raise Refusal("invalid", "No prompt provided", code="no_prompt")
        if id_ is None:
            id_ = str(uuid.uuid4())
        if not is_uuid(id_):
            raise Refusal("invalid", "prompt_id must be a valid UUID", code="invalid_prompt_id")
        errors = dict(self.errors_of(graph))
        if errors:
            message = "Prompt outputs failed validation"
            kind = {"type": "prompt_outputs_failed_validation", "message": message}
            error = kind | {"details": "", "extra_info": {}}
            return JSONResponse({"error": error, "node_errors": errors}, 400)
        given = [item for node in graph.values() for item in node["inputs"].items()]
        values = dict(given)
        frames, fps = values.get("length", values.get("frames", 4 * RATE)), values.get("fps", RATE)
        job = Job(
            str(id_),
            " ".join(text for _, text in given if isinstance(text, str)),
            "",
            seconds=values.get("duration", frames / fps),
            size=(values.get("width", 832), values.get("height", 480)),
            body=body,
            info={"number": next(self.numbers), "output": saving(graph)[-1]},
        )
        shown = await self.submit(request, job)
        found = {"prompt_id": shown.id, "number": shown.info["number"], "node_errors": {}}
        return JSONResponse(found)

    def errors_of(self, graph: Any) -> Iterator[tuple[str, Any]]:
        """Yield what is wrong with each node; raise what is wrong with the graph."""
        if not isinstance(graph, dict):
            raise Refusal("invalid", "The prompt is not a graph", code="invalid_prompt")
        for id_, node in graph.items():
            if not isinstance(node, dict) or "class_type" not in node:
                message = f"Node ID '#{id_}' has no class_type"
                raise Refusal("invalid", message, code="missing_node_type")
            node.setdefault("inputs", {})
        if not saving(graph):
            raise Refusal("invalid", "Prompt has no outputs", code="prompt_no_outputs")
        for id_, node in graph.items():
            problems = list(self.problems_of(graph, node))
            if problems:
                kinds = {"class_type": node["class_type"], "dependent_outputs": saving(graph)}
                yield id_, {"errors": problems} | kinds

    def problems_of(self, graph: Graph, node: dict[str, Any]) -> Iterator[dict[str, Any]]:
        for name, value in node["inputs"].items():
            kind = ""
            if isinstance(value, list) and (len(value) != 2 or value[0] not in graph):
                kind = "bad_linked_input"
            elif "seed" in name and not isinstance(value, list) and not 0 <= value < SEEDS:
                kind = "value_smaller_than_min"
            elif node["class_type"] == "LoadImage" and name == "image":
                kind = "" if value in self.uploads else "custom_validation_failed"
            if kind:
                info = {"input_name": name, "received_value": value}
                yield {"type": kind, "message": kind, "details": name, "extra_info": info}

    # Jobs

    async def info(self, _: Request) -> Response:
        waiting = sum(job.open for job in self.jobs.values())
        return JSONResponse({"exec_info": {"queue_remaining": waiting}})

    async def queue(self, request: Request) -> Response:
        self.authenticate(request)
        rows: dict[str, list[Any]] = {"queue_running": [], "queue_pending": []}
        places = {"running": "queue_running", "queued": "queue_pending"}
        for job in self.jobs.values():
            place = places.get(job.state)  # asked for once, as it may change
            if place is not None and not job.odd and not job.has("lost"):
                rows[place].append(row(job))
        return JSONResponse(rows)

    async def history(self, request: Request) -> Response:
        id_ = request.path_params.get("id")
        if id_ is None:
            self.authenticate(request)
            ended = [job for job in self.jobs.values() if not job.open]
            return JSONResponse({job.id: entry(job) for job in ended})
        if id_ not in self.jobs:
            self.authenticate(request)
            return JSONResponse({})
        try:
            job = await self.look(request, id_)
        except Refusal as refusal:
            if refusal.kind != "not_found":
                raise
            return JSONResponse({})
        return JSONResponse({job.id: entry(job)} if job.odd or not job.open else {})

    async def cancel(self, request: Request) -> Response:
        self.authenticate(request)
        job = self.jobs.get(request.path_params["id"])
        return JSONResponse({"cancelled": job is not None and self.stop(job)})

    async def interrupt(self, request: Request) -> Response:
        self.authenticate(request)
        wanted = None if self.old else (await self._object(request)).get("prompt_id")
        for job in list(self.jobs.values()):
            if job.state == "running" and wanted in {None, job.id}:
                self.stop(job)
        return Response()

    async def dequeue(self, request: Request) -> Response:
        self.authenticate(request)
        for id_ in (await self._object(request)).get("delete", ()):
            job = self.jobs.get(id_)
            if job is not None and job.state == "queued":
                self.stop(job)
        return Response()

    def stop(self, job: Job) -> bool:
        waited = job.state == "queued"
        stopped = job.cancel()
        if stopped and waited:
            self.delete(job)
        return stopped

    # Files

    async def view(self, request: Request) -> Any:
        self.authenticate(request)
        query = request.query_params
        if query.get("subfolder") != FOLDER or query.get("type", "output") != "output":
            raise Refusal("not_found")
        for job in self.jobs.values():
            if query.get("filename") == file_of(job):
                return self.send_video(job)
        raise Refusal("not_found")

    async def upload(self, request: Request) -> Response:
        self.authenticate(request)
        fields, _ = await fields_of(request)
        picture = fields.get("image")
        if not isinstance(picture, Upload) or not picture.name:
            raise Refusal("invalid")
        name, count = picture.name, 0
        while fields.get("overwrite") != "true" and self.uploads.get(name, picture.data) != (
            picture.data
        ):
            count += 1
            stem, _, extension = picture.name.rpartition(".")
            name = f"{stem} ({count}).{extension}"
        self.uploads[name] = picture.data
        return JSONResponse({"name": name, "subfolder": "", "type": fields.get("type", "input")})

    async def stats(self, _: Request) -> Response:
        return JSONResponse({"system": {"comfyui_version": "0.9.0"}, "devices": []})

    async def _object(self, request: Request) -> dict[str, Any]:
        try:
            body = await request.json()
        except ValueError:
            raise Refusal("internal", "the body is not JSON") from None
        return body if isinstance(body, dict) else {}


def is_uuid(text: object) -> bool:
    """Return whether a text is a UUID as ComfyUI writes them."""
    try:
        return isinstance(text, str) and str(uuid.UUID(text)) == text
    except ValueError:
        return False


def saving(graph: Graph) -> list[str]:
    """Return the nodes that save what the graph makes."""
    return [id_ for id_, node in graph.items() if node["class_type"] in SAVING]


def file_of(job: Job) -> str:
    return f"clip_{job.info['number']:05}_.mp4"


def row(job: Job) -> list[Any]:
    return [job.info["number"], job.id, job.body["prompt"], {}, [job.info["output"]]]


def entry(job: Job) -> dict[str, Any]:
    """Return what the history has of a job that has ended."""
    ended = {"prompt_id": job.id, "timestamp": int(1000 * (job.ended_at or 0))}
    node = {"node_id": job.info["output"], "node_type": "KSampler", "executed": []}
    messages: list[Any] = [["execution_start", ended], ["execution_cached", {"nodes": []} | ended]]
    outputs: dict[str, Any] = {}
    if job.state == "completed":
        file = {"filename": file_of(job), "subfolder": FOLDER, "type": "output"}
        outputs = {job.info["output"]: {"images": [file], "animated": [True]}}
        messages.append(["execution_success", ended])
    elif job.odd:
        pass
    elif job.state == "cancelled":
        messages.append(["execution_interrupted", ended | node])
    else:
        message = job.failure or "The content was refused"
        problem = {"exception_type": "RuntimeError", "exception_message": message, "traceback": []}
        messages.append(["execution_error", ended | node | problem])
    success = job.state == "completed"
    status = {
        "status_str": job.word("success" if success else "error"),
        "completed": success,
        "messages": messages,
    }
    return {"prompt": row(job), "outputs": outputs, "status": status, "meta": {}}
