"""Check a request against its model's limits and decide every open parameter.

Where the API's documentation leaves a case open, the rule chosen here is:

- omitted duration: the model's default, else 5 s, else the next longer, else the longest;
- omitted resolution: 720p, else the next larger, else the largest;
- omitted ratio: the listed one nearest to the frame image in the body, else 16:9 if listed; of a
  model that lists none, the nearest of all that the API has;
- `size` beside `resolution` or `aspect_ratio` is accepted if they agree, else refused;
- the engine's own model takes any even size, and `resolution` may name only the nearest to it;
- an empty prompt counts as none; a prompt is needed unless an image is given, or a video, or a
  job that the engine continues;
- omitted `generate_audio`: the model's flag; true is refused if the model is known to be silent;
  models without a flag that were measured ignore the parameter;
- any model takes a seed;
- emulated, a model ignores references of kinds that it does not take, and what the engine cannot
  make is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import log
from typing import get_args

from pydantic import BaseModel

from rushes.catalog.emulation import (
    check_emulated_size,
    emulated_durations,
    has_even_sides,
    taken,
)
from rushes.catalog.frame import SHORT_SIDE, frame_size, resolution_of
from rushes.catalog.kind import AVATAR, EDITOR, UPSCALER, check_kind
from rushes.catalog.media import Medium, check_https_url, check_media, frame_shape
from rushes.catalog.model import GENERATOR, OFFLINE_MODEL, Model
from rushes.catalog.refusal import InvalidParameterError, shorten
from rushes.hosts import is_loopback_url
from rushes.wire import VideoGenerationRequest
from rushes.wire.enums import VideoGenerationRequestAspectRatio
from rushes.wire.frame_size import has_ratio, nominal_size, parse_size, ratio_value
from rushes.wire.picture_size import Size
from rushes.wire.pricing import Quantity

MAX_PROMPT = 20_000  # characters
MAX_IDENTIFIER = 256  # characters of session_id (contract) and user (chosen)
# Characters of what is kept with a job; of anything but a string, those of its JSON.
MAX_LENGTHS = {
    "prompt": MAX_PROMPT,
    "callback_url": 4096,
    "session_id": MAX_IDENTIFIER,
    "user": MAX_IDENTIFIER,
    "previous_job_id": MAX_IDENTIFIER,
    "trace": 16 * 1024,
    "provider": 256 * 1024,
}
MAX_UNKNOWN = 16 * 1024  # the same, of each key that this version does not know
SEED_RANGE = (-(2**63), 2**63 - 1)  # what a signed 64-bit column holds
PREFERRED_DURATION = 5
PREFERRED_RESOLUTION = "720p"
PREFERRED_RATIO = "16:9"
RATIOS = get_args(get_args(VideoGenerationRequestAspectRatio)[0])
SMALLEST_SIDE, LARGEST_SIDE = 64, 4096  # pixels, of sizes that the engine's own model does not list
# What is accepted where a model publishes nothing: all that the API has.
_UNPUBLISHED = {
    "resolution": tuple(SHORT_SIDE),
    "aspect_ratio": RATIOS,
}
_FORM_OF_SIZE = re.compile(r"\d+x\d+", re.ASCII)
ANY_SIZE = f"any even sides of {SMALLEST_SIDE} to {LARGEST_SIDE}"


@dataclass(frozen=True)
class Spec:
    """What will be made, with every parameter decided and within its limits.

    `duration` is in seconds, the most of a given video; `resolution` and `aspect_ratio` are None
    where the model has none. `takes_seed`: the model is listed as one that a seed matters to.
    `has_known_length`: the duration is not left to an input that was not looked at;
    `has_known_size`: nor is the frame.
    """

    model: str
    prompt: str
    width: int
    height: int
    duration: int
    resolution: str | None
    aspect_ratio: str | None
    audio: bool
    seed: int | None
    media: tuple[Medium, ...]
    takes_seed: bool
    has_known_length: bool = True
    has_known_size: bool = True
    is_continuation: bool = False
    creativity: int | None = None


def check_request(
    request: VideoGenerationRequest,
    model: Model,
    *,
    allow_private: bool = False,
    is_live: bool = False,
    loopback_callbacks: bool = False,
    continuing: Sequence[str] = (),
) -> Spec:
    """Return what will be made; raises InvalidRequestError for the first invalid field.

    `allow_private` permits URLs of hosts that are not public, `is_live` what only a provider of the
    model can do, not the engine. `loopback_callbacks` permits callbacks to this machine, http too.
    `continuing` are the models that continue a video, for the error of one that does not.
    """
    _check_lengths(request)
    check_kind(request, model, is_live=is_live, continuing=continuing)
    media = check_media(request, model, allow_private=allow_private, is_live=is_live)
    if not is_live:
        media = taken(media, model)
    prompt = _prompt(request, media, is_live=is_live)
    callback = request.callback_url
    if callback is not None and not (loopback_callbacks and is_loopback_url(callback)):
        check_https_url("callback_url", callback, "is not usable", allow_private=allow_private)
    duration = _duration(request, model, is_live=is_live)
    (width, height), resolution, ratio = _picture(
        request, model, _shape(media, model, is_live=is_live)
    )
    if not is_live:
        field = "resolution" if request.size is None else "size"
        check_emulated_size((width, height), field, request.size or resolution)
    has_sound = any(m.kind == "audio" for m in media)
    # Without a sound to speak, an avatar of the engine has the default length.
    is_silent = model.kind == AVATAR and not is_live and not has_sound
    has_known_length = is_silent or model.kind == GENERATOR or request.duration is not None
    audio = _audio(request, model)
    if not is_live and request.generate_audio is None:
        audio = audio or has_sound  # the engine has it heard
    return Spec(
        model=model.id,
        prompt=prompt,
        width=width,
        height=height,
        duration=duration,
        resolution=resolution,
        aspect_ratio=ratio,
        audio=audio,
        seed=_seed(request),
        media=media,
        takes_seed=bool(model.wire.seed),
        has_known_length=has_known_length,
        has_known_size=has_known_length and model.kind not in {EDITOR, UPSCALER},
        is_continuation=request.previous_job_id is not None,
        creativity=request.creativity,
    )


def _shape(media: Sequence[Medium], model: Model, *, is_live: bool) -> Size | None:
    """Return the size of the picture that the video has the shape of, None if it is not known."""
    if model.kind == AVATAR and not is_live and not any(m.role != "reference" for m in media):
        return next((m.size for m in media if m.kind == "image"), None)
    return frame_shape(media)


def quantity_of(spec: Spec) -> Quantity:
    """Return what a price is asked for.

    It is what will be made, not what was sent: an omitted duration costs its default.
    """
    media = spec.media
    return Quantity(
        seconds=Decimal(spec.duration) if spec.has_known_length else None,
        width=spec.width if spec.has_known_size else None,
        height=spec.height if spec.has_known_size else None,
        resolution=spec.resolution,
        audio=spec.audio,
        images=sum(m.kind == "image" for m in media),
        reference_images=sum(m.kind == "image" and m.role == "reference" for m in media),
        video_input=any(m.kind == "video" for m in media),
        audio_input=any(m.kind == "audio" for m in media),
        continuation=spec.is_continuation,
        creativity=spec.creativity,
    )


def _check_lengths(request: VideoGenerationRequest) -> None:
    given = {name: getattr(request, name) for name in MAX_LENGTHS} | (request.model_extra or {})
    for name, value in given.items():
        if value is None:
            continue
        plain = value.model_dump() if isinstance(value, BaseModel) else value
        length = len(plain if isinstance(plain, str) else json.dumps(plain))
        limit = MAX_LENGTHS.get(name, MAX_UNKNOWN)
        if length > limit:
            problem = f"is too long: {length} characters, at most {limit}"
            raise InvalidParameterError(shorten(name), plain, problem)


def _prompt(request: VideoGenerationRequest, media: Sequence[Medium], *, is_live: bool) -> str:
    prompt = (request.prompt or "").strip()
    continues = request.previous_job_id is not None and not is_live
    if not prompt and not continues and not any(m.kind in {"image", "video"} for m in media):
        problem = "is missing; give a prompt, a frame image or a reference image"
        raise InvalidParameterError("prompt", request.prompt, problem)
    return prompt


def _duration(request: VideoGenerationRequest, model: Model, *, is_live: bool) -> int:
    allowed = model.durations if is_live else emulated_durations(model)
    if request.duration is None:
        preferred = int(model.defaults.get("duration", PREFERRED_DURATION))
        return next((d for d in allowed if d >= preferred), allowed[-1] if allowed else preferred)
    if request.duration < 1 or (allowed and request.duration not in allowed):
        problem = f"seconds is not available on {model.id}"
        choices = allowed or ("1 or more",)
        raise InvalidParameterError("duration", request.duration, problem, allowed=choices)
    return request.duration


def _picture(
    request: VideoGenerationRequest, model: Model, frame: Size | None
) -> tuple[Size, str | None, str | None]:
    """Return (size, resolution, aspect ratio), as requested or by default."""
    resolution = _listed("resolution", request.resolution, model.resolutions, model)
    ratio = _listed("aspect_ratio", request.aspect_ratio, model.aspect_ratios, model)
    if request.size is not None:
        size = _check_size(request.size, model)
        return size, _same_resolution(size, resolution, model), _same_ratio(size, ratio, model)
    resolution = resolution or _default_resolution(model)
    ratio = ratio or _default_ratio(model, frame)
    return frame_size(model, resolution, ratio), resolution, ratio


def _listed(field: str, value: object, listed: tuple[str, ...], model: Model) -> str | None:
    if value is None:
        return None
    name = str(value)
    known = listed or _UNPUBLISHED[field]
    if name not in known:
        raise InvalidParameterError(field, name, f"is not available on {model.id}", allowed=known)
    return name


def _default_resolution(model: Model) -> str:
    names = sorted((r for r in model.resolutions if r in SHORT_SIDE), key=SHORT_SIDE.__getitem__)
    floor = SHORT_SIDE[PREFERRED_RESOLUTION]
    larger = (r for r in names if SHORT_SIDE[r] >= floor)
    return next(larger, names[-1] if names else PREFERRED_RESOLUTION)


def _default_ratio(model: Model, frame: Size | None) -> str:
    ratios = model.aspect_ratios
    if frame is not None:
        return _nearest_ratio(frame, ratios or RATIOS)
    return PREFERRED_RATIO if PREFERRED_RATIO in ratios or not ratios else ratios[0]


def _check_size(text: str, model: Model) -> tuple[int, int]:
    size, sizes = parse_size(text), _sizes(model)
    is_free = model.id == OFFLINE_MODEL
    if size is not None and (text in sizes or (is_free and _is_drawable(size))):
        return size
    is_formed = _FORM_OF_SIZE.fullmatch(text) is not None
    problem = f"is not available on {model.id}" if is_formed else "is not of the form WIDTHxHEIGHT"
    if is_free:
        sizes = (ANY_SIZE, *(name for name in sizes if not _is_drawable(parse_size(name))))
    raise InvalidParameterError("size", text, problem, allowed=sizes)


def _is_drawable(size: Size | None) -> bool:
    """Return whether the engine draws a size that its model does not list."""
    return size is not None and has_even_sides(size, SMALLEST_SIDE, LARGEST_SIDE)


def _sizes(model: Model) -> tuple[str, ...]:
    # A model that publishes no sizes takes every resolution in every ratio.
    if model.sizes:
        return model.sizes
    pairs = (nominal_size(r, a) for r in model.resolutions for a in model.aspect_ratios)
    return tuple(dict.fromkeys(f"{w}x{h}" for w, h in pairs))


def _same_resolution(size: tuple[int, int], asked: str | None, model: Model) -> str | None:
    actual = resolution_of(model, size)
    if asked is not None and asked != actual:
        problem = f"contradicts size {size[0]}x{size[1]}, which is {actual}; send one of the two"
        raise InvalidParameterError("resolution", asked, problem, allowed=(actual,))
    return actual


def _same_ratio(size: tuple[int, int], asked: str | None, model: Model) -> str | None:
    if asked is not None and not has_ratio(size, asked):
        fitting = [r for r in model.aspect_ratios if has_ratio(size, r)]
        problem = f"contradicts size {size[0]}x{size[1]}; send one of the two"
        raise InvalidParameterError("aspect_ratio", asked, problem, allowed=fitting)
    if asked is not None:
        return asked
    return _nearest_ratio(size, model.aspect_ratios) if model.aspect_ratios else None


def _nearest_ratio(size: Size, ratios: Sequence[str]) -> str:
    shape = size[0] / size[1]
    return min(ratios, key=lambda ratio: abs(log(ratio_value(ratio) / shape)))


def _audio(request: VideoGenerationRequest, model: Model) -> bool:
    flag = model.wire.generate_audio
    if request.generate_audio and flag is False:
        raise InvalidParameterError(
            "generate_audio", True, f"is not available on {model.id}", allowed=(False,)
        )
    if flag is None and (always := model.defaults.get("generate_audio")) is not None:
        return bool(always)  # the parameter has no effect
    return bool(flag) if request.generate_audio is None else request.generate_audio


def _seed(request: VideoGenerationRequest) -> int | None:
    low, high = SEED_RANGE
    if request.seed is not None and not low <= request.seed <= high:
        raise InvalidParameterError(
            "seed", request.seed, "is out of range", allowed=(f"{low} to {high}",)
        )
    return request.seed
