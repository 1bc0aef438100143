"""Replicate's API: `/v1/predictions`, of models, versions and deployments.

There is no code for moderation: `[fault:moderated]` fails a prediction with a text that says it.
`[fault:aborted]` ends one before it starts, as a `Cancel-After` that is over does, and
`[fault:lapsed]` removes its data. Webhooks are signed with the secret of
`/v1/webhooks/default/secret`.
"""

from __future__ import annotations

import asyncio
import base64
import datetime as dt
import hashlib
import hmac
import json
import re
import secrets
import time
import uuid
from collections.abc import Callable
from typing import Any, ClassVar

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from tests.upstreams.base import Errors, Job, Kind, Refusal, Upstream
from tests.upstreams.callbacks import Callback, Message, When
from tests.upstreams.forms import Upload, fields_of, json_object
from tests.upstreams.replicate_models import DEPLOYMENTS, MODELS
from tests.upstreams.sizes import size_of

TITLES: dict[Kind, str] = {
    "invalid": "Input validation failed",
    "moderated": "Input validation failed",
    "no_key": "Unauthenticated",
    "wrong_key": "Unauthenticated",
    "no_money": "Insufficient credit",
    "not_found": "Not found",
    "rate_limited": "Too many requests",
}
STATES = {
    "queued": "starting",
    "running": "processing",
    "completed": "succeeded",
    "failed": "failed",
    "cancelled": "canceled",
    "expired": "succeeded",
}
EVENTS = {"start", "output", "logs", "completed"}
SENT: dict[str, When] = {"start": "start", "completed": "end"}
SENSITIVE = "The input or output was flagged as sensitive. Please try again with different inputs."
LONGEST_WAIT = 60  # seconds
UNITS = {"s": 1, "m": 60, "h": 3600}


