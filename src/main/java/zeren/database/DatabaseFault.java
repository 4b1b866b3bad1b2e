package zeren.database;

import java.sql.SQLException;
import java.util.Locale;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/** What it means, in words, that a database could not be opened. */
final class DatabaseFault {

  private DatabaseFault() {}

  /** One sentence, without address or password. */
  static String say(SQLException failure) {
    String known = explain(failure);
    return known == null ? "The database refused: " + failure.getMessage() : known;
  }

  /** Null when it is none of the things that are known to be wrong at a start. */
  static @Nullable String explain(SQLException failure) {
    if (failure.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
      return "The data folder is in use by another Zeren.";
    }
    if (failure.getErrorCode() == ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1) {
      return "There is no database at the address given.";
    }
    String state = String.valueOf(failure.getSQLState());
    String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return switch (state) {
      case "08001", "08004", "08006" ->
          "The database server cannot be reached: it does not run, or it is not at the host and port of the address.";
      case "57P03" -> "The database server is just starting or stopping.";
      case "28P01", "28000" -> "The database server does not accept this user and password.";
      case "3D000" -> "The database server has no database of the name in the address.";
      case "42501" ->
          said.contains("extension")
              ? "This user may not create the extensions postgis and btree_gist in the database."
              : null;
      case "0A000", "58P01" ->
          said.contains("extension") ? "PostGIS is not installed on the database server." : null;
      default -> null;
    };
  }
}
