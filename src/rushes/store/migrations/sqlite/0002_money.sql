ALTER TABLE jobs ADD COLUMN owner TEXT NOT NULL DEFAULT '';          -- names an API key
ALTER TABLE jobs ADD COLUMN session_id TEXT;
ALTER TABLE jobs ADD COLUMN user_id TEXT;
ALTER TABLE jobs ADD COLUMN created_ns INTEGER NOT NULL DEFAULT 0;   -- orders jobs of one second
ALTER TABLE jobs ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;        -- raised by whoever takes it up
ALTER TABLE jobs ADD COLUMN answer TEXT NOT NULL DEFAULT 'delivered'; -- pending, delivered, lost
ALTER TABLE jobs ADD COLUMN fingerprint TEXT NOT NULL DEFAULT '';    -- digest of the request
ALTER TABLE jobs ADD COLUMN deadline INTEGER;                        -- unix seconds
ALTER TABLE jobs ADD COLUMN accepted_at REAL;
ALTER TABLE jobs ADD COLUMN ended_at REAL;
ALTER TABLE jobs ADD COLUMN cancellation TEXT;   -- requested, free, stopped, unsupported, unknown
ALTER TABLE jobs ADD COLUMN trouble TEXT;        -- what delays an open job now
ALTER TABLE jobs ADD COLUMN removed_at INTEGER;  -- its outputs are gone
ALTER TABLE jobs ADD COLUMN deleted_at INTEGER;  -- its owner wants to see it no more

UPDATE jobs SET created_ns = created_at * 1000000000 + rowid;
UPDATE jobs SET ended_at = updated_at WHERE state IN ('completed', 'failed', 'cancelled', 'expired');

DROP INDEX jobs_by_age;
CREATE INDEX jobs_by_age ON jobs (created_ns DESC, id DESC);
CREATE INDEX jobs_by_creation ON jobs (owner, created_ns DESC, id DESC);
CREATE INDEX jobs_stored ON jobs (ended_at)
    WHERE ended_at IS NOT NULL AND removed_at IS NULL AND outputs <> '[]';
CREATE INDEX jobs_deleted ON jobs (deleted_at)
    WHERE deleted_at IS NOT NULL AND removed_at IS NULL AND outputs <> '[]';
CREATE INDEX jobs_by_deadline ON jobs (deadline) WHERE state IN ('queued', 'submitting', 'running');
CREATE INDEX jobs_unanswered ON jobs (owner, fingerprint) WHERE answer <> 'delivered';
CREATE INDEX jobs_by_end ON jobs (ended_at) WHERE ended_at IS NOT NULL;

-- Every order for which money may be spent, committed before it is sent.
CREATE TABLE submissions (
    job_id      TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    attempt     INTEGER NOT NULL,
    provider    TEXT NOT NULL,
    key         TEXT NOT NULL UNIQUE,        -- sent along where the upstream takes one
    state       TEXT NOT NULL,               -- intent, sending, accepted, refused, unknown, absent
    epoch       INTEGER NOT NULL,
    intent_at   REAL NOT NULL,               -- unix seconds
    sent_at     REAL,
    upstream_id TEXT,
    detail      TEXT,
    PRIMARY KEY (job_id, attempt)
) STRICT;

CREATE INDEX submissions_unanswered ON submissions (intent_at)
    WHERE state IN ('sending', 'unknown');
CREATE INDEX submissions_by_upstream ON submissions (provider, upstream_id);

-- Accepted orders whose answer came to someone who was no longer in charge.
CREATE TABLE orphans (
    provider    TEXT NOT NULL,
    upstream_id TEXT NOT NULL,
    job_id      TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    attempt     INTEGER NOT NULL,
    fate        TEXT NOT NULL,               -- open, adopted, stopped, unsupported, unknown
    found_at    REAL NOT NULL,
    PRIMARY KEY (provider, upstream_id, job_id)
) STRICT;

-- Jobs that stand here from before had no submissions: an order under way may have been taken.
INSERT INTO submissions (job_id, attempt, provider, key, state, epoch, intent_at)
    SELECT id, attempt, provider, id || '-' || attempt,
           CASE state WHEN 'submitting' THEN 'sending' ELSE 'accepted' END, 0, updated_at
    FROM jobs WHERE attempt > 0;

-- Idempotency-Key of a client: one job, however often it asks.
CREATE TABLE idempotency (
    owner       TEXT NOT NULL,
    key         TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    -- Deferred, because the key is claimed before its job is inserted.
    job_id      TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    created_at  INTEGER NOT NULL,
    PRIMARY KEY (owner, key)
) STRICT;

CREATE INDEX idempotency_by_age ON idempotency (created_at);
CREATE INDEX idempotency_by_job ON idempotency (job_id);

-- When the next order may go out under a provider's credential, on whatever host.
CREATE TABLE pacing (
    credential TEXT PRIMARY KEY,
    next_at    REAL NOT NULL
) STRICT;
