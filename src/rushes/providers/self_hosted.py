"""Engines on the operator's own GPUs that speak OpenAI's videos API; a job costs only time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, ClassVar

from rushes.catalog.endpoint import Endpoint
from rushes.providers.account import Account, unusable
from rushes.providers.answer import Answer, number_at
from rushes.providers.base import (
    BusyError,
    ProviderRequest,
    TransientError,
    UnreachableError,
)
from rushes.providers.frame_grid import grid_of
from rushes.providers.http import Call
from rushes.providers.openai import OpenAIVideosProvider
from rushes.providers.resolved_request import Input, ResolvedRequest
from rushes.providers.rest import Meaning

H3 = "minimax-h3"  # a family whose requests have a form of their own
FAMILIES = ("", H3)
SEEDS = 2**63  # engines take no negative one
UNREADY = {500, 502, 503, 504}


class SelfHostedVideosProvider(OpenAIVideosProvider):
    """Makes videos on one instance of an engine, which keeps its jobs in memory.

    An instance that has restarted knows no job of earlier, so these are lost.
    """

    poll_ceiling = 5.0
    videos = "/v1/videos"
    id_paths = (("id",),)
    cost: ClassVar[Decimal | None] = Decimal(0)
    whole_fps: ClassVar[bool] = False

    def __init__(self, account: Account, *, stall: float = 30.0, window: float = 60.0) -> None:
        url = account.base_url.rstrip("/").removesuffix("/v1")
        super().__init__(replace(account, base_url=url), stall=stall, window=window)
        settings = {**account.data.settings, **account.settings}
        self._grid = grid_of(account.slug, settings, whole_fps=self.whole_fps)
        self._family = settings.get("family", "")
        if self._family not in FAMILIES:
            problem = f"{self._family[:40]!r} is unknown; known: {H3}, or none"
            raise unusable(account.slug, "family", problem)

    def endpoints(self) -> Sequence[Endpoint]:
        found = super().endpoints()
        return [each for each in found if each.params.get("family", "") == self._family]

    async def translate(self, request: ProviderRequest) -> Call:
        """Return the call; raises NotAcceptedError while the engine loads its model.

        Until then it would keep the request waiting, for minutes.
        """
        try:
            answer = await self._api.request(Call("GET", "/health"))
        except TransientError as error:
            raise UnreachableError(str(error), error.retry_after) from error
        if answer.status in UNREADY:
            message = f"{self.name} is not ready: {answer.message}"
            raise BusyError(message, answer.retry_after)
        return await super().translate(request)

    def extent(self, request: ResolvedRequest) -> Mapping[str, Any]:
        side, frames = self._grid.side, self._grid.frames(request.duration)
        size = {"size": f"{side(request.width)}x{side(request.height)}"}
        if frames is None or self._grid.fps is None:
            return {"seconds": request.duration, **size}
        return {"num_frames": frames, "fps": _plain(self._grid.fps), **size}

    def extras(self, request: ResolvedRequest) -> Mapping[str, Any]:
        return {"seed": request.seed % SEEDS}

    def report(self, shown: Mapping[str, Any]) -> Mapping[str, Any]:
        seconds = number_at(shown, "inference_time_s")
        return {} if seconds is None else {"inference_seconds": seconds}

    def meaning(self, answer: Answer) -> Meaning:
        # Another attempt costs nothing, so an engine that says it is not available is left alone.
        return "busy" if answer.status == 503 else super().meaning(answer)


def keyframes_of(request: ResolvedRequest) -> list[tuple[Input, int]]:
    """Return the frames in the order of the video, with the indexes that H3 has for them."""
    frames = ((request.first_frame, 0), (request.last_frame, -1))
    return [(frame, index) for frame, index in frames if frame is not None]


def _plain(number: float) -> float | int:
    return int(number) if number == int(number) else number
