"""Vertex AI as a provider: Veo by long-running predictions, Gemini Omni by interactions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from rushes.providers.account import Account
from rushes.providers.answer import Answer, UnreadableError, id_at, text_at
from rushes.providers.base import Progress, ProviderError, UpstreamJob
from rushes.providers.google_api import GoogleApiProvider
from rushes.providers.google_interactions import interaction_of, interaction_progress
from rushes.providers.google_operations import operation_progress, prediction_of
from rushes.providers.google_token import GoogleToken
from rushes.providers.http import Call
from rushes.providers.inline_video import POLL_TIMEOUT
from rushes.providers.resolved_request import ResolvedRequest

GLOBAL = "global"  # the only location of Omni
_OPERATION = re.compile(r"/locations/([a-z0-9-]{1,40})/.*/models/([^/]{1,100})/operations/")


class GoogleVertexProvider(GoogleApiProvider):
    """Makes videos by Vertex AI, of Google Cloud."""

    id_paths = (("name",), ("id",))

    def __init__(self, account: Account, **options: Any) -> None:
        super().__init__(account, **options)
        self._token = GoogleToken(account)

    def credentials(self) -> Mapping[str, str]:
        return {"Authorization": f"Bearer {self._token.value}"}

    async def renew(self, *, rejected: bool = False) -> bool:
        return await self._token.renew(rejected=rejected)

    def create_call(self, request: ResolvedRequest) -> Call:
        if not request.upstream_model.startswith("veo-"):
            # Only a bucket could deliver it otherwise.
            return self._interactions("POST", "", interaction_of(request, "inline"))
        location = self.setting("location")
        return self._operations(
            location, request.upstream_model, "predictLongRunning", prediction_of(request)
        )

    def created_id(self, answer: Answer) -> str:
        body = answer.json()
        if (name := text_at(body, "name")) is None:
            return id_at(body, "id")
        if not _OPERATION.search(name):
            raise UnreadableError("the name of its operation is not readable")
        return id_at(body, "name")

    def poll_call(self, job: UpstreamJob) -> Call:
        if (operation := _OPERATION.search(job.id)) is None:
            return self._interactions("GET", f"/{quote(job.id, safe='')}")
        body = {"operationName": job.id}
        return self._operations(operation[1], operation[2], "fetchPredictOperation", body)

    def progress(self, answer: Answer, job: UpstreamJob) -> Progress:
        if _OPERATION.search(job.id):
            return operation_progress(answer)
        return interaction_progress(answer)

    def cancel_call(self, job: UpstreamJob) -> Call | None:
        if _OPERATION.search(job.id):
            return None
        return self._interactions("POST", f"/{quote(job.id, safe='')}/cancel")

    async def close(self) -> None:
        await self._token.close()
        await super().close()

    def _not_created(self, answer: Answer) -> ProviderError:
        if answer.status == 401:
            self._token.forget()
        return super()._not_created(answer)

    def _interactions(self, method: str, path: str, body: Any = None) -> Call:
        path = f"/v1beta1/{self._place(GLOBAL)}/interactions{path}"
        return Call(method, path, body, timeout=POLL_TIMEOUT)

    def _operations(self, location: str, model: str, action: str, body: Any) -> Call:
        place = f"{self._place(location)}/publishers/google/models/{quote(model, safe='')}"
        base = self._regional(location)
        return Call("POST", f"/v1/{place}:{action}", body, base=base, timeout=POLL_TIMEOUT)

    def _place(self, location: str) -> str:
        project = quote(self.setting("project"), safe="")
        return f"projects/{project}/locations/{quote(location, safe='')}"

    def _regional(self, location: str) -> str | None:
        """Return the base URL of a location, None for that of the account."""
        usual = self.account.base_url.rstrip("/") == self.account.data.base_url
        if location == GLOBAL or not usual or not re.fullmatch(r"[a-z0-9-]{1,40}", location):
            return None
        return self.account.base_url.replace("://", f"://{location}-", 1)
