from __future__ import annotations

import tempfile
from pathlib import Path

from tests.providers.cases import ProviderCase
from tests.providers.comfyui_templates import write_all
from tests.providers.self_hosting import body_of, frames

_FOLDER = tempfile.TemporaryDirectory(prefix="rushes-templates-")

CASE = ProviderCase(
    slug="comfyui",
    fake="comfyui",
    requests={
        "text": body_of(generate_audio=False),
        "first_frame": body_of(generate_audio=False, frame_images=frames("first_frame")),
        "both_frames": body_of(
            generate_audio=False, frame_images=frames("first_frame", "last_frame")
        ),
        "silent": body_of(generate_audio=False),
        "seed": body_of(generate_audio=False, seed=-7),
        "720p": body_of(generate_audio=False, resolution="720p"),
        "1080p": body_of(generate_audio=False, resolution="1080p"),
    },
    refused={
        "audio": (body_of(generate_audio=True), "generate_audio"),
        "last_frame": (
            body_of(generate_audio=False, frame_images=frames("last_frame")),
            "frame_images",
        ),
    },
    options={"negative_prompt": "rain", "steps": 30},
    settings={"templates": write_all(Path(_FOLDER.name))},
    recovers="found",
    has_exact_cost=True,
    unit=1,
)
