package zeren.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** What a column holds, whatever the database calls it, and the bytes its value is compared by. */
enum ColumnKind {
  TEXT {
    @Override
    Object read(ResultSet row, String column, Dialect dialect) throws SQLException {
      return row.getString(column);
    }

    @Override
    byte[] bytes(Object value) {
      return utf8(value);
    }
  },
  WHOLE {
    @Override
    Object read(ResultSet row, String column, Dialect dialect) throws SQLException {
      return row.getLong(column);
    }

    @Override
    byte[] bytes(Object value) {
      return eight((Long) value);
    }
  },
  REAL {
    @Override
    Object read(ResultSet row, String column, Dialect dialect) throws SQLException {
      return row.getDouble(column);
    }

    @Override
    byte[] bytes(Object value) {
      return eight(Double.doubleToLongBits((Double) value));
    }
  },
  TRUTH {
    @Override
    Object read(ResultSet row, String column, Dialect dialect) throws SQLException {
      return row.getBoolean(column);
    }

    @Override
    byte[] bytes(Object value) {
      return utf8(value);
    }
  },
  DAY {
    @Override
    Object read(ResultSet row, String column, Dialect dialect) throws SQLException {
      return row.getObject(column, LocalDate.class);
    }

    @Override
    byte[] bytes(Object value) {
      return utf8(value);
    }
  },

  /** Compared to the microsecond, which is what both databases keep. */
  INSTANT {
    @Override
    Object read(ResultSet row, String column, Dialect dialect) throws SQLException {
      return row.getObject(column, OffsetDateTime.class);
    }

    @Override
    byte[] bytes(Object value) {
      Instant instant = ((OffsetDateTime) value).toInstant();
      return eight(instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000);
    }
  },

  /** Compared by content: neither the order of members nor the writing of a number counts. */
  JSON {
    @Override
    Object read(ResultSet row, String column, Dialect dialect) throws SQLException {
      return row.getString(column);
    }

    @Override
    byte[] bytes(Object value) {
      return utf8(JsonContent.of((String) value));
    }
  },

  /** Compared as WKB. */
  GEOMETRY {
    @Override
    Object read(ResultSet row, String column, Dialect dialect) throws SQLException {
      return Objects.requireNonNull(dialect.readGeometry(row, column));
    }

    @Override
    byte[] bytes(Object value) {
      return new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write((Geometry) value);
    }
  };

  /**
   * @param type as the driver of either database names it
   * @return null for a type that no column of Zeren has
   */
  static @Nullable ColumnKind of(String type) {
    return switch (type.toUpperCase(Locale.ROOT)) {
      case "CHARACTER VARYING", "VARCHAR", "TEXT", "CHARACTER LARGE OBJECT" -> TEXT;
      case "BIGINT", "INT8", "BIGSERIAL", "INTEGER", "INT4", "SERIAL", "SMALLINT", "INT2" -> WHOLE;
      case "DOUBLE PRECISION", "FLOAT8" -> REAL;
      case "BOOLEAN", "BOOL" -> TRUTH;
      case "DATE" -> DAY;
      case "TIMESTAMP WITH TIME ZONE", "TIMESTAMPTZ" -> INSTANT;
      case "JSON", "JSONB" -> JSON;
      default -> type.toUpperCase(Locale.ROOT).startsWith("GEOMETRY") ? GEOMETRY : null;
    };
  }

  /** The value of a column that is not null; what is read when it is, is of no meaning. */
  abstract Object read(ResultSet row, String column, Dialect dialect) throws SQLException;

  /** The same bytes for the same value, from whichever database it comes. */
  abstract byte[] bytes(Object value);

  private static byte[] utf8(Object value) {
    return value.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] eight(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
  }
}
