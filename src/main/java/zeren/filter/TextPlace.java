package zeren.filter;

import java.util.Locale;
import zeren.problem.ProblemException;

/**
 * A character in a filter that is text.
 *
 * @param parameter the query parameter that the text came in
 * @param index counted from 0 in UTF-16
 */
record TextPlace(String parameter, String text, int index) implements Place {

  @Override
  public ProblemException problem(String message) {
    int character = text.codePointCount(0, index) + 1;
    return ProblemException.badParameter(
            parameter,
            String.format(
                Locale.ROOT,
                "Parameter '%s', character %d: %s.",
                parameter,
                character,
                Place.wellFormed(message)))
        .with("position", character);
  }
}
