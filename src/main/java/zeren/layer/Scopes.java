package zeren.layer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
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

  private static final int MOST_SCOPES = 256;
  private static final Duration KEPT = Duration.ofMinutes(5);

  private final Declarations declarations;
  private final SnapshotStore snapshots;
  private final Clock clock;

  private final Cache<AreasKey, ScopeAreas> areas =
      Caffeine.newBuilder().maximumSize(MOST_SCOPES).expireAfterAccess(KEPT).build();

  /** What is seen of a snapshot goes with it. */
  private final Cache<LayerSnapshot, Cache<ScopeAreas, LayerSnapshot>> shown =
      Caffeine.newBuilder().weakKeys().build();

  /**
   * @param sources tags of the snapshots that the areas are taken from
   */
  private record AreasKey(Scope scope, List<String> sources) {}

  Scopes(Declarations declarations, SnapshotStore snapshots, Clock clock) {
    this.declarations = declarations;
    this.snapshots = snapshots;
    this.clock = clock;
  }

  /** A snapshot as the viewer sees it on a day. */
  LayerView view(LayerSnapshot snapshot, Viewer viewer, LocalDate day) {
    LayerDeclaration held = snapshot.declaration();
    LayerDeclaration layer = declarations.find(held.id()).orElse(held);
    if (viewer.seesInternal() || !viewer.seesMoreOf(layer)) {
      return new LayerView(snapshot, viewer.seesInternal(), layer);
    }
    if (!viewer.scope().hasAreas()) {
      return new LayerView(snapshot, true, layer);
    }
    ScopeAreas within = areas(viewer.scope(), day);
    return new LayerView(
        shown
            .get(snapshot, key -> Caffeine.newBuilder().maximumSize(MOST_SCOPES).build())
            .get(within, key -> narrow(snapshot, within)),
        true,
        layer);
  }

  private static LayerSnapshot narrow(LayerSnapshot snapshot, ScopeAreas within) {
    BitSet rows = within.rows(snapshot);
    return snapshot.declaration().visibility() == Visibility.INTERNAL
        ? snapshot.only(rows, within.tag())
        : snapshot.masked(rows, within.tag());
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
  ScopeAreas areas(Scope scope, LocalDate day) {
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
    AreasKey key = new AreasKey(scope, sources.stream().map(LayerSnapshot::tag).toList());
    return areas.get(key, missing -> find(missing, sources));
  }

  private static ScopeAreas find(AreasKey key, List<LayerSnapshot> sources) {
    List<Geometry> found = new ArrayList<>();
    find(DISTRICTS, key.scope().districts(), sources, found);
    find(CELLS, withThoseBelow(key.scope().cells(), sources), sources, found);
    return new ScopeAreas(key.scope().tag(key.sources()), found);
  }

  /**
   * The cells named and all that name one of them as the one above: those below need not lie wholly
   * inside.
   */
  private static List<String> withThoseBelow(List<String> cells, List<LayerSnapshot> sources) {
    Set<String> all = new LinkedHashSet<>(cells);
    boolean more = !cells.isEmpty();
    while (more) {
      Set<String> below = new LinkedHashSet<>();
      for (LayerSnapshot source : sources) {
        source.findParents().ifPresent(parents -> addBelow(source, parents, all, below));
      }
      more = all.addAll(below);
    }
    return List.copyOf(all);
  }

  private static void addBelow(
      LayerSnapshot source, Column parents, Set<String> above, Set<String> below) {
    IntPredicate isBelow = parents.having(parent -> above.contains(parent.toString()));
    for (int row = 0; row < source.size(); row++) {
      if (isBelow.test(row)) {
        below.add(source.id(row));
      }
    }
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
