"""What the offline engine can make of a request, in place of the model that it emulates.

A layer above has the engine, so its bounds are repeated here: they are known before a job exists.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rushes.catalog.kind import EDITOR, UPSCALER
from rushes.catalog.media import Medium, read_media, references_of
from rushes.catalog.model import Model
from rushes.catalog.refusal import InvalidParameterError
from rushes.wire import VideoGenerationRequest
from rushes.wire.picture_size import Size

LONGEST = 60  # seconds
SMALLEST_SIDE, LARGEST_SIDE = 16, 8192  # pixels


def taken(media: Iterable[Medium], model: Model) -> tuple[Medium, ...]:
    """Return the inputs that a model takes: references of other kinds are ignored.

    Of several videos, those that change one take the first.
    """
    found = [m for m in media if m.role != "reference" or m.kind in model.input_modalities]
    if model.kind in {UPSCALER, EDITOR}:
        videos = [medium for medium in found if medium.kind == "video"]
        found = [medium for medium in found if medium not in videos[1:]]
    return tuple(found)


def ignored_references(request: VideoGenerationRequest, model: Model) -> tuple[str, ...]:
    """Return where the body has the references that have no effect."""
    used = {medium.path for medium in taken(read_media(request), model)}
    return tuple(m.path for m in references_of(request) if m.path not in used)


def emulated_durations(model: Model) -> Sequence[int]:
    """Return the durations in seconds of a model that the engine makes, ascending."""
    if not model.durations:
        return range(1, LONGEST + 1)
    found = [seconds for seconds in model.durations if seconds <= LONGEST]
    if not found:
        problem = f"seconds are the shortest video of {model.id}; the offline engine makes at most"
        raise InvalidParameterError("duration", model.durations[0], f"{problem} {LONGEST}")
    return found


def has_even_sides(size: Size, smallest: int, largest: int) -> bool:
    return all(side % 2 == 0 and smallest <= side <= largest for side in size)


def check_emulated_size(size: Size, field: str, value: object) -> None:
    """Raise InvalidParameterError for a size that the engine does not make."""
    if has_even_sides(size, SMALLEST_SIDE, LARGEST_SIDE):
        return
    problem = f"makes {size[0]}x{size[1]} pixels, which the offline engine cannot draw"
    allowed = (f"even sides of {SMALLEST_SIDE} to {LARGEST_SIDE} pixels",)
    raise InvalidParameterError(field, value, problem, allowed=allowed)
