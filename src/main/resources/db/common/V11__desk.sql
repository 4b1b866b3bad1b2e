-- What an account keeps for its desk: questions under names, as the query of the page's address, and the columns of its table.
CREATE TABLE IF NOT EXISTS desk_search (
  account  VARCHAR(100)      NOT NULL,
  name     VARCHAR(100)      NOT NULL,
  question CHARACTER VARYING NOT NULL,
  saved_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT desk_search_key PRIMARY KEY (account, name)
);

CREATE TABLE IF NOT EXISTS desk_columns (
  account VARCHAR(100)      NOT NULL,
  names   CHARACTER VARYING NOT NULL,
  CONSTRAINT desk_columns_key PRIMARY KEY (account)
);
