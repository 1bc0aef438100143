from __future__ import annotations

from typing import Any

from tests.providers.cases import ProviderCase, frame, reference

OLD, NEW, LITE = (f"x-ai/grok-imagine-video{suffix}" for suffix in ("", "-1.5", "-1.5-lite"))
FRAME = frame("first_frame")


def body(model: str = OLD, **fields: Any) -> dict[str, Any]:
    return {"model": model, "prompt": "Waves", "duration": 1, "resolution": "480p", **fields}


CLIP = [reference("video", "https://media.example/a.mp4")]

CASE = ProviderCase(
    slug="xai",
    fake="xai",
    requests={
        "text": body(LITE),
        "first_frame": body(frame_images=[FRAME]),
        "image_references": body(NEW, input_references=[reference("image")] * 7),
        "audio_references": body(
            NEW, input_references=[reference("audio", "https://media.example/a.mp3")]
        ),
        "video_references": body(
            input_references=CLIP, provider={"options": {"xai": {"mode": "extend"}}}
        ),
        "audio": body(generate_audio=True),
        "silent": body(NEW, generate_audio=False),
        "480p": body(),
        "720p": body(resolution="720p"),
        "1080p": body(NEW, resolution="1080p"),
    },
    refused={
        "silent": (body(generate_audio=False), "generate_audio"),
        "no prompt": ({**body(frame_images=[FRAME]), "prompt": ""}, "prompt"),
        "long prompt": (body(prompt="x" * 4097), "prompt"),
        "large references": (
            body(NEW, resolution="1080p", input_references=[reference("image")]),
            "resolution",
        ),
        "many references": (body(input_references=[reference("image")] * 8), "input_references"),
        "edit of another model": (body(NEW, input_references=CLIP), "input_references"),
    },
    options={"user": "somebody"},
    has_exact_cost=True,
    unit=1e-10,  # ticks
)
