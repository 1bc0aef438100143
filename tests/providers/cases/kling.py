from __future__ import annotations

from typing import Any

from tests.providers.cases import PICTURE, ProviderCase, frames, reference

STD, PRO, O1 = (f"kwaivgi/kling-{name}" for name in ("v3.0-std", "v3.0-pro", "video-o1"))
CLIP = "https://media.example/clip.mp4"


def body(model: str = STD, **fields: Any) -> dict[str, Any]:
    duration = 5 if model == O1 else 3
    return {
        "model": model,
        "prompt": "Waves",
        "duration": duration,
        "generate_audio": False,
        **fields,
    }


def references(kind: str, count: int = 1, url: str = PICTURE) -> list[dict[str, Any]]:
    return [reference(kind, url)] * count


FIRST, LAST = "first_frame", "last_frame"
REQUESTS = {
    "text": body(),
    "first_frame": body(frame_images=frames(FIRST)),
    "both_frames": body(PRO, frame_images=frames(FIRST, LAST)),
    "image_references": body(O1, input_references=references("image", 7)),
    "video_references": body(
        O1, input_references=references("image", 4) + references("video", url=CLIP)
    ),
    "audio": body(generate_audio=True),
    "silent": body(PRO),
    "720p": body(resolution="720p"),
}
REFUSED = {
    "last frame alone": (body(frame_images=frames(LAST)), "frame_images"),
    "references of another model": (
        body(input_references=references("image")),
        "input_references",
    ),
    "audio as an input": (
        body(O1, input_references=references("audio", url="https://media.example/a.mp3")),
        "input_references",
    ),
    "many pictures": (body(O1, input_references=references("image", 8)), "input_references"),
    "many videos": (
        body(O1, input_references=references("video", 2, CLIP)),
        "input_references",
    ),
    "long prompt": (body(prompt="x" * 3073), "prompt"),
}
CASE = ProviderCase(
    slug="kling",
    fake="kling",
    requests=REQUESTS,
    refused=REFUSED,
    options={"multi_shot": False, "watermark_info": {"enabled": False}},
    recovers="found",
    has_exact_cost=True,
    unit=0.14,  # units of resource packs
)
