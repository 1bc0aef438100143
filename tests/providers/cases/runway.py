from __future__ import annotations

from tests.providers.cases import PICTURE, ProviderCase, frame, reference

LAST = "https://media.example/last.png"
VIDEO = "https://media.example/clip.mp4"
SOUND = "https://media.example/sound.mp3"


GEN = {"model": "runway/gen-4.5", "prompt": "Waves", "duration": 2}
VEO = {"model": "google/veo-3.1-fast", "prompt": "Waves", "duration": 4, "resolution": "720p"}
SEEDANCE = {"model": "bytedance/seedance-2.0-mini", "prompt": "Waves", "duration": 4}
WAN = {"model": "alibaba/wan-3.0", "prompt": "Waves", "duration": 2}
HAILUO = {"model": "minimax/hailuo-3", "prompt": "Waves", "duration": 5}
H3_MAX = {"model": "minimax/hailuo-3-max", "prompt": "Waves", "duration": 5}
GROK = {"model": "x-ai/grok-imagine-video-1.5", "prompt": "Waves", "duration": 1}
ALEPH = {"model": "runway/aleph-2", "input_references": [reference("video", VIDEO)]}

CASE = ProviderCase(
    slug="runway",
    fake="runway",
    requests={
        "text": GEN,
        "first_frame": {**GEN, "frame_images": [frame("first_frame")]},
        "both_frames": {
            **VEO,
            "frame_images": [frame("last_frame", LAST), frame("first_frame")],
        },
        "image_references": {**SEEDANCE, "input_references": [reference("image", PICTURE)]},
        "video_references": {**SEEDANCE, "input_references": [reference("video", VIDEO)]},
        "audio_references": {**SEEDANCE, "input_references": [reference("audio", SOUND)]},
        "editing": {**ALEPH, "prompt": "At night", "seed": 7},
        "audio": {**VEO, "generate_audio": True},
        "silent": {**VEO, "generate_audio": False},
        "seed": {**GEN, "seed": 7},
        "480p": {**WAN, "resolution": "480p"},
        "720p": {**WAN, "resolution": "720p"},
        "768p": {**H3_MAX, "resolution": "768p"},
        "1080p": {**WAN, "resolution": "1080p"},
        "2K": HAILUO,
        "4K": {"model": "bytedance/seedance-2.0", "prompt": "x", "duration": 4, "resolution": "4K"},
    },
    refused={
        "last_frame": ({**VEO, "frame_images": [frame("last_frame")]}, "frame_images"),
        "4K of Veo": ({**VEO, "resolution": "4K"}, "resolution"),
        "long": ({**WAN, "duration": 16}, "duration"),
        "shape": ({**SEEDANCE, "aspect_ratio": "9:21"}, "aspect_ratio"),
        "silent": ({**HAILUO, "generate_audio": False}, "generate_audio"),
        "silent Grok": ({**GROK, "generate_audio": False}, "generate_audio"),
        "seed": ({**WAN, "seed": 7}, "seed"),
        "long prompt": ({**GEN, "prompt": "x" * 1001}, "prompt"),
        "no prompt": (
            {"model": GEN["model"], "frame_images": [frame("first_frame")]},
            "prompt",
        ),
        "two videos": (
            {**ALEPH, "prompt": "x", "input_references": [reference("video", VIDEO)] * 2},
            "input_references",
        ),
    },
    options={"contentModeration": {"publicFigureThreshold": "low"}},
    has_exact_cost=True,
    unit=0.01,  # credits
)
