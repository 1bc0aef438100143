"""Kling: its new API, where the model is in the path, and the legacy one, on the same host."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import random
import time
from collections.abc import Callable
from typing import Any, ClassVar

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from tests.fakes.faults import RequestFaults
from tests.upstreams import kling_legacy_rules as legacy_rules, kling_rules as rules
from tests.upstreams.base import Refusal, Upstream
from tests.upstreams.callbacks import Callback
from tests.upstreams.fields import Body, body_of, integer, invalid, one_of, page_of, text
from tests.upstreams.job import Job
from tests.upstreams.kling_token import check_token

Show = Callable[[Request, Job], Body]
LEGACY = "/v1/videos"
ACCESS_KEY, SECRET_KEY = "ak", "sk"
BATCH = 20  # ids in one query
LAST = 10**14  # milliseconds
PACKAGE = 1000.0  # units of an account without a limit
STATUSES = {
    "queued": "submitted",
    "running": "processing",
    "completed": "succeeded",
    "failed": "failed",
    "cancelled": "failed",
    "expired": "failed",
}
MODERATED = "Failure to pass the risk control system"


class Kling(Upstream):
    """`charged` is in units. With a `webhook_secret`, callbacks are signed."""

    name = "kling"
    usage = (
        "The new API takes any key as a bearer token. The legacy one takes it too, or a token"
        f" of the access key {ACCESS_KEY!r} that is signed with {SECRET_KEY!r}."
    )
    errors: ClassVar = {
        "invalid": (400, 1201),
        "moderated": (400, 1301),
        "no_key": (401, 1001),
        "wrong_key": (401, 1002),
        "no_money": (429, 1101),
        "not_found": (404, 1203),
        "conflict": (400, 1201),
        "rate_limited": (429, 1302),
        "internal": (500, 5000),
    }

    def __init__(self, *, webhook_secret: str = "", **options: Any) -> None:
        super().__init__(**options)
        self.webhook_secret = webhook_secret

    def routes(self) -> list[BaseRoute]:
        creates = [
            Route(f"/{operation}/{{model}}", self.create, methods=["POST"])
            for operation in rules.MODELS
        ]
        legacy = LEGACY + "/{operation}"
        return [
            *creates,
            Route("/tasks", self.get, methods=["GET"]),
            Route("/tasks", self.search, methods=["POST"]),
            Route("/account/costs", self.costs, methods=["GET"]),
            Route(legacy, self.legacy_create, methods=["POST"]),
            Route(legacy, self.legacy_list, methods=["GET"]),
            Route(legacy + "/{id}", self.legacy_get, methods=["GET"]),
        ]

    def key_of(self, request: Request) -> str:
        key = super().key_of(request)
        if key.count(".") != 2:
            return key
        if not request.url.path.startswith((LEGACY, "/account/")):
            raise Refusal("wrong_key", "Authorization is invalid: an API key is required")
        check_token(key, ACCESS_KEY, SECRET_KEY)
        return ACCESS_KEY

    def failure(self, refusal: Refusal) -> Response:
        message = f"{refusal.param}: {refusal.message}" if refusal.param else refusal.message
        return JSONResponse(envelope(self, refusal.code, message), refusal.status)

    def _limit(self, job: Job) -> None:
        most = self.limits.open_jobs
        running = sum(each.open for each in self.accepted if each.key == job.key)
        if most is not None and running >= most:
            message = "The tasks at the same time are more than the resource pack allows"
            raise Refusal("rate_limited", message, code=1303)
        super()._limit(job)

    def _accept(self, job: Job, faults: RequestFaults) -> Job:
        external_id = job.info["external_id"]
        if external_id and any(
            (each.key, each.info["external_id"]) == (job.key, external_id) for each in self.accepted
        ):
            raise invalid("external_task_id", f"{external_id} already exists")
        return super()._accept(job, faults)

    async def create(self, request: Request) -> Response:
        self.authenticate(request)
        operation, model = request.url.path.strip("/").split("/")
        if model not in rules.MODELS[operation]:
            raise Refusal("not_found", f"The model {model} does not exist")
        job = job_of(rules.wanted(operation, model, await body_of(request)), operation, model)
        accepted = await self.submit(request, job, self.callback(request, job, self.show))
        return self.answer(self.show(request, accepted))

    async def get(self, request: Request) -> Response:
        """Show tasks by their ids; those that do not exist are left out."""
        self.authenticate(request)
        query = request.query_params
        names = [name for name in ("task_ids", "external_task_ids") if query.get(name)]
        if len(names) != 1:
            raise invalid("task_ids", "either task_ids or external_task_ids is required")
        ids = query[names[0]].split(",")
        if len(ids) > BATCH:
            raise invalid(names[0], f"{len(ids)} ids are more than {BATCH}")
        if names == ["external_task_ids"]:
            ids = [self.by_external_id(request, id_) for id_ in ids]
        tasks = []
        for id_ in ids:
            try:
                tasks.append(self.show(request, await self.look(request, id_)))
            except Refusal as refusal:
                if refusal.kind != "not_found":
                    raise
        return self.answer(tasks)

    def by_external_id(self, request: Request, external_id: str) -> str:
        """Return the id of a task, or ""."""
        jobs = self.listed(request)
        return next((job.id for job in jobs if job.info["external_id"] == external_id), "")

    async def search(self, request: Request) -> Response:
        """Show tasks, newest first; a page begins after its cursor."""
        self.authenticate(request)
        body = await body_of(request)
        limit = integer(body, "limit", 1, 500, 100)
        start = integer(body, "start_time", 0, LAST, 0)
        end = integer(body, "end_time", 0, LAST, LAST)
        wanted = statuses_of(body)
        found = [
            task
            for task in (self.show(request, job) for job in self.listed(request))
            if start <= task["create_time"] <= end and (not wanted or task["status"] in wanted)
        ]
        ids = [task["id"] for task in found]
        cursor = text(body, "cursor")
        if cursor and cursor not in ids:
            raise invalid("cursor", f"{cursor!r} is not known")
        first = ids.index(cursor) + 1 if cursor else 0
        page, more = found[first : first + limit], first + limit < len(found)
        following = page[-1]["id"] if more else ""
        shown = {"result": page, "count": len(page), "next_cursor": following, "has_more": more}
        return self.answer(shown)

    def show(self, request: Request, job: Job) -> Body:
        task: Body = {
            "id": job.id,
            "status": job.word(STATUSES[job.state]),
            "message": message_of(job),
            "create_time": milliseconds(job.created_at),
            "update_time": updated(job),
            "external_id": job.info["external_id"],
        }
        if job.state == "completed":
            output = {"type": "video", "id": f"v{job.id}", "url": self.file_url(request, job)}
            task["outputs"] = [{**output, "watermark_url": "", "duration": length(job)}]
            unit = {"charge_type": "unit", "amount": f"{job.price:g}", "package_type": "video"}
            task["billing"] = [unit]
        return task

    async def costs(self, request: Request) -> Response:
        """Show the units that the account has, as one package; both kinds of keys may ask."""
        self.authenticate(request)
        query, body = request.query_params, {}
        for name in ("start_time", "end_time"):
            body[name] = int(query[name]) if query.get(name, "").isdecimal() else None
            integer(body, name, 0, LAST)
        total = PACKAGE if self.balance is None else self.balance
        left = total - self.charged
        package = {
            "resource_pack_name": "Video units",
            "resource_pack_id": "1",
            "resource_pack_type": "decreasing_total",
            "total_quantity": total,
            "remaining_quantity": left,
            "purchase_time": body["start_time"],
            "effective_time": body["start_time"],
            "invalid_time": body["end_time"],
            "status": "online" if left > 0 else "runOut",
        }
        return self.answer(
            {"code": 0, "msg": "success", "resource_pack_subscribe_infos": [package]}
        )

    async def legacy_create(self, request: Request) -> Response:
        self.authenticate(request)
        operation = self.operation(request)
        body = await body_of(request)
        wanted = legacy_rules.wanted(operation, body)
        job = job_of(wanted, operation, body.get("model_name", ""))
        accepted = await self.submit(request, job, self.callback(request, job, self.legacy_show))
        return self.answer(self.legacy_show(request, accepted))

    async def legacy_get(self, request: Request) -> Response:
        """Show a task of an operation, by its id or its external one."""
        self.authenticate(request)
        id_ = request.path_params["id"]
        job = await self.look(request, self.by_external_id(request, id_) or id_)
        if job.info["operation"] != self.operation(request):
            raise Refusal("not_found", f"No job has the id {id_}")
        return self.answer(self.legacy_show(request, job))

    async def legacy_list(self, request: Request) -> Response:
        operation = self.operation(request)
        number, size = page_of(request, "pageNum", "pageSize", 1000)
        jobs = [job for job in self.listed(request) if job.info["operation"] == operation]
        page = jobs[(number - 1) * size : number * size]
        return self.answer([self.legacy_show(request, job) for job in page])

    def operation(self, request: Request) -> str:
        operation: str = request.path_params["operation"]
        if operation not in legacy_rules.OPERATIONS:
            raise Refusal("not_found", f"{request.url.path} does not exist")
        return operation

    def legacy_show(self, request: Request, job: Job) -> Body:
        done = job.state == "completed"
        task: Body = {
            "task_id": job.id,
            "task_status": job.word("succeed" if done else STATUSES[job.state]),
            "task_status_msg": message_of(job),
            "task_info": {"external_task_id": job.info["external_id"]},
            "created_at": milliseconds(job.created_at),
            "updated_at": updated(job),
        }
        if done:
            video = {"id": f"v{job.id}", "url": self.file_url(request, job)}
            videos = [{**video, "watermark_url": "", "duration": length(job)}]
            task |= {"task_result": {"videos": videos}, "final_unit_deduction": f"{job.price:g}"}
        return task

    def answer(self, data: Any) -> Response:
        return JSONResponse({**envelope(self, 0, "SUCCEED"), "data": data})

    def callback(
        self, request: Request, job: Job, show: Callable[[Request, Job], Body]
    ) -> Callback:
        url = job.info["callback_url"]
        return Callback(url, lambda job: self.signed(job, show(request, job)), "each")

    def signed(self, job: Job, body: Body) -> tuple[bytes, dict[str, str]]:
        """Return the body and headers of a callback, by the scheme of Standard Webhooks."""
        content, headers = json.dumps(body).encode(), {"Content-Type": "application/json"}
        if self.webhook_secret:
            id_, stamp = f"msg_{job.id}_{job.state}", str(int(time.time()))
            key = base64.b64decode(self.webhook_secret.removeprefix("whsec_"))
            signature = hmac.digest(key, f"{id_}.{stamp}.".encode() + content, hashlib.sha256)
            headers |= {"webhook-id": id_, "webhook-timestamp": stamp}
            headers["webhook-signature"] = f"v1,{base64.b64encode(signature).decode()}"
        return content, headers


def statuses_of(body: Body) -> list[object]:
    """Return the statuses that a search is limited to; none are no limit."""
    filters = body.get("filters", [])
    if not isinstance(filters, list):
        raise invalid("filters", "it must be a list")
    found: list[object] = []
    for each in filters:
        if not isinstance(each, dict) or not isinstance(each.get("values"), list):
            raise invalid("filters", "each must have a key and a list of values")
        if one_of(each, "key", ("status", "product_type")) == "status":
            found += each["values"]
    return found


def job_of(wanted: rules.Wanted, operation: str, model: str) -> Job:
    return Job(
        str(random.randrange(10**17, 10**18)),
        wanted.prompt,
        model,
        price=wanted.units,
        seconds=wanted.seconds,
        size=(wanted.width, wanted.height),
        audio=wanted.audio,
        info={
            "operation": operation,
            "external_id": wanted.external_id,
            "callback_url": wanted.callback_url,
        },
    )


def envelope(upstream: Kling, code: str | int, message: str) -> Body:
    return {"code": code, "message": message, "request_id": upstream.new_id("", 32)}


def message_of(job: Job) -> str:
    """Return why a task has failed, or ""."""
    if STATUSES[job.state] != "failed":
        return ""
    return MODERATED if job.moderated else job.failure or "The task has expired"


def milliseconds(moment: float) -> int:
    return round(moment * 1000)


def updated(job: Job) -> int:
    return milliseconds(job.ended_at or job.started_at or job.created_at)


def length(job: Job) -> str:
    return f"{job.seconds + 0.041:.3f}"
