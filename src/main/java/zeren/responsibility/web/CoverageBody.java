package zeren.responsibility.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import zeren.layer.GeoJsonFeature;
import zeren.responsibility.CoverageLevel;
import zeren.responsibility.CoveragePiece;
import zeren.responsibility.FeatureRef;

/**
 * Gaps or overlaps as GeoJSON. Areas are square metres to two decimals.
 *
 * @param numberMatched pieces on all pages
 * @param levels what it comes to by level
 */
record CoverageBody(
    String type,
    List<GeoJsonFeature> features,
    int numberMatched,
    int numberReturned,
    List<LevelBody> levels,
    @Nullable String next) {

  /**
   * @param pieces how many there are, slivers apart
   * @param area what those pieces come to
   * @param sliverArea what the slivers come to
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record LevelBody(
      @Nullable String level,
      int cells,
      double cityM2,
      double coveredM2,
      double roundingM2,
      long pieces,
      double piecesM2,
      long slivers,
      double sliversM2) {}

  static CoverageBody of(
      List<CoverageLevel> all,
      Function<CoverageLevel, List<CoveragePiece>> kind,
      CoverageQuestion question) {
    List<CoverageLevel> asked =
        all.stream()
            .filter(level -> question.level() == null || question.level().equals(level.level()))
            .toList();
    List<GeoJsonFeature> features = new ArrayList<>();
    for (CoverageLevel level : asked) {
      int number = 0;
      for (CoveragePiece piece : kind.apply(level)) {
        number++;
        if (question.wants(piece)) {
          features.add(feature(piece, number, question));
        }
      }
    }
    List<GeoJsonFeature> page = question.page().cut(features);
    return new CoverageBody(
        "FeatureCollection",
        page,
        features.size(),
        page.size(),
        asked.stream().map(level -> summary(level, kind.apply(level), question)).toList(),
        question.page().next(features.size()));
  }

  private static LevelBody summary(
      CoverageLevel level, List<CoveragePiece> pieces, CoverageQuestion question) {
    List<CoveragePiece> slivers = pieces.stream().filter(question.tolerance()::isSliver).toList();
    List<CoveragePiece> others =
        pieces.stream().filter(piece -> !question.tolerance().isSliver(piece)).toList();
    return new LevelBody(
        level.level(),
        level.cells(),
        hundredths(level.city()),
        hundredths(level.covered()),
        hundredths(level.rounding()),
        others.size(),
        hundredths(area(others)),
        slivers.size(),
        hundredths(area(slivers)));
  }

  private static double area(List<CoveragePiece> pieces) {
    return pieces.stream().mapToDouble(CoveragePiece::area).sum();
  }

  private static GeoJsonFeature feature(
      CoveragePiece piece, int number, CoverageQuestion question) {
    Map<String, Object> properties = new LinkedHashMap<>();
    put(properties, "level", piece.level());
    properties.put("area_m2", hundredths(piece.area()));
    properties.put("width_m", hundredths(piece.width()));
    put(properties, "district", place(piece.district()));
    put(properties, "zone", place(piece.zone()));
    if (!piece.owners().isEmpty()) {
      properties.put("owners", piece.owners());
    }
    properties.put("sites", piece.objects().getOrDefault("site", 0));
    properties.put("enterprises", piece.objects().getOrDefault("enterprise", 0));
    properties.put("objects", piece.objects());
    properties.put("sliver", question.tolerance().isSliver(piece));
    String id = (piece.level() == null ? "" : piece.level() + "-") + number;
    return new GeoJsonFeature(id, piece.geometry(), properties);
  }

  private static void put(Map<String, Object> properties, String name, @Nullable Object value) {
    if (value != null) {
      properties.put(name, value);
    }
  }

  private static @Nullable Map<String, String> place(@Nullable FeatureRef district) {
    return district == null ? null : Map.of("id", district.id(), "name", district.name());
  }

  static double hundredths(double value) {
    return Math.round(value * 1e2) / 1e2;
  }
}
