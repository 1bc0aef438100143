"""A request body, parsed once: what it asks for, and what is stored of it."""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from pydantic_core import from_json

from rushes.catalog.body_size import check_body_size
from rushes.catalog.limits import Spec, check_request
from rushes.catalog.media import frame_shape
from rushes.catalog.model import Catalog, Model
from rushes.wire import VideoGenerationRequest
from rushes.wire.base import STRICT_SCALARS

PIECE = 1024 * 1024  # characters of a string that are written at once
DRAWN_SEEDS = 2**31  # a drawn seed fits every client's integer


@dataclass(frozen=True)
class CheckedRequest:
    """A request that a model here can serve.

    `body` is its canonical JSON, without `callback_url` and with what its spec and the drawn seed
    decided, so that what is made is what was priced; `decided` names that. `fingerprint` is the
    digest of what the client sent, however it was written.
    """

    request: VideoGenerationRequest
    spec: Spec
    seed: int
    body: str
    fingerprint: str
    decided: tuple[str, ...] = ()


def new_seed() -> int:
    return secrets.randbelow(DRAWN_SEEDS)


def check_body(
    body: bytes,
    catalog: Catalog,
    *,
    allow_private: bool = False,
    is_live: Callable[[str], bool] = lambda model: False,
    draw_seed: Callable[[], int] = new_seed,
    loopback_callbacks: bool = False,
) -> CheckedRequest:
    """Parse and check a body; raises pydantic.ValidationError and InvalidRequestError.

    `is_live` returns whether a provider makes a model, so that more can be asked of it.
    """
    check_body_size(body)
    fields, request = _parse(body)
    model = catalog.get(request.model)
    live = is_live(model.id)
    spec = check_request(
        request,
        model,
        allow_private=allow_private,
        is_live=live,
        loopback_callbacks=loopback_callbacks,
        continuing=catalog.continuing,
    )
    seed = draw_seed() if spec.seed is None else spec.seed
    given = {name: value for name, value in fields.items() if value is not None}
    callback_url = given.pop("callback_url", "")
    canonical = _written(given)
    digest = hashlib.sha256(f"{callback_url}\n".encode())
    for piece in canonical:
        digest.update(piece.encode())
    # Appended, since the body may be as long as the pictures in it.
    decided = _decided(request, spec, model, seed)
    if decided:
        canonical[-1] = f"{canonical[-1][:-1]},{json.dumps(decided, separators=(',', ':'))[1:]}"
    body_text = "".join(canonical)
    return CheckedRequest(request, spec, seed, body_text, digest.hexdigest(), tuple(decided))


def as_given(body: str, decided: Collection[str]) -> VideoGenerationRequest:
    """Return the request of a stored body as its caller gave it, without what was decided."""
    request = VideoGenerationRequest.model_validate_json(body)
    return request.model_copy(update=dict.fromkeys(decided))


def _written(fields: dict[str, Any]) -> list[str]:
    """Return the canonical JSON of a body, in pieces.

    Nothing else runs while one is written, so each is short.
    """
    long: dict[str, str] = {}

    def shortened(value: Any) -> Any:
        if isinstance(value, str) and len(value) > PIECE:
            mark = secrets.token_hex(16)
            long[mark] = value
            return mark
        if isinstance(value, list):
            return [shortened(item) for item in value]
        if isinstance(value, dict):
            return {name: shortened(item) for name, item in value.items()}
        return value

    text = json.dumps(shortened(fields), sort_keys=True, separators=(",", ":"))
    if not long:
        return [text]
    written: list[str] = []
    for part in re.split(f"({'|'.join(long)})", text):
        value = long.get(part, "")
        pieces = (value[at : at + PIECE] for at in range(0, len(value), PIECE))
        written += (json.dumps(piece)[1:-1] for piece in pieces) if value else [part]
    return written


def _parse(body: bytes) -> tuple[dict[str, Any], VideoGenerationRequest]:
    try:
        fields = from_json(body)
        return fields, VideoGenerationRequest.model_validate(fields, context=STRICT_SCALARS)
    except ValueError:
        # raises with messages for JSON
        VideoGenerationRequest.model_validate_json(body, context=STRICT_SCALARS)
        raise


def _decided(
    request: VideoGenerationRequest, spec: Spec, model: Model, seed: int
) -> dict[str, object]:
    """Return what the request left open and its model's row lists; an upstream may refuse more.

    The ratio beside a frame image whose size is not known stays open, since the image has one.
    """
    decided: dict[str, object] = {
        "duration": spec.duration if model.durations else None,
        "generate_audio": spec.audio if model.wire.generate_audio else None,
        "seed": seed if model.wire.seed else None,
    }
    if request.size is None:
        if spec.resolution in model.resolutions:
            decided["resolution"] = spec.resolution
        known = not request.frame_images or frame_shape(spec.media) is not None
        if spec.aspect_ratio in model.aspect_ratios and known:
            decided["aspect_ratio"] = spec.aspect_ratio
    return {
        name: value
        for name, value in decided.items()
        if value is not None and getattr(request, name) is None
    }
