from __future__ import annotations

from typing import Any

from tests.providers import cases
from tests.providers.cases import ProviderCase, frames

KLING, VEO, SEEDANCE = "kwaivgi/kling-v3.0-std", "google/veo-3.1", "bytedance/seedance-2.0"
HAILUO = "minimax/hailuo-3"
MODELS = {
    HAILUO: "fal-ai/minimax/hailuo-3/text-to-video?inputs=text&duration_text=&generate_audio="
    " fal-ai/minimax/hailuo-3/image-to-video?inputs=first_frame,both_frames&duration_text="
    "&generate_audio="
}


def reference(kind: str) -> dict[str, Any]:
    return cases.reference(kind, f"https://media.example/{kind}")


def body(model: str = KLING, **fields: Any) -> dict[str, Any]:
    return {"model": model, "prompt": "Waves", **fields}


CASE = ProviderCase(
    slug="fal",
    fake="fal",
    requests={
        "text": body(duration=3),
        "first_frame": body(duration=3, frame_images=frames("first_frame")),
        "both_frames": body(VEO, frame_images=frames("first_frame", "last_frame")),
        "image_references": body(SEEDANCE, input_references=[reference("image")] * 9),
        "video_references": body(SEEDANCE, input_references=[reference("video")]),
        "audio_references": body(
            SEEDANCE, input_references=[reference("image"), reference("audio")]
        ),
        "audio": body(duration=3, generate_audio=True),
        "silent": body(duration=3, generate_audio=False),
        "seed": body(SEEDANCE, duration=4, resolution="480p", seed=5),
        "480p": body(SEEDANCE, duration=4, resolution="480p"),
        "720p": body(VEO, duration=4, resolution="720p"),
        "1080p": body(VEO, duration=8, resolution="1080p"),
        "4K": body(VEO, duration=8, resolution="4K"),
        "mapped": body(HAILUO, duration=5),
    },
    refused={
        "ratio of a picture": (
            body(frame_images=frames("first_frame"), aspect_ratio="1:1"),
            "aspect_ratio",
        ),
        "no prompt": ({**body(frame_images=frames("first_frame")), "prompt": ""}, "prompt"),
        "last frame alone": (body(frame_images=frames("last_frame")), "frame_images"),
        "short and large": (body(VEO, duration=4, resolution="1080p"), "duration"),
        "long prompt": (body(prompt="x" * 2501), "prompt"),
        "references": (body(VEO, input_references=[reference("image")]), "input_references"),
        "large references": (
            body(SEEDANCE, resolution="1080p", input_references=[reference("image")]),
            "resolution",
        ),
        "narrow": (body(SEEDANCE, aspect_ratio="9:21"), "aspect_ratio"),
    },
    options={"negative_prompt": "blur"},
    models=MODELS,
    prices={
        "text": 3 * 0.126,
        "silent": 3 * 0.084,
        "both_frames": 8 * 0.40,
        "720p": 4 * 0.40,
        "4K": 8 * 0.60,
        "mapped": None,
    },
)
