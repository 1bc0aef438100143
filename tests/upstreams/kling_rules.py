"""What Kling takes: the model is in the path of its new API, and a field of the legacy one."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.upstreams.fields import Body, integer, invalid, kind_of, mapping, one_of, switches, text

RATIOS = ("16:9", "9:16", "1:1")
LINES = {"720p": 720, "1080p": 1080, "4k": 2160}
SECONDS = range(3, 16)
SHORT = range(5, 11, 5)
FRAMES = ("first_frame", "last_frame")


@dataclass(frozen=True)
class Model:
    """What a model can do. `units` are what a second costs silent, and `loud` with sound."""

    units: dict[str, float]
    loud: dict[str, float] = field(default_factory=dict)
    video: dict[str, float] = field(default_factory=dict)  # with a video as input
    durations: range = SECONDS
    last_frame: bool = True
    always_loud: bool = False
    multi_shot: bool = False


KLING_3 = Model(
    {"720p": 0.6, "1080p": 0.8, "4k": 3.0}, {"720p": 0.9, "1080p": 1.2, "4k": 3.0}, multi_shot=True
)
TURBO_3 = Model({"720p": 0.8, "1080p": 1.0}, last_frame=False, always_loud=True)
KLING_2_6 = Model({"720p": 0.3, "1080p": 0.5}, {"1080p": 1.0}, durations=SHORT)
TURBO_2_5 = Model({"720p": 0.3, "1080p": 0.5}, durations=SHORT)
OMNI_3 = Model(
    {"720p": 0.6, "1080p": 0.8, "4k": 3.0},
    {"720p": 0.8, "1080p": 1.0, "4k": 3.0},
    {"720p": 0.9, "1080p": 1.2, "4k": 3.0},
    multi_shot=True,
)
O1 = Model({"720p": 0.6, "1080p": 0.8}, video={"720p": 0.9, "1080p": 1.2}, durations=range(3, 11))
VIDEO_MODELS = {
    "kling-3.0": KLING_3,
    "kling-3.0-turbo": TURBO_3,
    "kling-2.6": KLING_2_6,
    "kling-2.5-turbo": TURBO_2_5,
}
MODELS = {
    "text-to-video": VIDEO_MODELS,
    "image-to-video": VIDEO_MODELS,
    "omni-video": {"kling-3.0-omni": OMNI_3, "kling-o1": O1},
    "motion-control": {"kling-3.0": KLING_3, "kling-2.6": KLING_2_6},
}
# What `contents` may have beside a prompt, and the key that holds it.
CONTENTS = {
    "image-to-video": {"first_frame": "url", "last_frame": "url", "element": "element_id"}
    | {"voice": "id"},
    "omni-video": {"first_frame": "url", "last_frame": "url", "element": "element_id"}
    | dict.fromkeys(("refer_image", "feature_video", "base_video"), "url"),
    "motion-control": {"image": "url", "video": "url"},
}
SETTINGS = {"resolution", "aspect_ratio", "duration", "audio", "multi_shot"}
SETTINGS |= {"character_orientation"}
OPTIONS = {"callback_url", "external_task_id", "watermark_info"}


@dataclass(frozen=True)
class Wanted:
    """The video that a request asks for; `units` are what it costs."""

    prompt: str
    width: int
    height: int
    seconds: int
    audio: bool
    units: float
    callback_url: str = ""
    external_id: str = ""


def wanted(operation: str, name: str, body: Body) -> Wanted:
    """Return what a request of the new API asks for, or raise `Refusal`."""
    model = MODELS[operation][name]
    text_only = operation == "text-to-video"
    known(body, {"prompt" if text_only else "contents", "settings", "options"}, "")
    settings, options = mapping(body, "settings"), mapping(body, "options")
    known(settings, SETTINGS, "settings.")
    known(options, OPTIONS, "options.")
    prompt, kinds = (body.get("prompt"), []) if text_only else check_contents(body, operation)
    check_prompt(prompt, required=operation != "motion-control")
    check_inputs(operation, kinds, model)
    resolution = one_of(settings, "resolution", list(model.units), "720p")
    seconds = integer(settings, "duration", model.durations[0], model.durations[-1], 5)
    if seconds not in model.durations:
        raise invalid("settings.duration", f"{seconds} is not one of 5, 10")
    audio = audio_of(settings, model, resolution, operation, kinds)
    ratio = ratio_of(settings, operation, kinds)
    check_shots(settings, model)
    units = units_of(
        model, resolution, audio, video=bool({"feature_video", "base_video"} & {*kinds})
    )
    return Wanted(
        str(prompt),
        *size_of(resolution, ratio),
        seconds,
        audio,
        round(units * seconds, 3),
        text(options, "callback_url"),
        text(options, "external_task_id"),
    )


def known(body: Body, names: set[str], where: str) -> None:
    for name in sorted(body.keys() - names):
        raise invalid(where + name, "it is not a parameter of this model")


def check_prompt(prompt: object, *, required: bool) -> None:
    if not isinstance(prompt, str) or len(prompt) > 3072 or (required and not prompt.strip()):
        raise invalid("prompt", "it must be a text of 1 to 3072 characters")


def check_contents(body: Body, operation: str) -> tuple[str, list[str]]:
    """Return the prompt and the types of the media."""
    parts, allowed = body.get("contents"), CONTENTS[operation]
    if not isinstance(parts, list) or not parts:
        raise invalid("contents", "it must be a list with an item")
    prompt, kinds = "", []
    for number, part in enumerate(parts):
        kind = kind_of(part)
        if kind == "prompt":
            prompt = part.get("text")
        elif kind not in allowed or not isinstance(part.get(allowed[kind]), str | int):
            names = ", ".join(("prompt", *allowed))
            raise invalid(f"contents[{number}]", f"{kind!r} is not one of {names}, or empty")
        else:
            kinds.append(kind)
    return prompt, kinds


def check_inputs(operation: str, kinds: list[str], model: Model) -> None:
    """Check which media are there, and how many."""
    if any(kinds.count(kind) > 1 for kind in (*FRAMES, "base_video", "image", "video")):
        raise invalid("contents", "there is more than one of a type")
    if "last_frame" in kinds and ("first_frame" not in kinds or not model.last_frame):
        raise invalid("contents", "last_frame needs a first_frame, and a model that takes it")
    if operation == "image-to-video" and "first_frame" not in kinds:
        raise invalid("contents", "first_frame is required")
    if operation == "motion-control" and not {"image", "video"} <= {*kinds}:
        raise invalid("contents", "image and video are required")
    if "base_video" in kinds and {*FRAMES} & {*kinds}:
        raise invalid("contents", "base_video excludes frames")
    if kinds.count("refer_image") + kinds.count("element") > 7 or kinds.count("voice") > 2:
        raise invalid("contents", "there are too many of a type")


def audio_of(
    settings: Body, model: Model, resolution: str, operation: str, kinds: list[str]
) -> bool:
    if model.always_loud:
        if "audio" in settings:
            raise invalid("settings.audio", "the model always makes sound")
        return True
    original = ("original",) if operation in {"omni-video", "motion-control"} else ()
    native = ("native",) if model.loud else ()
    audio = one_of(settings, "audio", ("off", *native, *original), "off")
    if audio == "native" and resolution not in model.loud:
        raise invalid("settings.audio", f"native is not supported at {resolution}")
    return audio != "off" and "feature_video" not in kinds


def ratio_of(settings: Body, operation: str, kinds: list[str]) -> str:
    """Return the aspect ratio: that of the first frame or the video, if there is one."""
    follows = bool({"first_frame", "base_video", "feature_video", "image"} & {*kinds})
    if operation in {"image-to-video", "motion-control"} and "aspect_ratio" in settings:
        raise invalid("settings.aspect_ratio", "the video has the shape of its picture")
    if operation == "omni-video" and not follows and "aspect_ratio" not in settings:
        raise invalid("settings.aspect_ratio", "it is required without a frame or a video")
    return one_of(settings, "aspect_ratio", RATIOS, "16:9")


def check_shots(settings: Body, model: Model) -> None:
    switches(settings, "multi_shot")
    if "multi_shot" in settings and not model.multi_shot:
        raise invalid("settings.multi_shot", "the model does not support it")
    one_of(settings, "character_orientation", ("image", "video"), "image")


def units_of(model: Model, resolution: str, audio: bool, *, video: bool) -> float:
    if video and model.video:
        return model.video[resolution]
    return (model.loud if audio and model.loud else model.units)[resolution]


def size_of(resolution: str, ratio: str) -> tuple[int, int]:
    across, down = map(int, ratio.split(":"))
    scale = LINES[resolution] / min(across, down)
    return 2 * round(across * scale / 2), 2 * round(down * scale / 2)
