package zeren.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the extents that were chosen. */
@Repository
class ExtentRepository {

  private static final String LAST =
      """
      SELECT number, west, south, east, north, set_at, set_by FROM import_extent
      ORDER BY number DESC LIMIT 1
      """;
  private static final String INSERT =
      """
      INSERT INTO import_extent (number, west, south, east, north, set_at, set_by)
      VALUES (:number, :west, :south, :east, :north, :at, :by)
      """;

  private final JdbcClient jdbc;

  ExtentRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param box null when the choice before was taken back
   */
  record Chosen(long number, @Nullable Envelope box, Instant at, String by) {}

  Optional<Chosen> findLast() {
    return jdbc.sql(LAST).query((row, i) -> read(row)).optional();
  }

  /** Two who choose at once do not get the same number: the second is refused. */
  void insert(Chosen chosen) {
    Envelope box = chosen.box();
    jdbc.sql(INSERT)
        .param("number", chosen.number())
        .param("west", box == null ? null : box.getMinX())
        .param("south", box == null ? null : box.getMinY())
        .param("east", box == null ? null : box.getMaxX())
        .param("north", box == null ? null : box.getMaxY())
        .param("at", chosen.at().atOffset(ZoneOffset.UTC))
        .param("by", chosen.by())
        .update();
  }

  private static Chosen read(ResultSet row) throws SQLException {
    double west = row.getDouble("west");
    Envelope box =
        row.wasNull()
            ? null
            : new Envelope(
                west, row.getDouble("east"), row.getDouble("south"), row.getDouble("north"));
    return new Chosen(
        row.getLong("number"),
        box,
        row.getObject("set_at", OffsetDateTime.class).toInstant(),
        row.getString("set_by"));
  }
}
