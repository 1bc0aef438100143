"""SGLang Diffusion as a provider: one instance of a self-hosted engine."""

from __future__ import annotations

from typing import Any

from rushes.providers.answer import Answer
from rushes.providers.http import Call
from rushes.providers.openai import options_of
from rushes.providers.resolved_request import ResolvedRequest
from rushes.providers.self_hosted import SelfHostedVideosProvider


class SGLangProvider(SelfHostedVideosProvider):
    """Makes videos on SGLang Diffusion.

    It cannot stop a job: a deletion only forgets it, while the GPU goes on.
    """

    whole_fps = True

    def create_call(self, request: ResolvedRequest) -> Call:
        body: dict[str, Any] = {
            "model": request.upstream_model,
            "prompt": request.prompt,
            **self.extent(request),
            **self.extras(request),
            **options_of(request),
        }
        if (frame := request.first_frame) is not None:
            # Its bytes: the engine would fetch any URL, also of hosts beside it.
            body["reference_url"] = frame.data_url
        return Call("POST", self.videos, json=body)

    def says_unknown(self, answer: Answer) -> bool:
        return isinstance(answer.find("detail"), str)
