from __future__ import annotations

from typing import Any

from tests.providers.cases import ProviderCase, frame, reference

MODEL = "bytedance/seedance-2.0-mini"


def body(**fields: Any) -> dict[str, Any]:
    return {"model": MODEL, "prompt": "A calm sea", "duration": 4, "resolution": "480p", **fields}


IMAGE = reference("image")
VIDEO = reference("video", "https://media.example/first.mp4")
AUDIO = reference("audio", "https://media.example/first.mp3")

REQUESTS = {
    "text": body(),
    "first_frame": body(frame_images=[frame("first_frame")]),
    "both_frames": body(frame_images=[frame("first_frame"), frame("last_frame")]),
    "image_references": body(input_references=[IMAGE]),
    "video_references": body(input_references=[VIDEO]),
    "audio_references": body(input_references=[IMAGE, AUDIO]),
    "audio": body(generate_audio=True),
    "silent": body(generate_audio=False),
    "seed": body(model="bytedance/seedance-1-5-pro", seed=7),
    "480p": body(),
    "720p": body(resolution="720p"),
    "1080p": body(model="bytedance/seedance-2.0", resolution="1080p"),
    "4K": body(model="bytedance/seedance-2.0", resolution="4K"),
}
REFUSED = {
    "last_frame": (body(frame_images=[frame("last_frame")]), "frame_images"),
    "seed": (body(seed=7), "seed"),
    "ratio": (body(aspect_ratio="9:21"), "aspect_ratio"),
    "many_images": (body(input_references=[IMAGE] * 10), "input_references"),
    "ratio_of_a_frame": (
        body(
            model="bytedance/seedance-2.5",
            aspect_ratio="1:1",
            frame_images=[frame("first_frame")],
        ),
        "aspect_ratio",
    ),
    "large_seed": (body(model="bytedance/seedance-1-5-pro", seed=2**32), "seed"),
}
CASE = ProviderCase(
    "byteplus",
    "ark",
    REQUESTS,
    REFUSED,
    options={"watermark": True, "return_last_frame": True},
    has_exact_cost=True,
    unit={  # tokens
        "text": 3.5e-6,
        "video_references": 2.1e-6,
        "seed": 2.4e-6,
        "720p": 3.5e-6,
        "1080p": 7.7e-6,
        "4K": 4e-6,
    },
)
