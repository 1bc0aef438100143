-- What is looked for again and again, or listed, is found by an index made for it, however long the
-- history is. Still none covers `state`: jobs that ended with a video are told from those that ended
-- without one by their outputs.
DROP INDEX jobs_by_age;
DROP INDEX jobs_by_creation;
DROP INDEX jobs_by_end;
DROP INDEX jobs_stored;
DROP INDEX jobs_deleted;

-- Lists: newest first, of all or of one owner, who may narrow them.
CREATE INDEX jobs_by_age ON jobs (created_ns DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX jobs_by_creation ON jobs (owner, created_ns DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX jobs_by_session ON jobs (owner, session_id, created_ns DESC, id DESC)
    WHERE session_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX jobs_by_user ON jobs (owner, user_id, created_ns DESC, id DESC)
    WHERE user_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX jobs_by_model ON jobs (owner, model, created_ns DESC, id DESC)
    WHERE deleted_at IS NULL;
CREATE INDEX jobs_open ON jobs (owner, created_ns DESC, id DESC) WHERE ended_at IS NULL;
CREATE INDEX jobs_made ON jobs (owner, created_ns DESC, id DESC)
    WHERE ended_at IS NOT NULL AND outputs <> '[]' AND deleted_at IS NULL;
CREATE INDEX jobs_unmade ON jobs (owner, created_ns DESC, id DESC)
    WHERE ended_at IS NOT NULL AND outputs = '[]' AND deleted_at IS NULL;

-- Sweeps.
CREATE INDEX jobs_stored ON jobs (ended_at, id)
    WHERE ended_at IS NOT NULL AND removed_at IS NULL AND outputs <> '[]';
CREATE INDEX jobs_deleted ON jobs (deleted_at, id)
    WHERE ended_at IS NOT NULL AND deleted_at IS NOT NULL AND removed_at IS NULL AND outputs <> '[]';
CREATE INDEX jobs_forgettable ON jobs (ended_at, id)
    WHERE ended_at IS NOT NULL AND (removed_at IS NOT NULL OR outputs = '[]');
CREATE INDEX orphans_open ON orphans (job_id) WHERE fate = 'open';

-- Which providers the worker of a living host serves. Each host has rows of its own: one that is
-- stopped in the middle of a transaction must not keep the others from showing that they live.
CREATE TABLE served (
    host     TEXT COLLATE "C" NOT NULL,
    provider TEXT NOT NULL,
    seen_at  DOUBLE PRECISION NOT NULL,              -- unix seconds, by the database's clock
    PRIMARY KEY (host, provider)
);
