"""Choose the scenario of each request, and of the job that it makes."""

from __future__ import annotations

import random
import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import BaseModel

from rushes.testing.names import MAGIC, NAMES, effects_of, magic_words
from rushes.testing.scenario import (
    DELAY,
    EFFECTS,
    ContentEffect,
    Match,
    PollEffect,
    Scenario,
    ScenarioError,
    scenario_of,
)

MATCHES = tuple(Match.model_fields)
MOST_JOBS = 100_000  # that are known; the oldest are forgotten
_APART = frozenset({"poll", "content"})  # effects that each have their own `times`
E = TypeVar("E", PollEffect, ContentEffect)


@dataclass(frozen=True)
class Asked:
    """What scenarios see of a request."""

    operation: str
    model: str = ""
    prompt: str = ""
    key: str = field(default="", repr=False)


@dataclass(eq=False)
class Rule:
    """A scenario and how many requests have got it."""

    number: int
    scenario: Scenario
    is_next: bool
    engine: Scenarios = field(repr=False)
    used: int = 0

    @property
    def is_spent(self) -> bool:
        """Whether it has had all its requests."""
        return self.scenario.times is not None and self.used >= self.scenario.times

    def remove(self) -> None:
        """Take it out; the jobs that have it keep it."""
        self.engine.remove(self)

    def shown(self) -> dict[str, Any]:
        """Return it as JSON."""
        kind = "next" if self.is_next else "standing"
        return {"id": self.number, "kind": kind, "used": self.used, **self.scenario.shown()}


@dataclass(eq=False)
class Pick:
    """A scenario that a request got, and the rule that it came from; none for a magic prompt.

    `polls` and `contents` are its effects on requests about the job, each with its own `times`.
    """

    scenario: Scenario
    asked: Asked
    rule: Rule | None = None
    is_bound: bool = False
    polls: tuple[PollEffect, ...] = ()
    contents: tuple[ContentEffect, ...] = ()

    @property
    def has_job_effects(self) -> bool:
        """Whether it does anything to the job that a submit makes."""
        return bool(self.polls or self.contents) or self.scenario.has_job_effects

    def __post_init__(self) -> None:
        if self.rule is not None:
            poll, content = self.scenario.poll, self.scenario.content
            self.polls = () if poll is None else (poll,)
            self.contents = () if content is None else (content,)


@dataclass(eq=False)
class StartedJob:
    """A job that was started here, and what is left of its scenario."""

    asked: Asked
    pick: Pick | None
    had: Counter[int] = field(default_factory=Counter)  # requests with an effect, by its id

    def effect(self, effects: Sequence[E], *, counted: bool) -> E | None:
        """Return what a request gets of some effects: an error, or else all others together.

        A body can be cut once only, so each cut has its turn.
        """
        left = [e for e in effects if e.times is None or self.had[id(e)] < e.times]
        if errors := [effect for effect in left if effect.is_error]:
            left = errors[:1]
        first_cut = next((e for e in left if _cut(e)), None)
        left = [e for e in left if e is first_cut or not _cut(e)]
        if not left:
            return None
        if counted:
            self.had.update(id(effect) for effect in left)
        changes = {name: getattr(e, name) for e in left for name in e.model_fields_set}
        return left[0].model_copy(update=changes)


def _cut(effect: PollEffect | ContentEffect) -> str | None:
    return effect.cut if isinstance(effect, ContentEffect) else None


# What the request that is being served got; the job that it starts takes it over.
picked: ContextVar[Pick | None] = ContextVar("picked", default=None)


class When:
    """A condition that waits for its scenario."""

    def __init__(self, engine: Scenarios, fields: Mapping[str, Any]) -> None:
        self._engine = engine
        self._fields = fields

    def __str__(self) -> str:
        return f"when({', '.join(f'{name}={value!r}' for name, value in self._fields.items())})"

    def then(self, name: str | None = None, value: object = None, **effects: Any) -> Rule:
        """Set what happens to requests that fit: a name and its value, or effects by phase.

        Returns the rule. Raises ScenarioError for what does not exist.
        """
        if twice := sorted(self._fields.keys() & effects.keys()):
            raise ScenarioError(f"{twice[0]}: was given to `when` already", twice[0])
        self._engine.complete(self)
        return self._engine.add(compose(name, value, **self._fields, **effects), is_next=False)


