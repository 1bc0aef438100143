"""Entries of Procrastinate's queue, made of the jobs' own rows, in the PostgreSQL that holds both.

An entry leads a worker to a job, and is committed together with it. One that is lost with its
worker is made again from the row, the only source of truth. PostgreSQL only.

A job that was sent counts as in flight, whether a worker runs it or not. Its entry has a queue of
its own, so that it does not wait behind jobs that wait for its end.
"""

from __future__ import annotations

from collections.abc import Collection

from rushes.store.job import Job
from rushes.store.transaction import Transaction

JOB_TASK = "run_job"

_IN_FLIGHT = "(jobs.ended_at IS NULL AND jobs.attempt > 0)"  # in the words of an index
# One that was given to another provider waits for room there, with those that were never sent.
_QUEUE = (
    f"CASE WHEN {_IN_FLIGHT} AND jobs.state <> 'queued' THEN 'flight.' ELSE 'jobs.' END"
    " || jobs.provider"
)
_PRIORITY = "CAST(least(jobs.epoch, 1) AS integer)"  # what a worker had before goes first
# A difference of sets: the planner would look for each job's entry by itself.
_PUT_MISSING = f"""
SELECT procrastinate_defer_jobs_v1(array_agg(
    CAST(ROW({_QUEUE}, '{JOB_TASK}', {_PRIORITY}, NULL, jobs.id,
             jsonb_build_object('job_id', jobs.id),
             NULL) AS procrastinate_job_to_defer_v1) ORDER BY jobs.created_ns))
FROM jobs
WHERE ended_at IS NULL AND id IN (
    SELECT id FROM jobs WHERE ended_at IS NULL
    EXCEPT SELECT queueing_lock FROM procrastinate_jobs WHERE status IN ('todo', 'doing')
)
HAVING count(*) > 0
"""
# What procrastinate_defer_jobs_v1 does for one job, at a quarter of the cost.
_PUT_JOB = f"""
INSERT INTO procrastinate_jobs (queue_name, task_name, priority, queueing_lock, args)
SELECT {_QUEUE}, '{JOB_TASK}', {_PRIORITY}, jobs.id, jsonb_build_object('job_id', jobs.id)
FROM jobs
WHERE id = :id AND NOT EXISTS (
    SELECT 1 FROM procrastinate_jobs entry
    WHERE entry.queueing_lock = :id AND entry.status IN ('todo', 'doing')
)
"""
_NOW = "CAST(extract(epoch FROM now()) AS double precision)"
_MOVE = f"""
UPDATE procrastinate_jobs entry SET queue_name = {_QUEUE}, priority = {_PRIORITY}
FROM jobs
WHERE {_IN_FLIGHT} AND entry.queueing_lock = jobs.id AND entry.status = 'todo'
    AND entry.queue_name <> {_QUEUE}
"""


def queue_of(provider: str) -> str:
    """Return the queue of a provider's new jobs; one each, so that no worker fetches too many."""
    return f"jobs.{provider}"


def flight_queue_of(provider: str) -> str:
    """Return the queue of a provider's jobs that were sent and that no worker runs."""
    return f"flight.{provider}"


def in_queue(job: Job) -> Transaction[None]:
    """Put a job into its queue, in the transaction that commits its row."""
    yield _PUT_JOB, {"id": job.id}


