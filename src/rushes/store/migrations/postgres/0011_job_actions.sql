-- What an operator did to a job by hand, when, and who it was.
CREATE TABLE job_actions (
    number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job_id TEXT COLLATE "C" NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    at     DOUBLE PRECISION NOT NULL,    -- unix seconds
    actor  TEXT NOT NULL,
    action TEXT NOT NULL,                -- attach, dismiss, resubmit, cancel, delete
    detail TEXT
);
CREATE INDEX job_actions_by_job ON job_actions (job_id, number);
