"""What a generation costs, from a model's price list, in decimal arithmetic (USD).

SKU units are not uniform: seconds, tokens, megapixel-seconds, images and floors, in dollars or in
cents. Of the SKUs that fit, the most specific one is charged.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openrouter.components import VideoGenerationRequest, VideoModel

CENT = Decimal("0.01")
TOKEN_RATE = Decimal(24) / Decimal(1024)  # video tokens per pixel and second
MEGA = Decimal(1_000_000)


@dataclass(frozen=True)
class Quantity:
    """What is charged for: one output's measures and what went in.

    `images` counts all input images (frames and references), `reference_images` the references.
    """

    seconds: Decimal
    width: int
    height: int
    resolution: str | None = None
    audio: bool = False
    images: int = 0
    reference_images: int = 0
    video_input: bool = False
    continuation: bool = False
    creativity: int | None = None


def price(skus: Mapping[str, str], quantity: Quantity) -> Decimal | None:
    """Return the cost in USD, or None when no SKU fits."""
    base = next(_bases(skus, quantity), None)
    if base is None:
        return None
    total = base + _extras(skus, quantity)
    floor = skus.get("minimum_cents_per_generation")
    return max(total, Decimal(floor) * CENT) if floor else total


def _bases(skus: Mapping[str, str], q: Quantity) -> Iterator[Decimal]:
    """Yield the base price by each family of SKUs that fits, most specific first."""
    res = (q.resolution or "").lower()
    mode = "image_to_video" if q.images else "text_to_video"
    sound = "_with_audio" if q.audio else "_without_audio"
    per_second = [
        *([f"reference_duration_seconds_{res}"] if q.reference_images or q.video_input else []),
        f"duration_seconds{sound}_{res}",
        f"duration_seconds{sound}",
        f"{mode}_duration_seconds_{res}",
        f"duration_seconds_{res}",
        "duration_seconds",
        f"per-video-second-{res}",
        "per-video-second",
    ]
    yield from (Decimal(skus[n]) * q.seconds for n in per_second if n in skus)
    per_token = [
        *(
            [f"video_tokens_{res}_with_video_input", "video_tokens_with_video_input"]
            if q.video_input
            else []
        ),
        f"video_tokens_{res}{sound}",
        f"video_tokens_{res}",
        f"video_tokens{sound}",
        "video_tokens",
    ]
    tokens = q.width * q.height * q.seconds * TOKEN_RATE
    yield from (Decimal(skus[n]) * tokens for n in per_token if n in skus)
    cents = [
        *([f"cents_per_second_video_continuation_{res}"] if q.continuation else []),
        f"cents_per_second_output_{res}",
        f"cents_per_video_output_second_{res}",
        "cents_per_second_output",
    ]
    yield from (Decimal(skus[n]) * CENT * q.seconds for n in cents if n in skus)
    detail = "creative" if q.creativity else "precise"
    megapixel_seconds = q.width * q.height * q.seconds / MEGA
    if (name := f"cents_per_megapixel_second_{detail}") in skus:
        yield Decimal(skus[name]) * CENT * megapixel_seconds
    if "generate" in skus:
        yield Decimal(skus["generate"])


def _extras(skus: Mapping[str, str], q: Quantity) -> Decimal:
    images = Decimal(skus.get("cents_per_image_input", "0")) * CENT * q.images
    references = Decimal(skus.get("reference_images", "0")) * q.reference_images
    return images + references


SHORT_SIDES = {"1k": 1024, "2k": 1440, "4k": 2160}  # the others are named after it
_SIZE = re.compile(r"([1-9]\d{1,4})x([1-9]\d{1,4})").fullmatch
_RATIO = re.compile(r"([1-9]\d?):([1-9]\d?)").fullmatch


def estimate(request: VideoGenerationRequest, row: VideoModel) -> Decimal | None:
    """Return the most that a request may cost by the price list, None if that does not tell.

    What the request leaves open counts as the dearest of what the model has.
    """
    seconds = request.duration or max(row.supported_durations or (), default=None)
    if seconds is None:
        return None
    prices = [price(row.pricing_skus or {}, q) for q in _quantities(request, row, seconds)]
    known = [one for one in prices if one is not None]
    return max(known) if len(known) == len(prices) else None


def _quantities(
    request: VideoGenerationRequest, row: VideoModel, seconds: int
) -> Iterator[Quantity]:
    """Yield everything that the request may turn out to be."""
    references = request.input_references or ()
    images = sum(one.type == "image_url" for one in references)
    resolutions: list[str | None] = [*(row.supported_resolutions or ())] or [None]
    if request.resolution is not None:
        resolutions = [request.resolution]
    sounds = [request.generate_audio]
    if request.generate_audio is None:
        sounds = [False] if row.generate_audio is False else [True, False]
    for resolution, sound in itertools.product(resolutions, sounds):
        yield Quantity(
            seconds=Decimal(seconds),
            width=_pixels(request, row, resolution),
            height=1,  # nothing is charged by a side alone
            resolution=resolution,
            audio=bool(sound),
            images=images + len(request.frame_images or ()),
            reference_images=images,
            video_input=any(one.type == "video_url" for one in references),
            continuation=request.previous_job_id is not None,
            creativity=request.creativity,
        )


def _pixels(request: VideoGenerationRequest, row: VideoModel, resolution: str | None) -> int:
    """Return the most pixels that a frame may have; some models keep the area of 16:9."""
    if request.size is not None:
        return _area(request.size)
    names: list[str] = [*(row.supported_resolutions or ())]
    areas = {name: _nominal(name, 16 / 9) for name in names}
    if resolution is None:
        return max(map(_area, row.supported_sizes or ()), default=0)
    own = areas.setdefault(resolution, _nominal(resolution, 16 / 9))
    asked = [request.aspect_ratio] if request.aspect_ratio else row.supported_aspect_ratios or []
    ratios = [int(m[1]) / int(m[2]) for m in map(_RATIO, asked) if m]
    listed = [
        area
        for area in map(_area, row.supported_sizes or ())
        if min(areas.values(), key=lambda other: abs(math.log((area or 1) / (other or 1)))) == own
    ]
    return max(own, *listed, *(_nominal(resolution, ratio) for ratio in ratios))


def _nominal(resolution: str, ratio: float) -> int:
    """Return the pixels of a frame whose short side the resolution names; 0 if it names none."""
    name = resolution.lower()
    digits = name.removesuffix("p")
    short = int(digits) if digits.isdigit() else SHORT_SIDES.get(name, 0)
    return round(short * max(ratio, 1 / ratio) / 2) * 2 * short


def _area(size: str) -> int:
    match = _SIZE(size)
    return int(match[1]) * int(match[2]) if match else 0
