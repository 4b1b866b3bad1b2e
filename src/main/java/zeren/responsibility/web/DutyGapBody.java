package zeren.responsibility.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zeren.responsibility.DutyGap;
import zeren.responsibility.FeatureRef;

/**
 * Objects for which nobody holds a role that somebody must hold.
 *
 * @param total on all pages
 * @param summary how many there are for each role and district
 */
record DutyGapBody(
    LocalDate at,
    String layer,
    int total,
    List<Sum> summary,
    List<Item> items,
    @Nullable String next) {

  /**
   * @param district the county; null outside of all
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Sum(String role, FindingBody.@Nullable District district, int gaps) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      FeatureRef feature,
      String role,
      List<String> topics,
      String code,
      String reason,
      FindingBody.@Nullable District district,
      FindingBody.@Nullable District zone,
      double lon,
      double lat) {

    static Item of(DutyGap gap) {
      return new Item(
          gap.feature(),
          gap.role().code(),
          List.of(gap.topicCodes().split(";", -1)),
          gap.code(),
          gap.reason(),
          FindingBody.District.of(gap.county()),
          FindingBody.District.of(gap.zone()),
          gap.lon(),
          gap.lat());
    }
  }

  static DutyGapBody of(LocalDate day, String layer, List<DutyGap> found, AuditPage page) {
    Map<Sum, Integer> sums = new LinkedHashMap<>();
    for (DutyGap gap : found) {
      Sum sum = new Sum(gap.role().code(), FindingBody.District.of(gap.county()), 0);
      sums.merge(sum, 1, Integer::sum);
    }
    return new DutyGapBody(
        day,
        layer,
        found.size(),
        sums.entrySet().stream()
            .map(
                entry ->
                    new Sum(entry.getKey().role(), entry.getKey().district(), entry.getValue()))
            .toList(),
        page.cut(found).stream().map(Item::of).toList(),
        page.next(found.size()));
  }
}
