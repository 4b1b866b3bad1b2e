package zeren.responsibility.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import zeren.responsibility.FeatureRef;
import zeren.responsibility.Misattribution;

/**
 * Objects whose record says something else than the map.
 *
 * @param total on all pages
 * @param verdicts how many of each verdict
 */
record MisattributionBody(
    LocalDate at,
    String layer,
    int total,
    Map<String, Long> verdicts,
    List<Item> items,
    @Nullable String next) {

  /** Distances in metres to millimetres. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      FeatureRef feature,
      Map<String, String> recorded,
      Map<String, String> computed,
      @Nullable Double distanceToEdge,
      String verdict,
      double lon,
      double lat) {

    static Item of(Misattribution wrong) {
      Double distance = wrong.distance();
      return new Item(
          wrong.feature(),
          wrong.recorded(),
          wrong.computed(),
          distance == null ? null : Double.valueOf(Math.round(distance * 1e3) / 1e3),
          wrong.verdict().code(),
          wrong.lon(),
          wrong.lat());
    }
  }

  static MisattributionBody of(
      LocalDate day, String layer, List<Misattribution> found, AuditPage page) {
    return new MisattributionBody(
        day,
        layer,
        found.size(),
        found.stream()
            .collect(
                Collectors.groupingBy(
                    wrong -> wrong.verdict().code(), TreeMap::new, Collectors.counting())),
        page.cut(found).stream().map(Item::of).toList(),
        page.next(found.size()));
  }
}
