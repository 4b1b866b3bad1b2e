package zeren.responsibility.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zeren.layer.LayerDeclaration;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;
import zeren.responsibility.AuditDay;
import zeren.responsibility.CoverageAudits;
import zeren.responsibility.CoveragePiece;

/**
 * What is asked of the coverage audit.
 *
 * @param level null for all levels
 * @param slivers {@code none}, {@code only} or {@code all}
 */
record CoverageQuestion(
    String layer,
    @Nullable String level,
    CoveragePiece.Tolerance tolerance,
    String slivers,
    AuditPage page) {

  private static final List<String> OWN =
      List.of("layer", "level", "tolerance", "width", "slivers", "at");
  static final int PAGE = 1_000;
  static final int LARGEST_PAGE = 10_000;
  static final double MOST_AREA = 1e9;
  static final double MOST_WIDTH = 1e4;

  /** To be called first: what is not known is refused before anything is looked up. */
  static void allowOnlyKnown(QueryParameters parameters) {
    List<String> known = new ArrayList<>(OWN);
    known.addAll(AuditPage.PARAMETERS);
    parameters.allowOnly(known);
  }

  static CoverageQuestion read(QueryParameters parameters, AuditDay day) {
    LayerDeclaration layer = layer(parameters, day);
    CoveragePiece.Tolerance usual = CoveragePiece.Tolerance.USUAL;
    return new CoverageQuestion(
        layer.id(),
        level(parameters, layer),
        new CoveragePiece.Tolerance(
            parameters.findNumber("tolerance", 0, MOST_AREA, "square metres").orElse(usual.area()),
            parameters.findNumber("width", 0, MOST_WIDTH, "metres").orElse(usual.width())),
        parameters.choice("slivers", List.of("none", "only", "all"), "none"),
        AuditPage.read(parameters, PAGE, LARGEST_PAGE));
  }

  private static LayerDeclaration layer(QueryParameters parameters, AuditDay day) {
    List<String> allowed = day.cellLayers().stream().map(LayerDeclaration::id).toList();
    String wanted = parameters.choice("layer", allowed, "grid_cell");
    return day.cellLayers().stream()
        .filter(layer -> layer.id().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.badParameter(
                    "layer", "Parameter 'layer' is missing: there are no grid cells.", allowed));
  }

  private static @Nullable String level(QueryParameters parameters, LayerDeclaration layer) {
    List<String> levels = CoverageAudits.levels(layer);
    if (parameters.has("level") && levels.isEmpty()) {
      throw ProblemException.badParameter(
          "level", "Layer '%s' has no levels; leave 'level' out.".formatted(layer.id()));
    }
    return parameters.has("level") ? parameters.choice("level", levels, "") : null;
  }

  boolean wants(CoveragePiece piece) {
    return switch (slivers) {
      case "only" -> tolerance.isSliver(piece);
      case "all" -> true;
      default -> !tolerance.isSliver(piece);
    };
  }
}
