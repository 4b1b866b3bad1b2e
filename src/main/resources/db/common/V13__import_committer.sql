-- Who asked last for the import to be written, which need not be who uploaded it; null before, and for what was written before this was noted.
ALTER TABLE import_job ADD COLUMN committed_by VARCHAR(100);
