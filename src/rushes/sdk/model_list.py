"""The catalog as the client returns it."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Unpack

from rushes.sdk import _endpoints, _parse
from rushes.sdk._params import Arguments, GenerateArguments
from rushes.wire.models import VideoModel, VideoModelsListResponse

if TYPE_CHECKING:
    from rushes.wire.request import VideoGenerationRequest

LIFETIME = 300.0  # seconds that a fetched catalog is used


class ModelList(VideoModelsListResponse):
    """The models, and what a request would need or cost. It equals the plain response."""

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
        """Return the models that take all of this; what a row does not publish it may take."""
        from rushes.sdk import _validation

        wished = _endpoints.request_of_some(
            {
                "model": "any",
                "prompt": "any",
                "resolution": resolution,
                "aspect_ratio": aspect_ratio,
                "size": size,
                "duration": duration,
                "generate_audio": generate_audio,
                "seed": seed,
            }
        )
        return [row for row in self.data if not any(_validation.problems_of(wished, row))]

    def check(self, **arguments: Unpack[GenerateArguments]) -> None:
        """Check what `generate` would be given, as it does with `validate`.

        Raises:
            UnsupportedRequestError: the model does not take it.
        """
        from rushes.sdk import _validation

        _validation.check(_endpoints.request_of_some(arguments), self)

    def estimate_cost(self, **arguments: Unpack[GenerateArguments]) -> float | None:
        """Return the most that `generate` with these arguments may cost, in USD.

        What is left open counts as the dearest that the model has. None if the price hangs on what
        the catalog does not say, or on a measure that the model does not have. The service's
        `quote`, where there is one, knows better.
        """
        return self.cost_of(_endpoints.request_of_some(arguments))

    def cost_of(self, request: VideoGenerationRequest) -> float | None:
        """As `estimate_cost`, of a request."""
        from rushes.sdk import _cost_estimate

        row = self.get(request.model)
        cost = None if row is None else _cost_estimate.estimate(request, row)
        return None if cost is None else float(cost)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, VideoModelsListResponse):
            return NotImplemented
        return self.__dict__ == other.__dict__ and self.model_extra == other.model_extra

    __hash__ = None  # type: ignore[assignment]  # as every model that can be changed


class CatalogCache:
    """The catalogs fetched recently, by server URL."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seen: dict[str | None, tuple[float, ModelList]] = {}

    def get(self, server_url: str | None) -> ModelList | None:
        """Return the catalog of a service, None if it must be fetched."""
        moment, models = self._seen.get(server_url, (0.0, None))
        return models if models is not None and self._clock() - moment < LIFETIME else None

    def put(self, server_url: str | None, models: ModelList) -> None:
        """Keep a catalog for a while."""
        self._seen[server_url] = (self._clock(), models)


def list_videos_models(arguments: Arguments) -> _endpoints.Call[ModelList]:
    """Describe a look into the catalog."""
    return _endpoints.Call(
        method="GET",
        path="/videos/models",
        options=_endpoints.CallOptions.of(arguments),
        read=partial(_parse.model, ModelList),
        read_timeout=30.0,
        needs_key=False,
    )
