"""What the legacy API of Kling takes."""

from __future__ import annotations

from dataclasses import dataclass

from tests.upstreams.fields import Body, invalid, one_of, text
from tests.upstreams.kling_rules import RATIOS, Wanted, size_of

MODES = {"std": "720p", "pro": "1080p", "4k": "4k"}
FIVE_OR_TEN = ("5", "10")
THREE_TO_FIFTEEN = tuple(map(str, range(3, 16)))


@dataclass(frozen=True)
class Model:
    """What a model can do; `units` are what a second costs by mode, `loud` with sound."""

    units: dict[str, float]
    loud: dict[str, float] | None = None
    durations: tuple[str, ...] = FIVE_OR_TEN
    scale: bool = False  # it takes cfg_scale


OLD = Model({"std": 0.4, "pro": 0.7}, scale=True)
MASTER = Model({"pro": 2.0})
MODELS = {
    "kling-v1-6": OLD,
    "kling-v2-master": MASTER,
    "kling-v2-1-master": MASTER,
    "kling-v2-5-turbo": Model({"std": 0.3, "pro": 0.5}),
    "kling-v2-6": Model({"std": 0.3, "pro": 0.5}, {"pro": 1.0}),
    "kling-v3": Model(
        {"std": 0.6, "pro": 0.8, "4k": 3.0},
        {"std": 0.9, "pro": 1.2, "4k": 3.0},
        THREE_TO_FIFTEEN,
    ),
    "kling-video-o1": Model({"std": 0.6, "pro": 0.8}, None, THREE_TO_FIFTEEN[:8]),
    "kling-v3-omni": Model(
        {"std": 0.6, "pro": 0.8, "4k": 3.0},
        {"std": 0.8, "pro": 1.0, "4k": 3.0},
        THREE_TO_FIFTEEN,
    ),
}
OMNI = ("kling-video-o1", "kling-v3-omni")
VIDEO = tuple(name for name in MODELS if name not in OMNI)
# The operations that make a video of a prompt, with their models.
OPERATIONS = {
    "text2video": VIDEO,
    "image2video": VIDEO,
    "multi-image2video": ("kling-v1-6",),
    "omni-video": OMNI,
}


def wanted(operation: str, body: Body) -> Wanted:
    """Return the video that a request asks for, or raise `Refusal`."""
    name = one_of(body, "model_name", OPERATIONS[operation], OPERATIONS[operation][0])
    model = MODELS[name]
    prompt = text(body, "prompt")
    if len(prompt) > 2500 or (not prompt and operation != "image2video"):
        raise invalid("prompt", "it must be a text of 1 to 2500 characters")
    if len(text(body, "negative_prompt")) > 2500:
        raise invalid("negative_prompt", "it is longer than 2500 characters")
    check_inputs(operation, body)
    mode = one_of(body, "mode", list(model.units), next(iter(model.units)))
    seconds = int(one_of(body, "duration", model.durations, "5"))
    ratio = one_of(body, "aspect_ratio", RATIOS, "16:9")
    sound = one_of(body, "sound", ("on", "off") if model.loud else ("off",), "off") == "on"
    prices = (model.loud or {}) if sound else model.units
    if mode not in prices:
        raise invalid("sound", f"it is not supported in the mode {mode}")
    check_scale(body, name, model)
    return Wanted(
        prompt,
        *size_of(MODES[mode], ratio),
        seconds,
        sound,
        round(prices[mode] * seconds, 3),
        text(body, "callback_url"),
        text(body, "external_task_id"),
    )


def check_inputs(operation: str, body: Body) -> None:
    if operation == "image2video":
        image, tail = text(body, "image"), text(body, "image_tail")
        if not image and not tail:
            raise invalid("image", "image or image_tail is required")
        for name, value in (("image", image), ("image_tail", tail)):
            if value.startswith("data:"):
                raise invalid(name, "Base64 must come without a data: prefix")
    limits = {"multi-image2video": (1, 4), "omni-video": (0, 7)}
    low, high = limits.get(operation, (0, 0))
    images = body.get("image_list", [])
    if not isinstance(images, list) or not low <= len(images) <= high:
        raise invalid("image_list", f"it must be a list of {low} to {high} pictures")
    key = "image" if operation == "multi-image2video" else "image_url"
    if not all(isinstance(item, dict) and item.get(key) for item in images):
        raise invalid("image_list", f"each must have {key}")


def check_scale(body: Body, name: str, model: Model) -> None:
    scale = body.get("cfg_scale")
    if scale is None:
        return
    if not model.scale:
        raise invalid("cfg_scale", f"{name} does not support it")
    if type(scale) not in {int, float} or not 0 <= scale <= 1:
        raise invalid("cfg_scale", f"{scale!r} is not a number from 0 to 1")
