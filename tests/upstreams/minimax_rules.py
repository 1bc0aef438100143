"""What MiniMax takes: the second version of its API for H3, the first for Hailuo."""

from __future__ import annotations

from dataclasses import dataclass

from tests.upstreams.fields import Body, integer, invalid, kind_of, mapping, one_of, switches

RATIOS = ("adaptive", "21:9", "16:9", "4:3", "1:1", "3:4", "9:16")
ROLES = {
    "image_url": ("first_frame", "last_frame", "reference_image"),
    "video_url": ("reference_video",),
    "audio_url": ("reference_audio",),
}
MOST = {
    **dict.fromkeys(("first_frame", "last_frame"), 1),
    "reference_image": 9,
    "reference_video": 3,
    "reference_audio": 3,
}
EXPANSIONS = ("disabled", "balanced", "quality")
LINES = {"480P": 480, "512P": 512, "720P": 720, "768P": 768, "1080P": 1080, "2K": 1440}
PUBLIC = ("http://", "https://", "data:", "mm_file://")


@dataclass(frozen=True)
class Model:
    """A model of the second version: what a second costs in USD, and a picture after free ones."""

    shortest: int
    prices: dict[str, float]
    references: bool
    free_images: int
    image_price: float


H3 = Model(4, {"768P": 0.08, "2K": 0.13}, True, 5, 0.04)
H3_MAX = Model(5, {"480P": 0.05, "768P": 0.08}, False, 2, 0.074)
MODELS = {"MiniMax-H3": H3, "MiniMax-H3-Max": H3_MAX}


@dataclass(frozen=True)
class Clips:
    """A model of the first version: prices in USD by resolution and seconds."""

    prices: dict[tuple[str, int], float]
    first_frame: bool | None = None  # None: it may have one
    last_frame: bool = False
    subject: bool = False


HAILUO_PRICES = {("768P", 6): 0.28, ("768P", 10): 0.56, ("1080P", 6): 0.49}
OLD_PRICES = {("720P", 6): 0.43}
FIRST_MODELS = {
    "MiniMax-Hailuo-2.3": Clips(HAILUO_PRICES),
    "MiniMax-Hailuo-2.3-Fast": Clips(
        {("768P", 6): 0.19, ("768P", 10): 0.32, ("1080P", 6): 0.33}, first_frame=True
    ),
    "MiniMax-Hailuo-02": Clips(
        HAILUO_PRICES | {("512P", 6): 0.10, ("512P", 10): 0.15}, last_frame=True
    ),
    "T2V-01": Clips(OLD_PRICES, first_frame=False),
    "T2V-01-Director": Clips(OLD_PRICES, first_frame=False),
    "I2V-01": Clips(OLD_PRICES, first_frame=True),
    "I2V-01-Director": Clips(OLD_PRICES, first_frame=True),
    "I2V-01-live": Clips(OLD_PRICES, first_frame=True),
    "S2V-01": Clips(OLD_PRICES, first_frame=False, subject=True),
}


@dataclass(frozen=True)
class Wanted:
    """The video that a request asks for; `cost` is in USD."""

    prompt: str
    width: int
    height: int
    seconds: int
    audio: bool
    cost: float
    resolution: str
    ratio: str = ""
    images: int = 0
    modality: str = "t2v"


def wanted(body: Body) -> Wanted:
    """Return what a request of the second version asks for, or raise `Refusal`."""
    name = one_of(body, "model", list(MODELS))
    model = MODELS[name]
    prompt, roles = check_content(body, model)
    resolution = one_of(body, "resolution", list(model.prices))
    seconds = integer(body, "duration", model.shortest, 15)
    ratio = one_of(body, "ratio", RATIOS, "adaptive")
    if not roles and ratio == "adaptive":
        raise invalid("ratio", "adaptive is not supported for text alone")
    extra = mapping(body, "extra")
    if extra and model is not H3_MAX:
        raise invalid("extra", f"{name} does not support it")
    one_of(extra, "prompt_expansion_mode", EXPANSIONS, "balanced")
    images = sum(role in ROLES["image_url"] for role in roles)
    cost = model.prices[resolution] * seconds
    cost += max(0, images - model.free_images) * model.image_price
    shape = "16:9" if ratio == "adaptive" else ratio
    return Wanted(
        prompt,
        *size_of(resolution, shape),
        seconds,
        True,
        round(cost, 6),
        resolution,
        shape,
        images,
        mode_of(roles),
    )


