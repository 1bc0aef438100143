-- The outbox of webhooks: the end of a job that is to be reported, committed with that end.
CREATE TABLE webhooks (
    id              TEXT PRIMARY KEY,             -- job and status; the same in every attempt
    job_id          TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    owner           TEXT NOT NULL,
    place           TEXT NOT NULL,                -- host and owner: what the turns are shared by
    state           TEXT NOT NULL DEFAULT 'pending',  -- delivered, failed, superseded
    created_at      REAL NOT NULL,                -- unix seconds
    next_at         REAL NOT NULL,                -- when the next attempt is due
    attempts        INTEGER NOT NULL DEFAULT 0,
    attempts_before INTEGER NOT NULL DEFAULT 0    -- those before it was last put into the outbox
) STRICT, WITHOUT ROWID;
CREATE INDEX webhooks_due ON webhooks (place, next_at) WHERE state = 'pending';
CREATE INDEX webhooks_of_job ON webhooks (job_id);
CREATE INDEX webhooks_by_age ON webhooks (created_at DESC, id DESC);
CREATE INDEX webhooks_of_owner ON webhooks (owner, created_at DESC, id DESC);
CREATE TABLE webhook_attempts (
    webhook_id TEXT NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
    number     INTEGER NOT NULL,
    at         REAL NOT NULL,                     -- unix seconds
    duration   REAL,                              -- seconds; NULL while it is under way
    status     INTEGER,                           -- of the response, if one came
    error      TEXT,
    next_at    REAL,                              -- of the attempt after it, if one is planned
    PRIMARY KEY (webhook_id, number)
) STRICT, WITHOUT ROWID;
UPDATE jobs SET callback = 'failed' WHERE callback = 'abandoned';
-- What was still to be delivered.
INSERT INTO webhooks (id, job_id, owner, place, created_at, next_at)
SELECT id || '-' || state, id, owner,
    substr(rest, 1, instr(rest || '/', '/') - 1) || ' ' || owner, ended_at, ended_at
FROM (
    SELECT id, state, owner, ended_at,
        replace(replace(substr(callback_url, instr(callback_url, '://') + 3), '?', '/'), '#', '/')
        AS rest
    FROM jobs WHERE callback = 'pending' AND callback_url IS NOT NULL AND ended_at IS NOT NULL
);
-- A key's secret signs for a while after another has replaced it.
ALTER TABLE api_keys ADD COLUMN previous_callback_secret TEXT;
ALTER TABLE api_keys ADD COLUMN previous_callback_until REAL;
