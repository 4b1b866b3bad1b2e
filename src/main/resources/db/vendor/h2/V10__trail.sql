-- "IF NOT EXISTS" because H2 commits each statement by itself: a power cut between two of them must not stop the next start.
-- Who did what, when, from where, to what. Rows are only ever added, one after the other under the lock of trail_head; hash is the
-- SHA-256 of a row together with the hash of the one before. The detail is JSON kept as text, every character of which counts.
CREATE TABLE IF NOT EXISTS trail (
  id          BIGINT       NOT NULL,
  happened_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  actor       VARCHAR(100),
  address     VARCHAR(64),
  kind        VARCHAR(40)  NOT NULL,
  layer       VARCHAR(64),
  object      VARCHAR(200),
  change_set  BIGINT,
  detail      CHARACTER VARYING NOT NULL,
  hash        VARCHAR(64)  NOT NULL,
  CONSTRAINT trail_key PRIMARY KEY (id)
);
CREATE INDEX IF NOT EXISTS trail_actor ON trail (actor, id);
CREATE INDEX IF NOT EXISTS trail_kind ON trail (kind, id);
CREATE INDEX IF NOT EXISTS trail_object ON trail (layer, object, id);
CREATE INDEX IF NOT EXISTS trail_happened ON trail (happened_at);

-- The last row of the trail, in the only row of this table.
CREATE TABLE IF NOT EXISTS trail_head (
  one  INTEGER     NOT NULL,
  id   BIGINT      NOT NULL,
  hash VARCHAR(64) NOT NULL,
  CONSTRAINT trail_head_key PRIMARY KEY (one),
  CONSTRAINT trail_head_one CHECK (one = 1)
);

CREATE TRIGGER IF NOT EXISTS trail_append_only BEFORE UPDATE, DELETE ON trail
  FOR EACH ROW CALL 'zeren.database.AppendOnly';
