from __future__ import annotations

from typing import Any

from tests.providers.cases import PICTURE, ProviderCase

MODEL, FRAMES = "bytedance/seedance-2.0-mini", "google/veo-3.1"


def body(model: str = MODEL, **fields: Any) -> dict[str, Any]:
    return {"model": model, "prompt": "Waves", "duration": 4, "resolution": "480p", **fields}


def frames(*roles: str) -> list[dict[str, Any]]:
    return [
        {"type": "image_url", "image_url": {"url": PICTURE}, "frame_type": f"{role}_frame"}
        for role in roles
    ]


def reference(kind: str) -> dict[str, Any]:
    return {"type": f"{kind}_url", f"{kind}_url": {"url": f"https://media.example/{kind}"}}


CASE = ProviderCase(
    slug="openrouter",
    fake="openrouter",
    requests={
        "text": body(),
        "first_frame": body(frame_images=frames("first")),
        "both_frames": body(frame_images=frames("first", "last")),
        "image_references": body(input_references=[reference("image")]),
        "video_references": body(input_references=[reference("video")]),
        "audio_references": body(input_references=[reference("image"), reference("audio")]),
        "audio": body(generate_audio=True),
        "silent": body(generate_audio=False),
        "seed": body(FRAMES, resolution="720p", seed=7),
        "480p": body(),
        "720p": body(resolution="720p"),
        "1080p": body(FRAMES, duration=8, resolution="1080p"),
        "4K": body(FRAMES, duration=8, resolution="4K"),
        "portrait": body(aspect_ratio="9:16"),
    },
    has_exact_cost=True,
    unit=1,
)
