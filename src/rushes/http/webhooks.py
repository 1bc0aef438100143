"""The webhooks of jobs: what was sent, what came of it, and sending it again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from time import monotonic
from typing import Annotated, Literal

from pydantic import Field, StrictInt, StrictStr
from starlette.requests import Request
from starlette.responses import Response

from rushes.catalog.limits import MAX_IDENTIFIER
from rushes.catalog.media import check_https_url
from rushes.http.account import NO_STORE
from rushes.http.api_model import ApiModel, RequestBody
from rushes.http.context import JSON, RequestContext, read_body
from rushes.http.errors import ApiError, retry_later
from rushes.http.openapi import Endpoint, answers
from rushes.http.parameters import Schema, read_parameters
from rushes.jobs.clock import steady_time
from rushes.jobs.sample_event import sample_event
from rushes.jobs.urls import PREFIX
from rushes.jobs.webhook_records import WebhookRecord, record_of
from rushes.keys.changes import CallbackURL
from rushes.keys.verification import Identity
from rushes.store.api_key import owner_of
from rushes.store.outbox import WebhookFilter
from rushes.store.webhook import Webhook
from rushes.url_check import host_of

DEFAULT_LIMIT = 20
LARGEST_PAGE = 100
MAX_BODY = 64 * 1024  # bytes
MOST_IDS = 500
LATEST = 10**12  # unix seconds
STATES = ("pending", "delivered", "failed", "superseded")
_ID: Schema = {
    "type": "string",
    "minLength": 1,
    "maxLength": MAX_IDENTIFIER,
    "pattern": "^[!-~]*$",
    "description": "Printable ASCII characters",
}
QUERY: dict[str, Schema] = {
    "state": {
        "type": "string",
        "pattern": f"^(?:{'|'.join(STATES)})$",
        "description": f"One of {', '.join(STATES)}",
    },
    "job_id": _ID,
    "key": _ID,
    "since": {"type": "integer", "minimum": 0, "maximum": LATEST},
    "limit": {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE, "default": DEFAULT_LIMIT},
    "cursor": _ID,
}
WebhookId = Annotated[StrictStr, Field(min_length=1, max_length=MAX_IDENTIFIER, pattern="^[!-~]+$")]


class WebhookList(ApiModel):
    data: list[WebhookRecord]


class WebhookPage(WebhookList):
    """Webhooks, newest first; `next_cursor` leads to the next page, if there is one."""

    has_more: bool
    next_cursor: str | None = None


class ReplayedWebhooks(ApiModel):
    """The ids of the webhooks that are sent again."""

    ids: list[str]


class ReplayBody(RequestBody):
    """Which webhooks to send again: those with `ids`, or those that failed since a time.

    `since` is in unix seconds, of the end of a job. `key` is the id of an API key, whose alone are
    meant; only an admin key may name another than its own.
    """

    ids: Annotated[list[WebhookId], Field(min_length=1, max_length=MOST_IDS)] | None = None
    since: Annotated[StrictInt, Field(ge=0, le=LATEST)] | None = None
    key: WebhookId | None = None


class TryBody(RequestBody):
    """A receiver to try out: its URL, and how the job ended that the event is of."""

    url: CallbackURL
    status: Literal["completed", "failed", "cancelled", "expired"] = "completed"


class TriedReceiver(ApiModel):
    """What came back: `status` of the response, or `error` in words; `duration` in seconds.

    `id` is that of the event, `signatures` how many secrets signed it.
    """

    id: str
    delivered: bool
    status: int | None
    error: str | None
    duration: float
    signatures: int


async def of_job(context: RequestContext, request: Request) -> Response:
    job = await context.job(request)
    found = await context.store.outbox.page(WebhookFilter(job_id=job.id), LARGEST_PAGE)
    return _answer(WebhookList(data=[record_of(history) for history in found]))


async def replay_job(context: RequestContext, request: Request) -> Response:
    """Send the webhook of a job's end again, whatever became of it."""
    identity = await context.authenticate(request)
    sees = None if _is_admin(identity) else identity.sees
    job = await context.visible_job(request.path_params["job_id"], sees)
    wanted = WebhookFilter(job_id=job.id)
    replayed = await context.store.outbox.replay(wanted, steady_time())
    if not replayed:
        raise ApiError(
            409,
            f"{job.id} has no webhook to send again: it has no callback_url, has not ended, or is"
            " being reported right now",
        )
    return _answer(ReplayedWebhooks(ids=_ids(replayed)))


