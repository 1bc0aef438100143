-- Movements of money, in nano-dollars; nothing here is ever changed or deleted. A row has what a
-- movement adds to what its job reserves, and to what it was charged.
CREATE TABLE ledger (
    id       INTEGER PRIMARY KEY,
    at       REAL NOT NULL,                 -- unix seconds
    owner    TEXT NOT NULL,
    job_id   TEXT NOT NULL,                 -- the job may be deleted
    day      INTEGER NOT NULL,              -- of the job's submit, since 1970 (UTC)
    kind     TEXT NOT NULL,                 -- opening, reserve, release, charge, refund
    model    TEXT NOT NULL,
    provider TEXT NOT NULL,                 -- the account
    reserved INTEGER NOT NULL,
    charged  INTEGER NOT NULL
) STRICT;
CREATE INDEX ledger_by_job ON ledger (job_id);
CREATE INDEX ledger_by_day ON ledger (day, owner);
-- Sums of the ledger by owner and day, kept in its transactions. Day -1 is all days, the owner *
-- all owners; a job's movements are all in the same shard.
CREATE TABLE balances (
    scope    TEXT NOT NULL,
    day      INTEGER NOT NULL,
    shard    INTEGER NOT NULL,
    reserved INTEGER NOT NULL,
    charged  INTEGER NOT NULL,
    PRIMARY KEY (scope, day, shard)
) STRICT, WITHOUT ROWID;

-- The offline engine charges nothing, so nothing of its ended jobs is unresolved.
UPDATE attempts SET state = 'ended'
    WHERE provider = 'rushes' AND state IN ('sending', 'unknown', 'accepted')
        AND job_id IN (SELECT id FROM jobs WHERE ended_at IS NOT NULL AND outputs = '[]');
-- Jobs of before: what each attempt cost (a double holds nano-dollars exactly up to $9 million),
INSERT INTO ledger (at, owner, job_id, day, kind, model, provider, reserved, charged)
    SELECT unixepoch(), j.owner, j.id, j.created_at / 86400, 'opening',
           j.model, a.provider, 0, CAST(round(min(max(CAST(a.cost AS REAL), 0), 1e6) * 1e9) AS INTEGER)
    FROM attempts a JOIN jobs j ON j.id = a.job_id
    WHERE CAST(round(min(max(CAST(a.cost AS REAL), 0), 1e6) * 1e9) AS INTEGER) > 0;
-- and for each job what it cost beyond that, and what it or its unresolved attempts may yet cost.
INSERT INTO ledger (at, owner, job_id, day, kind, model, provider, reserved, charged)
    SELECT unixepoch(), owner, id, created_at / 86400, 'opening', model, provider,
           price * (CASE WHEN state IN ('queued', 'submitting', 'running') THEN 1 ELSE 0 END
               + unresolved),
           max(cost - of_attempts, 0)
    FROM (
        SELECT j.*, (
            SELECT count(*) FROM attempts a
            WHERE a.job_id = j.id AND a.cost IS NULL
                AND NOT (a.attempt = j.attempt AND (j.ended_at IS NULL OR j.cost > j.of_attempts))
                AND (a.state IN ('sending', 'unknown')
                    OR (a.state = 'accepted' AND j.ended_at IS NOT NULL AND j.outputs = '[]'))
        ) AS unresolved
        FROM (
            SELECT id, owner, created_at, model, provider, state, attempt, ended_at, outputs,
                CAST(round(min(max(CAST(COALESCE(quote, '0') AS REAL), 0), 1e6) * 1e9) AS INTEGER)
                    AS price,
                CAST(round(min(max(CAST(COALESCE(cost, '0') AS REAL), 0), 1e6) * 1e9) AS INTEGER)
                    AS cost,
                (SELECT COALESCE(sum(charged), 0) FROM ledger l WHERE l.job_id = jobs.id)
                    AS of_attempts
            FROM jobs
        ) j
    ) priced;
INSERT INTO balances (scope, day, shard, reserved, charged)
    SELECT owner, day, 0, sum(reserved), sum(charged) FROM ledger GROUP BY owner, day;
INSERT INTO balances (scope, day, shard, reserved, charged)
    SELECT scope, -1, 0, sum(reserved), sum(charged) FROM balances GROUP BY scope;
INSERT INTO balances (scope, day, shard, reserved, charged)
    SELECT '*', day, 0, sum(reserved), sum(charged) FROM balances GROUP BY day;
DROP INDEX jobs_charged; -- the ledger says what jobs cost
