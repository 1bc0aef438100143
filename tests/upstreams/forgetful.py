from __future__ import annotations

from starlette.requests import Request

from tests.upstreams.base import Job, Refusal, Upstream


class Forgetful(Upstream):
    """An upstream that has no state for a job whose time is over: it is not found any more."""

    def find(self, request: Request, id_: str) -> Job:
        job = super().find(request, id_)
        if job.state == "expired":
            raise Refusal("not_found", f"No job has the id {id_}")
        return job
