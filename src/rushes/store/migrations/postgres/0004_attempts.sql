ALTER TABLE submissions RENAME TO attempts;
-- The callback is called by this service; an upstream is not given it.
UPDATE requests SET body = CAST(body AS jsonb) - 'callback_url'
    WHERE job_id IN (SELECT id FROM jobs WHERE ended_at IS NULL AND callback_url IS NOT NULL)
    -- What Python reads as JSON and PostgreSQL does not.
    AND body !~ 'NaN|Infinity' AND strpos(body, '\u0000') = 0;
