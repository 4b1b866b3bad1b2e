package zeren.responsibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import zeren.Shapes;
import zeren.exchange.Readers;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureVersion;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerView;
import zeren.layer.Views;

/** A town put together for one test, in the layers that Zeren declares and in no database. */
final class AuditTown {

  static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final Collection<LayerDeclaration> LAYERS = Readers.declarations().all();

  private final Map<String, List<Views.Item>> items = new LinkedHashMap<>();
  private final List<FeatureVersion> ended = new ArrayList<>();

  AuditTown add(
      String layer, String id, Geometry geometry, Map<String, ? extends @Nullable Object> values) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>(values);
    properties.putIfAbsent("name", id);
    items
        .computeIfAbsent(layer, key -> new ArrayList<>())
        .add(new Views.Item(id, geometry, properties));
    return this;
  }

  /** Those that are so on the day, and assignments that are over. */
  AuditTown addAll(List<FeatureDraft> drafts) {
    for (FeatureDraft draft : drafts) {
      LocalDate end = draft.validTo();
      if (draft.validFrom().isAfter(DAY)) {
        continue;
      }
      if (end == null || end.isAfter(DAY)) {
        add(draft.layer(), draft.id(), draft.geometry(), draft.properties());
      } else if (draft.layer().equals("assignment")) {
        ended.add(
            Views.ended(draft.layer(), draft.id(), draft.properties(), draft.validFrom(), end));
      }
    }
    return this;
  }

  AuditTown county(String id, Geometry area) {
    return add("district", id, area, Map.of("kind", "county", "city", "小城"));
  }

  AuditTown zone(String id, Geometry area) {
    return add("district", id, area, Map.of("kind", "development_zone", "city", "小城"));
  }

  AuditTown cell(String id, Geometry area) {
    return cell(id, "village", area);
  }

  AuditTown cell(String id, String level, Geometry area) {
    return add("grid_cell", id, area, Map.of("level", level, "district", "甲县"));
  }

  AuditTown site(String id, double lon, double lat) {
    return add("site", id, Shapes.point(lon, lat), Map.of("type", "building"));
  }

  /** A row of a table. */
  AuditTown row(String table, String id, Map<String, ? extends @Nullable Object> values) {
    return add(table, id, Shapes.wkt("POINT EMPTY"), values);
  }

  /** An assignment for all topics, based on some document. */
  AuditTown assignment(String id, Map<String, Object> values) {
    Map<String, Object> whole = new LinkedHashMap<>(values);
    whole.putIfAbsent("topics", "all");
    whole.put("document", "文件");
    whole.put("clause", "第1项");
    return row("assignment", id, whole);
  }

  /** An assignment that was over by the day. */
  AuditTown ended(String id, LocalDate from, LocalDate to, Map<String, Object> values) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>(values);
    properties.putIfAbsent("name", id);
    ended.add(Views.ended("assignment", id, properties, from, to));
    return this;
  }

  AuditDay day() {
    List<LayerView> views =
        LAYERS.stream()
            .map(
                layer -> Views.of(layer, Views.OFFICIAL, items.getOrDefault(layer.id(), List.of())))
            .toList();
    return new AuditDay(DAY, ResponsibilityMap.of(views), () -> ended);
  }

  /** How the cells of the level of villages cover the town. */
  CoverageLevel villages() {
    return CoverageAudit.of(day(), "grid_cell").run("village");
  }
}
