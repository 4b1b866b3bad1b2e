package zeren.responsibility;

import static zeren.responsibility.Parties.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zeren.layer.LayerView;

/** The rows of the table {@code assignment} on one day, by what they are for. */
final class Assignments {

  private final Map<String, Map<String, List<Assignment>>> byFeature = new HashMap<>();
  private final Map<String, List<Kind>> byKind = new HashMap<>();
  private final List<Assignment> ofZones = new ArrayList<>();
  private final List<Assignment> all = new ArrayList<>();

  /**
   * @param layers all layers by id
   */
  Assignments(LayerView table, Parties parties, Map<String, LayerView> layers) {
    for (int row = 0; row < table.size(); row++) {
      read(table, row, parties).ifPresent(assignment -> add(assignment, layers));
    }
  }

  /** Empty for a row without a party or a role, or with half a scope: such a row says nothing. */
  private static Optional<Assignment> read(LayerView table, int row, Parties parties) {
    Party party = parties.find(text(table, row, "unit"), text(table, row, "person"));
    Role role = Role.find(String.valueOf(table.value(row, "role"))).orElse(null);
    String layer = text(table, row, "scope_layer");
    String topics = text(table, row, "topics");
    if (party == null || role == null || layer == null || topics == null) {
      return Optional.empty();
    }
    Assignment.Scope scope = scope(table, row, layer);
    if (!scope.isWhole()) {
      return Optional.empty();
    }
    return Optional.of(
        new Assignment(
            table.id(row),
            party,
            role,
            Topic.parse(topics),
            scope,
            table.value(row, "rank") instanceof Long rank
                ? (int) Math.max(1, Math.min(1_000_000, rank))
                : Assignment.FIRST_RANK,
            Boolean.TRUE.equals(table.value(row, "negated")),
            new Basis(text(table, row, "document"), text(table, row, "clause"))));
  }

  static Assignment.Scope scope(LayerView table, int row, String layer) {
    return new Assignment.Scope(
        layer,
        text(table, row, "scope_id"),
        text(table, row, "scope_field"),
        text(table, row, "scope_value"),
        text(table, row, "scope_district"),
        text(table, row, "scope_city"),
        table.value(row, "zone_radius") instanceof Double metres ? metres : null);
  }

  private void add(Assignment assignment, Map<String, LayerView> layers) {
    all.add(assignment);
    Assignment.Scope scope = assignment.scope();
    if (scope.isZone()) {
      ofZones.add(assignment);
    } else if (scope.id() != null) {
      byFeature
          .computeIfAbsent(scope.layer(), key -> new HashMap<>())
          .computeIfAbsent(scope.id(), key -> new ArrayList<>())
          .add(assignment);
    } else if (layers.containsKey(scope.layer())) {
      byKind
          .computeIfAbsent(scope.layer(), layer -> new ArrayList<>())
          .add(Kind.of(assignment, layers.get(scope.layer()).declaration()));
    }
  }

  List<Assignment> all() {
    return all;
  }

  /** Those for one feature. */
  List<Assignment> of(LayerView view, int row) {
    Map<String, List<Assignment>> ofLayer = byFeature.get(view.declaration().id());
    return ofLayer == null ? List.of() : ofLayer.getOrDefault(view.id(row), List.of());
  }

  /** Those for kinds of features of a layer, or for all of it. */
  List<Kind> ofKinds(String layer) {
    return byKind.getOrDefault(layer, List.of());
  }

  /** Those for zones. */
  List<Assignment> ofZones() {
    return ofZones;
  }
}
