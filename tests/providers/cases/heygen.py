from __future__ import annotations

from tests.providers.cases import PICTURE, ProviderCase, frame, reference
from tests.providers.cases.runway import SOUND, VIDEO

AVATAR = {"model": "heygen/avatar-iv", "prompt": "Hello"}
TEXT = {**AVATAR, "input_references": [reference("image", PICTURE)]}

CASE = ProviderCase(
    slug="heygen",
    fake="heygen",
    requests={
        "text": TEXT,
        "first_frame": {**AVATAR, "frame_images": [frame("first_frame")]},
        "image_references": {**TEXT, "aspect_ratio": "9:16"},
        "audio_references": {
            **AVATAR,
            "input_references": [reference("audio", SOUND), reference("image", PICTURE)],
        },
        "720p": {**TEXT, "resolution": "720p"},
        "1080p": {**TEXT, "resolution": "1080p"},
    },
    refused={
        "no picture": (AVATAR, "frame_images"),
        "last_frame": ({**AVATAR, "frame_images": [frame("last_frame")]}, "frame_images"),
        "two pictures": (
            {**TEXT, "input_references": [reference("image", PICTURE)] * 2},
            "input_references",
        ),
        "video_references": (
            {**TEXT, "input_references": [reference("video", VIDEO)]},
            "input_references",
        ),
        "duration": ({**TEXT, "duration": 5}, "duration"),
        "silent": ({**TEXT, "generate_audio": False}, "generate_audio"),
    },
    options={"voice_id": "another", "expressiveness": "high", "motion_prompt": "She nods"},
    settings={"voice_id": "voice"},
    has_exact_cost=True,
    unit=1,
)
