"""Google's video APIs: Omni by interactions, Veo by long-running operations, each by the Gemini API
and by Vertex. Prices are US dollars.

A Gemini request has its key in `x-goog-api-key` and gets the URI of a file, which wants the key
too. A Vertex request has a bearer token and gets the video inline, or as a `gs://` object, which
`/storage/v1` serves. `[fault:moderated=text]` ends an interaction as completed, with words in place
of a video; `[fault:inline]` delivers its video inline, whatever was asked for. `/token` gives the
service accounts of `tokens` their tokens.
"""

from __future__ import annotations

import asyncio
import uuid
from typing import Any, ClassVar
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from tests.upstreams import google_omni, google_veo
from tests.upstreams.base import Job, Refusal, Upstream
from tests.upstreams.forms import json_object
from tests.upstreams.google_omni import timestamp
from tests.upstreams.google_token import Tokens

FILE_LIFE = 48 * 3600  # seconds
# Codes of the interactions API, and what differs there and on Vertex.
OMNI_CODES = {
    "invalid": "invalid_request",
    "moderated": "invalid_request",
    "no_key": "permission_denied",
    "wrong_key": "invalid_request",
    "not_found": "invalid_request",
    "conflict": "failed_precondition",
    "no_money": "payment_required",
    "rate_limited": "resource_exhausted",
    "internal": "internal",
}
OMNI_STATUSES = {"not_found": 400, "no_money": 402}
VERTEX_ERRORS = {
    "no_key": (401, "UNAUTHENTICATED"),
    "wrong_key": (401, "UNAUTHENTICATED"),
    "no_money": (403, "PERMISSION_DENIED"),
}


