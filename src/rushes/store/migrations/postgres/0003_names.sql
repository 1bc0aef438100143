ALTER TABLE jobs RENAME COLUMN trouble TO delay_reason;
UPDATE jobs SET cancellation = 'not_started' WHERE cancellation = 'free';
ALTER TABLE pacing RENAME TO rate_limit;
