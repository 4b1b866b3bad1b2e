-- How people and programs log in. A one-time password has to be changed before anything else; an account of a provider of logins
-- (OpenID Connect) says whose it is there and has no password here.
ALTER TABLE account ADD COLUMN IF NOT EXISTS password_due BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE account ADD COLUMN IF NOT EXISTS subject VARCHAR(500);

-- Who failed to log in: an account, an address, or both together, as digests. "trusted_until": the account has been logged in to from
-- that address, so that strangers who try it elsewhere keep nobody out here.
CREATE TABLE IF NOT EXISTS failed_login (
  subject       VARCHAR(100) NOT NULL,
  failures      INTEGER      NOT NULL,
  failed_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  trusted_until TIMESTAMP(6) WITH TIME ZONE,
  CONSTRAINT failed_login_key PRIMARY KEY (subject)
);
CREATE INDEX IF NOT EXISTS failed_login_time ON failed_login (failed_at);

-- Browsers that are logged in. One whose row is gone is logged out, on whatever node its session is.
CREATE TABLE IF NOT EXISTS login_session (
  id         VARCHAR(40)  NOT NULL,
  account    VARCHAR(100) NOT NULL,
  address    VARCHAR(64)  NOT NULL,
  client     VARCHAR(300) NOT NULL,
  started_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  seen_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  ends_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT login_session_key PRIMARY KEY (id)
);
CREATE INDEX IF NOT EXISTS login_session_account ON login_session (account);

-- What programs log in with; of the token itself only a digest is kept.
CREATE TABLE IF NOT EXISTS access_token (
  id           VARCHAR(40)  NOT NULL,
  account      VARCHAR(100) NOT NULL,
  name         VARCHAR(100) NOT NULL,
  digest       VARCHAR(64)  NOT NULL,
  reads_only   BOOLEAN      NOT NULL,
  created_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  expires_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  last_used_at TIMESTAMP(6) WITH TIME ZONE,
  CONSTRAINT access_token_key PRIMARY KEY (id),
  CONSTRAINT access_token_digest UNIQUE (digest)
);
CREATE INDEX IF NOT EXISTS access_token_account ON access_token (account);
