package zeren.responsibility;

import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for something that is missing, double or wrong. A new audit is one more class of this kind;
 * keeping, matching, listing and exporting what it finds is done for it.
 */
interface Audit {

  /**
   * What kinds of findings it settles: one of these that is known and that it does not find any
   * more is resolved. Nobody else finds these kinds.
   */
  Set<FindingKind> kinds();

  /** Everything it finds on the day, in any order. */
  Stream<FindingDraft> run(AuditDay day);
}
