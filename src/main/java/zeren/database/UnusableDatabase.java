package zeren.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in words why the database stopped the start. */
class UnusableDatabase implements FailureAnalyzer {

  private static final String LOOK_AT_SETTINGS =
      "Look at spring.datasource.url, spring.datasource.username and spring.datasource.password"
          + " (or SPRING_DATASOURCE_URL, …_USERNAME and …_PASSWORD).";

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DatabaseAddressException address) {
        return new FailureAnalysis(String.valueOf(address.getMessage()), LOOK_AT_SETTINGS, address);
      }
      if (cause instanceof SQLException refusal) {
        DatabaseFault fault = DatabaseFault.of(refusal);
        if (fault != null) {
          return new FailureAnalysis(fault.sentence(), action(fault), refusal);
        }
      }
    }
    return null;
  }

  private static String action(DatabaseFault fault) {
    return switch (fault) {
      case IN_USE -> "Stop the other one, or give this one a folder of its own with --data.";
      case NO_RIGHT_TO_EXTENSIONS ->
          "Let an administrator of the server run once in this database:"
              + " CREATE EXTENSION postgis; CREATE EXTENSION btree_gist;";
      case NO_POSTGIS ->
          "Install PostGIS on the machine of the database server (Debian: postgresql-15-postgis-3).";
      case STARTING -> "Start Zeren again in some seconds.";
      case NOT_THERE, NO_SERVER, NO_DATABASE, WRONG_PASSWORD -> LOOK_AT_SETTINGS;
    };
  }
}
