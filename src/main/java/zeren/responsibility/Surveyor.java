package zeren.responsibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import zeren.geo.Geodesy;
import zeren.geo.LocalScale;
import zeren.responsibility.Surroundings.ZoneAssignment;

/** Finds what a place belongs to: areas, lines and zones. */
final class Surveyor {

  /** Nearer than this, two lines are equally near. */
  private static final double SAME_METRES = 0.01;

  private static final int MOST_ANCESTORS = 12;

  private static final Comparator<NearFeature> NEAREST_FIRST =
      Comparator.comparingDouble(NearFeature::distance)
          .thenComparing(near -> near.feature().layer())
          .thenComparing(near -> near.feature().id());

  /** Of a place that may be kilometres off, the nearest of a layer tell enough. */
  private static final int MOST_NEAR = 20;

  private final List<DutyLayer> layers;
  private final ZoneIndex<FeatureRef> zones;
  private final ZoneIndex<ZoneAssignment> assignedZones;

  /**
   * @param assignedZones with assignments at distance 0
   */
  Surveyor(
      List<DutyLayer> layers,
      ZoneIndex<FeatureRef> zones,
      ZoneIndex<ZoneAssignment> assignedZones) {
    this.layers = layers;
    this.zones = zones;
    this.assignedZones = assignedZones;
  }

  Surroundings survey(Place place) {
    List<Seat> areas = new ArrayList<>();
    List<Seat> lines = new ArrayList<>();
    List<NearFeature> nearEdge = new ArrayList<>();
    DutyLayer territory = territory(place);
    for (DutyLayer layer : layers) {
      AreaIndex index = layer.areas();
      if (index != null) {
        List<Seat> seats = areas(place, layer, index);
        areas.addAll(territory == null ? seats : inChargeOf(territory, place, seats));
        nearEdge.addAll(nearEdge(place, layer, index));
      } else if (layer.isLine() && !layer.holds(place.object())) {
        lines.addAll(linesAt(place, layer));
      }
    }
    nearEdge.sort(NEAREST_FIRST);
    return new Surroundings(place, areas, lines, assigned(place), zones(place), nearEdge);
  }

  /** The layer of a district or a cell that is asked about; null when it is something else. */
  private @Nullable DutyLayer territory(Place place) {
    return layers.stream()
        .filter(layer -> layer.dividesTheCity() && layer.holds(place.object()))
        .findFirst()
        .orElse(null);
  }

  /**
   * A district or a cell is asked about as a whole: neither the cells in it nor a neighbour that
   * overlaps are in charge of it. Those above a cell are named, and do not take its place when it
   * has no chief.
   */
  private static List<Seat> inChargeOf(DutyLayer territory, Place place, List<Seat> seats) {
    int own = territory.order(Objects.requireNonNull(place.object()).row());
    List<Seat> left = new ArrayList<>();
    for (Seat seat : seats) {
      boolean ofItsLayer = seat.layer() == territory;
      if (!seat.covers()) {
        left.add(seat);
      } else if (seat.share() >= 1 - Shares.ROUNDING && !(ofItsLayer && seat.order() <= own)) {
        boolean isAbove = ofItsLayer && territory.hasLevels();
        left.add(isAbove ? Seat.above(seat.layer(), seat.row(), 0) : seat);
      }
    }
    return left;
  }

  /** Only the areas that the place belongs to. */
  List<Seat> areas(Place place) {
    List<Seat> areas = new ArrayList<>();
    for (DutyLayer layer : layers) {
      AreaIndex index = layer.areas();
      if (index != null) {
        areas.addAll(areas(place, layer, index));
      }
    }
    return areas;
  }

  private static List<Seat> areas(Place place, DutyLayer layer, AreaIndex index) {
    List<Seat> seats = place.shape() == null ? at(place, layer, index) : Shares.of(place, layer);
    seats.removeIf(seat -> seat.is(place.object()));
    addAncestors(seats, place, layer);
    return seats;
  }

