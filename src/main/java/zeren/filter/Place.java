package zeren.filter;

import zeren.problem.ProblemException;

/** Where something stands in a filter, for whoever has to mend it. */
interface Place {

  /**
   * @param message what is wrong there and what would be right, without a full stop
   */
  ProblemException problem(String message);

  /** What was written, between quotes, and no longer than a message bears. */
  static String quoted(String written) {
    boolean brief = written.codePointCount(0, written.length()) <= 40;
    return "'"
        + (brief ? written : written.substring(0, written.offsetByCodePoints(0, 20)) + "…")
        + "'";
  }

  /** The message without surrogates that stand alone, which no answer could carry. */
  static String wellFormed(String message) {
    StringBuilder whole = new StringBuilder();
    message
        .codePoints()
        .map(point -> Character.getType(point) == Character.SURROGATE ? '\ufffd' : point)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }
}
