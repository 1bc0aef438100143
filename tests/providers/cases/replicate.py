from __future__ import annotations

from typing import Any

from tests.providers.cases import ProviderCase, frames, reference

KLING, VEO, HAILUO = "kwaivgi/kling-v3.0-std", "google/veo-3.1", "minimax/hailuo-2.3"
WAN = "alibaba/wan-2.6"
OPEN = f"community/open-video:{'4d' * 32}"
# The fake's model of the community has its own length and shape.
MODELS = {WAN: f"{OPEN}?inputs=text,first_frame&duration=&resolution=&generate_audio="}


def body(model: str = KLING, **fields: Any) -> dict[str, Any]:
    return {"model": model, "prompt": "Waves", **fields}


CASE = ProviderCase(
    slug="replicate",
    fake="replicate",
    requests={
        "text": body(duration=3),
        "first_frame": body(duration=3, frame_images=frames("first_frame")),
        "both_frames": body(duration=3, frame_images=frames("first_frame", "last_frame")),
        "image_references": body(VEO, input_references=[reference("image")] * 3),
        "audio": body(duration=3, generate_audio=True),
        "silent": body(duration=3, generate_audio=False),
        "seed": body(VEO, duration=4, seed=5),
        "720p": body(VEO, duration=4, resolution="720p"),
        "1080p": body(HAILUO, duration=6),
        "mapped": body(WAN),
    },
    refused={
        "4K": (body(VEO, resolution="4K"), "resolution"),
        "short and large": (body(VEO, duration=4, resolution="1080p"), "duration"),
        "ratio of a picture": (
            body(frame_images=frames("first_frame"), aspect_ratio="1:1"),
            "aspect_ratio",
        ),
        "long and large": (body(HAILUO, duration=10), "duration"),
        "no prompt": ({**body(frame_images=frames("first_frame")), "prompt": ""}, "prompt"),
        "last frame alone": (body(frame_images=frames("last_frame")), "frame_images"),
        "many references": (
            body(VEO, input_references=[reference("image")] * 4),
            "input_references",
        ),
        "references": (body(input_references=[reference("image")]), "input_references"),
    },
    options={"negative_prompt": "blur"},
    models=MODELS,
    prices={
        "text": 3 * 0.126,
        "silent": 3 * 0.084,
        "seed": 4 * 0.40,
        "1080p": 6 * 0.0817,
        "mapped": None,
    },
)
