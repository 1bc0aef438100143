-- The W3C traceparent that whoever takes a job up continues; NULL where nothing is traced.
ALTER TABLE jobs ADD COLUMN traceparent TEXT;
