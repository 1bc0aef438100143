-- What the upstream calls the model, the most that the caller pays, and what became of an attempt.
ALTER TABLE jobs ADD COLUMN upstream_model TEXT NOT NULL DEFAULT '';
ALTER TABLE jobs ADD COLUMN max_price TEXT;
ALTER TABLE jobs ADD COLUMN previous_job_id TEXT;
ALTER TABLE jobs ADD COLUMN decided TEXT NOT NULL DEFAULT '';
ALTER TABLE attempts ADD COLUMN upstream_model TEXT NOT NULL DEFAULT '';
ALTER TABLE attempts ADD COLUMN ended_at DOUBLE PRECISION;
ALTER TABLE attempts ADD COLUMN cost TEXT;
-- Accounts that are out, or fail; no row means none of that.
CREATE TABLE account_health (
    account TEXT PRIMARY KEY,
    problem TEXT,
    detail TEXT NOT NULL DEFAULT '',
    out_until DOUBLE PRECISION NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0
);
-- Moving sums of what came of attempts, by account and model.
CREATE TABLE measures (
    account TEXT NOT NULL,
    model TEXT NOT NULL,
    attempts DOUBLE PRECISION NOT NULL,
    succeeded DOUBLE PRECISION NOT NULL,
    seconds DOUBLE PRECISION,
    PRIMARY KEY (account, model)
);
-- Jobs in flight: both providers of earlier releases know models by the names of the catalog.
UPDATE jobs SET upstream_model = model WHERE ended_at IS NULL;
UPDATE attempts SET upstream_model = (SELECT model FROM jobs WHERE jobs.id = attempts.job_id)
WHERE job_id IN (SELECT id FROM jobs WHERE ended_at IS NULL);
