"""The catalog as the client returns it."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Unpack

from rushes.sdk import _endpoints, _parse
from rushes.sdk._params import Arguments, GenerateArguments
from rushes.wire.models import VideoModel, VideoModelsListResponse

if TYPE_CHECKING:
    from rushes.wire.request import VideoGenerationRequest

LIFETIME = 300.0  # seconds that a fetched catalog is used


class ModelList(VideoModelsListResponse):
    """The models, with checks and cost estimates. It equals the plain response."""

    _plain: ClassVar = VideoModelsListResponse

    def find(
        self,
        *,
        resolution: str | None = None,
        aspect_ratio: str | None = None,
        size: str | None = None,
        duration: int | None = None,
        generate_audio: bool | None = None,
        seed: int | None = None,
    ) -> list[VideoModel]:
        """Return the models that support all of this; what a row leaves open is supported."""
        arguments = {name: value for name, value in locals().items() if name != "self"}
        from rushes.sdk import _validation

        wanted = {**arguments, "model": "any", "prompt": "any"}
        request = _endpoints.request_of_some(wanted)
        return [row for row in self.data if not any(_validation.problems_of(request, row))]

    def check(self, **arguments: Unpack[GenerateArguments]) -> None:
        """Check the arguments of a `generate` as it does with `validate`.

        Raises:
            UnsupportedRequestError: the model does not support them.
        """
        from rushes.sdk import _validation

        _validation.check(_endpoints.request_of_some(arguments), self)

    def estimate_cost(self, **arguments: Unpack[GenerateArguments]) -> float | None:
        """Return the most that `generate` with these arguments may cost, in USD.

        What is left open counts as the model's most expensive choice. None if the price depends on
        something that the catalog does not say, or on a parameter that the model does not support.
        The service's `quote`, where it exists, is more exact.
        """
        return self.cost_of(_endpoints.request_of_some(arguments))

    def cost_of(self, request: VideoGenerationRequest) -> float | None:
        """As `estimate_cost`, of a request."""
        from rushes.sdk import _cost_estimate

        row = self.get(request.model)
        cost = None if row is None else _cost_estimate.estimate(request, row)
        return None if cost is None else float(cost)


class CatalogCache:
    """The catalogs fetched recently, by server URL."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._cached: dict[str | None, tuple[float, ModelList]] = {}

    def get(self, server_url: str | None) -> ModelList | None:
        fetched_at, models = self._cached.get(server_url, (0.0, None))
        return models if models is not None and self._clock() - fetched_at < LIFETIME else None

    def put(self, server_url: str | None, models: ModelList) -> None:
        self._cached[server_url] = (self._clock(), models)


def list_videos_models(arguments: Arguments) -> _endpoints.APICall[ModelList]:
    return _endpoints.APICall(
        "GET",
        "/videos/models",
        _endpoints.CallOptions.of(arguments),
        partial(_parse.model, ModelList),
        needs_key=False,
        documented=frozenset({400, 500}),
    )
