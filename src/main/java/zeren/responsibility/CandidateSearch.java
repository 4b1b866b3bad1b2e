package zeren.responsibility;

import static zeren.responsibility.Parties.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zeren.layer.LayerView;
import zeren.responsibility.Candidate.Reach;
import zeren.responsibility.Candidate.Scope;

/** Collects all assignments and records that apply to a place, for whatever role and topic. */
final class CandidateSearch {

  private final Map<String, DutyLayer> layers;
  private final Assignments assignments;
  private final Surroundings here;
  private final List<Candidate> found = new ArrayList<>();

  /** By layer the areas and lines that may be of a kind. */
  private final Map<String, List<Seat>> seats = new LinkedHashMap<>();

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
    here.zoneAssignments()
        .forEach(
            zone ->
                search.found.add(
                    Candidate.of(
                        zone.assignment(),
                        Scope.ofZone(zone.centre(), zone.radius(), zone.distance()))));
    here.lines().forEach(seat -> search.ofSeat(Scope.ofSeat(seat, Rule.LINE, Reach.LINE), seat));
    for (Seat seat : here.areas()) {
      Rule rule = search.isAbove(seat) ? Rule.ABOVE : Rule.COVERS;
      search.ofSeat(Scope.ofSeat(seat, rule, Reach.AREA), seat);
    }
    search.seats.forEach(search::ofKinds);
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
    if (seat.piece() != null) {
      return seat.net() == 0;
    }
    for (Seat other : here.areas()) {
      if (other.layer() == seat.layer() && other.covers() && other.order() < seat.order()) {
        return true;
      }
    }
    return false;
  }

  private void ofObject(Place.@Nullable ObjectRow object) {
    if (object == null) {
      return;
    }
    for (Assignment assignment : assignments.of(object.view(), object.row())) {
      found.add(Candidate.of(assignment, Scope.ofObject(object.ref(), Rule.OBJECT)));
    }
    DutyLayer duty = layers.get(object.layer());
    Party recorded = duty == null ? null : recorded(duty, object.row());
    if (duty != null && recorded != null) {
      Scope scope = Scope.ofObject(object.ref(), Rule.RECORD);
      found.add(Candidate.ofRecord(duty, object.row(), recorded, scope));
    }
    seats.put(object.layer(), new ArrayList<>());
  }

  private void ofSeat(Scope scope, Seat seat) {
    for (Assignment assignment : assignments.of(seat.layer().view(), seat.row())) {
      found.add(Candidate.of(assignment, scope));
    }
    Party recorded = recorded(seat.layer(), seat.row());
    if (recorded != null) {
      found.add(Candidate.ofRecord(seat.layer(), seat.row(), recorded, scope));
    }
    if (seat.covers()) {
      seats.computeIfAbsent(seat.layer().id(), layer -> new ArrayList<>()).add(seat);
    }
  }

  /**
   * A record that names but the area itself, as that of a district, says no more than others do.
   */
  private @Nullable Party recorded(DutyLayer layer, int row) {
    if (layer.namesItself()) {
      Set<Topic> assigned = EnumSet.noneOf(Topic.class);
      assignments.of(layer.view(), row).stream()
          .filter(assignment -> assignment.role() == layer.role() && !assignment.negated())
          .forEach(assignment -> assigned.addAll(assignment.topics()));
      if (assigned.containsAll(layer.topics())) {
        return null;
      }
    }
    return layer.recorded(row);
  }

  private void ofKinds(String layer, List<Seat> ofLayer) {
    Place.ObjectRow object = here.place().object();
    for (Kind kind : assignments.ofKinds(layer)) {
      Assignment.Scope scope = kind.assignment().scope();
      boolean ofObject =
          object != null
              && object.layer().equals(layer)
              && matches(scope, object.view(), object.row());
      List<Seat> ofKind = new ArrayList<>(2);
      for (Seat seat : ofLayer) {
        if (matches(scope, seat.layer().view(), seat.row())) {
          ofKind.add(seat);
        }
      }
      if (ofObject || !ofKind.isEmpty()) {
        double distance = ofObject ? 0 : ofKind.get(0).distance();
        found.add(Candidate.of(kind.assignment(), scope(kind, ofKind, distance)));
      }
    }
  }

  private Scope scope(Kind kind, List<Seat> ofKind, double distance) {
    Assignment.Scope scope = kind.assignment().scope();
    String district = scope.district();
    Seat part = district == null ? null : territory(district);
    return new Scope(
        kind.ref(),
        Rule.FILTER,
        reach(scope),
        // The development zone before its county, and a kind before all of the layer.
        (part == null ? 0 : 2 * part.order()) + (scope.field() == null ? 1 : 0),
        part,
        ofKind,
        distance);
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
    for (Seat seat : here.areas()) {
      if (isTerritory(seat) && has(what, wanted, seat.layer().view(), seat.row())) {
        return true;
      }
    }
    DutyLayer own = layers.get(view.declaration().id());
    return own != null && own.role() == Role.TERRITORIAL && has(what, wanted, view, row);
  }

  /** The territory that the place lies in; null when it is the object itself. */
  private @Nullable Seat territory(String id) {
    for (Seat seat : here.areas()) {
      if (isTerritory(seat) && seat.layer().view().id(seat.row()).equals(id)) {
        return seat;
      }
    }
    return null;
  }

  private static boolean isTerritory(Seat seat) {
    return seat.layer().role() == Role.TERRITORIAL && seat.covers();
  }

  private static boolean has(String what, String wanted, LayerView view, int row) {
    return wanted.equals(what.equals("id") ? view.id(row) : text(view, row, what));
  }
}
