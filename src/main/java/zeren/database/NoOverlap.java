package zeren.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import org.h2.tools.TriggerAdapter;

/**
 * Refuses a known version of a feature whose period meets that of another known one; the embedded
 * database has no exclusion constraint. A transaction sees nothing of what another one has not yet
 * committed, so writers of one layer wait here for each other, as those of the service do before
 * they write; for them it is one look at a row they hold already.
 */
public final class NoOverlap extends TriggerAdapter {

  private static final String LOCK = "SELECT version FROM layer_version WHERE layer = ? FOR UPDATE";
  private static final String MEETS =
      """
      SELECT 1 FROM feature_version
      WHERE layer = ? AND id = ? AND superseded_at IS NULL AND version <> ?
        AND (valid_to IS NULL OR ? < valid_to) AND (CAST(? AS DATE) IS NULL OR valid_from < ?)
      """;

  @Override
  public void fire(Connection connection, ResultSet before, ResultSet after) throws SQLException {
    if (after.getObject("superseded_at") != null) {
      return;
    }
    waitForOthers(connection, after.getString("layer"));
    try (PreparedStatement others = connection.prepareStatement(MEETS)) {
      others.setString(1, after.getString("layer"));
      others.setString(2, after.getString("id"));
      others.setInt(3, after.getInt("version"));
      others.setObject(4, after.getObject("valid_from"));
      others.setObject(5, after.getObject("valid_to"));
      others.setObject(6, after.getObject("valid_to"));
      try (ResultSet found = others.executeQuery()) {
        if (found.next()) {
          throw new SQLIntegrityConstraintViolationException(
              "Two known periods of one feature overlap", "23P01");
        }
      }
    }
  }

  /** Of a layer without this row the service has never written anything. */
  private static void waitForOthers(Connection connection, String layer) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setString(1, layer);
      lock.execute();
    }
  }
}
