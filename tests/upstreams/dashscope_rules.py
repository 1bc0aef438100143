"""What Alibaba Model Studio takes: models, input and parameters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from tests.upstreams.base import Refusal
from tests.upstreams.fields import Body, integer, invalid, kind_of, mapping, one_of, switches

SHAPES = {"16:9": 16 / 9, "9:16": 9 / 16, "1:1": 1, "4:3": 4 / 3, "3:4": 3 / 4, "21:9": 21 / 9}
RATIOS = (*SHAPES, "adaptive")
SHAPES |= {"9:21": 9 / 21, "4:5": 4 / 5, "5:4": 5 / 4}
SIZES = {  # of models that take no resolution
    720: ("1280*720", "720*1280", "960*960", "1088*832", "832*1088"),
    1080: ("1920*1080", "1080*1920", "1440*1440", "1632*1248", "1248*1632"),
}
FRAMES = {"first_frame", "last_frame"}
REFERENCES = {"reference_image", "reference_video", "reference_audio"}
URL = re.compile(r"(https?|oss)://.+|data:(image|audio)/.+", re.DOTALL)


@dataclass(frozen=True)
class Model:
    """What a model can do.

    `media` are the types of its media, `urls` the fields that older models have instead; of
    `needs`, one must be there. A model with neither `resolutions` nor a ratio takes a `size`.
    `prices` are USD for a second, by lines.
    """

    durations: tuple[int, ...]
    prices: dict[int, float]
    media: frozenset[str] = frozenset()
    urls: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset({"prompt"})
    resolutions: tuple[str, ...] = ("720P", "1080P")
    ratio: bool = True
    ratios: tuple[str, ...] = RATIOS
    frame_rate: int = 24
    most: int = 20
    chooses: bool = False  # the duration, where it is -1


def between(low: int, high: int) -> tuple[int, ...]:
    return tuple(range(low, high + 1))


WAN_3 = Model(
    between(2, 30),
    {480: 0.05, 720: 0.10, 1080: 0.20},
    frozenset(FRAMES | REFERENCES | {"file", "link"}),
    needs=frozenset({"prompt", "media"}),
    resolutions=("480P", "720P", "1080P"),
    frame_rate=30,
    chooses=True,
)
WAN_2_7 = Model(between(2, 15), {720: 0.10, 1080: 0.15}, urls=frozenset({"audio_url"}))
WAN_2_7_I2V = replace(
    WAN_2_7,
    media=frozenset(FRAMES | {"driving_audio", "first_clip"}),
    urls=frozenset(),
    needs=frozenset({"media"}),
    ratio=False,
)
WAN_2_7_R2V = replace(
    WAN_2_7_I2V,
    media=frozenset({"reference_image", "reference_video", "first_frame"}),
    ratio=True,
)
WAN_2_7_EDIT = replace(WAN_2_7_R2V, media=frozenset({"video", "reference_image"}))
WAN_2_6 = replace(WAN_2_7, resolutions=(), ratio=False)
WAN_2_6_I2V = replace(
    WAN_2_6,
    resolutions=("720P", "1080P"),
    urls=frozenset({"img_url", "audio_url"}),
    needs=frozenset({"img_url"}),
)
WAN_2_6_R2V = replace(
    WAN_2_6,
    urls=frozenset({"reference_urls", "reference_video_urls"}),
    needs=frozenset({"reference_urls", "reference_video_urls"}),
)
KEYFRAMES = replace(
    WAN_2_6_I2V,
    durations=(5,),
    resolutions=("480P", "720P", "1080P"),
    urls=frozenset({"first_frame_url", "last_frame_url"}),
    needs=frozenset({"first_frame_url"}),
)
HORSE = Model(between(3, 15), {480: 0.07, 720: 0.14, 1080: 0.18})
HORSE = replace(HORSE, resolutions=("480P", "720P", "1080P"), ratios=tuple(SHAPES))
HORSE_I2V = replace(
    HORSE, media=frozenset({"first_frame"}), needs=frozenset({"media"}), ratio=False
)
HORSE_R2V = replace(HORSE, media=frozenset({"reference_image"}), needs=frozenset({"media"}))
OLD = {"resolutions": ("720P", "1080P"), "prices": {720: 0.14, 1080: 0.24}}
MODELS = {
    "wan3.0-video": WAN_3,
    "wan3.0-video-prime": replace(WAN_3, prices={480: 0.068, 720: 0.14, 1080: 0.28}),
    "wan2.7-t2v": WAN_2_7,
    "wan2.7-t2v-2026-06-12": WAN_2_7,
    "wan2.7-i2v": WAN_2_7_I2V,
    "wan2.7-i2v-2026-04-25": WAN_2_7_I2V,
    "wan2.7-r2v": WAN_2_7_R2V,
    "wan2.7-r2v-2026-06-12": WAN_2_7_R2V,
    "wan2.7-videoedit": WAN_2_7_EDIT,
    "wan2.6-t2v": WAN_2_6,
    "wan2.6-i2v": WAN_2_6_I2V,
    "wan2.6-i2v-flash": WAN_2_6_I2V,
    "wan2.6-r2v": WAN_2_6_R2V,
    "wan2.6-r2v-flash": WAN_2_6_R2V,
    "happyhorse-1.1-t2v": HORSE,
    "happyhorse-1.1-i2v": HORSE_I2V,
    "happyhorse-1.1-r2v": HORSE_R2V,
    "happyhorse-1.0-t2v": replace(HORSE, **OLD),
    "happyhorse-1.0-i2v": replace(HORSE_I2V, **OLD),
    "happyhorse-1.0-r2v": replace(HORSE_R2V, **OLD),
}
KEYFRAME_MODELS = {"wan2.2-kf2v-flash": KEYFRAMES}  # which have a path of their own


@dataclass(frozen=True)
class Wanted:
    """The video that a request asks for."""

    prompt: str
    width: int
    height: int
    seconds: int
    audio: bool
    model: Model
    lines: int
    ratio: str

    @property
    def cost(self) -> float:
        """Return what it costs in USD."""
        return round(self.model.prices.get(self.lines, 0.05) * self.seconds, 6)

    @property
    def usage(self) -> Body:
        """Return what a job that succeeded shows of it."""
        shown = {"video_count": 1, "duration": self.seconds, "SR": self.lines}
        shown |= {"output_video_duration": self.seconds, "input_video_duration": 0}
        if self.model.ratio:
            return {**shown, "fps": self.model.frame_rate, "ratio": self.ratio}
        return {**shown, "size": f"{self.width}*{self.height}"}


def wanted(body: Body, models: Mapping[str, Model]) -> Wanted:
    """Return the video that a request asks for; raise `Refusal`."""
    name = body.get("model")
    if not isinstance(name, str) or not name:
        raise invalid("model", "it is required")
    if name not in models:
        raise Refusal("not_found", f"Model not found ({name})!", code="ModelNotFound")
    model = models[name]
    source, parameters = mapping(body, "input"), mapping(body, "parameters")
    prompt = check_input(source, model)
    width, height, lines = size_of(parameters, model)
    duration = parameters.get("duration", 5)
    if duration == -1 and model.chooses:
        duration = 5
    if type(duration) is not int or duration not in model.durations:
        allowed = ", ".join(map(str, model.durations))
        raise invalid("duration", f"{duration!r} is not one of {allowed}")
    integer(parameters, "seed", -1 if model.chooses else 0, 2**31 - 1, 0)
    switches(parameters, "audio", "watermark", "prompt_extend", "enable_thinking")
    one_of(parameters, "shot_type", ("single", "multi"), "single")
    one_of(parameters, "audio_setting", ("auto", "origin"), "auto")
    ratio = shape_of(parameters, model)
    return Wanted(
        prompt, width, height, duration, parameters.get("audio", True), model, lines, ratio
    )


def check_input(source: Body, model: Model) -> str:
    """Return the prompt. Fields of the input that are not known are ignored."""
    prompt = source.get("prompt", "")
    if not isinstance(prompt, str):
        raise invalid("input.prompt", "it must be a string")
    if len(str(source.get("negative_prompt", ""))) > 500:
        raise invalid("input.negative_prompt", "it is longer than 500 characters")
    if not any(source.get(name) for name in model.needs):
        raise invalid("input", f"it must have {' or '.join(sorted(model.needs))}")
    for name in model.urls:
        urls = source.get(name, [])
        for url in urls if isinstance(urls, list) else [urls]:
            check_url(url, f"input.{name}")
    check_media(source.get("media", []), model)
    return prompt


def check_media(media: object, model: Model) -> None:
    if not isinstance(media, list) or len(media) > model.most:
        raise invalid("input.media", f"it must be a list of at most {model.most}")
    kinds: list[str] = []
    for item in media:
        kind = kind_of(item)
        if kind not in model.media:
            allowed = ", ".join(sorted(model.media)) or "nothing"
            raise invalid("input.media.type", f"{kind!r}: the model takes {allowed}")
        check_url(item.get("url"), "input.media.url")
        kinds.append(kind)
    if any(kinds.count(kind) > 1 for kind in (*FRAMES, "video", "first_clip")):
        raise invalid("input.media", "there is more than one of a type")
    if "last_frame" in kinds and "first_frame" not in kinds:
        raise invalid("input.media", "last_frame needs first_frame")
    if model.chooses and FRAMES & set(kinds) and REFERENCES & set(kinds):
        raise invalid("input.media", "frames and references exclude each other")
    if kinds.count("reference_image") > 10:
        raise invalid("input.media", "it has more than 10 of reference_image")


def check_url(url: object, where: str) -> None:
    if not isinstance(url, str) or not URL.fullmatch(url):
        raise invalid(where, "there is no URL that can be fetched", "InvalidURL")


def shape_of(parameters: Body, model: Model) -> str:
    ratio = one_of(parameters, "ratio", model.ratios, model.ratios[0])
    return "16:9" if ratio == "adaptive" else ratio


def size_of(parameters: Body, model: Model) -> tuple[int, int, int]:
    """Return width, height and lines."""
    if not model.resolutions:
        sizes = [size for group in SIZES.values() for size in group]
        size = one_of(parameters, "size", sizes, "1920*1080")
        lines = next(lines for lines, group in SIZES.items() if size in group)
        width, height = map(int, size.split("*"))
        return width, height, lines
    resolution = one_of(parameters, "resolution", model.resolutions, model.resolutions[-1])
    lines = int(resolution.removesuffix("P"))
    shape = SHAPES[shape_of(parameters, model)]
    across, down = (lines * shape, lines) if shape >= 1 else (lines, lines / shape)
    return 2 * round(across / 2), 2 * round(down / 2), lines
