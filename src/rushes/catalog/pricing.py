"""What a generation costs, from the model's SKUs, in decimal arithmetic (USD).

SKU units are not uniform: seconds, tokens, megapixel-seconds, images and floors, in dollars or in
cents. Of the SKUs that fit, the most specific one is charged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

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
