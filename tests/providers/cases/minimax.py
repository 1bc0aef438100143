from __future__ import annotations

from typing import Any

from tests.providers.cases import ProviderCase, frames
from tests.providers.cases.kling import CLIP, FIRST, LAST, references

H3, MAX, HAILUO = (f"minimax/hailuo-{name}" for name in ("3", "3-max", "2.3"))
SONG = "https://media.example/song.mp3"


def body(model: str = MAX, **fields: Any) -> dict[str, Any]:
    base = {
        H3: {"duration": 5, "resolution": "2K"},
        MAX: {"duration": 5, "resolution": "480p"},
        HAILUO: {"duration": 6, "resolution": "1080p"},
    }
    return {"model": model, "prompt": "A heron", **base[model], **fields}


CASE = ProviderCase(
    slug="minimax",
    fake="minimax",
    requests={
        "text": body(),
        "first_frame": body(HAILUO, frame_images=frames(FIRST)),
        "last_frame": body(H3, frame_images=frames(LAST)),
        "both_frames": body(frame_images=frames(FIRST, LAST)),
        "image_references": body(H3, input_references=references("image", 9)),
        "video_references": body(H3, input_references=references("video", 3, CLIP)),
        "audio_references": body(
            H3, input_references=references("image") + references("audio", 3, SONG)
        ),
        "audio": body(H3, generate_audio=True),
        "silent": body(HAILUO, generate_audio=False),
        "480p": body(),
        "768p": body(resolution="768p"),
        "1080p": body(HAILUO),
        "2K": body(H3),
    },
    refused={
        "silent": (body(H3, generate_audio=False), "generate_audio"),
        "long clip": (body(HAILUO, duration=10), "duration"),
        "references of another model": (
            body(input_references=references("image")),
            "input_references",
        ),
        "many pictures": (body(H3, input_references=references("image", 10)), "input_references"),
        "long prompt": (body(prompt="x" * 7001), "prompt"),
        "last frame alone": (body(frame_images=frames(LAST)), "frame_images"),
    },
    options={"aigc_watermark": False},
    prices={
        "text": 5 * 0.05,
        "768p": 5 * 0.08,
        "2K": 5 * 0.13,
        "image_references": 5 * 0.13 + 4 * 0.04,
    },
)
