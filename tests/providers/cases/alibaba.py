from __future__ import annotations

from typing import Any

from tests.providers.cases import ProviderCase, frame, reference


def body(model: str = "wan-3.0", **fields: Any) -> dict[str, Any]:
    return {
        "model": f"alibaba/{model}",
        "prompt": "A calm sea",
        "duration": 5,
        "resolution": "720p",
        **fields,
    }


IMAGE = reference("image")
VIDEO = reference("video", "https://media.example/first.mp4")
AUDIO = reference("audio", "https://media.example/first.mp3")

REQUESTS = {
    "text": body(duration=2, resolution="480p"),
    "first_frame": body(frame_images=[frame("first_frame")]),
    "both_frames": body("wan-2.7", frame_images=[frame("first_frame"), frame("last_frame")]),
    "image_references": body(input_references=[IMAGE]),
    "video_references": body(input_references=[IMAGE, VIDEO]),
    "audio_references": body(input_references=[IMAGE, AUDIO]),
    "audio": body(generate_audio=True),
    "silent": body(generate_audio=False),
    "seed": body(seed=7),
    "480p": body(resolution="480p"),
    "720p": body(),
    "1080p": body(resolution="1080p"),
}
REFUSED = {
    "last_frame": (body("wan-2.7", frame_images=[frame("last_frame")]), "frame_images"),
    "silent": (body("wan-2.7", generate_audio=False), "generate_audio"),
    "large_seed": (body(seed=2**31), "seed"),
    "negative_seed": (body(seed=-1), "seed"),
    "long_prompt": (body("happyhorse-1.1", prompt="a" * 2501), "prompt"),
    "many_images": (body(input_references=[IMAGE] * 11), "input_references"),
    "video": (body("happyhorse-1.1", input_references=[VIDEO]), "input_references"),
    "no_prompt": (body("wan-2.7", prompt="", input_references=[IMAGE]), "prompt"),
    "ratio_of_a_frame": (
        body("wan-2.7", aspect_ratio="1:1", frame_images=[frame("first_frame")]),
        "aspect_ratio",
    ),
    "size_of_a_frame": (
        {
            "model": "alibaba/happyhorse-1.1",
            "prompt": "A calm sea",
            "size": "1280x720",
            "frame_images": [frame("first_frame")],
        },
        "aspect_ratio",
    ),
}
CASE = ProviderCase(
    "alibaba",
    "dashscope",
    REQUESTS,
    REFUSED,
    options={"watermark": True, "prompt_extend": False},
    has_exact_cost=True,
    unit=1,
)