class Replicate(Upstream):
    """Its charges are dollars. A page of predictions has `page_size` of them."""

    name = "replicate"
    usage = "REPLICATE_BASE_URL; any key is accepted as a bearer token."
    errors: ClassVar[Errors] = {"invalid": (422, ""), "moderated": (422, "")}
    faults_of_jobs = frozenset({"aborted"})

    def __init__(self, *, page_size: int = 100, **options: Any) -> None:
        super().__init__(**options)
        self.page_size = page_size
        self.secret = base64.b64encode(secrets.token_bytes(24)).decode()

    def routes(self) -> list[BaseRoute]:
        model, predictions = "/v1/models/{owner}/{name}", "/v1/predictions"
        deployment = "/v1/deployments/{owner}/{name}"
        return [
            Route(predictions, self.create, methods=["POST"]),
            Route(f"{model}/predictions", self.create, methods=["POST"]),
            Route(f"{deployment}/predictions", self.create, methods=["POST"]),
            Route(predictions, self.list_predictions),
            Route(f"{predictions}/{{id}}", self.poll),
            Route(f"{predictions}/{{id}}/cancel", self.cancel, methods=["POST"]),
            Route(model, self.show_model),
            Route("/v1/files", self.create_file, methods=["POST"]),
            Route("/v1/webhooks/default/secret", self.show_secret),
        ]

    def failure(self, refusal: Refusal) -> Response:
        title = TITLES.get(refusal.kind, "Internal server error")
        body: dict[str, Any] = {"title": title, "detail": refusal.message, "status": refusal.status}
        if refusal.kind == "rate_limited":
            told = f"Your rate limit resets in ~{refusal.retry_after or 1}s."
            body["detail"] = f"Request was throttled. {told}"
        if refusal.param:
            body["invalid_fields"] = [{"field": refusal.param, "description": refusal.message}]
        return JSONResponse(body, refusal.status, media_type="application/problem+json")

    def bills(self, job: Job) -> bool:
        return job.state in {"completed", "expired"} and not job.has("aborted")

    async def create(self, request: Request) -> Response:
        self.authenticate(request)
        body = json_object(await request.body())
        name = self._model_name(request, body)
        model, given = MODELS[name], body.get("input")
        try:
            asked = model.input.model_validate(given)
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(["input", *map(str, first["loc"])])
            raise Refusal("invalid", f"- {field}: {first['msg']}\n", param=field) from None
        hook, events = self._webhook(body)
        price, id_ = round(model.rate * asked.seconds, 6), secrets.token_hex(13)
        job = Job(id_, asked.prompt, name, price, asked.seconds, size_of(asked.shape), body=body)
        job.audio = getattr(asked, "generate_audio", False)
        job.info = {"deadline": seconds_of(request.headers.get("cancel-after", ""))}
        callbacks = [
            Callback(hook, self._message(request), when)
            for event, when in SENT.items()
            if event in events
        ]
        job = await self.submit(request, job, *callbacks)
        await self._wait(request, job)
        return JSONResponse(self.show(request, job), 201)

    def _model_name(self, request: Request, body: dict[str, Any]) -> str:
        """Return the model that a path or a version names."""
        if "name" in request.path_params:
            name = "{owner}/{name}".format(**request.path_params)
            if request.url.path.startswith("/v1/deployments/"):
                name = DEPLOYMENTS.get(name, "")
        else:
            named, _, version = str(body.get("version", "")).rpartition(":")
            versions = {model.version: name for name, model in MODELS.items()}
            name = versions.get(version, "")
            if named and named != name:
                name = ""
            if not name:
                told = "The specified version does not exist"
                raise Refusal("invalid", told, param="version")
        if name not in MODELS:
            raise Refusal("not_found", "The requested resource could not be found.")
        return name

    def _webhook(self, body: dict[str, Any]) -> tuple[str, list[str]]:
        """Return the URL of a webhook, or "", and its events. A test's own URL may be HTTP."""
        hook = str(body.get("webhook") or "")
        events = body.get("webhook_events_filter") or list(EVENTS)
        if hook and not hook.startswith(("https://", "http://127.0.0.1:")):
            raise Refusal("invalid", "webhook must be an HTTPS URL", param="webhook")
        if not isinstance(events, list) or any(event not in list(EVENTS) for event in events):
            told = f"webhook_events_filter must be of {', '.join(sorted(EVENTS))}"
            raise Refusal("invalid", told, param="webhook_events_filter")
        return hook, events

    async def _wait(self, request: Request, job: Job) -> None:
        """Keep the answer back until the prediction has ended, for as long as `Prefer` says."""
        found = re.fullmatch(r"wait(?:=(\d+))?", request.headers.get("prefer", ""))
        if found is None:
            return
        until = time.monotonic() + min(int(found[1] or LONGEST_WAIT), LONGEST_WAIT)
        while job.open and time.monotonic() < until and not self.stopping.is_set():
            await asyncio.sleep(0.02)

    async def poll(self, request: Request) -> Response:
        job = await self.look(request, request.path_params["id"])
        return JSONResponse(self.show(request, job))

    async def list_predictions(self, request: Request) -> Response:
        jobs, url = self.listed(request), f"{request.base_url}v1/predictions"
        start = int(request.query_params.get("cursor", "0"))
        stop = start + self.page_size
        older = f"{url}?cursor={stop}" if stop < len(jobs) else None
        newer = f"{url}?cursor={max(0, start - self.page_size)}" if start else None
        shown = [self.show(request, job) for job in jobs[start:stop]]
        return JSONResponse({"next": older, "previous": newer, "results": shown})

    async def cancel(self, request: Request) -> Response:
        job = self.find(request, request.path_params["id"])
        job.cancel()  # one that has ended stays as it is
        return JSONResponse(self.show(request, job))

    def show(self, request: Request, job: Job) -> dict[str, Any]:
        deadline = job.info["deadline"]
        if deadline and time.time() > job.created_at + deadline:
            job.info["aborted"] = job.info.get("aborted", job.state == "queued")
            job.cancel()
        url = f"{request.base_url}v1/predictions/{job.id}"
        status, removed = STATES[job.state], job.state == "expired"
        if not job.open and (job.has("aborted") or job.info.get("aborted")):
            status = "aborted"
        output: Any = None
        if status == "succeeded" and not removed:
            output = self.file_url(request, job)
            output = [output] if MODELS[job.model].listed else output
        return {
            "id": job.id,
            "model": job.model,
            "version": MODELS[job.model].shown_version,
            "status": job.word(status),
            "input": {} if removed else job.body["input"],
            "output": output,
            "error": (SENSITIVE if job.moderated else job.failure) if status == "failed" else None,
            "logs": "" if job.state == "queued" or removed else log(job.progress),
            "metrics": {"predict_time": job.length / 2, "total_time": job.length}
            if status == "succeeded"
            else {},
            "created_at": iso(job.created_at),
            "started_at": iso(job.started_at),
            "completed_at": iso(job.ended_at),
            "data_removed": removed,
            "urls": {"get": url, "cancel": f"{url}/cancel", "web": f"{request.base_url}p/{job.id}"},
        }

    def _message(self, request: Request) -> Callable[[Job], Message]:
        """Return a function that makes the messages of a webhook; all tries have one id."""
        id_ = f"msg_{uuid.uuid4().hex}"

        def message(job: Job) -> Message:
            body, stamp = json.dumps(self.show(request, job)).encode(), str(int(time.time()))
            signed = f"{id_}.{stamp}.".encode() + body
            digest = hmac.new(base64.b64decode(self.secret), signed, hashlib.sha256).digest()
            return body, {
                "Content-Type": "application/json",
                "webhook-id": id_,
                "webhook-timestamp": stamp,
                "webhook-signature": f"v1,{base64.b64encode(digest).decode()}",
            }

        return message

    async def show_secret(self, request: Request) -> Response:
        self.authenticate(request)
        return JSONResponse({"key": f"whsec_{self.secret}"})

    async def show_model(self, request: Request) -> Response:
        self.authenticate(request)
        name = "{owner}/{name}".format(**request.path_params)
        if name not in MODELS:
            raise Refusal("not_found", "The requested resource could not be found.")
        schemas = {"Input": MODELS[name].input.model_json_schema()}
        version = {
            "id": MODELS[name].version,
            "created_at": "2026-06-01T00:00:00Z",
            "cog_version": "0.16.0",
            "openapi_schema": {"openapi": "3.0.2", "components": {"schemas": schemas}},
        }
        owner, short = name.split("/")
        shown: dict[str, Any] = {"url": f"{request.base_url}{name}", "owner": owner, "name": short}
        shown |= {"visibility": "public", "run_count": len(self.accepted), "description": name}
        empty = ("github_url", "paper_url", "license_url", "cover_image_url", "default_example")
        return JSONResponse({**shown, **dict.fromkeys(empty), "latest_version": version})

    async def create_file(self, request: Request) -> Response:
        self.authenticate(request)
        fields, _ = await fields_of(request)
        content = fields.get("content")
        if not isinstance(content, Upload):
            raise Refusal("invalid", "content is required", param="content")
        id_, now = secrets.token_hex(13), time.time()
        shown = {
            "id": id_,
            "size": len(content.data),
            "content_type": content.media_type,
            "checksums": {"sha256": hashlib.sha256(content.data).hexdigest()},
            "metadata": {},
            "created_at": iso(now),
            "expires_at": iso(now + 86_400),
            "urls": {"get": f"{request.base_url}v1/files/{id_}"},
        }
        return JSONResponse(shown, 201)

    async def _file(self, request: Request) -> Any:
        # The vendor's SDK sends its key along when it downloads, and the store ignores that.
        kept = [pair for pair in request.scope["headers"] if pair[0] != b"authorization"]
        return await super()._file(Request({**request.scope, "headers": kept}))


def seconds_of(text: str) -> int:
    """Return the seconds of a duration such as `10m` or `1h30m`; 0 if there is none."""
    if not re.fullmatch(r"(\d+[smh])*", text):
        raise Refusal("invalid", f"Cancel-After: {text} is not a duration such as 10m")
    return sum(int(count) * UNITS[unit] for count, unit in re.findall(r"(\d+)([smh])", text))


def log(progress: int) -> str:
    """Return a line of the kind that clients read progress from."""
    return f"{progress}%|{'█' * (progress // 10):10}| {progress}/100\n"


def iso(seconds: float | None) -> str | None:
    if seconds is None:
        return None
    return dt.datetime.fromtimestamp(seconds, dt.UTC).isoformat().replace("+00:00", "Z")
