-- What is looked for again and again, or listed, is found by an index made for it, however long the
-- history is. SQLite keeps no statistics here, so the longer lists name their index (see
-- transaction.py).
DROP INDEX jobs_by_state;
DROP INDEX jobs_by_age;
DROP INDEX jobs_by_creation;
DROP INDEX jobs_by_deadline;
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
CREATE INDEX idempotency_by_key ON idempotency (key);

-- Sweeps.
CREATE INDEX jobs_by_deadline ON jobs (deadline) WHERE ended_at IS NULL;
CREATE INDEX jobs_stored ON jobs (ended_at, id)
    WHERE ended_at IS NOT NULL AND removed_at IS NULL AND outputs <> '[]';
CREATE INDEX jobs_deleted ON jobs (deleted_at, id)
    WHERE ended_at IS NOT NULL AND deleted_at IS NOT NULL AND removed_at IS NULL AND outputs <> '[]';
CREATE INDEX jobs_forgettable ON jobs (ended_at, id)
    WHERE ended_at IS NOT NULL AND (removed_at IS NOT NULL OR outputs = '[]');
CREATE INDEX orphans_open ON orphans (job_id) WHERE fate = 'open';
CREATE INDEX orphans_by_job ON orphans (job_id);  -- for records that are deleted

-- Which providers the worker of a living host serves; only several hosts write it.
CREATE TABLE served (
    host     TEXT NOT NULL,
    provider TEXT NOT NULL,
    seen_at  REAL NOT NULL,
    PRIMARY KEY (host, provider)
) STRICT;
