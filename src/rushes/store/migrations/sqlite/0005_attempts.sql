ALTER TABLE submissions RENAME TO attempts;
-- The callback is called by this service; an upstream is not given it.
UPDATE requests SET body = json_remove(body, '$.callback_url')
    WHERE job_id IN (SELECT id FROM jobs WHERE ended_at IS NULL AND callback_url IS NOT NULL)
    AND json_valid(body);  -- a body may hold NaN, which Python reads and SQLite does not
