package zeren.responsibility.web;

import zeren.layer.Viewer;
import zeren.problem.ProblemException;

/** What audits find is internal, whatever layers it is about. */
final class AuditDoor {

  private AuditDoor() {}

  /**
   * @throws ProblemException 404 for whoever may not know that there is something
   */
  static void open(Viewer viewer) {
    if (!viewer.seesInternal()) {
      throw ProblemException.notFound("There is nothing at this address.");
    }
  }

  /**
   * A number in a path.
   *
   * @throws ProblemException 404 when it is none
   */
  static long number(String text, String what) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw ProblemException.notFound("There is no %s '%s'.".formatted(what, text));
    }
  }
}
