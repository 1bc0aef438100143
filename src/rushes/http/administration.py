"""What operators see and do: providers, and jobs whose outcome is unknown.

An admin key may; where no keys are needed, every caller is the operator.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pydantic import Field, StrictBool, StrictInt
from starlette.requests import Request
from starlette.responses import Response

from rushes.http.account import NO_STORE
from rushes.http.api_model import ApiModel, RequestBody
from rushes.http.context import JSON, RequestContext, read_body
from rushes.http.errors import ApiError, from_over_budget, from_unpriced
from rushes.http.openapi import Endpoint, answers
from rushes.jobs.account_reports import AccountReports
from rushes.jobs.provider_facts import provider_facts
from rushes.jobs.resubmission import may_charge, resubmission_warning, resubmit
from rushes.jobs.states import STATUS
from rushes.jobs.urls import PREFIX
from rushes.keys.changes import Amount
from rushes.store.attempt import Attempt, attempt_facts
from rushes.store.attempts import SharedIdError, can_resubmit
from rushes.store.budget import OverBudgetError, UnpricedError
from rushes.store.job import Job

MAX_BODY = 64 * 1024  # bytes
LONGEST_ID = 500  # characters
MOST_JOBS = 200


class Access(ApiModel):
    """What the caller may do: `operator` is about jobs and providers, `keys` about API keys.

    `testing` tells whether the service is a test kit, which has endpoints below `/rushes/`.
    """

    operator: bool
    keys: bool
    testing: bool


class AccessResponse(ApiModel):
    data: Access


class ProviderRow(ApiModel):
    """An account of a provider, or a provider that has none and is `off`.

    While it is `out`, nothing is sent for `out_for` seconds. `problem` is `credential`, `credit`
    or `failing`; `failures` counts those in a row, and `detail` is the last one's error.
    """

    provider: str
    name: str
    state: str
    key: str
    models: int
    base_url: str | None = None
    in_flight: int = 0
    problem: str | None = None
    failures: int = 0
    detail: str | None = None
    out_for: int | None = None


class ProvidersResponse(ApiModel):
    data: list[ProviderRow]


class UnresolvedJob(ApiModel):
    """An ended job without a video, of which `attempts` may have been charged.

    `warning` says what another attempt may cost; `attempt` is to be named by whoever wants it.
    """

    id: str
    status: str
    model: str
    provider: str
    prompt: str | None
    error: str | None
    quote: float | None
    created_at: int
    ended_at: float | None
    attempt: int
    can_resubmit: bool
    warning: str
    other_upstream_ids: list[str]
    attempts: list[dict[str, Any]]


class UnresolvedResponse(ApiModel):
    data: list[UnresolvedJob]


class SettledJob(ApiModel):
    id: str
    status: str


class SettledResponse(ApiModel):
    data: SettledJob


class AttachBody(RequestBody):
    """The provider's own id of the video's job."""

    upstream_id: str = Field(min_length=1, max_length=LONGEST_ID)


class DismissBody(RequestBody):
    """`cost` is what the provider charged all the same, in USD."""

    cost: Amount | None = None


class ResubmitBody(RequestBody):
    """`attempt` is the last attempt that the caller has seen; another one may be charged.

    With `over_budget`, whatever the budgets of the job's key and of the service allow.
    """

    attempt: StrictInt = Field(ge=1, le=10**6)
    over_budget: StrictBool = False


async def access(context: RequestContext, request: Request) -> Response:
    identity = await context.authenticate(request)
    allowed = Access(
        operator=identity.is_operator, keys=identity.is_admin, testing=context.is_test_kit
    )
    return _answer(AccessResponse(data=allowed))


async def providers(context: RequestContext, request: Request) -> Response:
    await context.require_operator(request)
    health = await AccountReports(context.store).health()
    rows = provider_facts(context.settings, health)
    return _answer(ProvidersResponse(data=[ProviderRow(**row) for row in rows]))


async def unresolved(context: RequestContext, request: Request) -> Response:
    """List jobs with what may have been paid for nothing, oldest first."""
    await context.require_operator(request)
    jobs = {job.id: job for job, _ in await context.store.attempts.unresolved() if may_charge(job)}
    shown = [await _unresolved(context, job) for job in list(jobs.values())[:MOST_JOBS]]
    return _answer(UnresolvedResponse(data=shown))


async def attach(context: RequestContext, request: Request) -> Response:
    identity = await context.require_operator(request)
    job = await _job(context, request)
    upstream_id = AttachBody.model_validate_json(await read_body(request, MAX_BODY)).upstream_id
    if not re.fullmatch(r"[!-~]+( [!-~]+)*", upstream_id):
        raise ApiError(
            400,
            f"upstream_id: {upstream_id[:40]!r} has characters that no provider's id has",
            metadata={"field": "upstream_id"},
        )
    try:
        attached = await context.store.attempts.attach(job.id, upstream_id, identity.actor)
    except SharedIdError:
        raise ApiError(409, f"upstream_id: {upstream_id} is the id of another job") from None
    if attached is None:
        raise ApiError(
            409,
            f"{job.id} is {STATUS[job.state]} and cannot be attached: only ended jobs that were"
            " sent to a provider and have no video can",
        )
    return _settled(attached)


async def dismiss(context: RequestContext, request: Request) -> Response:
    identity = await context.require_operator(request)
    body = DismissBody.model_validate_json(await read_body(request, MAX_BODY) or b"{}")
    job = await _job(context, request)
    if not await context.store.attempts.dismiss(job.id, identity.actor, body.cost):
        raise ApiError(409, f"{job.id} has nothing that is unresolved")
    return _settled(job)


async def resubmit_job(context: RequestContext, request: Request) -> Response:
    """Queue a job for another attempt, which may be charged."""
    identity = await context.require_operator(request)
    body = ResubmitBody.model_validate_json(await read_body(request, MAX_BODY))
    job = await _job(context, request)
    if not can_resubmit(job):
        raise ApiError(
            409,
            f"{job.id} is {STATUS[job.state]} and cannot be resubmitted: only jobs that were sent"
            " to a provider and ended without a video can, unless they are deleted",
        )
    queued = None
    if body.attempt == job.attempt:
        try:
            queued = await resubmit(
                context.store,
                job,
                await context.store.attempts.of(job.id),
                identity.actor,
                settings=context.settings,
                catalog=context.jobs.catalog,
                budgets=context.jobs.budgets,
                over_budget=body.over_budget,
            )
        except (OverBudgetError, UnpricedError) as error:
            raise _beyond(error) from None
    if queued is None:
        raise ApiError(409, f"{job.id} has changed; nothing was resubmitted. Look at it again")
    return _settled(queued)


async def _job(context: RequestContext, request: Request) -> Job:
    return await context.own_job(request.path_params["job_id"], None)


async def _unresolved(context: RequestContext, job: Job) -> UnresolvedJob:
    attempts: list[Attempt] = await context.store.attempts.of(job.id)
    orphans = await context.store.attempts.all_orphans(job.id)
    return UnresolvedJob(
        id=job.id,
        status=STATUS[job.state],
        model=job.model,
        provider=job.provider,
        prompt=job.prompt,
        error=job.error,
        quote=None if job.quote is None else float(job.quote),
        created_at=int(job.created_at),
        ended_at=job.ended_at,
        attempt=job.attempt,
        can_resubmit=can_resubmit(job),
        warning=resubmission_warning(job, attempts),
        other_upstream_ids=[o.upstream_id for o in orphans if o.upstream_id != job.upstream_id],
        attempts=[attempt_facts(each) | {"upstream_id": each.upstream_id} for each in attempts],
    )


def _beyond(error: OverBudgetError | UnpricedError) -> ApiError:
    found = from_over_budget(error) if isinstance(error, OverBudgetError) else from_unpriced(error)
    message = f"{found.message}. Nothing was resubmitted; over_budget has it paid all the same"
    return ApiError(found.status, message, metadata=found.metadata, headers=found.headers)


def _settled(job: Job) -> Response:
    return _answer(SettledResponse(data=SettledJob(id=job.id, status=STATUS[job.state])))


def _answer(model: ApiModel) -> Response:
    return Response(model.model_dump_json(), 200, NO_STORE, JSON)


_ADMIN = f"{PREFIX}/admin"
_JOB = f"{_ADMIN}/jobs/{{job_id}}"
ENDPOINTS: Sequence[Endpoint] = (
    Endpoint(
        "GET",
        f"{_ADMIN}/access",
        access,
        "Tell what the caller may administer",
        "getAccess",
        answers=answers(200, AccessResponse),
    ),
    Endpoint(
        "GET",
        f"{_ADMIN}/providers",
        providers,
        "List the providers and how they fare",
        "listProviderHealth",
        answers=answers(200, ProvidersResponse),
    ),
    Endpoint(
        "GET",
        f"{_ADMIN}/unresolved",
        unresolved,
        "List jobs that may have been charged without a video",
        "listUnresolvedJobs",
        answers=answers(200, UnresolvedResponse),
    ),
    Endpoint(
        "POST",
        f"{_JOB}/attach",
        attach,
        "Give a job that has no video the provider's id of it",
        "attachJob",
        body=AttachBody,
        answers=answers(200, SettledResponse, 404, 409, 413, 415),
    ),
    Endpoint(
        "POST",
        f"{_JOB}/dismiss",
        dismiss,
        "Take a job as settled, at no cost or a given one",
        "dismissJob",
        body=DismissBody,
        answers=answers(200, SettledResponse, 404, 409, 413, 415),
    ),
    Endpoint(
        "POST",
        f"{_JOB}/resubmit",
        resubmit_job,
        "Pay for another attempt at a job that ended without a video",
        "resubmitJob",
        body=ResubmitBody,
        answers=answers(200, SettledResponse, 402, 404, 409, 413, 415),
    ),
)
