package zeren.trail.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;
import zeren.trail.DeedKind;
import zeren.trail.TrailFilter;

/**
 * What is asked of the trail.
 *
 * @param before only rows of smaller numbers; null for the first page
 */
record TrailQuestion(
    TrailFilter filter, @Nullable Long before, int limit, String format, String language) {

  static final int PAGE = 50;
  static final int LARGEST_PAGE = 1_000;
  static final List<String> FORMATS = List.of("json", "csv", "xlsx");
  private static final List<String> PARAMETERS =
      List.of(
          "actor", "kind", "layer", "object", "from", "to", "q", "before", "limit", "format",
          "lang");

  static TrailQuestion read(QueryParameters parameters, ZoneId zone) {
    parameters.allowOnly(PARAMETERS);
    LocalDate to = parameters.findDate("to");
    LocalDate from = parameters.findDate("from");
    if (from != null && to != null && to.isBefore(from)) {
      throw ProblemException.badParameter(
          "to", "Parameter 'to' is %s, before 'from', which is %s.".formatted(to, from));
    }
    TrailFilter filter =
        new TrailFilter(
            parameters.findText("actor"),
            kinds(parameters),
            parameters.findText("layer"),
            parameters.findText("object"),
            from == null ? null : start(from, zone),
            to == null ? null : start(to.plusDays(1), zone),
            parameters.findText("q"));
    return new TrailQuestion(
        filter,
        before(parameters),
        parameters.wholeNumber("limit", 1, LARGEST_PAGE, PAGE),
        parameters.choice("format", FORMATS, "json"),
        parameters.choice("lang", List.of("zh", "en"), "zh"));
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static List<String> kinds(QueryParameters parameters) {
    List<String> given = parameters.list("kind");
    for (String code : given) {
      if (!DeedKind.codes().contains(code)) {
        throw ProblemException.badParameter(
            "kind",
            "Parameter 'kind' has '%s'; each must be one of %s."
                .formatted(code, String.join(", ", DeedKind.codes())),
            DeedKind.codes());
      }
    }
    return given;
  }

  private static @Nullable Long before(QueryParameters parameters) {
    String text = parameters.findText("before");
    if (text == null) {
      return null;
    }
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      throw ProblemException.badParameter(
          "before", "Parameter 'before' is '%s'; it must be the number of a row.".formatted(text));
    }
  }
}
