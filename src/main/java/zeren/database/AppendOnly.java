package zeren.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import org.h2.tools.TriggerAdapter;

/** Refuses to change or remove a row; the embedded database cannot say so in SQL. */
public final class AppendOnly extends TriggerAdapter {

  @Override
  public void fire(Connection connection, ResultSet before, ResultSet after) throws SQLException {
    throw new SQLIntegrityConstraintViolationException(
        "What is in the trail stays as it is", "23001");
  }
}
