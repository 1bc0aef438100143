"""A scenario: which requests it is for, and what goes wrong in each phase of them."""

from __future__ import annotations

import fnmatch
import json
import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Annotated, Any, ClassVar, Literal, TypeVar, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from rushes.settings import problem_of
from rushes.testing.forms import FORMS, STATUSES, WRAPPED

Operation = Literal["submit", "poll", "content", "models", "other"]
Fault = Literal["hang", "reset", "garbage", "html"]
Outcome = Literal["completed", "failed", "moderated", "expired", "cancelled", "stuck"]
CurveName = Literal["linear", "slow_start", "slow_end", "steps", "stalled"]
T = TypeVar("T")


def _no_bool(value: T) -> T:
    if isinstance(value, bool):
        raise PydanticCustomError("no_number", "Must be a number")
    return value


_Number = BeforeValidator(_no_bool)
Seconds = Annotated[float, Field(ge=0, le=10**9, allow_inf_nan=False), _Number]
Times = Annotated[int, Field(ge=1, le=10**9), _Number]
Share = Annotated[float, Field(ge=0, le=1), _Number]


class ScenarioError(ValueError):
    """A scenario has a name or value that does not exist; the message lists the allowed ones.

    `field` is its path in the scenario.
    """

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Response(_Part):
    """What a request gets in place of its response.

    `status` is one of the API's errors, `form` selects the body where a status has several.
    `code` is the `error.code` of the body, if it differs from the status. `after` lets the request
    take effect first. `delay` is in seconds and may stand alone.
    """

    status: int | None = None
    form: str | None = None
    code: int | None = None
    retry_after: Annotated[float, Field(ge=0, le=86_400), _Number] | None = None
    message: str | None = None
    metadata: Mapping[str, Any] | None = None
    fault: Fault | None = None
    after: bool = False
    delay: Seconds = 0

    _of_successes: ClassVar[tuple[str, ...]] = ()  # fields that change a response of the service

    @property
    def is_error(self) -> bool:
        """Whether the request gets this in place of its own response."""
        return self.status is not None or self.form is not None or self.fault is not None

    @field_validator("status")
    @classmethod
    def _known_status(cls, status: int | None) -> int | None:
        return _one_of(status, STATUSES)

    @field_validator("form")
    @classmethod
    def _known_form(cls, form: str | None) -> str | None:
        return _one_of(form, FORMS)

    @field_validator("code")
    @classmethod
    def _known_code(cls, code: int | None) -> int | None:
        return _one_of(code, sorted({*STATUSES, *WRAPPED}))

    @field_validator("metadata")
    @classmethod
    def _json(cls, metadata: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
        try:
            json.dumps(metadata, allow_nan=False)
        except (TypeError, ValueError) as error:
            raise ValueError(f"is not JSON: {error}") from None
        return metadata

    @model_validator(mode="after")
    def _consistent(self) -> Response:
        if self.form is not None and self.status not in {None, FORMS[self.form].status}:
            forms = [name for name, form in FORMS.items() if form.status == self.status]
            raise ValueError(f"form {self.form!r} is not of {self.status}; allowed: {_list(forms)}")
        if self.fault is not None and (self.status is not None or self.form is not None):
            raise ValueError("give a fault, or a status and form, not both")
        if self.status is None and self.form is None and (without := self._given(*_OF_ERRORS)):
            raise ValueError(f"{without} needs a status or a form")
        if self.after and not self.is_error:
            raise ValueError("after needs a status, a form, or a fault")
        if self.is_error and (without := self._given(*self._of_successes)):
            raise ValueError(f"{without} needs a response without a status, form, or fault")
        return self

    def _given(self, *names: str) -> str:
        """Return the first of some fields that was given."""
        given = (name for name in names if name in self.model_fields_set)
        return next((name for name in given if getattr(self, name) is not None), "")


class JobEffect(_Part):
    """How a job goes: it is pending for `queued` seconds, and ends `delay` seconds after that.

    `curve` is how its progress grows: a name, or pairs of the share of `delay` and the progress.
    `reason` is its error, for an outcome that has one.
    """

    outcome: Outcome = "completed"
    reason: str | None = None
    queued: Seconds = 0
    delay: Seconds = 0
    curve: CurveName | tuple[tuple[Share, Share], ...] = "linear"


class PollEffect(Response):
    """What polls of a job get: an error, or `shown_status` in place of the job's own.

    `times` is how many polls; null is for all of them.
    """

    shown_status: str | None = None
    times: Times | None = 1

    _of_successes: ClassVar[tuple[str, ...]] = ("shown_status",)


class ContentEffect(Response):
    """What downloads get: an error, or the video with a defect.

    `cut` ends the body early: by closing the connection, a reset, or silence; `at` is the share
    that is sent before. `content_type` replaces the video's; `length` and `ranges` say whether
    Content-Length is sent and Range is honored. `times` is how many downloads; null is for all.
    """

    cut: Literal["close", "reset", "stall"] | None = None
    at: Annotated[float, Field(ge=0, lt=1), _Number] = 0.5
    content_type: str | None = None
    length: bool = True
    ranges: bool = True
    times: Times | None = 1

    _of_successes: ClassVar[tuple[str, ...]] = ("cut", "at", "content_type", "length", "ranges")

    @field_validator("content_type")
    @classmethod
    def _printable(cls, text: str | None) -> str | None:
        if text is not None and not (text.isascii() and text.isprintable()):
            raise ValueError("must be printable ASCII, such as text/html")
        return text


class WebhookEffect(_Part):
    """How a job's end is reported: `late` in seconds, and `copies` times.

    `out_of_order` sends it after that of the next job, or after a minute if there is none. `forged`
    signs it with another secret; `never` sends nothing.
    """

    late: Seconds = 0
    copies: Annotated[int, Field(ge=1, le=10), _Number] = 1
    out_of_order: bool = False
    forged: bool = False
    never: bool = False


class Match(_Part):
    """The requests that a scenario is for; what is absent matches everything.

    `model` may have wildcards (`google/*`). `prompt` is a part of the prompt, in any case, or a
    regular expression between slashes. `key` is an API key.
    """

    operation: Operation = "submit"
    model: str | None = None
    prompt: str | None = None
    key: str | None = Field(None, repr=False)

    @field_validator("prompt")
    @classmethod
    def _valid_pattern(cls, text: str | None) -> str | None:
        if text is not None and _is_pattern(text):
            try:
                re.compile(text[1:-1])
            except re.error as error:
                raise ValueError(f"is not a regular expression: {error}") from None
        return text

    def fits(self, operation: str, model: str, prompt: str, key: str) -> bool:
        """Return whether a request is one that this is for."""
        if operation != self.operation or self.key not in {None, key}:
            return False
        if self.model is not None and not fnmatch.fnmatchcase(model, self.model):
            return False
        if self.prompt is None:
            return True
        if _is_pattern(self.prompt):
            return re.search(self.prompt[1:-1], prompt) is not None
        return self.prompt.casefold() in prompt.casefold()


class Scenario(_Part):
    """What goes wrong with the requests that `match` names, in up to `times` of them.

    `response` replaces the response to the request itself; `job`, `poll`, `content` and `webhook`
    apply to the job that a submit makes. `chance` is the share of matching requests, drawn from
    the kit's seed.
    """

    name: str = ""
    match: Match = Match()
    times: Times | None = None
    chance: Share = 1.0
    response: Response | None = None
    job: JobEffect | None = None
    poll: PollEffect | None = None
    content: ContentEffect | None = None
    webhook: WebhookEffect | None = None

    @model_validator(mode="after")
    def _applicable(self) -> Scenario:
        operation = self.match.operation
        given = [name for name in EFFECTS if getattr(self, name) is not None]
        if not given:
            raise ValueError(f"has no effect; allowed: name, {', '.join(EFFECTS)}")
        allowed = EFFECTS if operation == "submit" else ("response", operation)
        for name in given:
            if name not in allowed:
                possible = [effect for effect in EFFECTS if effect in allowed]
                raise ScenarioError(
                    f"{name}: has no effect on operation {operation!r}; allowed: {_list(possible)}",
                    name,
                )
        return self

    @property
    def has_job_effects(self) -> bool:
        """Whether it does anything to the job that a submit makes."""
        effects = (self.job, self.poll, self.content, self.webhook)
        return self.match.operation == "submit" and any(effect is not None for effect in effects)

    @property
    def sets_pace(self) -> bool:
        """Whether it says how long the job is queued or takes."""
        given = set[str]() if self.job is None else self.job.model_fields_set
        return not given.isdisjoint({"queued", "delay"})

    @property
    def usual_times(self) -> int | None:
        """How many requests it is for if nothing else is said: as many as its effect is for."""
        effect = {"poll": self.poll, "content": self.content}.get(self.match.operation)
        return None if effect is None else effect.times

    def shown(self) -> dict[str, Any]:
        """Return it as JSON, without what is not set, and without the API key."""
        body = self.model_dump(mode="json", exclude_unset=True)
        if self.match.key is not None:
            body["match"]["key"] = "…"
        return body


DEEPEST = 30  # levels of a scenario
DELAY = "delay"  # stands for that of the job, where scenarios are composed
EFFECTS = ("response", "job", "poll", "content", "webhook")
_OF_ERRORS = ("code", "retry_after", "message", "metadata")


def scenario_of(fields: Mapping[str, Any]) -> Scenario:
    """Return the scenario that some JSON describes; raises ScenarioError."""
    _check_text(fields, "", DEEPEST)
    try:
        return Scenario.model_validate(fields)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        if isinstance(cause := first.get("ctx", {}).get("error"), ScenarioError):
            raise cause from None
        path = [str(part) for part in first["loc"]]
        if "curve" in path:
            path = path[: path.index("curve") + 1]
        raise ScenarioError(_explained(first, path), ".".join(path)) from None


def _check_text(value: object, path: str, depth: int) -> None:
    """Refuse what cannot be sent as UTF-8, and what is nested too deeply to be shown."""
    if isinstance(value, Mapping | list | tuple) and not depth:
        raise ScenarioError(f"{path}: has more than {DEEPEST} levels", path)
    if isinstance(value, Mapping):
        for name, inner in value.items():
            _check_text(name, path, depth)
            _check_text(inner, f"{path}.{name}" if path else str(name), depth - 1)
    elif isinstance(value, list | tuple):
        for inner in value:
            _check_text(inner, path, depth - 1)
    elif isinstance(value, str) and any("\ud800" <= letter <= "\udfff" for letter in value):
        raise ScenarioError(f"{ascii(path)[1:-1]}: {value!a} has half of a surrogate pair", path)


def _explained(first: ErrorDetails, path: list[str]) -> str:
    kind, value = first["type"], first["input"]
    if path[-1:] == ["curve"]:
        return (
            f"{'.'.join(path)}: {value!r} is not accepted; it must be"
            f" {', '.join(get_args(CurveName))}, or pairs of the share of delay and the progress,"
            " both from 0 to 1"
        )
    if kind == "extra_forbidden":
        allowed = [*_fields(path[:-1]), *((*Match.model_fields, DELAY) if len(path) == 1 else ())]
        near = get_close_matches(path[-1], allowed, 1)
        hint = f"did you mean {near[0]}? " if near else ""
        return f"{'.'.join(path)}: does not exist; {hint}allowed: {_list(allowed)}"
    if kind in {"model_type", "mapping_type", "dict_type"}:
        return f"{'.'.join(path)}: {value!r} is not accepted; it must be an object"
    if kind == "value_error":
        where = f"{'.'.join(path)}: " if path else "the scenario "
        shown = f"{value!r} " if isinstance(value, str | int | float) else ""
        return f"{where}{shown}{first['ctx']['error']}"
    problem = problem_of(first)
    return f"{'.'.join(path)}: {value!r} is not accepted; it {problem[:1].lower()}{problem[1:]}"


def _fields(path: list[str]) -> list[str]:
    model: type[BaseModel] = Scenario
    for part in path:
        kinds = get_args(model.model_fields[part].annotation) or (
            model.model_fields[part].annotation,
        )
        model = next(kind for kind in kinds if isinstance(kind, type) and issubclass(kind, _Part))
    return list(model.model_fields)


def _is_pattern(text: str) -> bool:
    return len(text) > 2 and text.startswith("/") and text.endswith("/")


def _one_of(value: T | None, allowed: Any) -> T | None:
    if value is not None and value not in allowed:
        raise ValueError(f"is not known; allowed: {_list(allowed)}")
    return value


def _list(values: Any) -> str:
    return ", ".join(str(value) for value in values)
