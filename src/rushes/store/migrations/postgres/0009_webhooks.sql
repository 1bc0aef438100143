-- The outbox of webhooks: the end of a job that is to be reported, committed with that end.
CREATE TABLE webhooks (
    id              TEXT PRIMARY KEY,             -- job and status; the same in every attempt
    job_id          TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    owner           TEXT NOT NULL,
    place           TEXT NOT NULL,                -- host and owner: what the turns are shared by
    state           TEXT NOT NULL DEFAULT 'pending',  -- delivered, failed, superseded
    created_at      DOUBLE PRECISION NOT NULL,    -- unix seconds
    next_at         DOUBLE PRECISION NOT NULL,    -- when the next attempt is due
    attempts        INTEGER NOT NULL DEFAULT 0,
    attempts_before INTEGER NOT NULL DEFAULT 0    -- those before it was last put into the outbox
);
CREATE INDEX webhooks_due ON webhooks (place, next_at) WHERE state = 'pending';
CREATE INDEX webhooks_of_job ON webhooks (job_id);
CREATE INDEX webhooks_by_age ON webhooks (created_at DESC, id DESC);
CREATE INDEX webhooks_of_owner ON webhooks (owner, created_at DESC, id DESC);
CREATE TABLE webhook_attempts (
    webhook_id TEXT NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
    number     INTEGER NOT NULL,
    at         DOUBLE PRECISION NOT NULL,         -- unix seconds
    duration   DOUBLE PRECISION,                  -- seconds; NULL while it is under way
    status     INTEGER,                           -- of the response, if one came
    error      TEXT,
    next_at    DOUBLE PRECISION,                  -- of the attempt after it, if one is planned
    PRIMARY KEY (webhook_id, number)
);
UPDATE jobs SET callback = 'failed' WHERE callback = 'abandoned';
-- What was still to be delivered; it was in a queue, which may not be there yet.
INSERT INTO webhooks (id, job_id, owner, place, created_at, next_at)
SELECT id || '-' || state, id, owner,
    substring(callback_url FROM '^[A-Za-z]+://([^/?#]*)') || ' ' || owner, ended_at, ended_at
FROM jobs WHERE callback = 'pending' AND callback_url LIKE '%://%' AND ended_at IS NOT NULL;
DO $$ BEGIN
    IF to_regclass('procrastinate_jobs') IS NOT NULL THEN
        DELETE FROM procrastinate_jobs WHERE task_name = 'call_back';
    END IF;
END $$;
-- A key's secret signs for a while after another has replaced it.
ALTER TABLE api_keys ADD COLUMN previous_callback_secret TEXT;
ALTER TABLE api_keys ADD COLUMN previous_callback_until DOUBLE PRECISION;
