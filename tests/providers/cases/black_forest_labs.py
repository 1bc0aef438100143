from __future__ import annotations

from tests.providers.cases import ProviderCase, frame, reference
from tests.providers.cases.runway import LAST, VIDEO

TEXT = {"model": "black-forest-labs/flux-3-video", "prompt": "Waves", "duration": 5}

CASE = ProviderCase(
    slug="black-forest-labs",
    fake="bfl",
    requests={
        "text": {**TEXT, "resolution": "720p"},
        "first_frame": {**TEXT, "frame_images": [frame("first_frame")]},
        "both_frames": {
            **TEXT,
            "frame_images": [frame("last_frame", LAST), frame("first_frame")],
        },
        "video_references": {**TEXT, "input_references": [reference("video", VIDEO)]},
        "audio": {**TEXT, "generate_audio": True},
        "silent": {**TEXT, "generate_audio": False},
        "720p": {**TEXT, "resolution": "720p"},
        "1080p": {**TEXT, "resolution": "1080p"},
    },
    refused={
        "last_frame": ({**TEXT, "frame_images": [frame("last_frame")]}, "frame_images"),
        "image_references": (
            {**TEXT, "input_references": [reference("image", LAST)]},
            "input_references",
        ),
        "no prompt": ({"model": TEXT["model"], "frame_images": [frame("first_frame")]}, "prompt"),
    },
    options={"safety_tolerance": 1, "version": "latest"},
    has_exact_cost=True,
    unit=0.01,  # credits, which are cents
)
