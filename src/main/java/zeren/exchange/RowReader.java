package zeren.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import zeren.layer.FeatureDraft;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;

/** Makes a feature draft of one row, or says everything that is wrong with it. */
record RowReader(Manifest.Entry entry, LayerDeclaration layer, Row row) {

  /**
   * @param faults receives what is wrong
   * @return the draft; empty when anything was wrong
   */
  Optional<FeatureDraft> read(List<RowException> faults) {
    Positions.Position position = readPosition(faults);
    if (position == null && row.values().isEmpty()) {
      return Optional.empty();
    }
    Object id = row.values().get("id");
    if (id == null || id.toString().isEmpty()) {
      faults.add(new RowException("id", null, "is missing"));
    }
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    for (LayerField field : layer.fields()) {
      try {
        Object value = FieldValues.convert(field, given(field.name()));
        if (value != null) {
          properties.put(field.name(), value);
        }
      } catch (RowException e) {
        faults.add(e);
      }
    }
    if (position == null || !faults.isEmpty()) {
      return Optional.empty();
    }
    String idText = Objects.requireNonNull(id).toString();
    return Optional.of(
        new FeatureDraft(
            layer.id(),
            idText,
            position.geometry(),
            properties,
            entry.validFrom(),
            position.source()));
  }

  private Positions.@Nullable Position readPosition(List<RowException> faults) {
    try {
      return Positions.read(row, entry, layer);
    } catch (RowException e) {
      faults.add(e);
      return null;
    }
  }

  /**
   * What the row has; where it has nothing about its provenance, what the manifest says of the
   * whole file.
   */
  private @Nullable Object given(String field) {
    Object value = row.values().get(field);
    if (value != null) {
      return value;
    }
    return switch (field) {
      case "source" -> entry.source();
      case "accuracy_m" -> entry.accuracyM();
      case "synthetic" -> false;
      default -> null;
    };
  }
}
