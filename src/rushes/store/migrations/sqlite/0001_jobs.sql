CREATE TABLE jobs (
    id          TEXT PRIMARY KEY,
    state       TEXT NOT NULL,
    model       TEXT NOT NULL,
    provider    TEXT NOT NULL,
    created_at  INTEGER NOT NULL,             -- unix seconds
    updated_at  INTEGER NOT NULL,
    seed        INTEGER NOT NULL,
    width       INTEGER NOT NULL,
    height      INTEGER NOT NULL,
    duration    INTEGER NOT NULL,             -- seconds
    audio       INTEGER NOT NULL,
    prompt      TEXT NOT NULL,
    origin      TEXT NOT NULL,                -- scheme://host[:port] that the client used
    callback_url TEXT,
    callback    TEXT,                         -- pending, delivered, abandoned
    quote       TEXT,                         -- USD, a decimal string; what the SKUs say
    cost        TEXT,                         -- USD, a decimal string; set when the job is settled
    attempt     INTEGER NOT NULL DEFAULT 0,   -- creates intended so far
    upstream_id TEXT,
    progress    REAL NOT NULL DEFAULT 0,
    error       TEXT,
    outputs     TEXT NOT NULL DEFAULT '[]',   -- JSON, one object per stored output
    report      TEXT NOT NULL DEFAULT '{}'    -- JSON, what the provider says of its work
) STRICT;

CREATE INDEX jobs_by_age ON jobs (created_at DESC);
CREATE INDEX jobs_by_state ON jobs (state);
CREATE INDEX jobs_to_call_back ON jobs (callback) WHERE callback = 'pending';

-- Apart from the row, because a request may carry megabytes of pictures and a poll must not.
CREATE TABLE requests (
    job_id TEXT PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
    body   TEXT NOT NULL
) STRICT;
