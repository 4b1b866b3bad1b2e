package zeren.responsibility.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import zeren.responsibility.FeatureRef;
import zeren.responsibility.Finding;
import zeren.responsibility.Impact;

/**
 * What a change would move, as JSON.
 *
 * @param openMatters ids of open findings about objects that would move
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record PreviewBody(
    String layer,
    LocalDate at,
    int examined,
    List<MoveBody> moved,
    List<LackBody> gapsClosed,
    List<LackBody> gapsOpened,
    List<LackBody> overlapsClosed,
    List<LackBody> overlapsOpened,
    List<PatchBody> areaGapsClosed,
    List<PatchBody> areaGapsOpened,
    List<PatchBody> areaOverlapsClosed,
    List<PatchBody> areaOverlapsOpened,
    List<Long> openMatters,
    List<Impact.Balance> parties) {

  record MoveBody(
      String layer,
      String id,
      String name,
      double lon,
      double lat,
      String role,
      List<String> before,
      List<String> after) {

    static MoveBody of(Impact.Move move) {
      FeatureRef object = move.object();
      return new MoveBody(
          object.layer(),
          object.id(),
          object.name(),
          move.lon(),
          move.lat(),
          move.role().code(),
          move.before(),
          move.after());
    }
  }

  record LackBody(String layer, String id, String name, String role) {

    static LackBody of(Impact.Lack lack) {
      FeatureRef object = lack.object();
      return new LackBody(object.layer(), object.id(), object.name(), lack.role().code());
    }
  }

  /**
   * @param owners names of the cells that overlap
   */
  record PatchBody(
      String layer,
      @Nullable String level,
      @Nullable FeatureRef district,
      List<String> owners,
      @JsonProperty("area_m2") double area,
      double lon,
      double lat) {

    static PatchBody of(Impact.Patch patch) {
      return new PatchBody(
          patch.layer(),
          patch.level(),
          patch.district(),
          patch.owners().stream().map(FeatureRef::name).toList(),
          Math.round(100 * patch.area()) / 100.0,
          patch.lon(),
          patch.lat());
    }
  }

  static PreviewBody of(String layer, LocalDate day, Impact impact, List<Finding> openMatters) {
    return new PreviewBody(
        layer,
        day,
        impact.examined(),
        impact.moved().stream().map(MoveBody::of).toList(),
        lacks(impact.gapsClosed()),
        lacks(impact.gapsOpened()),
        lacks(impact.overlapsClosed()),
        lacks(impact.overlapsOpened()),
        patches(impact.areaGapsClosed()),
        patches(impact.areaGapsOpened()),
        patches(impact.areaOverlapsClosed()),
        patches(impact.areaOverlapsOpened()),
        openMatters.stream().map(Finding::id).toList(),
        impact.parties());
  }

  private static List<LackBody> lacks(List<Impact.Lack> lacks) {
    return lacks.stream().map(LackBody::of).toList();
  }

  private static List<PatchBody> patches(List<Impact.Patch> patches) {
    return patches.stream().map(PatchBody::of).toList();
  }

  /** The objects that would move. */
  static Set<FeatureRef> objects(Impact impact) {
    Set<FeatureRef> objects = new LinkedHashSet<>();
    impact.moved().forEach(move -> objects.add(move.object()));
    return objects;
  }
}
