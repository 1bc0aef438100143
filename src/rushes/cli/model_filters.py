"""Which models `rushes models` lists: by name, and by what they can make."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, NamedTuple, TypeVar

import click
from click.shell_completion import CompletionItem

from rushes.catalog.model import Model, load_catalog

Command = TypeVar("Command", bound=Callable[..., Any])
FRAMES = {"first": "first_frame", "last": "last_frame"}


class ModelFilter(NamedTuple):
    """What a model must be able to do; None and False ask for nothing."""

    duration: int | None = None  # seconds
    resolution: str | None = None
    aspect_ratio: str | None = None
    frame: str | None = None
    audio: bool | None = None

    @property
    def is_empty(self) -> bool:
        return self == ModelFilter()

    def fits(self, model: Model) -> bool:
        """Return whether a model is known to make this."""
        return (
            (self.duration is None or not model.durations or self.duration in model.durations)
            and (self.resolution is None or _has(self.resolution, model.resolutions))
            and (self.aspect_ratio is None or _has(self.aspect_ratio, model.aspect_ratios))
            and (self.frame is None or FRAMES[self.frame] in (model.frame_types or ()))
            and (self.audio is None or model.wire.generate_audio is self.audio)
        )


def _has(wanted: str, values: Sequence[str]) -> bool:
    return wanted.lower() in {value.lower() for value in values}


def with_word(models: Sequence[Model], word: str) -> list[Model]:
    """Return the models that have a word in their id or name."""
    part = word.lower()
    return [m for m in models if part in m.id.lower() or part in (m.wire.name or "").lower()]


def complete_model(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the ids of models that begin so."""
    models = load_catalog().models
    return [CompletionItem(m.id, help=m.wire.name) for m in models if m.id.startswith(incomplete)]


_OPTIONS = (
    click.option("--duration", type=click.IntRange(min=1), help="Only models that make S seconds."),
    click.option("--resolution", metavar="NAME", help="Only models that make it, such as 1080p."),
    click.option("--aspect-ratio", metavar="W:H", help="Only models that make it, such as 9:16."),
    click.option("--frame", type=click.Choice(list(FRAMES)), help="Only models that take it."),
    click.option("--audio/--no-audio", default=None, help="Only models with, or without, sound."),
)


def model_filter_options(command: Command) -> Command:
    """Add the filters to a command, which gets them as `wanted`."""

    @wraps(command)
    def filtered(**given: Any) -> None:
        wanted = ModelFilter(**{name: given.pop(name) for name in ModelFilter._fields})
        command(wanted=wanted, **given)

    for option in reversed(_OPTIONS):
        filtered = option(filtered)
    return filtered  # type: ignore[return-value]  # click's options keep the signature
