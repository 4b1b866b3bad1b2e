-- Every version of every feature. A row is never deleted, and nothing in it changes but superseded_at/superseded_by,
-- which are set once, when a later recording replaces what this row says.
-- What is known today of a day D: valid_from <= D and (valid_to is null or D < valid_to) and superseded_at is null.
-- "IF NOT EXISTS" because H2 commits each statement by itself: a power cut between two of them must not stop the next start.
CREATE TABLE IF NOT EXISTS feature_version (
  layer         VARCHAR(64)  NOT NULL,
  id            VARCHAR(200) NOT NULL,
  version       INTEGER      NOT NULL,
  geometry      GEOMETRY(GEOMETRY, 4490) NOT NULL,
  properties    JSON         NOT NULL,
  source_crs    VARCHAR(40),
  source_wkt    CHARACTER LARGE OBJECT,
  valid_from    DATE         NOT NULL,
  valid_to      DATE,
  recorded_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  recorded_by   VARCHAR(100) NOT NULL,
  superseded_at TIMESTAMP(6) WITH TIME ZONE,
  superseded_by VARCHAR(100),
  CONSTRAINT feature_version_key PRIMARY KEY (layer, id, version),
  CONSTRAINT feature_version_period CHECK (valid_to IS NULL OR valid_from < valid_to)
);
CREATE INDEX IF NOT EXISTS feature_version_known ON feature_version (layer, superseded_at, id);

-- One number a layer, raised by every transaction that writes to it.
CREATE TABLE IF NOT EXISTS layer_version (
  layer   VARCHAR(64) NOT NULL,
  version BIGINT      NOT NULL,
  CONSTRAINT layer_version_key PRIMARY KEY (layer)
);

-- Data sets that were loaded whole; a row is written in the transaction that loads the set.
CREATE TABLE IF NOT EXISTS loaded_dataset (
  name      VARCHAR(100) NOT NULL,
  loaded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT loaded_dataset_key PRIMARY KEY (name)
);

CREATE TABLE IF NOT EXISTS account (
  name          VARCHAR(100) NOT NULL,
  password_hash VARCHAR(200) NOT NULL,
  role          VARCHAR(40)  NOT NULL,
  created_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT account_key PRIMARY KEY (name)
);