async def page(context: RequestContext, request: Request) -> Response:
    """List the webhooks of the caller's jobs; an admin key sees those of all."""
    identity = await context.authenticate(request)
    query = read_parameters(request.query_params, QUERY)
    limit = query["limit"]
    wanted = WebhookFilter(
        owner=_owner(identity, query["key"]),
        state=query["state"],
        job_id=query["job_id"],
        since=query["since"],
    )
    found = await context.store.outbox.page(wanted, limit + 1, query["cursor"])
    shown = [record_of(history) for history in found[:limit]]
    has_more = len(found) > limit
    cursor = shown[-1].id if has_more else None
    return _answer(WebhookPage(data=shown, has_more=has_more, next_cursor=cursor))


async def replay(context: RequestContext, request: Request) -> Response:
    """Send several webhooks again."""
    identity = await context.authenticate(request)
    body = ReplayBody.model_validate_json(await read_body(request, MAX_BODY))
    if (body.ids is None) == (body.since is None):
        raise ApiError(400, "ids, since: give one of them", metadata={"field": "ids"})
    wanted = WebhookFilter(owner=_owner(identity, body.key))
    if body.since is not None:
        wanted = replace(wanted, state="failed", since=body.since)
    replayed = await context.store.outbox.replay(wanted, steady_time(), body.ids)
    return _answer(ReplayedWebhooks(ids=_ids(replayed)))


async def try_receiver(context: RequestContext, request: Request) -> Response:
    """Send the event of a job that does not exist, signed as those of the caller's jobs are."""
    identity = await context.authenticate(request)
    body = TryBody.model_validate_json(await read_body(request, MAX_BODY))
    private = context.settings.fetch_private_urls
    check_https_url("url", body.url, "is not usable", allow_private=private)
    assert context.webhooks is not None  # noqa: S101 - every service has them
    webhooks, host = context.webhooks, host_of(body.url)
    if not webhooks.turns.take(host, identity.owner, 1):
        raise retry_later(429, "As many webhooks as may be are being sent; try again")
    try:
        event = sample_event(body.status, context.origin(request))
        secrets = None if identity.key is None else identity.key.callback_secrets or None
        began = monotonic()
        delivery = await webhooks.send(body.url, event, secrets)
    finally:
        webhooks.turns.release(host, identity.owner)
    tried = TriedReceiver(
        id=event.idempotency_key,
        delivered=delivery.delivered,
        status=delivery.status,
        error=delivery.error,
        duration=round(monotonic() - began, 3),
        signatures=delivery.signatures,
    )
    return _answer(tried)


def _is_admin(identity: Identity) -> bool:
    return identity.key is not None and identity.key.admin


def _owner(identity: Identity, key: str | None) -> str | None:
    """Return whose webhooks are meant, None for everyone's; raise a 403 for those of others."""
    named = None if key is None else owner_of(key)
    if _is_admin(identity) or identity.sees is None:
        return named
    if named not in {None, identity.sees}:
        raise ApiError(403, "key: only an admin key may name another key than its own")
    return identity.sees


def _ids(found: Sequence[Webhook]) -> list[str]:
    return [webhook.id for webhook in found]


def _answer(model: ApiModel) -> Response:
    return Response(model.model_dump_json(), 200, NO_STORE, JSON)


_OF_JOB = f"{PREFIX}/videos/{{job_id}}/webhooks"
ENDPOINTS: Sequence[Endpoint] = (
    Endpoint(
        "GET",
        _OF_JOB,
        of_job,
        "List the webhooks of a video generation and what came of each attempt",
        "listVideosWebhooks",
        answers=answers(200, WebhookList, 404),
    ),
    Endpoint(
        "POST",
        f"{_OF_JOB}/replay",
        replay_job,
        "Send the webhook of a video generation again",
        "replayVideosWebhooks",
        answers=answers(200, ReplayedWebhooks, 404, 409),
    ),
    Endpoint(
        "GET",
        f"{PREFIX}/webhooks",
        page,
        "List webhooks, newest first",
        "listWebhooks",
        answers=answers(200, WebhookPage),
        query=QUERY,
    ),
    Endpoint(
        "POST",
        f"{PREFIX}/webhooks/replay",
        replay,
        "Send webhooks again: some, or those that failed since a time",
        "replayWebhooks",
        body=ReplayBody,
        answers=answers(200, ReplayedWebhooks, 413, 415),
    ),
    Endpoint(
        "POST",
        f"{PREFIX}/webhooks/test",
        try_receiver,
        "Send a sample event to a receiver, and say what came back",
        "testWebhooks",
        body=TryBody,
        answers=answers(200, TriedReceiver, 413, 415),
    ),
)