class Scenarios:
    """Chooses scenarios: a prompt's own first, then `next`, then the latest that is standing.

    Everything is drawn from `seed`, so the same requests in the same order get the same.
    May be used from any thread.
    """

    def __init__(self, seed: int = 0) -> None:
        self._seed = seed
        self._lock = threading.RLock()
        self.clear()

    def clear(self) -> None:
        """Forget everything, and start the draws anew."""
        with self._lock:
            self._rules: list[Rule] = []
            self._jobs: dict[str, StartedJob] = {}
            self._random = random.Random(self._seed)  # noqa: S311 - repeatable, no secret
            self._added = 0
            self._conditions: list[When] = []

    @property
    def open_conditions(self) -> list[When]:
        """The conditions of `when` that have no scenario yet."""
        with self._lock:
            return list(self._conditions)

    @property
    def rules(self) -> list[Rule]:
        """The rules, in the order in which they were added."""
        with self._lock:
            return list(self._rules)

    def next(
        self,
        name: str | None = None,
        value: object = None,
        *,
        times: int | None = None,
        **fields: Any,
    ) -> Rule:
        """Set what happens to the next request that fits, or the next `times` of them.

        Without `times` it is one, or as many polls or downloads as the named scenario is for.

        `name` and `value` are those of the documented scenarios; `response`, `job`, `poll`,
        `content` and `webhook` are effects by phase, and `delay` is how many seconds the job takes.
        `model`, `prompt`, `key`, `operation` and
        `chance` limit the requests. Returns the rule. Raises ScenarioError for what does not exist.
        """
        return self.add(compose(name, value, times=times, **fields), is_next=True)

    def when(self, **fields: Any) -> When:
        """Return a condition; its `then` sets what happens to every request that fits.

        `model`, `prompt`, `key`, `operation`, `chance` and `times` are as in `next`.
        """
        if unknown := [name for name in fields if name not in {*MATCHES, "chance", "times"}]:
            allowed = ", ".join([*MATCHES, "chance", "times"])
            raise ScenarioError(f"{unknown[0]}: is no condition; allowed: {allowed}")
        condition = When(self, fields)
        with self._lock:
            self._conditions.append(condition)
        return condition

    def complete(self, condition: When) -> None:
        """Note that a condition has got its scenario."""
        with self._lock:
            if condition in self._conditions:
                self._conditions.remove(condition)

    def add(self, scenario: Scenario, *, is_next: bool) -> Rule:
        """Add a scenario as a rule."""
        with self._lock:
            if is_next and scenario.times is None:
                scenario = scenario.model_copy(update={"times": 1})
            self._added += 1
            rule = Rule(self._added, scenario, is_next, self)
            self._rules.append(rule)
            return rule

    def remove(self, rule: Rule) -> None:
        """Take a rule out, if it is there."""
        with self._lock:
            if rule in self._rules:
                self._rules.remove(rule)

    def replace(self, scenarios: list[Scenario]) -> None:
        """Take all rules out and have these stand."""
        with self._lock:
            self._rules.clear()
            for scenario in scenarios:
                self.add(scenario, is_next=False)

    def pick(self, asked: Asked) -> Pick | None:
        """Return the scenario of a request; raises ScenarioError for a magic word that is none."""
        if asked.operation == "submit" and (words := list(magic_words(asked.prompt))):
            return _magic(words, asked)
        with self._lock:
            queued = [rule for rule in self._rules if rule.is_next]
            standing = [rule for rule in reversed(self._rules) if not rule.is_next]
            for rule in (*queued, *standing):
                if not rule.is_spent and self._takes(rule.scenario, asked):
                    rule.used += 1
                    return Pick(rule.scenario, asked, rule)
        return None

    def put_back(self, pick: Pick) -> None:
        """Undo a pick for a job that was not made."""
        with self._lock:
            if pick.rule is not None:
                pick.rule.used -= 1

    def bind(self, job_id: str, pick: Pick | None, asked: Asked) -> None:
        """Note a job that is about to start, with the scenario of its request."""
        with self._lock:
            if pick is not None:
                pick.is_bound = True
            while len(self._jobs) >= MOST_JOBS:
                del self._jobs[next(iter(self._jobs))]
            self._jobs[job_id] = StartedJob(asked, pick)

    def job(self, job_id: str) -> StartedJob | None:
        """Return what is known of a job."""
        return self._jobs.get(job_id)

    def of_job(self, job_id: str) -> Scenario | None:
        """Return the scenario of a job, if it has one."""
        record = self._jobs.get(job_id)
        return None if record is None or record.pick is None else record.pick.scenario

    def concern(self, asked: Asked, job_id: str) -> bool:
        """Return whether anything is set that this request could get."""
        with self._lock:
            record = self._jobs.get(job_id)
            return bool(self._rules or (record and record.pick) or MAGIC.search(asked.prompt))

    def poll_effect(self, job_id: str) -> PollEffect | None:
        """Return what this poll of a job gets by the job's own scenario, and count it."""
        return self._effect(job_id, lambda pick: pick.polls)

    def content_effect(self, job_id: str, *, counted: bool = True) -> ContentEffect | None:
        """Return what this download gets by the job's own scenario, and count it."""
        return self._effect(job_id, lambda pick: pick.contents, counted=counted)

    def _effect(
        self, job_id: str, effects_of: Callable[[Pick], Sequence[E]], *, counted: bool = True
    ) -> E | None:
        with self._lock:
            record = self._jobs.get(job_id)
            if record is None or record.pick is None:
                return None
            return record.effect(effects_of(record.pick), counted=counted)

    def _takes(self, scenario: Scenario, asked: Asked) -> bool:
        if not scenario.match.fits(asked.operation, asked.model, asked.prompt, asked.key):
            return False
        return scenario.chance >= 1 or self._random.random() < scenario.chance


