package zeren.trail;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** {@code bin/run verify-audit}: says whether the trail is what was written. */
@Component
public class VerifyCommand {

  /** Everything holds together. */
  public static final int WHOLE = 0;

  /** Something was changed. */
  public static final int BROKEN = 1;

  /** It could not be looked at. */
  public static final int NOT_CHECKED = 2;

  private final TrailCheck check;

  VerifyCommand(TrailCheck check) {
    this.check = check;
  }

  /**
   * @param head as an earlier check printed it; null to do without
   * @return the exit code
   */
  public int run(@Nullable String head, PrintStream out, PrintStream err) {
    TrailCheck.Result result;
    try {
      result = check.check(head);
    } catch (DataAccessException e) {
      err.println("Not checked: this database has no trail. Start this Zeren on it once.");
      return NOT_CHECKED;
    }
    TrailCheck.Fault fault = result.fault();
    if (fault != null) {
      err.printf("%,d rows hold together, then: %s%n", result.rows(), say(fault, result.row()));
      return BROKEN;
    }
    out.printf("The trail is whole: %,d rows.%n", result.rows());
    out.println("Head: " + result.head().hash());
    return WHOLE;
  }

  private static String say(TrailCheck.Fault fault, @Nullable Long row) {
    return switch (fault) {
      case MISSING -> "row %,d is missing.".formatted(row);
      case ALTERED ->
          "row %,d is not what was written there; it was changed, put in or moved.".formatted(row);
      case BEHIND_END -> "row %,d was put in behind the end.".formatted(row);
      case WRONG_END -> "the end that is kept is not row %,d, the last one.".formatted(row);
      case UNKNOWN_HEAD ->
          "no row has the head given; rows were cut off, or the trail was made anew.";
    };
  }
}
