from __future__ import annotations

from typing import Any

from tests.providers.cases import ProviderCase
from tests.providers.cases.google import FIRST, LAST, OMNI, reference

VEO, FAST, LITE = (f"google/veo-3.1{suffix}" for suffix in ("", "-fast", "-lite"))


def body(model: str = LITE, **fields: Any) -> dict[str, Any]:
    return {"model": model, "prompt": "Waves", "duration": 4, "resolution": "720p", **fields}


CASE = ProviderCase(
    slug="google-vertex",
    fake="google",
    requests={
        "text": body(),
        "first_frame": body(frame_images=[FIRST]),
        "both_frames": body(frame_images=[FIRST, LAST]),
        "image_references": body(OMNI, input_references=[reference()] * 3),
        "audio": body(generate_audio=True),
        "silent": body(generate_audio=False),
        "seed": body(seed=3),
        "360p": body(OMNI, resolution="360p"),
        "720p": body(),
        "1080p": body(resolution="1080p"),
        "4K": body(OMNI, resolution="4K"),
    },
    refused={
        "last frame": (body(frame_images=[LAST]), "frame_images"),
        "references of the small model": (
            body(input_references=[reference()]),
            "input_references",
        ),
        "short with references": (body(VEO, input_references=[reference()]), "duration"),
        "many references": (
            body(VEO, input_references=[reference()] * 4, duration=8),
            "input_references",
        ),
        "silent Omni": (body(OMNI, generate_audio=False), "generate_audio"),
    },
    options={"negativePrompt": "text", "labels": {"team": "film"}},
    prices={
        "text": 4 * 0.05,
        "silent": 4 * 0.03,
        "1080p": 4 * 0.08,
        "image_references": 4 * 5792 * 17.5e-6 + 270 * 1.5e-6,
    },
    settings={"project": "p", "location": "us-central1"},
)
