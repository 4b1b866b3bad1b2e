package zeren.responsibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import zeren.layer.GeometryType;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerView;
import zeren.layer.Visibility;
import zeren.layer.ZoneRule;

/**
 * Who is responsible for what, as it was known to be on one day: the layers that stand for a role,
 * the assignments, and what is required. Immutable, and read by many at once.
 */
public final class ResponsibilityMap {

  private final Map<String, LayerView> views = new LinkedHashMap<>();
  private final Map<String, DutyLayer> byId = new LinkedHashMap<>();
  private final List<DutyLayer> layers = new ArrayList<>();
  private final Assignments assignments;
  private final Requirements requirements;
  private final Surveyor surveyor;

  /**
   * @param views all layers on the day, with all fields
   * @param duties what a view's features stand for; null when for nothing
   */
  ResponsibilityMap(List<LayerView> views, Function<LayerView, @Nullable DutyLayer> duties) {
    for (LayerView view : views) {
      this.views.put(view.declaration().id(), view);
      DutyLayer duty = duties.apply(view);
      if (duty != null) {
        byId.put(duty.id(), duty);
      }
    }
    layers.addAll(byId.values());
    assignments =
        new Assignments(view("assignment"), new Parties(view("unit"), view("person")), this.views);
    requirements = new Requirements(view("required_role"));
    surveyor = new Surveyor(layers, zones(), assignedZones());
  }

  static ResponsibilityMap of(List<LayerView> views) {
    return new ResponsibilityMap(views, view -> DutyLayer.of(view).orElse(null));
  }

  /** The same with another layer in the place of the one with its id. */
  ResponsibilityMap with(LayerView changed) {
    List<LayerView> all = new ArrayList<>();
    views
        .values()
        .forEach(
            view ->
                all.add(
                    view.declaration().id().equals(changed.declaration().id()) ? changed : view));
    return new ResponsibilityMap(
        all,
        view -> view == changed ? DutyLayer.of(view).orElse(null) : duty(view.declaration().id()));
  }

  /** A layer with all its fields, on the day of this map. */
  LayerView view(String layer) {
    LayerView view = views.get(layer);
    if (view == null) {
      throw new IllegalArgumentException("No layer is declared as " + layer);
    }
    return view;
  }

  /** The declaration of a layer that there is. */
  public LayerDeclaration declaration(String layer) {
    return view(layer).declaration();
  }

  /** All layers, lowest in drawing order first. */
  Iterable<LayerView> views() {
    return views.values();
  }

  /**
   * The layers of objects that stand in a register: those whose record names a district, and that
   * are no cells themselves.
   */
  List<LayerView> registers() {
    return views.values().stream().filter(view -> isRegister(view.declaration())).toList();
  }

  private boolean isRegister(LayerDeclaration layer) {
    DutyLayer duty = byId.get(layer.id());
    return layer.onRecord() != null
        && layer.onRecord().containsKey("district")
        && layer.geometry() != GeometryType.NONE
        && (duty == null || !duty.dividesTheCity());
  }

  /** The layer if its features stand for a role; null when not. */
  @Nullable DutyLayer duty(String layer) {
    return byId.get(layer);
  }

  List<DutyLayer> duties() {
    return layers;
  }

  Assignments assignments() {
    return assignments;
  }

  Requirements requirements() {
    return requirements;
  }

  private ZoneIndex<FeatureRef> zones() {
    ZoneIndex<FeatureRef> zones = new ZoneIndex<>();
    for (LayerView view : views.values()) {
      ZoneRule rule = view.declaration().zone();
      for (int row = 0; rule != null && row < view.size(); row++) {
        if (hasZone(view, row)) {
          FeatureRef centre = new FeatureRef(view.declaration().id(), view.id(row), view.name(row));
          zones.add(centre, view.geometry(row), rule.radius());
        }
      }
    }
    zones.build();
    return zones;
  }

  /** Whether a feature has a zone, as its layer declares it. */
  static boolean hasZone(LayerView view, int row) {
    ZoneRule rule = view.declaration().zone();
    return rule != null
        && (rule.field() == null
            || String.valueOf(rule.value()).equals(String.valueOf(view.value(row, rule.field()))));
  }

  private ZoneIndex<Surroundings.ZoneAssignment> assignedZones() {
    ZoneIndex<Surroundings.ZoneAssignment> zones = new ZoneIndex<>();
    for (Assignment assignment : assignments.ofZones()) {
      Assignment.Scope scope = assignment.scope();
      LayerView view = views.get(scope.layer());
      OptionalInt row =
          view == null || scope.id() == null ? OptionalInt.empty() : view.findRow(scope.id());
      Double radius = scope.zoneRadius();
      if (view != null && row.isPresent() && radius != null) {
        int at = row.getAsInt();
        FeatureRef centre = new FeatureRef(scope.layer(), view.id(at), view.name(at));
        zones.add(
            new Surroundings.ZoneAssignment(assignment, centre, radius, 0),
            view.geometry(at),
            radius);
      }
    }
    zones.build();
    return zones;
  }

  /**
   * Who is responsible.
   *
   * @param topics what for; at least one
   */
  public Answers answer(Place place, Set<Topic> topics) {
    Surroundings here = surveyor.survey(place);
    List<Candidate> candidates = CandidateSearch.find(byId, assignments, here);
    return new Answering(layers, requirements, here, candidates, topics).answer();
  }

  /**
   * A feature to ask about; empty when there is none on the day, or it has no place, as a row of a
   * table.
   */
  public Optional<Place> findObject(String layer, String id) {
    LayerView view = view(layer);
    OptionalInt row = view.findRow(id);
    return row.isEmpty() || view.box(row.getAsInt()).isNull()
        ? Optional.empty()
        : Optional.of(Place.of(view, row.getAsInt()));
  }

  /**
   * Who is in charge of an area as a whole, in the role that its layer stands for. Null when nobody
   * is.
   */
  @Nullable Party holder(DutyLayer layer, int row, Set<Topic> topics) {
    return answer(Place.standingFor(layer.view(), row), topics).effective(layer.role()).stream()
        .map(Answer::party)
        .findFirst()
        .orElse(null);
  }

  /**
   * Who is in charge of an area as a whole, for everything, as far as the public may know; empty
   * when nobody is, and when the layer stands for no role.
   */
  public Optional<Party> findHolder(String layer, String id) {
    DutyLayer duty = byId.get(layer);
    OptionalInt row = view(layer).findRow(id);
    if (duty == null || row.isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(holder(duty, row.getAsInt(), Topic.asked(null)))
        .map(Party::forThePublic);
  }

  /** Whether the areas of a layer divide the city among those in charge. */
  public boolean dividesTheCity(String layer) {
    DutyLayer duty = byId.get(layer);
    return duty != null && duty.dividesTheCity();
  }

  /** Whether somebody leads the joint control of the zone round a feature. */
  public boolean hasLead(FeatureRef centre) {
    return assignments.ofZones().stream()
        .anyMatch(
            assignment ->
                assignment.role() == Role.LEAD
                    && !assignment.negated()
                    && assignment.scope().layer().equals(centre.layer())
                    && centre.id().equals(assignment.scope().id()));
  }

  /** Whether everybody may see the layer. */
  public boolean isPublic(String layer) {
    return view(layer).declaration().visibility() == Visibility.PUBLIC;
  }

  /** The areas that the place belongs to, and those above them. */
  List<Seat> areas(Place place) {
    return surveyor.areas(place);
  }
}
