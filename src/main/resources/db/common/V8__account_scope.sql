-- What part of the data an account is for (JSON; null for all of it), and since when it is closed. The version is raised by every
-- change, so that two who change the same account do not overwrite each other.
ALTER TABLE account ADD COLUMN IF NOT EXISTS scope CHARACTER VARYING;
ALTER TABLE account ADD COLUMN IF NOT EXISTS closed_at TIMESTAMP(6) WITH TIME ZONE;
ALTER TABLE account ADD COLUMN IF NOT EXISTS version INTEGER DEFAULT 1 NOT NULL;
