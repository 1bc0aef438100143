"""SGLang Diffusion as a provider: one instance of a self-hosted engine."""

from __future__ import annotations

from typing import Any

from rushes.providers.answer import Answer
from rushes.providers.http import Call
from rushes.providers.openai import options_of
from rushes.providers.resolved_request import ResolvedRequest
from rushes.providers.self_hosted import H3, SelfHostedVideosProvider, keyframes_of


class SGLangProvider(SelfHostedVideosProvider):
    """Makes videos on SGLang Diffusion.

    It cannot stop a job: a deletion only forgets it, while the GPU goes on.
    """

    whole_fps = True

    def create_call(self, request: ResolvedRequest) -> Call:
        is_h3 = request.params.get("family") == H3
        body = {
            "model": request.upstream_model,
            "prompt": request.prompt,
            **(_h3_fields(request) if is_h3 else self._fields(request)),
            **self.extras(request),
            **options_of(request),
        }
        return Call("POST", self.videos, json=body)

    def says_unknown(self, answer: Answer) -> bool:
        return isinstance(answer.find("detail"), str)

    def _fields(self, request: ResolvedRequest) -> dict[str, Any]:
        # A frame's bytes: the engine would fetch any URL, also of hosts beside it.
        frame = request.first_frame
        return {**self.extent(request), **({"reference_url": frame.data_url} if frame else {})}


def _h3_fields(request: ResolvedRequest) -> dict[str, Any]:
    """Return the fields of MiniMax-H3 for frames, size and length."""
    keyframes = [
        {"type": "image", "uri": frame.data_url, "role": "keyframe", "frame_index": index}
        for frame, index in keyframes_of(request)
    ]
    target = {
        "short_edge": min(request.width, request.height),
        "aspect_ratio": request.aspect_ratio or "auto",
        "duration_seconds": request.duration,
    }
    task = "fl2va" if keyframes else "t2va"
    return {"task": task, "target": target, **({"conditions": keyframes} if keyframes else {})}
