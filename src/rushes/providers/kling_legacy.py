"""Kling's legacy API, for its older models and for accounts with an access key and a secret."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any, ClassVar
from urllib.parse import quote

from rushes.providers.answer import Answer, at, id_at, money_at, text_at
from rushes.providers.base import Progress, ProviderRequest, UpstreamJob
from rushes.providers.http import Call
from rushes.providers.jwt import hs256
from rushes.providers.kling import MEANINGS, KlingProvider, bare, check_code, check_key, has_sound
from rushes.providers.resolved_request import ResolvedRequest
from rushes.providers.rest import UNKNOWN_JOB, Meaning

TOKEN_LIFETIME = 1800  # seconds
CLOCK_SKEW = 5  # seconds that the clock of Kling may be late


class KlingLegacyProvider(KlingProvider):
    """Makes videos by tasks, whose ids here begin with the operation that made them.

    With the setting `access_key`, the key is its secret; without it, an API key.
    """

    batch_size = 1
    id_paths = (("data", "task_id"),)
    meanings: ClassVar[Mapping[str, Meaning]] = {**MEANINGS, "1203": "lost"}

    def credentials(self) -> Mapping[str, str]:
        access_key = self.account.settings.get("access_key")
        if not access_key:
            return super().credentials()
        now = int(time.time())
        claims = {"iss": access_key, "exp": now + TOKEN_LIFETIME, "nbf": now - CLOCK_SKEW}
        return {"Authorization": f"Bearer {hs256(claims, self.account.secret)}"}

    def create_call(self, request: ResolvedRequest) -> Call:
        operation = request.params["operation"]
        body: dict[str, Any] = {
            **request.options,
            "model_name": request.upstream_model,
            "prompt": request.prompt,
            "mode": request.params["mode"],
            "duration": str(request.duration),
            "external_task_id": request.key,
            **(_omni_inputs(request) if operation == "omni-video" else _frames(request)),
        }
        if has_sound(request):
            body["sound"] = "on" if request.audio else "off"
        if request.first_frame is None and request.aspect_ratio is not None:
            body["aspect_ratio"] = request.aspect_ratio
        if request.callback_url is not None:
            body["callback_url"] = request.callback_url
        return Call("POST", f"/v1/videos/{operation}", body)

    def created_id(self, answer: Answer) -> str:
        return id_at(answer.json(), "data", "task_id")

    def accepted(self, answer: Answer, request: ProviderRequest) -> UpstreamJob:
        task = f"{request.params['operation']}/{self.created_id(answer)}"
        return UpstreamJob(task, request.model, request.upstream_model)

    def check_call(self) -> Call:
        return _get("text2video", UNKNOWN_JOB)

    def poll_call(self, job: UpstreamJob) -> Call:
        operation, _, task = job.id.partition("/")
        return _get(operation, task)

    def progress(self, answer: Answer, job: UpstreamJob) -> Progress:
        check_code(answer)
        task = answer.find("data")
        videos = at(task, "task_result", "videos")
        found = [text_at(video, "url") for video in videos] if isinstance(videos, list) else []
        urls = [url for url in found if url is not None]
        units = money_at(task, "final_unit_deduction")
        return self.shown(task, "task_status", "task_status_msg", urls, units)

    async def find(self, key: str, model: str) -> UpstreamJob | None:
        endpoints = self.account.data.endpoints
        operations = {e.params["operation"]: None for e in endpoints if e.model == model}
        for operation in operations:
            answer = await self._api.request(_get(operation, key))
            if answer.ok:
                with self._readable():
                    check_code(answer)
                    check_key(key, answer.find("data"), "task_info", "external_task_id")
                    return UpstreamJob(f"{operation}/{self.created_id(answer)}", model)
            if (answer.status, self.error_code(answer)) != (404, "1203"):
                raise self.unproven(answer)
        return None


def _get(operation: str, task: str) -> Call:
    return Call("GET", f"/v1/videos/{operation}/{quote(task, safe='')}")


def _frames(request: ResolvedRequest) -> dict[str, Any]:
    names = {"image": request.first_frame, "image_tail": request.last_frame}
    return {name: bare(frame) for name, frame in names.items() if frame is not None}


def _omni_inputs(request: ResolvedRequest) -> dict[str, Any]:
    frames = {"first_frame": request.first_frame, "end_frame": request.last_frame}
    images = [{"image_url": bare(f), "type": t} for t, f in frames.items() if f is not None]
    images += [{"image_url": bare(image)} for image in request.references("image")]
    videos = [
        {"video_url": video.url, "refer_type": "feature", "keep_original_sound": "no"}
        for video in request.references("video")
    ]
    return {
        **({"image_list": images} if images else {}),
        **({"video_list": videos} if videos else {}),
    }