def compose(name: str | None = None, value: object = None, **fields: Any) -> Scenario:
    """Return a scenario of a name and its value, a match, and effects by phase.

    Raises ScenarioError for what does not exist.
    """
    body: dict[str, Any] = {} if name is None else {"name": name, **effects_of(name, value)}
    if name is None and value is not None:
        raise ScenarioError(f"value: {value!r} needs a name", "name")
    match: dict[str, Any] = {}
    for field_name, given in fields.items():
        if field_name in MATCHES and given is not None:
            match[field_name] = given
        elif field_name == "match" and isinstance(shown := _shown(given), Mapping):
            match = {**shown, **match}
        elif field_name == DELAY and given is not None:
            body["job"] = _merged(body.get("job"), {DELAY: given})
        elif field_name in EFFECTS and given is not None:
            body[field_name] = _merged(body.get(field_name), _shown(given))
        elif given is not None:
            body[field_name] = given
    if match:
        body["match"] = match
    try:
        scenario = scenario_of(body)
    except ScenarioError as error:
        if name is None or value is None or error.field != NAMES[name].takes:
            raise
        problem = str(error).removeprefix(f"{error.field}: ")
        raise ScenarioError(f"value of {name!r}: {problem}", "value") from None
    if scenario.times is None and scenario.usual_times is not None:
        scenario = scenario.model_copy(update={"times": scenario.usual_times})
    return scenario


def _shown(given: object) -> object:
    return given.model_dump(exclude_unset=True) if isinstance(given, BaseModel) else given


def _merged(earlier: Any, later: Any) -> Any:
    if isinstance(earlier, Mapping) and isinstance(later, Mapping):
        return {**earlier, **later}
    return later


def _magic(words: list[tuple[str, str | None]], asked: Asked) -> Pick:
    """Return the scenarios of a prompt as one; those of polls and downloads stay apart."""
    merged: dict[str, dict[str, Any]] = {}
    for name, value in words:
        for phase, fields in effects_of(name, value).items():
            merged[phase] = {**_kept(phase, merged.get(phase, {}), fields), **fields}
    parts = [compose(name, value) for name, value in words]
    whole = {phase: fields for phase, fields in merged.items() if phase not in _APART}
    fields = vars(scenario_of(whole)) if whole else {}
    scenario = Scenario.model_construct(**fields | {"name": "+".join(name for name, _ in words)})
    return Pick(
        scenario,
        asked,
        polls=tuple(part.poll for part in parts if part.poll is not None),
        contents=tuple(part.content for part in parts if part.content is not None),
    )


def _kept(phase: str, earlier: dict[str, Any], later: dict[str, Any]) -> dict[str, Any]:
    """Return what is left of an effect beside a later one; an error replaces another."""
    if phase == "response" and later.keys() - {"delay"}:
        return {name: value for name, value in earlier.items() if name == "delay"}
    return earlier
