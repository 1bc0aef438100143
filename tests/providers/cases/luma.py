from __future__ import annotations

from tests.providers.cases import ProviderCase, frame, reference
from tests.providers.cases.runway import LAST, VIDEO

# With a duration and a resolution of Luma's, and no audio.
CLIP = {"model": "bytedance/seedance-1-5-pro", "prompt": "Waves", "generate_audio": False}
TEXT = {**CLIP, "duration": 5, "resolution": "720p"}
LONG = {"model": "alibaba/happyhorse-1.1", "prompt": "Waves", "duration": 10}

CASE = ProviderCase(
    slug="luma",
    fake="luma",
    requests={
        "text": TEXT,
        "first_frame": {**TEXT, "frame_images": [frame("first_frame")]},
        "last_frame": {**TEXT, "frame_images": [frame("last_frame", LAST)]},
        "both_frames": {
            **TEXT,
            "frame_images": [frame("last_frame", LAST), frame("first_frame")],
        },
        "video_references": {**TEXT, "input_references": [reference("video", VIDEO)]},
        "long": LONG,
        "silent": TEXT,
        "720p": TEXT,
        "1080p": {**TEXT, "resolution": "1080p"},
    },
    refused={
        "audio": ({**TEXT, "generate_audio": True}, "generate_audio"),
        "image_references": (
            {**TEXT, "input_references": [reference("image", LAST)]},
            "input_references",
        ),
        "480p": ({**TEXT, "resolution": "480p"}, "resolution"),
        "duration": ({**TEXT, "duration": 6}, "duration"),
        "long with a frame": ({**LONG, "frame_images": [frame("first_frame")]}, "duration"),
        "shape": ({**TEXT, "aspect_ratio": "9:21"}, "aspect_ratio"),
        "seed": ({**TEXT, "seed": 7}, "seed"),
        "long prompt": ({**TEXT, "prompt": "x" * 6001}, "prompt"),
    },
    options={"loop": True},
    prices={"text": 0.30, "1080p": 1.20, "long": 0.90, "video_references": None},
    models={
        "bytedance/seedance-1-5-pro": "ray-3.2",
        "alibaba/happyhorse-1.1": "ray-3.2",
        "black-forest-labs/flux-3-video": "ray-3.2",
    },
)
