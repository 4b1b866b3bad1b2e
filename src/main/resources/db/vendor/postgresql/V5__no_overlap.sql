-- Two periods of one feature that are both known never overlap, whoever writes at the same time. The number made of the id comes
-- first, because the index compares it several times faster than two texts of which one is the same in all rows of a layer. The
-- texts are expressions, so that nobody but the constraint takes this index for finding features: others do that faster.
ALTER TABLE feature_version ADD CONSTRAINT feature_version_no_overlap
  EXCLUDE USING gist (hashtextextended(id, 0) WITH =, daterange(valid_from, valid_to) WITH &&,
    (id || '') WITH =, (layer || '') WITH =)
  WHERE (superseded_at IS NULL);
