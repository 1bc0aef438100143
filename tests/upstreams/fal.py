"""fal's queue API: `POST /{owner}/{app}/…`, and the three URLs that it answers.

`COMPLETED` says that a request has ended, and its result says how. `[fault:moderated]` makes the
result a 422 of the model, which is billed; `FAIL` makes it a 500, and `[fault:fail=TYPE]` a 503 of
the platform with that type, both not billed. Webhooks are signed with ED25519; the public key is at
`/.well-known/jwks.json`.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import time
import uuid
from collections.abc import AsyncIterator
from typing import Any, ClassVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from tests.upstreams.base import Errors, Job, Refusal
from tests.upstreams.callbacks import Callback
from tests.upstreams.fal_apps import APPS
from tests.upstreams.forgetful import Forgetful
from tests.upstreams.forms import json_object
from tests.upstreams.sizes import size_of
from tests.upstreams.validation import problems

POLICY = "content_policy_violation"
DOCS = "https://docs.fal.ai/errors"
USER = "user_2f0c"


class Fal(Forgetful):
    """Its charges are dollars."""

    name = "fal"
    usage = "Any key is accepted as `Authorization: Key …`. The Python client insists on HTTPS."
    errors: ClassVar[Errors] = {
        "no_key": (401, "unauthorized"),
        "wrong_key": (401, "unauthorized"),
        "no_money": (403, "forbidden"),
        "moderated": (422, ""),
        "conflict": (400, ""),
        "internal": (500, ""),
        "rate_limited": (429, ""),
        "invalid": (400, ""),
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._signer = Ed25519PrivateKey.generate()

    def routes(self) -> list[BaseRoute]:
        found: list[BaseRoute] = [Route("/.well-known/jwks.json", self.public_keys)]
        for app in sorted({short_name(name) for name in APPS}):
            path = f"/{app}/requests/{{id}}"
            found += [
                Route(path, self.result),
                Route(f"{path}/status", self.status),
                Route(f"{path}/status/stream", self.stream),
                Route(f"{path}/cancel", self.cancel, methods=["PUT"]),
            ]
        return [*found, *(Route(f"/{name}", self.create, methods=["POST"]) for name in APPS)]

    def key_of(self, request: Request) -> str:
        scheme, _, key = request.headers.get("authorization", "").partition(" ")
        return key if scheme.lower() == "key" else ""

    def failure(self, refusal: Refusal) -> Response:
        body = {"detail": refusal.message}
        headers = {}
        if refusal.kind in {"no_key", "wrong_key", "no_money", "not_found"}:
            body["error_type"] = headers["X-Fal-Error-Type"] = str(refusal.code)
        return JSONResponse(body, refusal.status, headers)

    def bills(self, job: Job) -> bool:
        if job.info["problems"]:
            return False
        return job.state == "completed" or (job.moderated and not job.open)

    async def create(self, request: Request) -> Response:
        self.authenticate(request)
        name, body = request.url.path.strip("/"), json_object(await request.body())
        prompt = str(body.get("prompt", ""))
        info: dict[str, Any] = {"app": short_name(name), "problems": []}
        job = Job(str(uuid.uuid4()), prompt, name, body=body, info=info)
        # A model reads its input only when it runs: a bad one is accepted, and fails for nothing.
        try:
            asked = APPS[name].input.model_validate(body)
        except ValidationError as error:
            info["problems"] = problems(error)
        else:
            job.price = round(APPS[name].rate * asked.seconds * asked.factor, 6)
            job.seconds, job.size = asked.seconds, size_of(asked.shape)
            job.audio = getattr(asked, "generate_audio", False)
        hook = request.query_params.get("fal_webhook", "")
        callback = Callback(hook, lambda job: self._event(request, job))
        job = await self.submit(request, job, callback)
        return JSONResponse({"status": "IN_QUEUE", "queue_position": 0, **urls(request, job)})

    async def status(self, request: Request) -> Response:
        job = await self.look(request, request.path_params["id"])
        logs = request.query_params.get("logs", "").lower() in {"1", "true"}
        shown = self.show(request, job, logs=logs)
        return JSONResponse(shown, 200 if shown["status"] == "COMPLETED" else 202)

    def show(self, request: Request, job: Job, *, logs: bool) -> dict[str, Any]:
        if job.state == "queued":
            return {"status": "IN_QUEUE", "queue_position": 0, **urls(request, job)}
        line = {"message": "rendering", "level": "INFO", "timestamp": "2026-11-28T12:00:00Z"}
        shown: dict[str, Any] = {"logs": [line] if logs else [], **urls(request, job)}
        if job.open:
            return {"status": job.word("IN_PROGRESS"), **shown}
        shown |= {"status": job.word("COMPLETED"), "metrics": {"inference_time": job.length}}
        if answer := failed_result(job):
            shown["error"] = "The request failed"
            if kind := answer.headers.get("x-fal-error-type"):
                shown["error_type"] = kind
        return shown

    async def stream(self, request: Request) -> Response:
        """Send each state once, as server-sent events, until the request has ended."""
        job = await self.look(request, request.path_params["id"])

        async def events() -> AsyncIterator[str]:
            last = ""
            while last != "COMPLETED" and not self.stopping.is_set():
                shown = self.show(request, job, logs=True)
                if shown["status"] != last:
                    yield f"data: {json.dumps(shown)}\n\n"
                last = shown["status"]
                await asyncio.sleep(0.02)

        return StreamingResponse(events(), media_type="text/event-stream")

    async def result(self, request: Request) -> Response:
        job = self.find(request, request.path_params["id"])
        if job.open:
            raise Refusal("invalid", "Request is still in progress")
        answer = failed_result(job) or JSONResponse(self._output(request, job))
        answer.headers["x-fal-request-id"] = job.id
        return answer

    def _output(self, request: Request, job: Job) -> dict[str, Any]:
        video = {
            "url": self.file_url(request, job),
            "content_type": "video/mp4",
            "file_name": f"{job.id}.mp4",
            "file_size": len(self.video(job)),
        }
        return {"video": video, "seed": job.body.get("seed") or 7}

    async def cancel(self, request: Request) -> Response:
        try:
            job = self.find(request, request.path_params["id"])
        except Refusal as refusal:
            if refusal.kind != "not_found":
                raise
            return JSONResponse({"status": "NOT_FOUND"}, 404)
        if not job.cancel():
            return JSONResponse({"status": "ALREADY_COMPLETED"}, 400)
        return JSONResponse({"status": "CANCELLATION_REQUESTED"}, 202)

    def _event(self, request: Request, job: Job) -> tuple[bytes, dict[str, str]]:
        event: dict[str, Any] = {"request_id": job.id, "gateway_request_id": job.id}
        if answer := failed_result(job):
            told = f"Unexpected status code: {answer.status_code}"
            event |= {"status": "ERROR", "error": told, "payload": json.loads(bytes(answer.body))}
        else:
            event |= {"status": "OK", "payload": self._output(request, job)}
        body = json.dumps(event).encode()
        return body, self._signature_headers(job.id, body)

    def _signature_headers(self, id_: str, body: bytes) -> dict[str, str]:
        stamp, digest = str(int(time.time())), hashlib.sha256(body).hexdigest()
        signed = self._signer.sign("\n".join([id_, USER, stamp, digest]).encode())
        return {
            "Content-Type": "application/json",
            "X-Fal-Webhook-Request-Id": id_,
            "X-Fal-Webhook-User-Id": USER,
            "X-Fal-Webhook-Timestamp": stamp,
            "X-Fal-Webhook-Signature": signed.hex(),
        }

    async def public_keys(self, _: Request) -> Response:
        public = self._signer.public_key().public_bytes_raw()
        text = base64.urlsafe_b64encode(public).decode().rstrip("=")
        return JSONResponse({"keys": [{"kty": "OKP", "crv": "Ed25519", "x": text}]})


def short_name(app: str) -> str:
    """Return owner and application, without what follows."""
    return "/".join(app.split("/")[:2])


def urls(request: Request, job: Job) -> dict[str, str]:
    url = f"{request.base_url}{job.info['app']}/requests/{job.id}"
    return {
        "request_id": job.id,
        "response_url": url,
        "status_url": f"{url}/status",
        "cancel_url": f"{url}/cancel",
    }


def failed_result(job: Job) -> Response | None:
    """Return the result of a request that has failed, or None."""
    fault = job.has("fail")
    if job.state == "cancelled":
        return JSONResponse({"detail": "Request was cancelled"}, 400)
    if job.info["problems"]:
        return model_error(job.info["problems"])
    if job.moderated:
        told = "The content could not be processed because it contained flagged material"
        return model_error([{"loc": ["body", "prompt"], "msg": told, "type": POLICY}])
    if not job.failure:
        return None
    if fault is None or not fault.value:
        return JSONResponse({"detail": "Internal Server Error"}, 500)
    headers = {"X-Fal-Error-Type": fault.value, "X-Fal-Retryable": "true"}
    body = {"detail": "The runner failed", "error_type": fault.value}
    return JSONResponse(body, 504 if fault.value.endswith("timeout") else 503, headers)


def model_error(details: list[dict[str, Any]]) -> Response:
    """Return an error of a model: each detail links to its documentation."""
    linked = [{**detail, "url": f"{DOCS}#{detail['type']}"} for detail in details]
    return JSONResponse({"detail": linked}, 422, {"X-Fal-Retryable": "false"})
