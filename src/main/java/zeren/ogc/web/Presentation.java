package zeren.ogc.web;

import jakarta.servlet.http.HttpServletRequest;
import zeren.problem.QueryParameters;

/**
 * How an answer is wanted.
 *
 * @param html whether as a page for people rather than as JSON
 * @param language of titles, {@code zh} or {@code en}
 */
record Presentation(boolean html, String language) {

  /** For an address whose parameters say nothing else; any other is refused. */
  static Presentation of(HttpServletRequest request) {
    QueryParameters parameters = QueryParameters.of(request);
    parameters.allowOnly(Representation.PARAMETERS);
    return of(parameters, request);
  }

  static Presentation of(QueryParameters parameters, HttpServletRequest request) {
    String language = Representation.language(parameters);
    return new Presentation(
        Representation.of(parameters, request) == Representation.HTML, language);
  }
}
