-- The extent that imports are checked against, as it was chosen; the last row counts. One without a box takes the choice back.
CREATE TABLE IF NOT EXISTS import_extent (
  number BIGINT           NOT NULL,
  west   DOUBLE PRECISION,
  south  DOUBLE PRECISION,
  east   DOUBLE PRECISION,
  north  DOUBLE PRECISION,
  set_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  set_by VARCHAR(100)     NOT NULL,
  CONSTRAINT import_extent_key PRIMARY KEY (number)
);
