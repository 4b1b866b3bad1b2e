-- Two periods of one feature that are both known never overlap, whoever writes at the same time.
ALTER TABLE feature_version ADD CONSTRAINT feature_version_no_overlap
  EXCLUDE USING gist (layer WITH =, id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (superseded_at IS NULL);
