package zeren.layer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One field of a feature that a change gave another value.
 *
 * @param field name of the field, or {@code geometry}, {@code valid_from}, {@code valid_to}
 * @param before null when there was none
 * @param after null when there is none any more
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FieldChange(String field, @Nullable Object before, @Nullable Object after) {

  /**
   * What is different, field by field.
   *
   * @param before null when the feature was not there
   */
  public static List<FieldChange> between(@Nullable FeatureVersion before, FeatureVersion after) {
    List<FieldChange> changes = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>(after.properties().keySet());
    if (before != null) {
      names.addAll(before.properties().keySet());
    }
    for (String name : names) {
      Object was = before == null ? null : before.properties().get(name);
      Object is = after.properties().get(name);
      if (!Objects.equals(was, is)) {
        changes.add(new FieldChange(name, was, is));
      }
    }
    if (before == null) {
      if (!after.geometry().isEmpty()) {
        changes.add(new FieldChange("geometry", null, after.geometry()));
      }
      changes.add(new FieldChange("valid_from", null, after.validFrom()));
      if (after.validTo() != null) {
        changes.add(new FieldChange("valid_to", null, after.validTo()));
      }
      return changes;
    }
    if (!before.geometry().equalsExact(after.geometry())) {
      changes.add(new FieldChange("geometry", before.geometry(), after.geometry()));
    }
    if (changes.isEmpty() && !before.validFrom().equals(after.validFrom())) {
      changes.add(new FieldChange("valid_from", before.validFrom(), after.validFrom()));
    }
    if (!Objects.equals(before.validTo(), after.validTo())) {
      changes.add(new FieldChange("valid_to", before.validTo(), after.validTo()));
    }
    return changes;
  }
}
