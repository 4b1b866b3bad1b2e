package zeren.responsibility.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;
import zeren.responsibility.FindingFilter;
import zeren.responsibility.FindingKind;
import zeren.responsibility.FindingState;

/**
 * What is asked of the findings.
 *
 * @param language for headings and words in a file; null for the words of the API
 */
record FindingQuestion(
    FindingFilter filter, AuditPage page, String format, @Nullable String language) {

  static final int PAGE = 100;
  static final int LARGEST_PAGE = 1_000;
  private static final List<String> OWN =
      List.of(
          "kind",
          "state",
          "district",
          "layer",
          "level",
          "role",
          "verdict",
          "new",
          "q",
          "format",
          "lang");

  static FindingQuestion read(QueryParameters parameters) {
    List<String> known = new ArrayList<>(OWN);
    known.addAll(AuditPage.PARAMETERS);
    parameters.allowOnly(known);
    FindingFilter filter =
        new FindingFilter(
            codes(parameters, "kind", FindingKind.codes(), FindingKind::of),
            codes(parameters, "state", FindingState.codes(), FindingState::of),
            parameters.findText("district"),
            parameters.findText("layer"),
            parameters.findText("level"),
            parameters.findText("role"),
            parameters.findText("verdict"),
            parameters.choice("new", List.of("true", "false"), "false").equals("true"),
            parameters.findText("q"));
    String format = parameters.choice("format", List.of("json", "geojson", "xlsx"), "json");
    String language = parameters.choice("lang", List.of("zh", "en"), "zh");
    return new FindingQuestion(
        filter,
        AuditPage.read(parameters, PAGE, LARGEST_PAGE),
        format,
        // Programs read GeoJSON, so its members keep their names unless a language is asked for.
        format.equals("xlsx") || parameters.has("lang") ? language : null);
  }

  private static <T> List<T> codes(
      QueryParameters parameters, String name, List<String> allowed, Function<String, T> of) {
    List<String> given = parameters.list(name);
    for (String code : given) {
      if (!allowed.contains(code)) {
        throw ProblemException.badParameter(
            name,
            "Parameter '%s' has '%s'; each must be one of %s."
                .formatted(name, code, String.join(", ", allowed)),
            allowed);
      }
    }
    return given.stream().map(of).toList();
  }
}
