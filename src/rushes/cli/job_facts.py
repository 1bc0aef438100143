"""What the commands show of a job: the same facts as JSON and as text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import click
from rich.console import Console
from rich.table import Table

from rushes.cli.job_ids import short_ids
from rushes.cli.tables import plain, print_fact
from rushes.clock import iso_time
from rushes.jobs.states import STATUS
from rushes.sdk._job_text import usd
from rushes.store.api_key import id_of
from rushes.store.attempt import Attempt
from rushes.store.job import Job
from rushes.store.job_actions import JobAction
from rushes.wire.data_url import is_data_url

WIDE = 120  # columns; a narrower terminal shows less of each job
LONGEST_NAME = 20  # characters of a model there
NAME_WIDTH = 14  # characters of a fact's name
MAX_TEXT = 300  # characters of one value of a request
UNSHOWN = {"callback_url"}  # its path may hold a token
_OF_LAST_ATTEMPT = ("attempt", "attempt_detail", "attempted_at")


class Details(NamedTuple):
    """What the store knows of one job beside its row."""

    attempts: Sequence[Attempt] = ()
    other_ids: Sequence[str] = ()  # the provider's ids of earlier attempts
    actions: Sequence[JobAction] = ()
    body: str | None = None


def job_facts(job: Job, place: str, attempt: Attempt | None = None) -> dict[str, Any]:
    """Return what is shown of a job; `attempt` is its last one."""
    facts: dict[str, Any] = {
        "id": job.id,
        "status": STATUS[job.state],
        "state": job.state,
        "created_at": iso_time(job.created_at),
        "ended_at": iso_time(job.ended_at),
        "model": job.model,
        "provider": job.provider,
        "owner": job.owner or None,
        "key": id_of(job.owner),
        "user": job.user_id,
        "session_id": job.session_id,
        "prompt": job.prompt,
        "size": f"{job.width}x{job.height}",
        "duration": job.duration,
        "audio": job.audio,
        "seed": job.seed,
        "progress": round(job.progress, 3),
        "quote": None if job.quote is None else float(job.quote),
        "cost": None if job.cost is None else float(job.cost),
        "error": job.error,
        "report": dict(job.report) or None,
        "upstream_id": job.upstream_id,
        "delay_reason": job.delay_reason,
        "cancellation": job.cancellation,
        "webhook": _webhook(job),
        "files": [{"name": o.name, "bytes": o.size, "sha256": o.sha256} for o in job.outputs]
        or None,
        "removed_at": iso_time(job.removed_at),
        "deleted_at": iso_time(job.deleted_at),
        "data_dir": place,
    }
    if attempt is not None:
        facts["attempt"] = attempt.state
        facts["attempt_key"] = attempt.key
        facts["attempt_detail"] = attempt.detail
        facts["attempted_at"] = iso_time(attempt.began_at)
    return {name: value for name, value in facts.items() if value is not None}


def detailed_facts(job: Job, place: str, details: Details) -> dict[str, Any]:
    """Return everything that is known of one job, without what may be secret."""
    current = next((a for a in details.attempts if a.attempt == job.attempt), None)
    facts = job_facts(job, place, current)
    if details.other_ids:
        facts["other_upstream_ids"] = list(details.other_ids)
    if details.body is not None:
        facts["request"] = request_facts(details.body)
    if details.attempts:
        facts["attempts"] = [_attempt_facts(each) for each in details.attempts]
    if details.actions:
        facts["history"] = [
            {"at": iso_time(a.at), "actor": a.actor, "action": a.action, "detail": a.detail}
            for a in details.actions
        ]
    return facts


def request_facts(body: str) -> dict[str, Any]:
    """Return a request without embedded files, the paths of URLs, and the callback."""
    try:
        found = json.loads(body)
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    left_out = UNSHOWN | {"prompt", "model"}
    return {name: _shortened(value) for name, value in found.items() if name not in left_out}


def _shortened(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _shortened(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_shortened(each) for each in value]
    if not isinstance(value, str):
        return value
    if is_data_url(value):
        return f"{value.partition(',')[0][:60]},… ({len(value)} characters)"
    if "://" in value[:12]:
        return _host(value)
    return value if len(value) <= MAX_TEXT else f"{value[:MAX_TEXT]}…"


def _webhook(job: Job) -> dict[str, Any] | None:
    if job.callback_url is None:
        return None
    return {"state": job.callback, "to": _host(job.callback_url)}


def _host(url: str) -> str:
    """Return a URL without what may be secret in it: user, path and query."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "…"
    return f"{parts.scheme}://{parts.hostname or ''}{port}/…"