  private static List<Seat> at(Place place, DutyLayer layer, AreaIndex index) {
    List<Seat> seats = new ArrayList<>(4);
    index.covering(
        place.lon(), place.lat(), (row, onEdge) -> seats.add(Seat.ofPoint(layer, row, onEdge)));
    return seats;
  }

  /** The chain of parents, as the record has it, whether they cover the place or not. */
  private static void addAncestors(List<Seat> seats, Place place, DutyLayer layer) {
    if (!layer.hasLevels()) {
      return;
    }
    Set<Integer> known = new HashSet<>();
    seats.forEach(seat -> known.add(seat.row()));
    for (Seat seat : List.copyOf(seats)) {
      int row = seat.row();
      for (int steps = 0; steps < MOST_ANCESTORS; steps++) {
        String parent = layer.parent(row);
        OptionalInt above = parent == null ? OptionalInt.empty() : layer.view().findRow(parent);
        if (above.isEmpty() || !known.add(above.getAsInt())) {
          break;
        }
        row = above.getAsInt();
        double metres = Geodesy.distance(place.lon(), place.lat(), layer.view().geometry(row));
        seats.add(Seat.above(layer, row, metres));
      }
    }
  }

  private static List<NearFeature> nearEdge(Place place, DutyLayer layer, AreaIndex index) {
    List<NearFeature> near = new ArrayList<>(0);
    Geometry shape = place.shape();
    if (shape != null) {
      Shares.edgesWithin(shape, place.accuracy(), layer, near);
    } else {
      index.edgesWithin(
          place.lon(),
          place.lat(),
          place.accuracy(),
          (row, metres) -> near.add(new NearFeature(layer.ref(row), metres)));
    }
    near.removeIf(found -> found.feature().equals(place.feature()));
    near.sort(NEAREST_FIRST);
    return near.size() <= MOST_NEAR ? near : near.subList(0, MOST_NEAR);
  }

  private static List<Seat> linesAt(Place place, DutyLayer layer) {
    record Found(int row, double metres) {}
    List<Found> found = new ArrayList<>(0);
    LocalScale scale = LocalScale.at(place.lat());
    double reach = layer.snapDistance() * 1.02 + 1;
    Geometry shape = place.shape();
    Envelope around =
        shape == null
            ? new Envelope(place.lon(), place.lon(), place.lat(), place.lat())
            : shape.getEnvelopeInternal();
    around.expandBy(reach / scale.metresPerLon(), reach / scale.metresPerLat());
    layer
        .view()
        .search(
            around,
            row -> {
              double metres = distance(place, layer.view().geometry(row), shape);
              if (metres <= layer.snapDistance()) {
                found.add(new Found(row, metres));
              }
            });
    found.sort(Comparator.comparingDouble(Found::metres));
    List<Seat> seats = new ArrayList<>(found.size());
    int order = 0;
    double nearest = found.isEmpty() ? 0 : found.get(0).metres;
    for (Found line : found) {
      if (line.metres - nearest >= SAME_METRES) {
        order++;
        nearest = line.metres;
      }
      Seat seat = Seat.ofLine(layer, line.row, order, line.metres);
      if (!seat.is(place.object())) {
        seats.add(seat);
      }
    }
    return seats;
  }

  private static double distance(Place place, Geometry line, @Nullable Geometry shape) {
    return shape == null
        ? Geodesy.distance(place.lon(), place.lat(), line)
        : Shares.metresBetween(shape, line);
  }

  private List<ZoneAssignment> assigned(Place place) {
    List<ZoneAssignment> found = new ArrayList<>(0);
    assignedZones.around(
        place,
        (zone, metres) ->
            found.add(new ZoneAssignment(zone.assignment(), zone.centre(), zone.radius(), metres)));
    return found;
  }

  private List<NearFeature> zones(Place place) {
    List<NearFeature> found = new ArrayList<>(0);
    zones.around(place, (centre, metres) -> found.add(new NearFeature(centre, metres)));
    found.sort(NEAREST_FIRST);
    return found;
  }
}
