from __future__ import annotations

from tests.providers.cases import ProviderCase
from tests.providers.self_hosting import body_of, frames

CASE = ProviderCase(
    slug="vllm-omni",
    fake="vllm_omni",
    requests={
        "text": body_of(),
        "first_frame": body_of(frame_images=frames("first_frame")),
        "audio": body_of(generate_audio=True),
        "silent": body_of(generate_audio=False),
        "seed": body_of(seed=-7),
        "720p": body_of(resolution="720p"),
        "1080p": body_of(resolution="1080p"),
    },
    refused={
        "no prompt": (body_of(prompt="", frame_images=frames("first_frame")), "prompt"),
        "last_frame": (body_of(frame_images=frames("last_frame")), "frame_images"),
        "both_frames": (body_of(frame_images=frames("first_frame", "last_frame")), "frame_images"),
    },
    options={"negative_prompt": "rain", "num_inference_steps": 20},
    models={"alibaba/wan-2.7": "stub-model"},
    recovers="found",
    has_exact_cost=True,
    unit=1,
)