def _attempt_facts(attempt: Attempt) -> dict[str, Any]:
    facts = {
        "attempt": attempt.attempt,
        "provider": attempt.provider,
        "model": attempt.upstream_model or None,
        "state": attempt.state,
        "upstream_id": attempt.upstream_id,
        "key": attempt.key,
        "detail": attempt.detail,
        "cost": None if attempt.cost is None else float(attempt.cost),
        "intended_at": iso_time(attempt.intent_at),
        "sent_at": iso_time(attempt.sent_at),
        "ended_at": iso_time(attempt.ended_at),
    }
    return {name: value for name, value in facts.items() if value is not None}


def print_one(facts: dict[str, Any]) -> None:
    """Print one job, a fact a line."""
    facts = dict(facts)
    attempts, history = facts.pop("attempts", []), facts.pop("history", [])
    hidden = _OF_LAST_ATTEMPT if attempts else ()  # its line says it
    for name, value in facts.items():
        if name not in hidden:
            # Another server's extension may hold anything.
            is_amount = name in {"quote", "cost"} and isinstance(value, float | int)
            print_fact(name, usd(value) if is_amount else _words(value), NAME_WIDTH)
    for each in attempts:
        cost = f", {usd(each['cost'])}" if "cost" in each else ""
        detail = f": {each['detail']}" if "detail" in each else ""
        upstream = f" as {each['upstream_id']}" if "upstream_id" in each else ""
        began = each.get("sent_at") or each.get("intended_at") or ""
        line = f"{began} {each['provider']} {each['state']}{upstream}{cost}{detail}".strip()
        print_fact(f"attempt {each['attempt']}", line, NAME_WIDTH)
    for each in history:
        detail = f" ({each['detail']})" if each["detail"] else ""
        line = f"{each['at']} {each['actor']}: {each['action']}{detail}"
        print_fact("by hand", line, NAME_WIDTH)


def _words(value: Any) -> str:
    """Return a value as text: `name value, …` for what has names, `…; …` for a list."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{name} {_words(each)}" for name, each in value.items())
    return "; ".join(map(_words, value)) if isinstance(value, list) else str(value)


def print_all(found: Sequence[dict[str, Any]]) -> None:
    """Print a table of jobs; where there is no terminal, a line for each."""
    console = Console()
    if not console.is_terminal:  # one line per job, for scripts
        for job in found:
            click.echo(f"{job['id']}\t{job['status']}\t{job.get('model', '')}")
        return
    if not found:
        console.print("No jobs.")
        return
    is_wide = console.width >= WIDE
    ids = [str(job["id"]) for job in found]
    shown = {} if is_wide else short_ids(ids)
    rows = [("job", "status", "model", "when")]
    for job in found:
        model = str(job.get("model", ""))
        name = model if is_wide else _at_most(model.rpartition("/")[2], LONGEST_NAME)
        when = _when(job, wide=is_wide)
        rows.append((shown.get(job["id"], job["id"]), _status(job), name, when))
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in (*rows[0], "prompt"):
        table.add_column(name, no_wrap=True)
    used = sum(max(len(row[column]) + 2 for row in rows) for column in range(len(rows[0])))
    for row, job in zip(rows[1:], found, strict=True):
        prompt = plain(job.get("prompt", "")[:MAX_TEXT])
        prompt.truncate(max(1, console.width - used), overflow="ellipsis")
        table.add_row(*map(plain, row), prompt)
    console.print(table)
    if any(short != whole for whole, short in shown.items()):
        console.print("Short ids: commands take any beginning of an id.", style="dim")


def _status(job: dict[str, Any]) -> str:
    status = str(job["status"])
    return f"{status} {job.get('progress', 0):.0%}" if status == "in_progress" else status


def _at_most(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"


def _when(job: dict[str, Any], *, wide: bool) -> str:
    if "created_at" not in job:
        return ""
    when = datetime.fromisoformat(job["created_at"]).astimezone()
    return f"{when:%Y-%m-%d %H:%M}" if wide else f"{when:%m-%d %H:%M}"
