-- The W3C traceparent that whoever takes a job up continues; NULL where nothing is traced.
ALTER TABLE jobs ADD COLUMN traceparent TEXT;
-- Which host runs which of Procrastinate's workers, so that the log can name a host that was lost.
CREATE TABLE worker_hosts (
    worker_id BIGINT PRIMARY KEY,
    host      TEXT COLLATE "C" NOT NULL
);
