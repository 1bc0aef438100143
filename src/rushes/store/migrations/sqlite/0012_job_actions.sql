-- What an operator did to a job by hand, when, and who it was.
CREATE TABLE job_actions (
    number INTEGER PRIMARY KEY,
    job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    at     REAL NOT NULL,                -- unix seconds
    actor  TEXT NOT NULL,
    action TEXT NOT NULL,                -- attach, dismiss, resubmit, cancel, delete
    detail TEXT
) STRICT;
CREATE INDEX job_actions_by_job ON job_actions (job_id, number);