class Google(Upstream):
    name = "google"
    usage = (
        'genai.Client(api_key=…, http_options={"base_url": URL}), or GOOGLE_GEMINI_BASE_URL and '
        "GEMINI_API_KEY; for Vertex, GOOGLE_VERTEX_BASE_URL and any token"
    )
    errors: ClassVar = {
        "invalid": (400, "INVALID_ARGUMENT"),
        "moderated": (400, "INVALID_ARGUMENT"),
        "no_key": (403, "PERMISSION_DENIED"),
        "wrong_key": (400, "INVALID_ARGUMENT"),
        "no_money": (400, "FAILED_PRECONDITION"),
        "not_found": (404, "NOT_FOUND"),
        "not_ready": (400, "FAILED_PRECONDITION"),
        "expired": (404, "NOT_FOUND"),
        "conflict": (400, "FAILED_PRECONDITION"),
        "rate_limited": (429, "RESOURCE_EXHAUSTED"),
        "internal": (500, "INTERNAL"),
    }
    faults_of_jobs = frozenset({"inline"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.files: dict[str, Job] = {}
        self.objects: dict[str, Job] = {}  # by gs:// URI
        self.tokens = Tokens()

    def routes(self) -> list[BaseRoute]:
        return [
            *(route for version in ("v1", "v1beta") for route in self.gemini(f"/{version}")),
            *(route for version in ("v1", "v1beta1") for route in self.vertex(f"/{version}")),
            Route("/storage/v1/b/{bucket}/o/{object:path}", self.object),
            Route("/token", self.token, methods=["POST"]),
        ]

    def gemini(self, root: str) -> list[BaseRoute]:
        return [
            *self.interactions(root),
            Route(f"{root}/models/{{model}}:predictLongRunning", self.predict, methods=["POST"]),
            Route(f"{root}/models/{{model}}/operations/{{id}}", self.operation),
            Route(f"{root}/files/{{id}}:download", self.download),
            Route(f"{root}/files/{{id}}", self.file),
            Route(f"{root}/files/{{id}}", self.remove_file, methods=["DELETE"]),
        ]

    def vertex(self, root: str) -> list[BaseRoute]:
        place = f"{root}/projects/{{project}}/locations/{{location}}"
        model = f"{place}/publishers/google/models/{{model}}"
        return [
            *self.interactions(place),
            Route(f"{model}:predictLongRunning", self.predict, methods=["POST"]),
            Route(f"{model}:fetchPredictOperation", self.fetch_operation, methods=["POST"]),
        ]

    def interactions(self, root: str) -> list[BaseRoute]:
        one = f"{root}/interactions/{{id}}"
        return [
            Route(f"{root}/interactions", self.interact, methods=["POST"]),
            Route(one, self.interaction),
            Route(one, self.remove_interaction, methods=["DELETE"]),
            Route(f"{one}/cancel", self.cancel, methods=["POST"]),
        ]

    def key_of(self, request: Request) -> str:
        if on_vertex(request.url.path):
            return super().key_of(request)
        return request.headers.get("x-goog-api-key", "") or request.query_params.get("key", "")

    def authenticate(self, request: Request) -> str:
        return self.tokens.owner(super().authenticate(request))

    async def token(self, request: Request) -> Response:
        form = dict(parse_qsl((await request.body()).decode()))
        return self.tokens.exchange(form, str(request.url))

    def failure(self, refusal: Refusal) -> Response:
        if "/interactions" in refusal.path:
            explicit = refusal.code if refusal.code in {"not_found"} else ""
            code = explicit or OMNI_CODES.get(refusal.kind, "internal")
            status = refusal.status if explicit else OMNI_STATUSES.get(refusal.kind, refusal.status)
            if refusal.kind in {"no_key", "wrong_key"} and on_vertex(refusal.path):
                status, code = 401, "unauthenticated"
            text = f"SAFETY: {refusal.message}" if refusal.kind == "moderated" else refusal.message
            error: dict[str, Any] = {"code": code, "message": text}
            if details := details_of(refusal):
                error["details"] = details
            return JSONResponse({"error": error}, status)
        status, name = refusal.status, refusal.code
        if on_vertex(refusal.path):
            status, name = VERTEX_ERRORS.get(refusal.kind, (status, name))
        error = {"code": status, "message": refusal.message, "status": name}
        if details := details_of(refusal):
            error["details"] = details
        return JSONResponse({"error": error}, status)

    # Interactions

    async def interact(self, request: Request) -> Response:
        key = self.authenticate(request)
        vertex = on_vertex(request.url.path)
        if vertex and request.path_params["location"] != "global":
            raise Refusal("not_found", "Omni is served in the location global only.")
        body = json_object(await request.body())
        order = google_omni.order_of(body, vertex=vertex)
        if previous := body.get("previous_interaction_id"):
            earlier = self.jobs.get(str(previous))
            if earlier is None or earlier.key != key or earlier.state != "completed":
                raise Refusal("invalid", f"Invalid interaction name: {previous}.")
        job = order.job(self.new_id("v1_", 40), body, kind="omni")
        job = await self.submit(request, job)
        while job.open and not order.background:
            await asyncio.sleep(0.02)
        return self.answer(request, job)

    async def interaction(self, request: Request) -> Response:
        job = await self.look(request, self.own(request).id)
        return self.answer(request, job)

    async def cancel(self, request: Request) -> Response:
        job = self.own(request)
        if not job.cancel():
            raise Refusal("conflict", f"Interaction {job.id} has ended.")
        return self.answer(request, job)

    async def remove_interaction(self, request: Request) -> Response:
        self.delete(self.own(request))
        return JSONResponse({})

    def own(self, request: Request) -> Job:
        """Return the interaction that a path names."""
        id_ = request.path_params["id"]
        self.authenticate(request)
        if id_ not in self.jobs or self.jobs[id_].info["kind"] != "omni":
            raise Refusal("not_found", "Invalid interaction name.")
        return self.find(request, id_)

    def answer(self, request: Request, job: Job) -> Response:
        done = job.state == "completed"
        uri = self.uris(request, job, job.info["order"].gcs_uri, 1)[0] if done else ""
        return JSONResponse(google_omni.shown(job, uri, self.video(job) if done else b""))

    # Operations

    async def predict(self, request: Request) -> Response:
        self.authenticate(request)
        vertex, model = on_vertex(request.url.path), request.path_params["model"]
        body = json_object(await request.body())
        order = google_veo.order_of(model, body, vertex=vertex)
        id_ = str(uuid.uuid4()) if vertex else self.new_id("", 12)
        path = request.url.path.removesuffix(":predictLongRunning")
        name = f"{path.split('/', 2)[2]}/operations/{id_}"
        job = await self.submit(request, order.job(id_, body, kind="veo", name=name))
        return JSONResponse({"name": job.info["name"]})

    async def operation(self, request: Request) -> Response:
        return await self.show_operation(request, request.url.path.split("/", 2)[2])

    async def fetch_operation(self, request: Request) -> Response:
        self.authenticate(request)
        name = str(json_object(await request.body()).get("operationName", ""))
        model = request.url.path.removesuffix(":fetchPredictOperation").split("/", 2)[2]
        if not name.startswith(f"{model}/operations/"):
            raise Refusal("not_found", f"The operation {name} is not one of {model}.")
        return await self.show_operation(request, name)

    async def show_operation(self, request: Request, name: str) -> Response:
        self.authenticate(request)
        id_ = name.rpartition("/")[2]
        if id_ not in self.jobs or self.jobs[id_].info.get("name") != name:
            raise Refusal("not_found", f"The operation {name} is not found.")
        job = await self.look(request, id_)
        vertex, order = on_vertex(request.url.path), job.info["order"]
        done = job.state == "completed"
        inline = vertex and not order.storage
        uris = self.uris(request, job, order.storage, order.samples) if done else []
        return JSONResponse(
            google_veo.shown(
                job,
                vertex=vertex,
                uris=[""] * len(uris) if inline else uris,
                data=self.video(job) if done and inline else b"",
            )
        )

    # Files

    def uris(self, request: Request, job: Job, storage: str, count: int) -> list[str]:
        """Return the URIs of a job's videos: objects below `storage`, or files of the API."""
        if storage:
            places = [f"{storage.rstrip('/')}/{job.id}/sample_{n}.mp4" for n in range(count)]
            self.objects |= dict.fromkeys(places, job)
            return places
        self.files[job.file] = job
        return [f"{request.base_url}v1beta/files/{job.file}:download?alt=media"] * count

    def own_file(self, request: Request) -> Job:
        key, id_ = self.authenticate(request), request.path_params["id"]
        job = self.files.get(id_)
        if job is None or job.key != key:
            message = f"You do not have permission to access the File {id_}, or it does not exist."
            raise Refusal("no_key", message)
        return job

    async def download(self, request: Request) -> Any:
        job = self.own_file(request)
        if request.query_params.get("alt") != "media":
            raise Refusal("invalid", "A download needs alt=media.", param="alt")
        return self.send_video(job)

    async def file(self, request: Request) -> Response:
        job = self.own_file(request)
        name = f"files/{job.file}"
        uri = f"{request.base_url}v1beta/{name}"
        return JSONResponse(
            {
                "name": name,
                "uri": uri,
                "downloadUri": f"{uri}:download?alt=media",
                "mimeType": "video/mp4",
                "sizeBytes": str(len(self.video(job))),
                "createTime": timestamp(job.ended_at or 0),
                "expirationTime": timestamp((job.ended_at or 0) + FILE_LIFE),
                "state": "ACTIVE",
                "source": "GENERATED",
            }
        )

    async def remove_file(self, request: Request) -> Response:
        self.files.pop(self.own_file(request).file)
        return JSONResponse({})

    async def object(self, request: Request) -> Any:
        key = self.authenticate(request)
        uri = "gs://{bucket}/{object}".format(**request.path_params)
        job = self.objects.get(uri)
        if job is None or job.key != key:
            raise Refusal("not_found", f"No such object: {uri}")
        return self.send_video(job)


def on_vertex(path: str) -> bool:
    """Return whether a request has a bearer token instead of a key."""
    return "/projects/" in path or path.startswith("/storage/")


def details_of(refusal: Refusal) -> list[dict[str, Any]]:
    package = "type.googleapis.com/google.rpc"
    if refusal.kind == "wrong_key" and not on_vertex(refusal.path):
        return [{"@type": f"{package}.ErrorInfo", "reason": "API_KEY_INVALID"}]
    if refusal.kind == "no_money" and on_vertex(refusal.path):
        return [{"@type": f"{package}.ErrorInfo", "reason": "BILLING_DISABLED"}]
    if refusal.kind == "rate_limited":
        delay = f"{refusal.retry_after or 1}s"
        return [{"@type": f"{package}.RetryInfo", "retryDelay": delay}]
    return []
