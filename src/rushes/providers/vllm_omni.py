"""vLLM-Omni as a provider: one instance of a self-hosted engine."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from rushes.clock import real_sleep
from rushes.providers.answer import Answer
from rushes.providers.base import Cancellation, UpstreamJob
from rushes.providers.http import Call, FormField
from rushes.providers.openai import file_field
from rushes.providers.resolved_request import ResolvedRequest
from rushes.providers.self_hosted import H3, SelfHostedVideosProvider, keyframes_of

CANCEL_TRIES = 5  # an engine that is still stopping a job asks for another try


class VllmOmniProvider(SelfHostedVideosProvider):
    """Makes videos on vLLM-Omni, which takes forms and no JSON."""

    cancel_pause = 2.0  # seconds; the engine's own limit for stopping a batch

    def extras(self, request: ResolvedRequest) -> Mapping[str, Any]:
        extras = {**super().extras(request), "generate_sound": request.audio}
        if request.params.get("family") != H3:
            return extras
        frames = keyframes_of(request)
        if frames:  # which decide about the shape
            return extras | {"extra_params": json.dumps({"frame_indices": [i for _, i in frames]})}
        return extras | {"aspect_ratio": request.aspect_ratio or "16:9"}

    def files(self, request: ResolvedRequest) -> Sequence[FormField]:
        frames = keyframes_of(request)
        name = "input_reference" if len(frames) == 1 else "input_references"
        return [file_field(name, frame) for frame, _ in frames]

    def says_unknown(self, answer: Answer) -> bool:
        return bool(answer.find("error", "code") == 404)

    def cancel_call(self, job: UpstreamJob) -> Call:
        return Call("DELETE", self._path(job))

    def cancelled(self, answer: Answer) -> Cancellation:
        gone = answer.ok or self.meaning(answer) == "lost"
        return Cancellation("stopped" if gone else "unknown", self.cost)

    async def cancel(self, job: UpstreamJob) -> Cancellation:
        cancelled = await super().cancel(job)
        for _ in range(CANCEL_TRIES - 1):
            if cancelled.outcome != "unknown":
                break
            await real_sleep(self.cancel_pause)
            cancelled = await super().cancel(job)
        return cancelled
