"""The job as it is stored: one row, the only source of truth about a job."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields
from decimal import Decimal
from typing import Any

from rushes.store.transaction import Row


@dataclass(frozen=True)
class Output:
    """A stored video: `name` is its name in storage, `etag` changes with its bytes."""

    name: str
    size: int
    sha256: str
    content_type: str = "video/mp4"

    @property
    def etag(self) -> str:
        """The strong validator of these bytes, quoted as HTTP requires."""
        return f'"{self.sha256[:32]}"'


@dataclass(frozen=True)
class Job:
    """One generation. Times are unix seconds unless named `_ns`, `duration` seconds, money USD.

    `owner` names the API key that made it, `origin` the base URL its client used; `callback` is
    pending, delivered or abandoned where a `callback_url` was given. `quote` is the listed price,
    `cost` what was charged; `report` is the provider's description of its work (the offline
    engine: scene, time of day, weather and so on).

    `epoch` rises whenever a process takes the job up: only the latest may change it. `answer` says
    whether the 202 reached its client: pending, delivered or lost; `fingerprint` is the request's
    digest. `cancellation` is how far a cancel has come: requested, not_started, stopped,
    unsupported or unknown. `delay_reason` is why an open job is late. `removed_at`: its outputs
    are gone; `deleted_at`: its owner deleted it.

    `provider` is the account that makes it, `upstream_model` what that calls the model; `max_price`
    the most that the caller pays, of all attempts together; `previous_job_id` the job that this one
    continues; `decided` names what of its body the caller left open, with commas between.
    `traceparent` is the trace that the job's spans belong to.
    """

    id: str
    state: str
    model: str
    provider: str
    created_at: int
    updated_at: int
    seed: int
    width: int
    height: int
    duration: int
    audio: bool
    prompt: str
    origin: str = ""
    callback_url: str | None = None
    callback: str | None = None
    quote: Decimal | None = None
    cost: Decimal | None = None
    attempt: int = 0
    upstream_id: str | None = None
    progress: float = 0.0
    error: str | None = None
    outputs: tuple[Output, ...] = ()
    report: Mapping[str, Any] = field(default_factory=dict)
    owner: str = ""
    session_id: str | None = None
    user_id: str | None = None
    created_ns: int = 0
    epoch: int = 0
    answer: str = "pending"
    fingerprint: str = ""
    deadline: int | None = None
    accepted_at: float | None = None
    ended_at: float | None = None
    cancellation: str | None = None
    delay_reason: str | None = None
    removed_at: int | None = None
    deleted_at: int | None = None
    upstream_model: str = ""
    max_price: Decimal | None = None
    previous_job_id: str | None = None
    decided: str = ""
    traceparent: str | None = None


ENDED = frozenset({"completed", "failed", "cancelled", "expired"})  # states
COLUMNS = tuple(f.name for f in fields(Job))
SELECT = f"SELECT {', '.join(COLUMNS)} FROM jobs"


def to_columns(values: Mapping[str, Any]) -> dict[str, Any]:
    columns = dict(values)
    for name in _TO_COLUMN.keys() & columns.keys():
        columns[name] = _TO_COLUMN[name](columns[name])
    return columns


def from_row(row: Row) -> Job:
    values = dict(zip(COLUMNS, row, strict=True))
    for name in ("quote", "cost", "max_price"):
        values[name] = None if values[name] is None else Decimal(values[name])
    values["audio"] = bool(values["audio"])
    # Most rows that are read have neither yet.
    outputs, report = values["outputs"], values["report"]
    values["outputs"] = tuple(Output(**o) for o in json.loads(outputs)) if outputs != "[]" else ()
    values["report"] = json.loads(report) if report != "{}" else {}
    return Job(**values)


def decided_of(job: Job) -> frozenset[str]:
    """Return the names of what a job's caller left open."""
    return frozenset(name for name in job.decided.split(",") if name)


def row_of(job: Job) -> dict[str, Any]:
    return to_columns(vars(job))


def _money(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _outputs(value: tuple[Output, ...]) -> str:
    return json.dumps([asdict(o) for o in value])


_TO_COLUMN: dict[str, Callable[[Any], Any]] = {
    "quote": _money,
    "cost": _money,
    "max_price": _money,
    "audio": int,
    "outputs": _outputs,
    "report": json.dumps,
}
