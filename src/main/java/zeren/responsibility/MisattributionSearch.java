package zeren.responsibility;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import zeren.geo.Gcj02;
import zeren.geo.Geodesy;
import zeren.geo.LonLat;
import zeren.layer.LayerField;
import zeren.layer.LayerView;
import zeren.responsibility.Misattribution.Verdict;

/**
 * Compares what the records of objects say with the map. A record is right when the area it names
 * covers the object, whatever its level: a county is right inside a development zone, and a cell
 * above the deepest one as well.
 */
final class MisattributionSearch {

  private static final String DEPARTMENT = "department";

  private final ResponsibilityMap map;
  private final AuditPlaces places;
  private final LayerView view;
  private final Map<String, String> onRecord;
  private final Map<String, DutyLayer> areas = new LinkedHashMap<>();
  private final Map<String, Integer> byName = new java.util.HashMap<>();

  /**
   * @param view a layer of objects
   */
  MisattributionSearch(AuditDay day, LayerView view) {
    this.map = day.map();
    this.places = new AuditPlaces(day);
    this.view = view;
    this.onRecord = Objects.requireNonNullElse(view.declaration().onRecord(), Map.of());
    addAreas("district", "district");
    addAreas("cell", "grid_cell");
  }

  /** The layer to which the recorded values refer. */
  private void addAreas(String what, String usual) {
    String field = onRecord.get(what);
    if (field != null) {
      String layer = view.declaration().findField(field).map(LayerField::refersTo).orElse(usual);
      DutyLayer duty = map.duty(layer);
      if (duty != null && duty.areas() != null) {
        areas.put(what, duty);
        for (int row = 0; row < duty.view().size(); row++) {
          byName.putIfAbsent(layer + "/" + duty.view().name(row), row);
        }
      }
    }
  }

  List<Misattribution> find() {
    return IntStream.range(0, view.size()).mapToObj(this::find).flatMap(Optional::stream).toList();
  }

  private record Difference(
      String what,
      String recorded,
      @Nullable FeatureRef computed,
      @Nullable Double distance,
      Verdict verdict,
      @Nullable String recordedId) {}

  private Optional<Misattribution> find(int row) {
    Coordinate at = CoverageObjects.place(view, row);
    List<Difference> differences = new ArrayList<>();
    areas.forEach((what, layer) -> compareArea(what, layer, row, at).ifPresent(differences::add));
    compareDepartment(row).ifPresent(differences::add);
    return differences.isEmpty() ? Optional.empty() : Optional.of(toResult(row, at, differences));
  }

  private Optional<Difference> compareArea(String what, DutyLayer layer, int row, Coordinate at) {
    Object value = view.value(row, String.valueOf(onRecord.get(what)));
    if (value == null) {
      return Optional.empty();
    }
    List<Integer> covering = AuditPlaces.covering(layer, at.x, at.y);
    OptionalInt recorded = findArea(layer, value.toString());
    FeatureRef computed = covering.isEmpty() ? null : layer.ref(covering.get(0));
    if (recorded.isEmpty()) {
      return Optional.of(
          new Difference(what, value.toString(), computed, null, Verdict.WRONG, null));
    }
    int area = recorded.getAsInt();
    if (covering.contains(area)) {
      return Optional.empty();
    }
    double distance = Geodesy.distance(at.x, at.y, layer.view().geometry(area));
    Verdict verdict = verdict(layer, area, row, at, distance);
    return Optional.of(
        new Difference(
            what, layer.view().name(area), computed, distance, verdict, layer.view().id(area)));
  }

  /** Records name areas by id, some by name. */
  private OptionalInt findArea(DutyLayer layer, String value) {
    OptionalInt row = layer.view().findRow(value);
    Integer named = byName.get(layer.id() + "/" + value);
    return row.isPresent() || named == null ? row : OptionalInt.of(named);
  }

  private Verdict verdict(DutyLayer layer, int area, int row, Coordinate at, double distance) {
    if (distance <= Place.of(view, row).accuracy()) {
      return Verdict.NEAR_EDGE;
    }
    boolean shifted =
        covers(layer, area, Gcj02.inverse(at.x, at.y))
            || covers(layer, area, Gcj02.forward(at.x, at.y));
    return shifted ? Verdict.SUSPECT_DATUM : Verdict.WRONG;
  }

  private static boolean covers(DutyLayer layer, int area, LonLat place) {
    return AuditPlaces.covering(layer, place.lon(), place.lat()).contains(area);
  }

  /** Only where a department is found at all: that there is none is a gap, not a wrong record. */
  private Optional<Difference> compareDepartment(int row) {
    String field = onRecord.get(DEPARTMENT);
    Object value = field == null ? null : view.value(row, field);
    if (field == null || value == null) {
      return Optional.empty();
    }
    List<Party> found =
        map.answer(Place.of(view, row), EnumSet.allOf(Topic.class)).effective(Role.SECTOR).stream()
            .map(Answer::party)
            .distinct()
            .toList();
    DepartmentName recorded = DepartmentName.of(view.declaration(), field, value.toString());
    if (found.isEmpty() || found.stream().anyMatch(party -> recorded.means(party, units()))) {
      return Optional.empty();
    }
    Party first = found.get(0);
    return Optional.of(
        new Difference(
            DEPARTMENT,
            recorded.name(),
            new FeatureRef("unit", first.id(), first.name()),
            null,
            Verdict.WRONG,
            recorded.code()));
  }

  private LayerView units() {
    return map.view("unit");
  }

  private Misattribution toResult(int row, Coordinate at, List<Difference> differences) {
    Map<String, String> recorded = new LinkedHashMap<>();
    Map<String, String> computed = new LinkedHashMap<>();
    for (Difference difference : differences) {
      recorded.put(difference.what(), difference.recorded());
      if (difference.recordedId() != null) {
        recorded.put(difference.what() + "_id", difference.recordedId());
      }
      FeatureRef there = difference.computed();
      if (there != null) {
        computed.put(difference.what(), there.name());
        computed.put(difference.what() + "_id", there.id());
      }
    }
    AuditPlaces.Districts districts = places.districtsOf(at.x, at.y);
    return new Misattribution(
        AuditDay.ref(view, row),
        at.x,
        at.y,
        districts.county(),
        districts.zone(),
        recorded,
        computed,
        differences.get(0).distance(),
        differences.stream().map(Difference::verdict).min(Verdict::compareTo).orElseThrow());
  }
}