def requeue(lost: Collection[int]) -> Transaction[list[tuple[str, int]]]:
    """Remove entries of lost workers by their ids, then make every entry that is missing.

    Returns how many jobs each lost host had.

    Removed, not given back: a worker that only seemed dead ends its own entry when it wakes up,
    and must not end another's. Jobs that were sent and then handed back move to their queue.
    """
    rows = yield "SELECT pg_try_advisory_xact_lock(hashtext('rushes_entries'))", {}
    if not rows[0][0]:  # another host is doing it
        return []
    hosts = []
    if lost:
        hosts = yield (
            "WITH gone AS (DELETE FROM procrastinate_jobs WHERE id = ANY(:ids)"
            " AND status = 'doing' RETURNING worker_id, task_name, args ->> 'job_id' AS job_id)"
            " SELECT coalesce(host, 'unknown'), array_remove(array_agg("
            "CASE WHEN task_name = :task THEN job_id END), NULL)"
            " FROM gone LEFT JOIN worker_hosts USING (worker_id) GROUP BY 1",
            {"ids": list(lost), "task": JOB_TASK},
        )
    yield _MOVE, {}
    yield _PUT_MISSING, {}
    for host, jobs in hosts:
        # Until a worker takes the entry: its lock is in nobody's way, since it names the job.
        yield (
            "UPDATE procrastinate_jobs SET lock = queueing_lock || ' ' || :host"
            " WHERE queueing_lock = ANY(:jobs) AND status = 'todo'",
            {"host": host, "jobs": jobs},
        )
    return [(str(host), len(jobs)) for host, jobs in hosts]


def lost_host(lock: str) -> str:
    """Return the host that an entry's job had before it was lost."""
    return lock.partition(" ")[2]


def clear_lost_host(job_id: str) -> Transaction[None]:
    """Forget which host a job had before."""
    yield (
        "UPDATE procrastinate_jobs SET lock = NULL WHERE queueing_lock = :id AND status = 'doing'",
        {"id": job_id},
    )


def move_stranded(served: Collection[str]) -> Transaction[None]:
    """Move the entries of jobs that were given away because no worker serves their account."""
    queues = [
        queue for account in served for queue in (queue_of(account), flight_queue_of(account))
    ]
    yield (
        f"UPDATE procrastinate_jobs entry SET queue_name = {_QUEUE}, priority = {_PRIORITY}"
        " FROM jobs WHERE entry.status = 'todo' AND entry.task_name = :task"
        " AND entry.queue_name <> ALL(CAST(:queues AS text[])) AND entry.queueing_lock = jobs.id"
        f" AND jobs.ended_at IS NULL AND entry.queue_name <> {_QUEUE}",
        {"task": JOB_TASK, "queues": queues},
    )


def beat(workers: Collection[int], host: str, providers: Collection[str]) -> Transaction[None]:
    """Report a host's workers as alive, and the providers that it serves."""
    yield (
        "UPDATE procrastinate_workers SET last_heartbeat = now() WHERE id = ANY(:ids)",
        {"ids": list(workers)},
    )
    yield (
        (
            "INSERT INTO served (host, provider, seen_at)"
            f" SELECT :host, provider, {_NOW} FROM unnest(CAST(:providers AS text[])) provider"
            " ON CONFLICT (host, provider) DO UPDATE SET seen_at = excluded.seen_at"
        ),
        {"host": host, "providers": list(providers)},
    )
    yield (
        "INSERT INTO worker_hosts (worker_id, host) SELECT id, :host"
        " FROM unnest(CAST(:ids AS bigint[])) id ON CONFLICT (worker_id) DO NOTHING",
        {"ids": list(workers), "host": host},
    )


def served(seconds: float) -> Transaction[list[str]]:
    query = f"SELECT DISTINCT provider FROM served WHERE seen_at > {_NOW} - :seconds"
    rows = yield query, {"seconds": float(seconds)}
    return [str(row[0]) for row in rows]


def forget_hosts(seconds: float) -> Transaction[None]:
    yield f"DELETE FROM served WHERE seen_at < {_NOW} - :seconds", {"seconds": float(seconds)}
    yield (
        "DELETE FROM worker_hosts WHERE NOT EXISTS"
        " (SELECT 1 FROM procrastinate_workers worker WHERE worker.id = worker_id)",
        {},
    )


def open_jobs() -> Transaction[int]:
    rows = yield "SELECT count(*) FROM jobs WHERE ended_at IS NULL", {}
    return int(rows[0][0])
