package zeren.database;

import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a database when it is opened, in words without address or password. */
enum DatabaseFault {
  IN_USE("The data folder is in use by another Zeren."),
  NOT_THERE("There is no database at the address given."),
  NO_SERVER(
      "The database server cannot be reached: it does not run, or not at the host and port of the address."),
  STARTING("The database server is just starting or stopping."),
  WRONG_PASSWORD("The database server does not accept this user and password."),
  NO_DATABASE("The database server has no database of the name in the address."),
  NO_RIGHT_TO_EXTENSIONS(
      "This user may not create the extensions postgis and btree_gist in the database."),
  NO_POSTGIS("PostGIS is not installed on the database server.");

  private final String sentence;

  DatabaseFault(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }

  /** Of a refusal whatever it is, in one sentence. */
  static String say(SQLException refusal) {
    DatabaseFault fault = of(refusal);
    return fault == null ? "The database refused: " + refusal.getMessage() : fault.sentence;
  }

  /** Null when it is none of them. */
  static @Nullable DatabaseFault of(SQLException refusal) {
    return switch (refusal.getErrorCode()) {
      case ErrorCode.DATABASE_ALREADY_OPEN_1 -> IN_USE;
      case ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1 -> NOT_THERE;
      case ErrorCode.WRONG_USER_OR_PASSWORD -> WRONG_PASSWORD;
      default -> ofState(String.valueOf(refusal.getSQLState()), refusal);
    };
  }

  /** By the codes of PostgreSQL and its driver. */
  private static @Nullable DatabaseFault ofState(String state, SQLException refusal) {
    boolean ofExtension = String.valueOf(refusal.getMessage()).contains("extension");
    return switch (state) {
      case "08001", "08004", "08006" -> NO_SERVER;
      case "57P03" -> STARTING;
      case "28P01", "28000" -> WRONG_PASSWORD;
      case "3D000" -> NO_DATABASE;
      case "42501" -> ofExtension ? NO_RIGHT_TO_EXTENSIONS : null;
      case "0A000", "58P01" -> ofExtension ? NO_POSTGIS : null;
      default -> null;
    };
  }
}
