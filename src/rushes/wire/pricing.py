"""What a generation costs, from a model's price list, in decimal arithmetic (USD).

SKU units are not uniform: seconds, tokens, megapixel-seconds, images and floors, in dollars or in
cents. Of the SKUs that fit, the most specific one is charged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

CENT = Decimal("0.01")
TOKEN_RATE = Decimal(24) / Decimal(1024)  # video tokens per pixel and second
MEGA = Decimal(1_000_000)

_RESOLUTION = r"\d{1,5}[pk]"
_SOUND = "(with|without)_audio"
_SKU = re.compile(
    rf"((reference|text_to_video|image_to_video)_)?duration_seconds(_{_SOUND})?(_{_RESOLUTION})?"
    rf"|per-video-second(-{_RESOLUTION})?"
    rf"|video_tokens(_{_RESOLUTION})?(_{_SOUND}|_with_video_input)?"
    rf"|cents_per_(second_output|video_output_second|second_video_continuation)(_{_RESOLUTION})?"
    r"|cents_per_megapixel_second_(creative|precise)"
    r"|generate|cents_per_image_input|reference_images|minimum_cents_per_generation"
)


@dataclass(frozen=True)
class Quantity:
    """What is charged for: the measures of one output, and its inputs.

    A measure that is not known is None. `images` counts all input images (frames and references),
    `reference_images` the references. `overrun` is the seconds that the frames may last longer.
    """

    seconds: Decimal | None
    width: int | None
    height: int | None
    resolution: str | None = None
    audio: bool = False
    images: int = 0
    reference_images: int = 0
    video_input: bool = False
    audio_input: bool = False
    continuation: bool = False
    creativity: int | None = None
    overrun: Decimal = Decimal(0)

    @property
    def pixel_seconds(self) -> Decimal | None:
        if self.seconds is None or self.width is None or self.height is None:
            return None
        return self.width * self.height * (self.seconds + self.overrun)


def price(skus: Mapping[str, str], quantity: Quantity) -> Decimal | None:
    """Return the cost in USD, or None when no SKU fits or what it charges for is not known."""
    rates = {name: rate for name, text in skus.items() if (rate := _rate(text)) is not None}
    if len(rates) < len(skus):
        return None
    rate, amount = next(_bases(rates, quantity), (None, None))
    if rate is None or amount is None:
        return None
    total = rate * amount + _extras(rates, quantity)
    return max(total, rates.get("minimum_cents_per_generation", Decimal(0)) * CENT)


def is_known(sku: str) -> bool:
    """Return whether the meaning of a SKU is known."""
    return _SKU.fullmatch(sku) is not None


def resolutions_of(skus: Mapping[str, str]) -> list[str]:
    """Return the resolutions that have SKUs of their own, as those spell them."""
    found = (re.search(rf"[_-]({_RESOLUTION})(_|$)", sku) for sku in skus)
    return list(dict.fromkeys(match[1] for match in found if match))


@lru_cache(maxsize=1024)  # there are some hundred in all
def _rate(text: str) -> Decimal | None:
    try:
        rate = Decimal(text)
    except InvalidOperation:
        return None
    # Catalogs write -1 for a price that depends.
    return rate if rate.is_finite() and rate >= 0 else None


def _bases(
    rates: Mapping[str, Decimal], q: Quantity
) -> Iterator[tuple[Decimal, Decimal | int | None]]:
    """Yield the rate of each SKU that fits, most specific first, and what it charges for."""
    res = (q.resolution or "").lower()
    mode = "image_to_video" if q.images else "text_to_video"
    sound = "_with_audio" if q.audio else "_without_audio"
    referred = q.reference_images or q.video_input or q.audio_input
    per_second = [
        *([f"reference_duration_seconds_{res}"] if referred else []),
        f"duration_seconds{sound}_{res}",
        f"duration_seconds{sound}",
        f"{mode}_duration_seconds_{res}",
        f"duration_seconds_{res}",
        "duration_seconds",
        f"per-video-second-{res}",
        "per-video-second",
    ]
    yield from ((rates[name], q.seconds) for name in per_second if name in rates)
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
    yield from ((rates[name] * TOKEN_RATE, q.pixel_seconds) for name in per_token if name in rates)
    cents = [
        *([f"cents_per_second_video_continuation_{res}"] if q.continuation else []),
        f"cents_per_second_output_{res}",
        f"cents_per_video_output_second_{res}",
        "cents_per_second_output",
    ]
    yield from ((rates[name] * CENT, q.seconds) for name in cents if name in rates)
    detail = "creative" if q.creativity else "precise"
    if (name := f"cents_per_megapixel_second_{detail}") in rates:
        yield rates[name] * CENT / MEGA, q.pixel_seconds
    if "generate" in rates:
        yield rates["generate"], 1


def _extras(rates: Mapping[str, Decimal], q: Quantity) -> Decimal:
    nothing = Decimal(0)
    images = rates.get("cents_per_image_input", nothing) * CENT * q.images
    return images + rates.get("reference_images", nothing) * q.reference_images
