package zeren.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureVersion;
import zeren.layer.GeometryType;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;

/**
 * Makes drafts of rows and of what is known: fields without a column keep their value, and so does
 * the place when the row names none.
 *
 * @param defaults values of new features for fields that the row says nothing of
 */
record Merge(LayerDeclaration layer, LocalDate validFrom, Map<String, Object> defaults) {

  /** 0.1 mm, to which positions are written; what is no farther apart is the same place. */
  private static final double SAME_PLACE_DEGREES = 1e-9;

  /**
   * @param known what is known of the feature; null for a new one
   * @param faults receives what is missing
   */
  Optional<FeatureDraft> merge(
      CheckedRow row, @Nullable FeatureVersion known, List<RowFault> faults) {
    String id = row.id();
    Map<String, @Nullable Object> properties = properties(row, known);
    for (LayerField field : layer.fields()) {
      if (field.required()
          && !properties.containsKey(field.name())
          && !row.values().containsKey(field.name())) {
        faults.add(RowFault.of(field.name(), null, "is missing, and no column is mapped to it"));
      }
    }
    Place place = row.place();
    if (place == null && known == null && layer.geometry() != GeometryType.NONE) {
      faults.add(RowFault.of(RowPlaces.FIELD, null, "a new feature must have a position"));
    }
    LocalDate from = dayOf(row);
    LocalDate to = end(row, known);
    if (to != null && !from.isBefore(to)) {
      String reason = "the last day must not be before the first, %s".formatted(from);
      faults.add(RowFault.of(RowPeriod.TO, to.minusDays(1), reason));
    }
    if (id == null || !faults.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(draft(id, properties, new Period(from, to), place, known));
  }

  private record Period(LocalDate from, @Nullable LocalDate to) {}

  /** The first day on which the row is so: its own, else that of the whole file. */
  LocalDate dayOf(CheckedRow row) {
    LocalDate own = row.period().from();
    return own == null ? validFrom : own;
  }

  /** A table without a column for the end leaves the end as it is known, like any other value. */
  private @Nullable LocalDate end(CheckedRow row, @Nullable FeatureVersion known) {
    if (row.period().saysEnd() || known == null || layer.geometry() != GeometryType.NONE) {
      return row.period().to();
    }
    return known.validTo();
  }

  private Map<String, @Nullable Object> properties(CheckedRow row, @Nullable FeatureVersion known) {
    Map<String, @Nullable Object> properties =
        new LinkedHashMap<>(known == null ? Map.of() : known.properties());
    properties.putAll(row.values());
    properties.values().removeIf(Objects::isNull);
    if (known == null) {
      defaults.forEach(properties::putIfAbsent);
    }
    return properties;
  }

  private FeatureDraft draft(
      String id,
      Map<String, @Nullable Object> properties,
      Period period,
      @Nullable Place place,
      @Nullable FeatureVersion known) {
    LocalDate from = period.from();
    LocalDate to = period.to();
    if (layer.geometry() == GeometryType.NONE) {
      return new FeatureDraft(layer.id(), id, FeatureDraft.nowhere(), properties, from, to, null);
    }
    if (known != null && (place == null || isSame(place.geometry(), known.geometry()))) {
      return new FeatureDraft(
          layer.id(), id, known.geometry(), properties, from, to, known.source());
    }
    if (place == null) {
      throw new IllegalStateException("Neither a place nor a known one");
    }
    return new FeatureDraft(layer.id(), id, place.geometry(), properties, from, to, place.source());
  }

  static boolean isSame(Geometry one, Geometry other) {
    Geometry a = single(one);
    Geometry b = single(other);
    return a.equalsExact(b, SAME_PLACE_DEGREES) || (a instanceof Polygonal && isSameArea(a, b));
  }

  /** Formats prescribe in which direction rings turn, and each another one. */
  private static boolean isSameArea(Geometry one, Geometry other) {
    List<LinearRing> rings = rings(one);
    List<LinearRing> others = rings(other);
    if (one.getNumGeometries() != other.getNumGeometries() || rings.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < rings.size(); i++) {
      LinearRing ring = rings.get(i);
      LinearRing turned = others.get(i).reverse();
      if (!ring.equalsExact(others.get(i), SAME_PLACE_DEGREES)
          && !ring.equalsExact(turned, SAME_PLACE_DEGREES)) {
        return false;
      }
    }
    return true;
  }

  private static List<LinearRing> rings(Geometry geometry) {
    List<LinearRing> rings = new ArrayList<>();
    geometry.apply(
        (GeometryComponentFilter)
            part -> {
              if (part instanceof LinearRing ring) {
                rings.add(ring);
              }
            });
    return rings;
  }

  /** A collection of one line or polygon says the same as the line or polygon. */
  private static Geometry single(Geometry geometry) {
    Geometry first = geometry.getNumGeometries() == 1 ? geometry.getGeometryN(0) : geometry;
    return first instanceof LineString || first instanceof Polygon ? first : geometry;
  }
}
