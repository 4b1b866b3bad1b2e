-- A file that was uploaded for a layer, what is set for it, and what came of it. JSON is kept as text: nobody searches in it.
CREATE TABLE IF NOT EXISTS import_job (
  id          VARCHAR(40)       NOT NULL,
  layer       VARCHAR(64)       NOT NULL,
  file_name   VARCHAR(255)      NOT NULL,
  bytes       BIGINT            NOT NULL,
  state       VARCHAR(20)       NOT NULL,
  settings    CHARACTER VARYING NOT NULL,
  inspection  CHARACTER VARYING NOT NULL,
  done        BIGINT            NOT NULL,
  total       BIGINT,
  result      CHARACTER VARYING,
  problem     CHARACTER VARYING,
  change_set  BIGINT,
  -- The process that has it in hand, when it last said so, and since when it has been at work; null while nobody need be.
  node        VARCHAR(100),
  heartbeat   TIMESTAMP(6) WITH TIME ZONE,
  started_at  TIMESTAMP(6) WITH TIME ZONE,
  cancelling  BOOLEAN           NOT NULL,
  created_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  created_by  VARCHAR(100)      NOT NULL,
  CONSTRAINT import_job_key PRIMARY KEY (id)
);
CREATE INDEX IF NOT EXISTS import_job_created ON import_job (created_at);

-- What the columns of a source's files are, kept under a name.
CREATE TABLE IF NOT EXISTS import_mapping (
  layer    VARCHAR(64)       NOT NULL,
  name     VARCHAR(100)      NOT NULL,
  mapping  CHARACTER VARYING NOT NULL,
  crs      VARCHAR(40),
  saved_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  saved_by VARCHAR(100)      NOT NULL,
  CONSTRAINT import_mapping_key PRIMARY KEY (layer, name)
);
