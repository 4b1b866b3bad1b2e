package zeren.layer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zeren.geo.GeometryRepair;

/** Whether drafts fit the declaration of their layer. */
final class DraftCheck {

  private static final int LONGEST_ID = 200;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}]");

  private final LayerDeclaration declaration;
  private final Map<String, LayerField> fields;
  private final List<DraftException.Refusal> refusals = new ArrayList<>();

  DraftCheck(Declarations declarations, String layer) {
    this.declaration =
        declarations
            .find(layer)
            .orElseThrow(() -> new IllegalArgumentException("No layer is declared as " + layer));
    this.fields =
        declaration.fields().stream().collect(Collectors.toMap(LayerField::name, field -> field));
  }

  /**
   * @throws DraftException with every reason found
   */
  void check(Collection<FeatureDraft> drafts) {
    Set<String> ids = new HashSet<>();
    for (FeatureDraft draft : drafts) {
      checkId(draft, ids);
      checkGeometry(draft);
      checkPeriod(draft);
      checkProperties(draft);
    }
    if (!refusals.isEmpty()) {
      throw new DraftException(declaration.id(), refusals);
    }
  }

  private void checkId(FeatureDraft draft, Set<String> ids) {
    String id = draft.id();
    if (id.isBlank() || id.length() > LONGEST_ID || CONTROL.matcher(id).find()) {
      refuse(draft, "id", "must be 1 to " + LONGEST_ID + " characters without control characters");
    }
    if (id.indexOf(',') >= 0 || id.equals(".") || id.equals("..")) {
      // Lists of ids are separated by commas, and browsers resolve dots in a path.
      refuse(draft, "id", "must not hold a comma, nor be '.' or '..'");
    }
    if (!ids.add(id)) {
      refuse(draft, "id", "stands twice in this recording");
    }
  }

  private void checkGeometry(FeatureDraft draft) {
    if (!declaration.geometry().accepts(draft.geometry())) {
      String isA = "is a " + draft.geometry().getGeometryType();
      boolean isTable = declaration.geometry() == GeometryType.NONE;
      refuse(draft, "geometry", isTable ? isA + "; a row of this table has none" : isA);
      return;
    }
    if (declaration.geometry() == GeometryType.NONE) {
      return;
    }
    GeometryRepair.findDefect(draft.geometry())
        .ifPresent(defect -> refuse(draft, "geometry", defect.message()));
  }

  private void checkPeriod(FeatureDraft draft) {
    LocalDate end = draft.validTo();
    if (end != null && !draft.validFrom().isBefore(end)) {
      String reason = "is %s; it must be after valid_from, %s".formatted(end, draft.validFrom());
      refuse(draft, "valid_to", reason);
    }
  }

  private void checkProperties(FeatureDraft draft) {
    for (Map.Entry<String, @Nullable Object> entry : draft.properties().entrySet()) {
      LayerField field = fields.get(entry.getKey());
      Object value = entry.getValue();
      if (field == null) {
        refuse(draft, entry.getKey(), "is not a field of this layer");
      } else if (value != null && !field.type().accepts(value)) {
        refuse(draft, field.name(), "is '" + value + "', not of type " + field.type());
      } else if (value != null && field.values() != null && !isAllowed(field, value.toString())) {
        String how = field.many() ? ", several joined by ';' in this order" : "";
        String allowed = "; allowed: " + field.values().keySet() + how;
        refuse(draft, field.name(), "is '" + value + "'" + allowed);
      }
    }
    for (LayerField field : declaration.fields()) {
      if (field.required() && draft.properties().get(field.name()) == null) {
        refuse(draft, field.name(), "is required");
      }
    }
  }

  private static boolean isAllowed(LayerField field, String value) {
    return field.many()
        ? ManyValues.isJoined(field, value)
        : field.values() != null && field.values().containsKey(value);
  }

  private void refuse(FeatureDraft draft, String field, String reason) {
    refusals.add(new DraftException.Refusal(draft.id(), field, reason));
  }
}
