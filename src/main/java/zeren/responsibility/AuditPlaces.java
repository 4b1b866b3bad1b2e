package zeren.responsibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which areas places lie, by the layers that give a role. */
final class AuditPlaces {

  /** The two districts of a place: the county, and the development zone in it. */
  record Districts(@Nullable FeatureRef county, @Nullable FeatureRef zone) {

    static final Districts NONE = new Districts(null, null);

    /** Who has the territory: the development zone goes before the county. */
    @Nullable FeatureRef first() {
      return zone == null ? county : zone;
    }
  }

  private final @Nullable DutyLayer districts;
  private final ResponsibilityMap map;

  AuditPlaces(AuditDay day) {
    this.map = day.map();
    this.districts = day.districts().map(view -> map.duty(view.declaration().id())).orElse(null);
  }

  Districts districtsOf(@Nullable Double lon, @Nullable Double lat) {
    DutyLayer layer = districts;
    if (layer == null || lon == null || lat == null) {
      return Districts.NONE;
    }
    List<Integer> covering = covering(layer, lon, lat);
    return new Districts(
        covering.stream()
            .filter(row -> !layer.goesFirst(row))
            .map(layer::ref)
            .findFirst()
            .orElse(null),
        covering.stream().filter(layer::goesFirst).map(layer::ref).findFirst().orElse(null));
  }

  /** The areas of a layer that cover a place, the one that decides first. */
  static List<Integer> covering(DutyLayer layer, double lon, double lat) {
    List<Integer> rows = new ArrayList<>();
    AreaIndex areas = layer.areas();
    if (areas != null) {
      areas.covering(lon, lat, (row, onEdge) -> rows.add(row));
      rows.sort(Comparator.comparingInt(layer::order));
    }
    return rows;
  }
}
