"""What Ark and ModelArk take: models, parameters, and the rules that combine them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tests.upstreams.base import Refusal
from tests.upstreams.fields import Body, integer, invalid, kind_of, one_of, switches

FRAME_RATE = 24
RATIOS = ("16:9", "4:3", "1:1", "3:4", "9:16", "21:9", "adaptive")
LINES = {"480p": 480, "720p": 720, "1080p": 1080, "4k": 2160}
SIZES = {  # of 720p
    "16:9": (1280, 720),
    "4:3": (1112, 834),
    "1:1": (960, 960),
    "3:4": (834, 1112),
    "9:16": (720, 1280),
    "21:9": (1470, 630),
}
FRAMES = ("first_frame", "last_frame")
REFERENCES = {
    "image_url": "reference_image",
    "video_url": "reference_video",
    "audio_url": "reference_audio",
}
TASK_TYPES = ("auto", "reference", "edit", "extend")
# Parameters: what every model knows, and what only old or new ones do.
COMMON = {"model", "content", "resolution", "ratio", "duration", "watermark", "return_last_frame"}
COMMON |= {"callback_url", "execution_expires_after", "safety_identifier"}
OLD = frozenset({"seed", "camera_fixed", "service_tier"})
NEW = frozenset({"generate_audio", "priority", "tools"})


@dataclass(frozen=True)
class Model:
    """What a model can do. `references` are the most pictures, videos and sounds."""

    durations: tuple[int, int]
    resolutions: tuple[str, ...]
    parameters: frozenset[str]
    references: tuple[int, int, int] = (0, 0, 0)
    frames: tuple[str, ...] = FRAMES
    task_types: bool = False
    strict: bool = True  # a parameter that it does not know is an error
    chooses: bool = True  # the duration, where it is -1


SEEDANCE_2_5 = Model(
    (4, 30),
    ("480p", "720p", "1080p"),
    NEW | {"output_format", "omni_reference_task_type"},
    (30, 10, 10),
    task_types=True,
)
SEEDANCE_2 = Model((4, 15), ("480p", "720p", "1080p", "4k"), NEW, (9, 3, 3))
SEEDANCE_2_SMALL = replace(SEEDANCE_2, resolutions=("480p", "720p"))
SEEDANCE_1_5 = Model(
    (4, 12), ("480p", "720p", "1080p"), OLD | {"generate_audio", "draft"}, strict=False
)
SEEDANCE_1 = replace(SEEDANCE_1_5, durations=(2, 12), parameters=OLD | {"frames"}, chooses=False)
MODELS = {
    "seedance-2-5-260628": SEEDANCE_2_5,
    "seedance-2-0-260128": SEEDANCE_2,
    "seedance-2-0-fast-260128": SEEDANCE_2_SMALL,
    "seedance-2-0-mini-260615": SEEDANCE_2_SMALL,
    "seedance-1-5-pro-251215": SEEDANCE_1_5,
    "seedance-1-0-pro-250528": SEEDANCE_1,
    "seedance-1-0-pro-fast-251015": replace(SEEDANCE_1, frames=("first_frame",)),
}
PREFIXES = ("doubao-", "dreamina-", "")  # of China, and of other countries


@dataclass(frozen=True)
class Wanted:
    """The video that a request asks for."""

    prompt: str
    width: int
    height: int
    seconds: float
    resolution: str
    ratio: str
    audio: bool

    @property
    def tokens(self) -> int:
        """Return what it costs."""
        return round(self.width * self.height * FRAME_RATE * self.seconds / 1024)


def wanted(body: Body) -> Wanted:
    """Return the video that a request asks for; raise `Refusal`."""
    model = model_of(body)
    prompt, roles = check_content(body, model)
    if unknown := sorted(body.keys() - COMMON - model.parameters) if model.strict else ():
        raise invalid(unknown[0], "the model does not support this parameter")
    resolution = one_of(body, "resolution", model.resolutions, "720p")
    ratio = one_of(body, "ratio", RATIOS, "adaptive")
    check_options(body)
    if model.task_types:
        check_task_type(body, roles, ratio)
    shape = "16:9" if ratio == "adaptive" else ratio
    seconds = seconds_of(body, model)
    audio = "generate_audio" in model.parameters and body.get("generate_audio", True)
    return Wanted(prompt, *size_of(resolution, shape), seconds, resolution, shape, audio)


def model_of(body: Body) -> Model:
    name = body.get("model")
    if not isinstance(name, str) or not name:
        raise invalid("model", "it is required", "MissingParameter")
    for prefix in PREFIXES:
        if name.startswith(prefix) and (model := MODELS.get(name.removeprefix(prefix))):
            return model
    message = f"The model or endpoint {name} does not exist or you do not have access to it."
    raise Refusal("not_found", message, code="InvalidEndpointOrModel.NotFound")


def check_content(body: Body, model: Model) -> tuple[str, list[str]]:
    """Return the prompt and the roles of the media."""
    parts = body.get("content")
    if not isinstance(parts, list) or not parts:
        raise invalid("content", "it must be a list with an item", "MissingParameter")
    texts, roles = [], []
    for number, part in enumerate(parts):
        where = f"content[{number}]"
        kind = kind_of(part)
        if kind == "text" and isinstance(part.get("text"), str):
            texts.append(part["text"])
        elif kind == "draft_task" and "draft" in model.parameters:
            roles.append(kind)
        elif kind in REFERENCES:
            roles.append(role_of(part, kind, where, model))
        else:
            raise invalid(where, f"the content type {kind!r} is not supported")
    check_roles(roles, model)
    if not any(text.strip() for text in texts) and not roles:
        raise invalid("content", "a text is required", "MissingParameter")
    return " ".join(texts), roles


def role_of(part: Body, kind: str, where: str, model: Model) -> str:
    """Return the role of a medium; only that of a lone first frame may be absent."""
    medium = part.get(kind)
    url = medium.get("url") if isinstance(medium, dict) else None
    inline = () if kind == "video_url" else ("data:",)
    if not isinstance(url, str) or not url.startswith(("http://", "https://", "asset://", *inline)):
        raise invalid(f"{where}.{kind}.url", "there is no URL that can be fetched")
    if kind == "image_url":
        role, allowed = part.get("role") or FRAMES[0], (*model.frames, REFERENCES[kind])
    else:
        role, allowed = part.get("role"), (REFERENCES[kind],)
    if role not in allowed:
        raise invalid(f"{where}.role", f"{role!r} is not one of {', '.join(allowed)}")
    return str(role)


def check_roles(roles: list[str], model: Model) -> None:
    frames = [role for role in roles if role in FRAMES]
    others = {role: roles.count(role) for role in REFERENCES.values() if role in roles}
    if frames and others:
        raise invalid("content", "frames cannot be mixed with reference media")
    if len(set(frames)) < len(frames) or frames == ["last_frame"]:
        raise invalid("content", "take one first_frame, and with it one last_frame or none")
    for most, role in zip(model.references, REFERENCES.values(), strict=True):
        if others.get(role, 0) > most:
            raise invalid("content", f"the model takes at most {most} of {role}")
    if others.keys() == {"reference_audio"}:
        raise invalid("content", "reference_audio needs another kind of reference")


def check_options(body: Body) -> None:
    integer(body, "seed", -1, 2**32 - 1, -1)
    integer(body, "priority", 0, 9, 0)
    integer(body, "execution_expires_after", 3600, 259_200, 172_800)
    switches(body, "watermark", "return_last_frame", "generate_audio", "camera_fixed", "draft")
    one_of(body, "service_tier", ("default", "flex"), "default")
    one_of(body, "output_format", ("mp4", "mov"), "mp4")
    if len(str(body.get("safety_identifier", ""))) > 64:
        raise invalid("safety_identifier", "it is longer than 64 characters")


def check_task_type(body: Body, roles: list[str], ratio: str) -> None:
    """The video has the shape of its frames, or of the video that is edited or extended."""
    task = one_of(body, "omni_reference_task_type", TASK_TYPES, "auto")
    code = "InvalidParameter.TaskTypeConstraint"
    edits = task in {"edit", "extend"}
    if (edits or any(role in FRAMES for role in roles)) and ratio != "adaptive":
        raise invalid("ratio", "it must be adaptive for this task", code)
    if edits and "reference_video" not in roles:
        raise invalid("omni_reference_task_type", f"{task} needs a reference_video", code)
    if task == "edit" and body.get("duration") != -1:
        raise invalid("duration", "it must be -1 for edit", code)


def seconds_of(body: Body, model: Model) -> float:
    frames = body.get("frames")
    if frames is not None and "frames" in model.parameters:
        if frames not in range(29, 290, 4):
            raise invalid("frames", f"{frames!r} is not 25 + 4n from 29 to 289")
        return float(frames / FRAME_RATE)
    if body.get("duration") == -1 and model.chooses:
        return 5
    return integer(body, "duration", *model.durations, 5)


def size_of(resolution: str, ratio: str) -> tuple[int, int]:
    """Return the size in pixels: exact for 720p, near for others."""
    scale = LINES[resolution] / 720
    width, height = SIZES[ratio]
    return 2 * round(width * scale / 2), 2 * round(height * scale / 2)
