-- API keys beside those of the settings. Of a key itself only its digest is kept; a key that was
-- revoked keeps its row, because jobs are its owner's.
CREATE TABLE api_keys (
    id                 TEXT COLLATE "C" PRIMARY KEY, -- part of the key; names the owner of its jobs
    name               TEXT NOT NULL,
    label              TEXT NOT NULL,                -- the key without what is secret
    digest             TEXT NOT NULL,                -- SHA-256, hex
    previous_digest    TEXT,                         -- of the key before the last rotation
    previous_until     DOUBLE PRECISION,             -- unix seconds; until then it is valid too
    admin              INTEGER NOT NULL DEFAULT 0,
    disabled           INTEGER NOT NULL DEFAULT 0,
    models             TEXT,                         -- JSON list; NULL is all
    providers          TEXT,                         -- JSON list of slugs; NULL is all
    budget             TEXT,                         -- USD, decimal strings: in all,
    budget_daily       TEXT,                         -- and in a day, week and month of UTC
    budget_weekly      TEXT,
    budget_monthly     TEXT,
    max_open_jobs      BIGINT,
    submits_per_minute BIGINT,
    polls_per_minute   BIGINT,
    callback_url       TEXT,                         -- of jobs whose request has none
    callback_secret    TEXT,                         -- signs the webhooks of its jobs
    created_at         DOUBLE PRECISION NOT NULL,    -- unix seconds
    updated_at         DOUBLE PRECISION NOT NULL,
    expires_at         DOUBLE PRECISION,
    revoked_at         DOUBLE PRECISION,
    last_used_at       DOUBLE PRECISION              -- to a minute
);
CREATE INDEX api_keys_by_age ON api_keys (created_at DESC, id DESC) WHERE revoked_at IS NULL;
