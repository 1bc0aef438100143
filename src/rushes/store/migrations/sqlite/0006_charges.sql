-- What the jobs of an owner cost is read from this index alone.
CREATE INDEX jobs_charged ON jobs (owner, created_ns, cost) WHERE cost IS NOT NULL;
