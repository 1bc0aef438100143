"""Templates of ComfyUI as operators write them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.providers.self_hosting import MODEL

# A workflow in the API format, with the values that its editor had.
WORKFLOW: dict[str, Any] = {
    "6": {"class_type": "CLIPTextEncode", "inputs": {"text": "positive", "clip": ["38", 0]}},
    "7": {"class_type": "CLIPTextEncode", "inputs": {"text": "blurry", "clip": ["38", 0]}},
    "38": {"class_type": "CLIPLoader", "inputs": {"clip_name": "umt5.safetensors", "type": "wan"}},
    "40": {
        "class_type": "EmptyHunyuanLatentVideo",
        "inputs": {"width": 832, "height": 480, "length": 33, "batch_size": 1},
    },
    "57": {
        "class_type": "KSamplerAdvanced",
        "inputs": {"noise_seed": 1, "steps": 20, "cfg": 3.5, "latent_image": ["40", 0]},
    },
    "58": {
        "class_type": "KSamplerAdvanced",
        "inputs": {"noise_seed": 1, "add_noise": False, "latent_image": ["57", 0]},
    },
    "60": {"class_type": "CreateVideo", "inputs": {"fps": 16, "images": ["58", 0]}},
    "61": {"class_type": "SaveVideo", "inputs": {"filename_prefix": "clip", "video": ["60", 0]}},
}
TEXT: dict[str, Any] = {
    "model": MODEL,
    "workflow": WORKFLOW,
    "inputs": {
        "prompt": "6.text",
        "width": "40.width",
        "height": "40.height",
        "frames": "40.length",
        "seed": ["57.noise_seed", "58.noise_seed"],
    },
    "output": "61",
    "fps": 16,
    "frame_step": 4,
    "options": {
        "negative_prompt": "7.text",
        "steps": "57.steps",
        "cfg": "57.cfg",
        "add_noise": "58.add_noise",
    },
}
LOADERS = {
    "70": {"class_type": "LoadImage", "inputs": {"image": "example.png"}},
    "71": {"class_type": "LoadImage", "inputs": {"image": "example.png"}},
}
FRAMES = TEXT | {
    "workflow": WORKFLOW | LOADERS,
    "inputs": TEXT["inputs"] | {"first_frame": "70.image", "last_frame": "71.image"},
}
FIRST = TEXT | {
    "workflow": WORKFLOW | {"70": LOADERS["70"]},
    "inputs": TEXT["inputs"] | {"first_frame": "70.image"},
}


def write(folder: Path, **templates: Any) -> str:
    """Write templates by name; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, template in templates.items():
        (folder / f"{name}.json").write_text(json.dumps(template), "utf-8")
    return str(folder)


def write_all(folder: Path) -> str:
    return write(folder, text=TEXT, first=FIRST, frames=FRAMES)
