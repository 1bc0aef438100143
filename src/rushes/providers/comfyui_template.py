"""Templates of ComfyUI: a workflow, and which of its inputs a request fills in.

An operator writes them, as JSON files. Callers choose values; only these reach a workflow, and none
becomes a link between nodes.
"""

from __future__ import annotations

import copy
import json
import math
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from rushes.catalog.endpoint import Endpoint, Input
from rushes.providers.account import unusable
from rushes.providers.base import RefusedError
from rushes.providers.frame_grid import FrameGrid
from rushes.providers.resolved_request import ResolvedRequest

MAX_FILE = 16 * 1024 * 1024  # bytes
SEEDS = 2**64  # what a node's seed is counted by

Workflow = dict[str, Any]


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


# One input of a node as "NODE.INPUT", or several that get the same value.
Slot = Annotated[tuple[str, ...], BeforeValidator(_listed), Field(min_length=1)]


class Slots(BaseModel):
    """The inputs that parameters of a request go to; None: the workflow's own value stays.

    `duration` gets seconds, `frames` their number, `audio` a boolean, and a frame the name of a
    picture.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    prompt: Slot
    width: Slot | None = None
    height: Slot | None = None
    duration: Slot | None = None
    frames: Slot | None = None
    fps: Slot | None = None
    seed: Slot | None = None
    audio: Slot | None = None
    first_frame: Slot | None = None
    last_frame: Slot | None = None


class Template(BaseModel):
    """A workflow that makes the videos of one model, from one kind of request.

    `workflow` is in ComfyUI's API format, `output` the node that saves the video. What the
    workflow fixes must be declared as the only choice: `durations` (seconds), `resolutions` and
    `aspect_ratios`. `options` are those that callers may give, with their inputs.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str
    workflow: Workflow
    inputs: Slots
    output: str
    fps: float | None = Field(None, gt=0, le=1000)
    frame_step: int = Field(1, gt=0, le=1000)
    size_step: int = Field(16, gt=0, le=1000)
    durations: tuple[int, ...] | None = None
    resolutions: tuple[str, ...] | None = None
    aspect_ratios: tuple[str, ...] | None = None
    audio: Literal["always", "never"] = "never"
    options: Mapping[str, Slot] = {}

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if not all(isinstance(node, dict) and "class_type" in node for node in self._nodes):
            problem = "workflow: it is not in ComfyUI's API format; export it with Export (API)"
            raise ValueError(problem)
        if self.output not in self.workflow:
            raise ValueError(f"output: the workflow has no node {self.output!r}")
        for name, slot in self._slots():
            for place in slot:
                self._check(name, place)
        if self.inputs.frames and self.fps is None:
            raise ValueError("fps: it is needed, because inputs.frames counts frames")
        if not (self.inputs.frames or self.inputs.duration or self.durations):
            raise ValueError("durations: say how long videos are, or name inputs.frames")
        if not (self.inputs.width and self.inputs.height) and not (
            self.resolutions and self.aspect_ratios
        ):
            problem = "say which resolutions and aspect_ratios it has, or name inputs.width and"
            raise ValueError(f"resolutions: {problem} inputs.height")
        return self

    def endpoint(self, name: str) -> Endpoint:
        """Return what this template can make, as the upstream model `name`."""
        slots = self.inputs
        kind: Input = "text"
        if slots.first_frame:
            kind = "both_frames" if slots.last_frame else "first_frame"
        elif slots.last_frame:
            kind = "last_frame"
        return Endpoint(
            model=self.model,
            upstream_model=name,
            inputs=frozenset({kind}),
            durations=self.durations,
            resolutions=self.resolutions,
            aspect_ratios=self.aspect_ratios,
            audio="optional" if slots.audio else self.audio,
            seed=slots.seed is not None,
            options=frozenset(self.options),
            pricing_skus={"duration_seconds": "0"},
        )

    def fill(self, request: ResolvedRequest, pictures: Mapping[str, str]) -> Workflow:
        """Return the workflow of a request; `pictures` are names of uploaded files, by role.

        Raises RefusedError for an option that is of another type than in the workflow.
        """
        grid = self._grid
        values = {
            "prompt": request.prompt,
            "width": grid.side(request.width),
            "height": grid.side(request.height),
            "duration": request.duration,
            "frames": grid.frames(request.duration),
            "fps": self.fps,
            "seed": request.seed % SEEDS,
            "audio": request.audio,
            **pictures,
        }
        filled = copy.deepcopy(self.workflow)
        for name, slot in self._slots():
            if name in self.options:
                continue
            if (value := values.get(name)) is None:
                raise RefusedError(f"{name}: this workflow needs one", cause="input")
            for place in slot:
                self._put(filled, place, value)
        for name, value in request.options.items():
            for place in self.options.get(name, ()):
                self._check_option(name, value, place)
                self._put(filled, place, value)
        return filled

    @cached_property
    def _nodes(self) -> list[Any]:
        return list(self.workflow.values()) or [None]

    @cached_property
    def _grid(self) -> FrameGrid:
        return FrameGrid(self.size_step, self.frame_step, self.fps)

    def _slots(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for name, slot in self.inputs:
            if slot is not None:
                yield name, slot
        yield from self.options.items()

    def _check(self, name: str, place: str) -> None:
        node, _, field = place.partition(".")
        if node not in self.workflow:
            raise ValueError(f"{name}: the workflow has no node {node[:40]!r}")
        inputs = self.workflow[node].get("inputs")
        known = sorted(inputs) if isinstance(inputs, dict) else []
        if field not in known:
            problem = f"node {node} has no input {field[:40]!r}, only {', '.join(known) or 'none'}"
            raise ValueError(f"{name}: {problem}")
        if name in self.options and _kind(inputs[field]) is None:
            problem = f"{place} has neither text nor a number, so callers cannot set it"
            raise ValueError(f"options.{name}: {problem}")

    def _check_option(self, name: str, value: Any, place: str) -> None:
        node, _, field = place.partition(".")
        expected = _kind(self.workflow[node]["inputs"][field])
        if _kind(value) != expected:
            raise RefusedError(f"provider.options: {name} must be {expected}", cause="input")

    def _put(self, workflow: Workflow, place: str, value: Any) -> None:
        node, _, field = place.partition(".")
        # A node that counts in floats takes integers too; one that counts in integers no floats.
        whole = isinstance(value, float) and value.is_integer()
        workflow[node]["inputs"][field] = int(value) if whole else value


def _kind(value: Any) -> str | None:
    """Return what a value of a node is called, None for a link to another node."""
    if isinstance(value, bool):
        return "a boolean"
    if isinstance(value, str):
        return "a string"
    return "a number" if isinstance(value, int | float) and math.isfinite(value) else None


def load_templates(provider: str, place: str) -> Mapping[str, Template]:
    """Return the templates of a file, or of all files of a folder, by name.

    Raises SettingError for one that cannot be used.
    """
    if not place:
        raise unusable(provider, "templates", "it is not set; name a file or folder of templates")
    path = Path(place).expanduser()
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    found = {file.stem: template for file in files if (template := _read(provider, file))}
    if not found:
        raise unusable(provider, "templates", f"there are none in {path}")
    return found


def _read(provider: str, file: Path) -> Template | None:
    """Return the template in a file, None if it is a mere workflow that another may name."""
    fields = _json(provider, file)
    if "workflow" not in fields:
        if fields and all(isinstance(n, dict) and "class_type" in n for n in fields.values()):
            return None
        raise unusable(provider, "templates", f"{file}: workflow: it is missing")
    if isinstance(name := fields["workflow"], str):
        fields["workflow"] = _json(provider, file.parent / name)
    try:
        return Template.model_validate(fields)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        problem = first["msg"].removeprefix("Value error, ")
        shown = f"{where}: {problem}" if where else problem
        raise unusable(provider, "templates", f"{file}: {shown}") from None


def _json(provider: str, file: Path) -> dict[str, Any]:
    try:
        with file.open("rb") as opened:
            text = opened.read(MAX_FILE + 1)
        if len(text) > MAX_FILE:
            raise unusable(provider, "templates", f"{file} has more than {MAX_FILE} bytes")
        found = json.loads(text)
    except OSError as error:
        problem = (error.strerror or "it cannot be read").lower()
        raise unusable(provider, "templates", f"{file}: {problem}") from None
    except (ValueError, RecursionError):
        raise unusable(provider, "templates", f"{file} is not JSON") from None
    if not isinstance(found, dict):
        raise unusable(provider, "templates", f"{file} is not a JSON object")
    return found
