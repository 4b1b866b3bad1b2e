package zeren.responsibility;

import static zeren.responsibility.Parties.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zeren.layer.LayerView;
import zeren.responsibility.Candidate.Reach;

/** Collects all assignments and records that apply to a place, for whatever role and topic. */
final class CandidateSearch {

  private final Map<String, DutyLayer> layers;
  private final Assignments assignments;
  private final Surroundings here;
  private final List<Candidate> found = new ArrayList<>();

  /** Assignments to kinds that have been taken already: one place may lie in several of a kind. */
  private final Set<String> taken = new HashSet<>();

  private CandidateSearch(
      Map<String, DutyLayer> layers, Assignments assignments, Surroundings here) {
    this.layers = layers;
    this.assignments = assignments;
    this.here = here;
  }

  static List<Candidate> find(
      Map<String, DutyLayer> layers, Assignments assignments, Surroundings here) {
    CandidateSearch search = new CandidateSearch(layers, assignments, here);
    search.ofObject(here.place().object());
    here.zoneAssignments().forEach(search::ofZone);
    here.lines().forEach(seat -> search.ofSeat(seat, Rule.LINE, Reach.LINE));
    for (Seat seat : here.areas()) {
      search.ofSeat(seat, search.isAbove(seat) ? Rule.ABOVE : Rule.COVERS, Reach.AREA);
    }
    return search.found;
  }

  /** Whether an area of the same layer goes before this one everywhere. */
  private boolean isAbove(Seat seat) {
    if (!seat.covers()) {
      return true;
    }
    if (!seat.layer().hasLevels()) {
      return false;
    }
    return seat.piece() != null
        ? seat.net() == 0
        : here.areas().stream()
            .anyMatch(
                other ->
                    other.layer() == seat.layer()
                        && other.covers()
                        && other.order() < seat.order());
  }

  private void ofObject(Place.@Nullable ObjectRow object) {
    if (object == null) {
      return;
    }
    for (Assignment assignment : assignments.of(object.view(), object.row())) {
      found.add(Candidate.of(assignment, object.ref(), Rule.OBJECT, Reach.OBJECT, null, 0));
    }
    DutyLayer duty = layers.get(object.layer());
    Party recorded = duty == null ? null : duty.recorded(object.row());
    if (duty != null && recorded != null) {
      found.add(Candidate.ofRecord(duty, object.row(), recorded, Rule.RECORD, Reach.OBJECT, null));
    }
    ofKinds(object.view(), object.row(), null);
  }

  private void ofZone(Surroundings.ZoneAssignment zone) {
    found.add(
        Candidate.of(
            zone.assignment(), zone.centre(), Rule.ZONE, Reach.ZONE, null, zone.distance()));
  }

  private void ofSeat(Seat seat, Rule rule, Reach reach) {
    LayerView view = seat.layer().view();
    for (Assignment assignment : assignments.of(view, seat.row())) {
      found.add(Candidate.of(assignment, seat.ref(), rule, reach, seat, seat.distance()));
    }
    Party recorded = seat.layer().recorded(seat.row());
    if (recorded != null) {
      found.add(Candidate.ofRecord(seat.layer(), seat.row(), recorded, rule, reach, seat));
    }
    if (seat.covers()) {
      ofKinds(view, seat.row(), seat);
    }
  }

  private void ofKinds(LayerView view, int row, @Nullable Seat seat) {
    for (Assignment assignment : assignments.ofKinds(view.declaration().id())) {
      Assignment.Scope scope = assignment.scope();
      if (matches(scope, view, row) && taken.add(assignment.id())) {
        found.add(
            Candidate.of(
                assignment,
                new FeatureRef(scope.layer(), "", kind(scope, view)),
                Rule.FILTER,
                reach(scope),
                null,
                seat == null ? 0 : seat.distance()));
      }
    }
  }

  private static Reach reach(Assignment.Scope scope) {
    if (scope.district() != null) {
      return Reach.KIND_IN_DISTRICT;
    }
    if (scope.city() != null) {
      return Reach.KIND_IN_CITY;
    }
    return scope.field() == null ? Reach.WHOLE_LAYER : Reach.KIND;
  }

  private boolean matches(Assignment.Scope scope, LayerView view, int row) {
    String field = scope.field();
    String wanted = scope.value();
    if (field != null && wanted != null) {
      String value = text(view, row, field);
      if (value == null || !Arrays.asList(value.split(";", -1)).contains(wanted)) {
        return false;
      }
    }
    return (scope.district() == null || liesIn("id", scope.district(), view, row))
        && (scope.city() == null || liesIn("city", scope.city(), view, row));
  }

  /** Whether the place lies in a territory with this id or this city, or is one. */
  private boolean liesIn(String what, String wanted, LayerView view, int row) {
    DutyLayer own = layers.get(view.declaration().id());
    if (own != null && own.role() == Role.TERRITORIAL && has(what, wanted, view, row)) {
      return true;
    }
    return here.areas().stream()
        .anyMatch(
            seat ->
                seat.layer().role() == Role.TERRITORIAL
                    && seat.covers()
                    && has(what, wanted, seat.layer().view(), seat.row()));
  }

  private static boolean has(String what, String wanted, LayerView view, int row) {
    return wanted.equals(what.equals("id") ? view.id(row) : text(view, row, what));
  }

  /** In the words of the layer, such as {@code 施工工地: 拆迁}. */
  private static String kind(Assignment.Scope scope, LayerView view) {
    String layer = view.declaration().title().zh();
    String field = scope.field();
    String value = scope.value();
    if (field == null || value == null) {
      return layer;
    }
    return layer
        + ": "
        + view.declaration()
            .findField(field)
            .map(declared -> declared.values())
            .map(values -> values.get(value))
            .map(title -> title.zh())
            .orElse(value);
  }
}
