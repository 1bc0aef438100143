-- The W3C traceparent that whoever takes a job up continues; NULL where nothing is traced.
ALTER TABLE jobs ADD COLUMN traceparent TEXT;
-- Of several hosts, thus unused here: both databases have the same tables.
CREATE TABLE worker_hosts (
    worker_id INTEGER PRIMARY KEY,
    host      TEXT NOT NULL
) STRICT;
