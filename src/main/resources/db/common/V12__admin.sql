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

-- What an installation calls a layer and how it draws it, where that is not as declared. The last row of a layer counts; one without an appearance is as declared.
CREATE TABLE IF NOT EXISTS layer_appearance (
  layer       VARCHAR(64) NOT NULL,
  number      INTEGER     NOT NULL,
  appearance  CHARACTER VARYING,
  recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  recorded_by VARCHAR(100) NOT NULL,
  CONSTRAINT layer_appearance_key PRIMARY KEY (layer, number)
);
