package zeren.layer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/**
 * Decides what of a layer a viewer sees. Where the rights of an account end, it is one of the
 * public: internal layers end there, and internal fields of public layers say nothing.
 */
@Component
class Scopes {

  static final String DISTRICTS = "district";
  static final String CELLS = "grid_cell";

  private static final int MOST = 256;
  private static final Duration KEPT = Duration.ofMinutes(5);

  private final Declarations declarations;
  private final SnapshotStore snapshots;
  private final Clock clock;

  private final Cache<AreasKey, ScopeAreas> areas =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(KEPT).build();
  private final Cache<ShownKey, LayerSnapshot> shown =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(KEPT).build();

  /** Snapshots are immutable, and each is only equal to itself. */
  private record AreasKey(Scope scope, List<LayerSnapshot> sources) {}

  private record ShownKey(LayerSnapshot snapshot, ScopeAreas areas) {}

  Scopes(Declarations declarations, SnapshotStore snapshots, Clock clock) {
    this.declarations = declarations;
    this.snapshots = snapshots;
    this.clock = clock;
  }

  /** A snapshot as the viewer sees it. */
  LayerView view(LayerSnapshot snapshot, Viewer viewer) {
    LayerDeclaration layer = snapshot.declaration();
    if (viewer.seesInternal() || !viewer.seesMoreOf(layer)) {
      return new LayerView(snapshot, viewer.seesInternal());
    }
    Scope scope = viewer.scope();
    if (!scope.hasAreas()) {
      return new LayerView(snapshot, true);
    }
    ScopeAreas within = areas(scope, snapshot.since());
    LayerSnapshot some =
        shown.get(new ShownKey(snapshot, within), key -> narrow(snapshot, scope, within));
    return new LayerView(some, true);
  }

  private static LayerSnapshot narrow(LayerSnapshot snapshot, Scope scope, ScopeAreas within) {
    BitSet rows = within.rows(snapshot);
    return snapshot.declaration().visibility() == Visibility.INTERNAL
        ? snapshot.only(rows, scope.tag())
        : snapshot.masked(rows, scope.tag());
  }

  /** Whether a viewer may see what is internal of a feature where it lies on a day. */
  boolean seesInternal(Viewer viewer, LayerDeclaration layer, Geometry geometry, LocalDate day) {
    if (viewer.seesInternal()) {
      return true;
    }
    return viewer.seesMoreOf(layer) && isWithin(viewer.scope(), geometry, day);
  }

  /** Whether a place is one of a scope; what has no place is in no areas. */
  boolean isWithin(Scope scope, Geometry geometry, LocalDate day) {
    return !scope.hasAreas() || (!geometry.isEmpty() && areas(scope, day).hold(geometry));
  }

  /** The areas as they are on the day, or as they are today where they are not yet or no more. */
  private ScopeAreas areas(Scope scope, LocalDate day) {
    List<LayerSnapshot> sources = new ArrayList<>();
    for (String layer : List.of(DISTRICTS, CELLS)) {
      declarations
          .find(layer)
          .ifPresent(
              declared -> {
                sources.add(snapshots.get(declared, day));
                sources.add(snapshots.get(declared, LocalDate.now(clock)));
              });
    }
    return areas.get(new AreasKey(scope, sources), key -> find(scope, sources));
  }

  private static ScopeAreas find(Scope scope, List<LayerSnapshot> sources) {
    List<Geometry> found = new ArrayList<>();
    find(DISTRICTS, scope.districts(), sources, found);
    find(CELLS, scope.cells(), sources, found);
    return new ScopeAreas(found);
  }

  private static void find(
      String layer, List<String> ids, List<LayerSnapshot> sources, List<Geometry> found) {
    for (String id : ids) {
      for (LayerSnapshot source : sources) {
        OptionalInt row =
            source.declaration().id().equals(layer) ? source.findRow(id) : OptionalInt.empty();
        if (row.isPresent()) {
          found.add(source.geometry(row.getAsInt()));
          break;
        }
      }
    }
  }
}
