-- What was spent lately is read from this index alone, by model and provider.
CREATE INDEX jobs_spent ON jobs (created_ns, model, provider, cost) WHERE cost IS NOT NULL;
