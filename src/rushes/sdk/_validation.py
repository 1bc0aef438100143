"""A request checked against its model's row of the catalog, before anything is paid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rushes.sdk._scalars import number
from rushes.sdk.errors import CostLimitError, UnsupportedRequestError

if TYPE_CHECKING:
    from rushes.wire import VideoGenerationRequest, VideoModel, VideoModelsListResponse


def check(request: VideoGenerationRequest, models: VideoModelsListResponse) -> None:
    """Raise `UnsupportedRequestError` with every problem; what a row leaves open is not checked."""
    row = models.get(request.model)
    if row is None:
        import difflib

        near = difflib.get_close_matches(request.model, [model.id for model in models.data], 3, 0.4)
        hint = f"; near: {', '.join(near)}" if near else ""
        problems = [f"it is not in the catalog{hint}"]
    else:
        problems = list(problems_of(request, row))
    if problems:
        raise UnsupportedRequestError(request.model, problems)


def check_cost(model: str, cost: float | None, max_cost: float) -> None:
    max_cost = number("max_cost", max_cost)
    if cost is None or not cost <= max_cost:
        raise CostLimitError(model, cost, max_cost)


def problems_of(request: VideoGenerationRequest, row: VideoModel) -> Iterator[str]:
    yield from priced_parameter_problems(request, row)
    for index, frame in enumerate(request.frame_images or ()):
        name = f"frame_images.{index}.frame_type"
        yield from _among(name, frame.frame_type, row.supported_frame_images)
    if request.generate_audio and row.generate_audio is False:
        yield "generate_audio: the model makes no sound"
    if request.seed is not None and row.seed is False:
        yield "seed: the model takes none"
    sources = (request.frame_images, request.input_references, request.previous_job_id)
    if not request.prompt and not any(sources):
        yield "prompt: there is neither a prompt nor anything to start from"


def priced_parameter_problems(request: VideoGenerationRequest, row: VideoModel) -> Iterator[str]:
    """Yield the problems with parameters that a price may depend on."""
    yield from _among("duration", request.duration, row.supported_durations)
    yield from _among("resolution", request.resolution, row.supported_resolutions)
    yield from _among("aspect_ratio", request.aspect_ratio, row.supported_aspect_ratios)
    yield from _among("size", request.size, row.supported_sizes)
    yield from _among("creativity", request.creativity, row.creativity)
    yield from _within_factor(request, row)


def _within_factor(request: VideoGenerationRequest, row: VideoModel) -> Iterator[str]:
    factor, bounds = request.upscale_factor, row.upscale_factor
    if factor is None or bounds is None:
        return
    if (bounds.min is not None and factor < bounds.min) or (
        bounds.max is not None and factor > bounds.max
    ):
        least = "any" if bounds.min is None else f"{bounds.min:g}"
        most = "any" if bounds.max is None else f"{bounds.max:g}"
        near = bounds.min if bounds.min is not None and factor < bounds.min else bounds.max
        yield f"upscale_factor: {factor:g} is not from {least} to {most}; nearest: {near:g}"


def _among(name: str, value: object, allowed: Sequence[object] | None) -> Iterable[str]:
    if value is None or allowed is None or value in allowed:
        return ()
    if not allowed:
        return (f"{name}: the model takes none",)
    problem = f"{name}: {value!r} is not one of {', '.join(map(str, allowed))}"
    numbers = [one for one in allowed if isinstance(one, int)]
    if isinstance(value, int) and numbers:
        problem += f"; nearest: {min(numbers, key=lambda one: (abs(one - value), one))}"
    return (problem,)
