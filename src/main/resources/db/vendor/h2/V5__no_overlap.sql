-- Two periods of one feature that are both known never overlap. The index holds for two open-ended ones whoever writes at
-- the same time; the trigger compares the others.
ALTER TABLE feature_version ADD COLUMN IF NOT EXISTS open_ended BOOLEAN
  GENERATED ALWAYS AS (CASE WHEN superseded_at IS NULL AND valid_to IS NULL THEN TRUE END);
CREATE UNIQUE INDEX IF NOT EXISTS feature_version_one_open ON feature_version (layer, id, open_ended);
CREATE TRIGGER IF NOT EXISTS feature_version_no_overlap BEFORE INSERT, UPDATE ON feature_version
  FOR EACH ROW CALL 'zeren.database.NoOverlap';
