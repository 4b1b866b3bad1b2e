package zeren.responsibility;

import static zeren.responsibility.Parties.text;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import zeren.layer.LayerField;
import zeren.layer.LayerView;
import zeren.layer.Title;

/**
 * Why an assignment leads nowhere.
 *
 * @param code {@code no_layer}, {@code half_scope}, {@code no_feature}, {@code no_field}, {@code
 *     no_value}, {@code no_district}, {@code no_city} or {@code no_party}
 * @param missing what is not there; null when the row does not even name it
 */
record ScopeFault(String code, @Nullable FeatureRef missing) {

  static Optional<ScopeFault> find(AuditDay day, int row) {
    LayerView table = day.assignments();
    String layer = text(table, row, "scope_layer");
    Optional<LayerView> scope = day.findView(layer);
    if (scope.isEmpty()) {
      return fault("no_layer", String.valueOf(layer), "");
    }
    if (!Assignments.scope(table, row, String.valueOf(layer)).isWhole()) {
      return Optional.of(new ScopeFault("half_scope", null));
    }
    if (text(table, row, "person") == null && text(table, row, "unit") == null) {
      return Optional.of(new ScopeFault("no_party", null));
    }
    return ofFeature(scope.get(), text(table, row, "scope_id"))
        .or(
            () ->
                ofValue(
                    scope.get(), text(table, row, "scope_field"), text(table, row, "scope_value")))
        .or(() -> ofDistrict(day, text(table, row, "scope_district")))
        .or(() -> ofCity(day, text(table, row, "scope_city")))
        .or(() -> ofParty(day, "person", text(table, row, "person")))
        .or(() -> ofParty(day, "unit", text(table, row, "unit")));
  }

  private static Optional<ScopeFault> fault(String code, String layer, String what) {
    return Optional.of(new ScopeFault(code, new FeatureRef(layer, what, what)));
  }

  private static Optional<ScopeFault> ofFeature(LayerView scope, @Nullable String id) {
    return id == null || scope.findRow(id).isPresent()
        ? Optional.empty()
        : fault("no_feature", scope.declaration().id(), id);
  }

  /** That nothing has the value today is a fault only of one that is not declared. */
  private static Optional<ScopeFault> ofValue(
      LayerView scope, @Nullable String name, @Nullable String value) {
    if (name == null || value == null) {
      return Optional.empty();
    }
    Optional<LayerField> field = scope.declaration().findField(name);
    String layer = scope.declaration().id();
    if (field.isEmpty()) {
      return fault("no_field", layer, name);
    }
    Map<String, Title> declared = field.get().values();
    boolean known = declared == null ? has(scope, name, value) : declared.containsKey(value);
    return known ? Optional.empty() : fault("no_value", layer, name + "=" + value);
  }

  private static boolean has(LayerView view, String field, String value) {
    return IntStream.range(0, view.size())
        .mapToObj(row -> text(view, row, field))
        .anyMatch(found -> found != null && Arrays.asList(found.split(";", -1)).contains(value));
  }

  private static Optional<ScopeFault> ofDistrict(AuditDay day, @Nullable String id) {
    if (id == null || day.districts().filter(view -> view.findRow(id).isPresent()).isPresent()) {
      return Optional.empty();
    }
    return fault("no_district", "district", id);
  }

  private static Optional<ScopeFault> ofCity(AuditDay day, @Nullable String city) {
    if (city == null || day.districts().filter(view -> has(view, "city", city)).isPresent()) {
      return Optional.empty();
    }
    return fault("no_city", "district", city);
  }

  private static Optional<ScopeFault> ofParty(AuditDay day, String table, @Nullable String id) {
    return id == null || day.view(table).findRow(id).isPresent()
        ? Optional.empty()
        : fault("no_party", table, id);
  }
}
