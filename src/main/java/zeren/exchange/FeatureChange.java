package zeren.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureVersion;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;

/**
 * A feature that an import creates, changes or closes.
 *
 * @param row the row of the file; 0 when there is none
 * @param lon of a point on it, in EPSG:4490; null in a table
 * @param lat of that point; null in a table
 * @param fields what is different
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FeatureChange(
    String id,
    String name,
    long row,
    @Nullable Double lon,
    @Nullable Double lat,
    List<FieldChange> fields) {

  private static final int LONGEST = 500;

  /**
   * @param field name of the field, or {@code geometry} or {@code valid_to}
   * @param before null when it had no value
   * @param after null when it has none now
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record FieldChange(String field, @Nullable Object before, @Nullable Object after) {}

  static FeatureChange of(
      LayerDeclaration layer, long row, FeatureDraft draft, @Nullable FeatureVersion before) {
    List<FieldChange> fields = new ArrayList<>();
    Map<String, @Nullable Object> known = before == null ? Map.of() : before.properties();
    for (LayerField field : layer.fields()) {
      Object was = known.get(field.name());
      Object is = draft.properties().get(field.name());
      if (!Objects.equals(was, is)) {
        fields.add(new FieldChange(field.name(), shortened(was), shortened(is)));
      }
    }
    if (before == null
        ? !draft.geometry().isEmpty()
        : !Merge.isSame(before.geometry(), draft.geometry())) {
      String was = before == null ? null : text(before.geometry());
      fields.add(new FieldChange(RowPlaces.FIELD, was, text(draft.geometry())));
    }
    LocalDate end = before == null ? null : before.validTo();
    if (!Objects.equals(end, draft.validTo())) {
      fields.add(new FieldChange(RowPeriod.TO, end, draft.validTo()));
    }
    return at(
        draft.geometry(), draft.id(), name(layer, draft.id(), draft.properties()), row, fields);
  }

  static FeatureChange closing(LayerDeclaration layer, FeatureVersion version) {
    String name = name(layer, version.id(), version.properties());
    return at(version.geometry(), version.id(), name, 0, List.of());
  }

  private static FeatureChange at(
      Geometry geometry, String id, String name, long row, List<FieldChange> fields) {
    if (geometry.isEmpty()) {
      return new FeatureChange(id, name, row, null, null, List.copyOf(fields));
    }
    Point on = geometry instanceof Point point ? point : geometry.getInteriorPoint();
    return new FeatureChange(id, name, row, on.getX(), on.getY(), List.copyOf(fields));
  }

  private static String name(
      LayerDeclaration layer, String id, Map<String, @Nullable Object> properties) {
    Object name = properties.get(layer.name());
    return name == null ? id : name.toString();
  }

  /** For a list to look through; the whole of it is in the history. */
  private static @Nullable Object shortened(@Nullable Object value) {
    return value instanceof String text && text.length() > LONGEST
        ? text.substring(0, LONGEST) + "…"
        : value;
  }

  private static String text(Geometry geometry) {
    return geometry instanceof Point point
        ? String.format(Locale.ROOT, "%.6f, %.6f", point.getX(), point.getY())
        : geometry.getGeometryType() + ", " + geometry.getNumPoints() + " points";
  }
}