def check_content(body: Body, model: Model) -> tuple[str, list[str]]:
    """Return the prompt and the roles of the media."""
    parts = body.get("content")
    if not isinstance(parts, list) or len(parts) > 13:
        raise invalid("content", "it must be a list of a text and at most 12 others")
    texts, roles = [], []
    for number, part in enumerate(parts):
        kind = kind_of(part)
        if kind == "text":
            texts.append(part.get("text"))
        elif kind in ROLES:
            roles.append(role_of(part, kind, f"content[{number}]"))
        else:
            raise invalid(f"content[{number}].type", f"{kind!r} is not supported")
    [text] = texts if len(texts) == 1 else [None]
    if not isinstance(text, str) or not text.strip() or len(text) > 7000:
        raise invalid("content", "it must have one text of at most 7000 characters")
    check_roles(roles, model)
    return text, roles


def role_of(part: Body, kind: str, where: str) -> str:
    """Return the role of a medium; a picture without one is the first frame."""
    medium = part.get(kind)
    url = medium.get("url") if isinstance(medium, dict) else None
    if not isinstance(url, str) or not url.startswith(PUBLIC):
        raise invalid(f"{where}.{kind}.url", "there is no URL that can be fetched")
    default = "first_frame" if kind == "image_url" else None
    return one_of(part, "role", ROLES[kind], default)


def check_roles(roles: list[str], model: Model) -> None:
    for role, most in MOST.items():
        if roles.count(role) > most:
            raise invalid("content", f"it has more than {most} of {role}")
    references = {role for role in roles if role.startswith("reference")}
    if references and not model.references:
        raise invalid("content", "the model takes no reference media")
    if references and references < set(roles) and {"first_frame", "last_frame"} & set(roles):
        raise invalid("content", "frames and reference media cannot be mixed")
    if references == {"reference_audio"}:
        raise invalid("content", "reference_audio needs a picture or a video")


def mode_of(roles: list[str]) -> str:
    if any(role.startswith("reference") for role in roles):
        return "r2v"
    return "i2v" if roles else "t2v"


def first_wanted(body: Body) -> Wanted:
    """Return what a request of the first version asks for, or raise `Refusal`."""
    name = one_of(body, "model", list(FIRST_MODELS))
    model = FIRST_MODELS[name]
    prompt = body.get("prompt", "")
    if not isinstance(prompt, str) or len(prompt) > 2000:
        raise invalid("prompt", "it must be a string of at most 2000 characters")
    frame = check_frames(body, name, model)
    if not prompt and not frame:
        raise invalid("prompt", "it is required")
    resolutions = sorted({resolution for resolution, _ in model.prices})
    default = "768P" if "768P" in resolutions else resolutions[0]
    resolution = one_of(body, "resolution", resolutions, default)
    seconds = body.get("duration", 6)
    lengths = [length for lines, length in model.prices if lines == resolution]
    if type(seconds) is not int or seconds not in lengths:
        allowed = ", ".join(map(str, lengths))
        raise invalid("duration", f"{seconds!r} at {resolution} is not one of {allowed}")
    if resolution == "512P" and not frame:
        raise invalid("resolution", "512P needs first_frame_image")
    switches(body, "prompt_optimizer", "fast_pretreatment", "aigc_watermark")
    cost = model.prices[resolution, seconds]
    return Wanted(prompt, *size_of(resolution, "16:9"), seconds, False, cost, resolution)


def check_frames(body: Body, name: str, model: Clips) -> bool:
    """Return whether there is a first frame."""
    first, last = body.get("first_frame_image"), body.get("last_frame_image")
    for url in (first, last):
        if url is not None and not (isinstance(url, str) and url.startswith(PUBLIC[:3])):
            raise invalid("first_frame_image", "it must be a URL or a data URI")
    if model.first_frame and not first:
        raise invalid("first_frame_image", f"{name} requires it")
    if model.first_frame is False and first:
        raise invalid("first_frame_image", f"{name} does not support it")
    if last and not model.last_frame:
        raise invalid("last_frame_image", f"{name} does not support it")
    if bool(body.get("subject_reference")) != model.subject:
        raise invalid("subject_reference", "S2V-01 requires it, and no other model takes it")
    return bool(first)


def size_of(resolution: str, ratio: str) -> tuple[int, int]:
    lines = LINES[resolution]
    across, down = map(int, ratio.split(":"))
    scale = lines / min(across, down)
    return 2 * round(across * scale / 2), 2 * round(down * scale / 2)
