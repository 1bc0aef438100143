"""The Gemini API as a provider: Gemini Omni."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar
from urllib.parse import quote

from rushes.providers.answer import Answer, id_at
from rushes.providers.base import Progress, UpstreamJob
from rushes.providers.google_api import GoogleApiProvider
from rushes.providers.google_interactions import interaction_of, interaction_progress
from rushes.providers.http import Call
from rushes.providers.inline_video import POLL_TIMEOUT
from rushes.providers.resolved_request import ResolvedRequest
from rushes.providers.rest import Meaning

_FILE = re.compile(r"/(v[0-9a-z]{1,20})/files/([A-Za-z0-9_-]{1,100})(?::download)?(?:[?#]|$)")


class GoogleProvider(GoogleApiProvider):
    """Makes videos by Google's Gemini API."""

    meanings: ClassVar[Mapping[str, Meaning]] = {
        **GoogleApiProvider.meanings,
        "FAILED_PRECONDITION": "credit",  # no billing, or not in this region
    }

    def credentials(self) -> Mapping[str, str]:
        return {"x-goog-api-key": self.account.secret}

    def create_call(self, request: ResolvedRequest) -> Call:
        body = interaction_of(request, "uri")
        if request.callback_url is not None:
            body["webhook_config"] = {"uris": [request.callback_url]}
        return Call("POST", self._interactions, body)

    def created_id(self, answer: Answer) -> str:
        return id_at(answer.json(), "id")

    def poll_call(self, job: UpstreamJob) -> Call:
        path = f"{self._interactions}/{quote(job.id, safe='')}"
        return Call("GET", path, timeout=POLL_TIMEOUT)

    def progress(self, answer: Answer, job: UpstreamJob) -> Progress:
        return interaction_progress(answer)

    def cancel_call(self, job: UpstreamJob) -> Call:
        return Call("POST", f"{self._interactions}/{quote(job.id, safe='')}/cancel")

    def keyed_path(self, url: str) -> str | None:
        # Its id alone is used, so that the key goes nowhere else whatever the URL is.
        file = _FILE.search(url)
        return file and f"/{file[1]}/files/{file[2]}:download?alt=media"

    @property
    def _interactions(self) -> str:
        return f"/{self.setting('version')}/interactions"
