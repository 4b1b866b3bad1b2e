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
}
