"""The most that a request may cost, read from its model's row of the catalog.

Nothing is taken in the request's favor: what it leaves open counts as the most expensive that the
model has, and where the price depends on something that the row does not say, there is no estimate.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from rushes.sdk._validation import priced_parameter_problems
from rushes.wire.frame_size import has_ratio, nominal_size, parse_size, short_side
from rushes.wire.pricing import Quantity, is_known, price, resolutions_of

if TYPE_CHECKING:
    from rushes.wire import VideoGenerationRequest, VideoModel

FRAME = Decimal(1) / 24  # a real job of 4 s had 97 frames, and was charged for them
WIDE = "16:9"  # some models keep its pixel count at any ratio: 480p 1:1 was charged as 640x640
WIDEST = "21:9"  # of the ratios of the API
ROUNDING = 0.95  # 992x432 is sold as 480p

# Parameters that go past ours to the provider, and may change what is made.
_MEASURE = re.compile(
    "audio|duration|fps|images?$|keyframe|quality|ratio|resolution|seconds|size|version|video",
    re.IGNORECASE,
).search


def estimate(request: VideoGenerationRequest, row: VideoModel) -> Decimal | None:
    skus = row.pricing_skus or {}
    if not all(map(is_known, skus)) or not _is_readable(request, row, skus):
        return None
    prices = [price(skus, quantity) for quantity in _quantities(request, row)]
    known = [one for one in prices if one is not None]
    return max(known) if known and len(known) == len(prices) else None


def _is_readable(request: VideoGenerationRequest, row: VideoModel, skus: Mapping[str, str]) -> bool:
    """Return whether the row says everything that the price of a request depends on."""
    if any(priced_parameter_problems(request, row)):
        return False
    if request.previous_job_id is not None and not any("continuation" in name for name in skus):
        return False
    if request.size is not None and not _is_possible(request.size, row):
        return False
    named = [] if row.supported_resolutions else resolutions_of(skus)
    if named and request.resolution is not None and request.resolution.lower() not in named:
        return False
    options = request.provider and request.provider.options
    return not options or not any(map(_MEASURE, _names_in(options.model_extra)))


def _is_possible(size: str, row: VideoModel) -> bool:
    sides = parse_size(size)
    if row.supported_sizes is not None or not row.supported_resolutions:
        return sides is not None
    shapes = itertools.product(row.supported_resolutions, row.supported_aspect_ratios or ())
    return any(sides == _shape(name, ratio) for name, ratio in shapes)


def _names_in(options: Any) -> Iterator[str]:
    if isinstance(options, Mapping):
        for name, value in options.items():
            yield str(name)
            yield from _names_in(value)


def _quantities(request: VideoGenerationRequest, row: VideoModel) -> Iterator[Quantity]:
    references = request.input_references or ()
    images = sum(one.type == "image_url" for one in references)
    sounds = [True, False] if request.generate_audio is None else [request.generate_audio]
    details = [0, 1] if request.creativity is None else [request.creativity]
    seconds = _seconds(request, row)
    for resolution, sound, detail in itertools.product(_resolutions(request, row), sounds, details):
        yield Quantity(
            seconds=seconds,
            width=_pixels(request, row, resolution),
            height=1,  # nothing is charged by a side alone
            resolution=resolution,
            audio=sound,
            images=images + len(request.frame_images or ()),
            reference_images=images,
            video_input=any(one.type == "video_url" for one in references),
            audio_input=any(one.type == "audio_url" for one in references),
            continuation=request.previous_job_id is not None,
            creativity=detail,
            overrun=FRAME,
        )


def _seconds(request: VideoGenerationRequest, row: VideoModel) -> Decimal | None:
    if not row.supported_durations:
        return None  # the video is as long as its input
    seconds = max(row.supported_durations) if request.duration is None else request.duration
    return Decimal(seconds) if seconds > 0 else None


def _resolutions(request: VideoGenerationRequest, row: VideoModel) -> list[str | None]:
    names: list[str | None] = [*(row.supported_resolutions or ())]
    names = names or [*resolutions_of(row.pricing_skus or {})] or [request.resolution]
    known: list[str] = [] if request.resolution is None else [request.resolution]
    sides = None if request.size is None else parse_size(request.size)
    if sides is not None and (sold_as := _resolution_of(sides, row)) is not None:
        known = [*known, sold_as]  # which of the two counts if they contradict is not documented
    return [*dict.fromkeys(known)] or names


def _resolution_of(sides: tuple[int, int], row: VideoModel) -> str | None:
    """Return which resolution a size is sold as: by its short side, else the next by its area."""
    names = sorted(row.supported_resolutions or (), key=lambda name: short_side(name) or 0)
    for name in names:
        if short_side(name) == min(sides):
            return name
    large = (name for name in names if _area(name, WIDE) >= ROUNDING * math.prod(sides))
    return next(large, names[-1] if names else None)


def _pixels(request: VideoGenerationRequest, row: VideoModel, resolution: str | None) -> int | None:
    """Return the most pixels that a frame may have, None if the row does not say."""
    references = request.input_references or ()
    ratios: Sequence[str] = ()
    if request.upscale_factor is not None or any(one.type == "video_url" for one in references):
        return None  # the pixels of the input count, too
    if request.size is None:
        shapes = [sides for size in row.supported_sizes or () if (sides := parse_size(size))]
        shapes = [sides for sides in shapes if _is_candidate(sides, request, row, resolution)]
        ratios = row.supported_aspect_ratios or [WIDEST]
    else:
        shapes = [sides] if (sides := parse_size(request.size)) else []
    if request.aspect_ratio is not None:
        ratios = [request.aspect_ratio]
    areas = [math.prod(sides) for sides in shapes]
    if resolution is not None:
        areas += [_area(resolution, ratio) for ratio in {WIDE, *ratios}]
    return max(areas) if areas and all(areas) else None


def _is_candidate(
    sides: tuple[int, int], request: VideoGenerationRequest, row: VideoModel, resolution: str | None
) -> bool:
    """Return whether a listed size may be what a resolution and the requested ratio become."""
    if _resolution_of(sides, row) not in {None, resolution}:
        return False
    try:
        return request.aspect_ratio is None or has_ratio(sides, request.aspect_ratio)
    except ValueError:  # a ratio that this version does not know, such as "auto"
        return True


def _area(resolution: str, ratio: str) -> int:
    return math.prod(_shape(resolution, ratio) or (0,))


def _shape(resolution: str, ratio: str) -> tuple[int, int] | None:
    try:
        return nominal_size(resolution, ratio)
    except ValueError:
        return None
