from __future__ import annotations

import base64
from typing import Any

from tests.providers import cases
from tests.providers.cases import ProviderCase

OMNI, OLDER = "google/gemini-omni-1.2-flash", "google/gemini-omni-1.1-flash"
PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n0000").decode()
DATA_URL = f"data:image/png;base64,{PNG}"
FIRST, LAST = cases.frames("first_frame", "last_frame", url=DATA_URL)


def reference(kind: str = "image", url: str = DATA_URL) -> dict[str, Any]:
    return cases.reference(kind, url)


def body(model: str = OMNI, **fields: Any) -> dict[str, Any]:
    return {"model": model, "prompt": "Waves", "duration": 3, "resolution": "360p", **fields}


CASE = ProviderCase(
    slug="google",
    fake="google",
    requests={
        "text": body(),
        "first_frame": body(frame_images=[FIRST]),
        "both_frames": body(frame_images=[FIRST, LAST], duration=10),
        "image_references": body(input_references=[reference()] * 10),
        "audio": body(generate_audio=True),
        "seed": body(seed=3),
        "360p": body(OLDER),
        "720p": body(resolution="720p"),
        "1080p": body(resolution="1080p"),
        "4K": body(resolution="4K"),
    },
    refused={
        "silent": (body(generate_audio=False), "generate_audio"),
        "last frame": (body(frame_images=[LAST]), "frame_images"),
        "long between frames": (body(frame_images=[FIRST, LAST], duration=11), "duration"),
        "many references": (body(input_references=[reference()] * 11), "input_references"),
        "audio": (
            body(input_references=[reference("audio", "https://media.example/a.mp3")]),
            "input_references",
        ),
    },
    options={"labels": {"team": "film"}},
    has_exact_cost=True,
    unit=1,
)
