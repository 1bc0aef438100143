"""What the tools for agents take: their parameters, as agents are told of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from rushes.catalog.model import OFFLINE_MODEL
from rushes.settings import problem_of

LISTED = 20  # models of a list, unless another number is asked for
MOST_LISTED = 50
WAIT = 50  # seconds; many clients give a tool a minute
MOST_WAIT = 3600

JobId = Annotated[str, Field(description="The id of the video, such as gen-vid-….")]
Image = Annotated[
    str | None,
    Field(description="An image: an https URL, a data URL, or a file in the server's folder."),
]
Wait = Annotated[
    int,
    Field(
        ge=0,
        le=MOST_WAIT,
        description="Seconds to wait for the end. A video that takes longer is not given up:"
        " call get_video again.",
    ),
]


class Arguments(BaseModel):
    """The parameters of a tool; others are refused, since a misspelt one could cost money."""

    model_config = ConfigDict(extra="forbid")


class VideoArguments(Arguments):
    prompt: Annotated[
        str | None,
        Field(description="What the video shows. Required, except with images alone."),
    ] = None
    model: Annotated[
        str,
        Field(
            description="An id of list_video_models. The default is drawn offline at no cost, but"
            " knows only mountain lakes, oceans, city streets, and abstract motion."
        ),
    ] = OFFLINE_MODEL
    duration: Annotated[
        int | None, Field(ge=1, description="Seconds; the model's default if omitted.")
    ] = None
    resolution: Annotated[str | None, Field(description="For example 720p.")] = None
    aspect_ratio: Annotated[str | None, Field(description="For example 16:9.")] = None
    generate_audio: Annotated[bool | None, Field(description="Whether it has sound.")] = None
    seed: Annotated[
        int | None, Field(description="For a model that takes one: same seed, same video.")
    ] = None
    first_frame: Image = None
    last_frame: Image = None
    references: Annotated[
        list[str] | None,
        Field(description="Images, sounds, or videos to use, given as first_frame is."),
    ] = None
    previous_job_id: Annotated[
        str | None, Field(description="The id of a completed video to edit or continue.")
    ] = None


class GenerateArguments(VideoArguments):
    max_cost: Annotated[
        float | None,
        Field(
            ge=0,
            allow_inf_nan=False,
            description="Most that this video may cost, in USD. It can lower the limit that the"
            " user has set for this server, not raise it.",
        ),
    ] = None
    idempotency_key: Annotated[
        str | None,
        Field(
            min_length=1,
            max_length=255,
            description="Any text. A second call with the same text returns the same video instead"
            " of making, and paying for, another.",
        ),
    ] = None
    wait_seconds: Wait = WAIT

    @property
    def video(self) -> dict[str, Any]:
        return self.model_dump(
            exclude_none=True, exclude={"max_cost", "idempotency_key", "wait_seconds"}
        )


class GetArguments(Arguments):
    id: JobId
    wait_seconds: Wait = 0


class CancelArguments(Arguments):
    id: JobId


class ListModelsArguments(Arguments):
    search: Annotated[
        str | None, Field(description="Only models with this in their id or name, such as veo.")
    ] = None
    duration: Annotated[
        int | None, Field(ge=1, description="Only models that make this many seconds.")
    ] = None
    resolution: Annotated[
        str | None, Field(description="Only models that make it, such as 1080p.")
    ] = None
    aspect_ratio: Annotated[
        str | None, Field(description="Only models that make it, such as 9:16.")
    ] = None
    generate_audio: Annotated[
        bool | None, Field(description="Only models with, or without, sound.")
    ] = None
    limit: Annotated[int, Field(ge=1, le=MOST_LISTED, description="Most models to return.")] = (
        LISTED
    )


def problems_of(error: ValidationError, arguments: type[Arguments]) -> Iterator[str]:
    """Yield a sentence for each parameter that is wrong, without its value."""
    for found in error.errors(include_url=False, include_input=False):
        name = ".".join(map(str, found["loc"]))
        if found["type"] == "extra_forbidden":
            known = ", ".join(arguments.model_fields)
            yield f"{name}: is not a parameter of this tool; allowed: {known}"
        elif found["type"] == "missing":
            yield f"{name}: is required"
        else:
            yield f"{name}: {problem_of(found)}"


def schema_of(model: type[BaseModel]) -> dict[str, Any]:
    """Return a JSON Schema that is short: what is None is left out, and titles repeat names."""
    schema = _short(model.model_json_schema())
    definitions = schema.pop("$defs", {})
    if definitions:
        schema["$defs"] = {name: _short(known) for name, known in definitions.items()}
    return schema


def _short(schema: dict[str, Any]) -> dict[str, Any]:
    schema = {key: value for key, value in schema.items() if key not in {"title", "description"}}
    properties = schema.get("properties", {})
    return {**schema, "properties": {name: _plain(known) for name, known in properties.items()}}


def _plain(known: dict[str, Any]) -> dict[str, Any]:
    known = {key: value for key, value in known.items() if key != "title"}
    kinds = known.pop("anyOf", None)
    if kinds is None:
        return known
    [kind] = (kind for kind in kinds if kind != {"type": "null"})
    known.pop("default", None)
    return {**known, **kind}
