-- A job's row is updated some six times. No index covers `state`, so that most of these updates
-- change no index (HOT), and each page has room for them. Names that jobs are found and ordered by
-- have the collation "C": cheap to compare, and no operating system's upgrade reorders them.
CREATE TABLE jobs (
    id           TEXT COLLATE "C" PRIMARY KEY,
    state        TEXT NOT NULL,
    model        TEXT NOT NULL,
    provider     TEXT NOT NULL,
    created_at   BIGINT NOT NULL,                    -- unix seconds
    updated_at   BIGINT NOT NULL,
    seed         BIGINT NOT NULL,
    width        BIGINT NOT NULL,
    height       BIGINT NOT NULL,
    duration     BIGINT NOT NULL,                    -- seconds
    audio        INTEGER NOT NULL,
    prompt       TEXT NOT NULL,
    origin       TEXT NOT NULL,                      -- scheme://host[:port] that the client used
    callback_url TEXT,
    callback     TEXT,                               -- pending, delivered, abandoned
    quote        TEXT,                               -- USD, a decimal string; what the SKUs say
    cost         TEXT,                               -- USD, a decimal string; what was settled
    attempt      BIGINT NOT NULL DEFAULT 0,          -- creates intended so far
    upstream_id  TEXT,
    progress     DOUBLE PRECISION NOT NULL DEFAULT 0,
    error        TEXT,
    outputs      TEXT NOT NULL DEFAULT '[]',         -- JSON, one object per stored output
    report       TEXT NOT NULL DEFAULT '{}',         -- JSON, what the provider says of its work
    owner        TEXT NOT NULL DEFAULT '',           -- names an API key
    session_id   TEXT,
    user_id      TEXT,
    created_ns   BIGINT NOT NULL DEFAULT 0,          -- orders jobs of one second
    epoch        BIGINT NOT NULL DEFAULT 0,          -- raised by whoever takes it up
    answer       TEXT NOT NULL DEFAULT 'delivered',  -- pending, delivered, lost
    fingerprint  TEXT NOT NULL DEFAULT '',           -- digest of the request
    deadline     BIGINT,                             -- unix seconds
    accepted_at  DOUBLE PRECISION,
    ended_at     DOUBLE PRECISION,
    cancellation TEXT,                               -- requested, free, stopped, unsupported, unknown
    trouble      TEXT,                               -- what delays an open job now
    removed_at   BIGINT,                             -- its outputs are gone
    deleted_at   BIGINT                              -- its owner wants to see it no more
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);

CREATE INDEX jobs_by_age ON jobs (created_ns DESC, id DESC);
CREATE INDEX jobs_by_creation ON jobs (owner, created_ns DESC, id DESC);
CREATE INDEX jobs_in_flight ON jobs (provider) WHERE ended_at IS NULL AND attempt > 0;
CREATE INDEX jobs_by_deadline ON jobs (deadline) WHERE ended_at IS NULL;
CREATE INDEX jobs_stored ON jobs (ended_at)
    WHERE ended_at IS NOT NULL AND removed_at IS NULL AND outputs <> '[]';
CREATE INDEX jobs_deleted ON jobs (deleted_at)
    WHERE deleted_at IS NOT NULL AND removed_at IS NULL AND outputs <> '[]';
CREATE INDEX jobs_by_end ON jobs (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX jobs_unanswered ON jobs (owner, fingerprint, created_ns) WHERE answer <> 'delivered';
CREATE INDEX jobs_to_call_back ON jobs (created_ns) WHERE callback = 'pending';

-- Apart from the row, because a request may carry megabytes of pictures and a poll must not.
CREATE TABLE requests (
    job_id TEXT COLLATE "C" PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
    body   TEXT NOT NULL
);

-- Every order for which money may be spent, committed before it is sent.
CREATE TABLE submissions (
    job_id      TEXT COLLATE "C" NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    attempt     BIGINT NOT NULL,
    provider    TEXT NOT NULL,
    key         TEXT NOT NULL UNIQUE,                -- sent along where the upstream takes one
    state       TEXT NOT NULL,                       -- intent, sending, accepted, refused, unknown, absent
    epoch       BIGINT NOT NULL,
    intent_at   DOUBLE PRECISION NOT NULL,           -- unix seconds
    sent_at     DOUBLE PRECISION,
    upstream_id TEXT,
    detail      TEXT,
    PRIMARY KEY (job_id, attempt)
);

CREATE INDEX submissions_unanswered ON submissions (intent_at)
    WHERE state IN ('sending', 'unknown');
CREATE INDEX submissions_by_upstream ON submissions (provider, upstream_id);

-- Accepted orders whose answer came to someone who was no longer in charge.
CREATE TABLE orphans (
    provider    TEXT NOT NULL,
    upstream_id TEXT NOT NULL,
    job_id      TEXT COLLATE "C" NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    attempt     BIGINT NOT NULL,
    fate        TEXT NOT NULL,                       -- open, adopted, stopped, unsupported, unknown
    found_at    DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (job_id, provider, upstream_id)
);

-- Idempotency-Key of a client: one job, however often it asks.
CREATE TABLE idempotency (
    owner       TEXT NOT NULL,
    key         TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    -- Deferred, because the key is claimed before its job is inserted.
    job_id      TEXT COLLATE "C" NOT NULL REFERENCES jobs (id) ON DELETE CASCADE
                DEFERRABLE INITIALLY DEFERRED,
    created_at  BIGINT NOT NULL,
    PRIMARY KEY (key, owner)
);

CREATE INDEX idempotency_by_age ON idempotency (created_at);
CREATE INDEX idempotency_by_job ON idempotency (job_id);

-- When the next order may go out under a provider's credential, on whatever host.
CREATE TABLE pacing (
    credential TEXT PRIMARY KEY,
    next_at    DOUBLE PRECISION NOT NULL
);
