-- Features of a table, such as units and people, have no geometry.
ALTER TABLE feature_version ALTER COLUMN geometry DROP NOT NULL;
