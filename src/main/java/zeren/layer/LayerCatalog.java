package zeren.layer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import zeren.problem.ProblemException;

/**
 * The one door to the layers for all readers. A layer that a viewer may not see is, for that
 * viewer, a layer that does not exist: it is in no list and its errors are the same.
 */
@Service
public class LayerCatalog {

  private final Declarations declarations;
  private final SnapshotStore snapshots;
  private final FeatureVersionRepository repository;
  private final ChangeSetRepository changeSets;
  private final Scopes scopes;
  private final Clock clock;

  LayerCatalog(
      Declarations declarations,
      SnapshotStore snapshots,
      FeatureVersionRepository repository,
      ChangeSetRepository changeSets,
      Scopes scopes,
      Clock clock) {
    this.declarations = declarations;
    this.snapshots = snapshots;
    this.repository = repository;
    this.changeSets = changeSets;
    this.scopes = scopes;
    this.clock = clock;
  }

  /** The layers the viewer may see, lowest in drawing order first. */
  public List<LayerDeclaration> list(Viewer viewer) {
    return declarations.all().stream().filter(viewer::maySee).toList();
  }

  /** The same layers as they are today. */
  public List<LayerView> views(Viewer viewer) {
    return list(viewer).stream().map(layer -> view(layer, viewer, null)).toList();
  }

  /**
   * A layer named in a path, on a day; null means today.
   *
   * @throws ProblemException 404
   */
  public LayerView get(String id, Viewer viewer, @Nullable LocalDate day) {
    return view(getDeclaration(id, viewer), viewer, day);
  }

  /** Whether all layers are in memory as they are on the day, so that nothing has to be read. */
  public boolean holds(LocalDate day) {
    return snapshots.holds(day);
  }

  /**
   * A layer over some days: as it is on the last of them, and then, when there are any, the
   * features that were so on an earlier one and are over on the last, each as it was last. No
   * feature is in both.
   *
   * @throws ProblemException 404
   */
  public List<LayerView> getOver(String id, Viewer viewer, LocalDate first, LocalDate last) {
    LayerView onLast = get(id, viewer, last);
    if (first.equals(last)) {
      return List.of(onLast);
    }
    List<FeatureVersion> ended = repository.findEndedWithin(id, first, last);
    if (ended.isEmpty()) {
      return List.of(onLast);
    }
    SnapshotRows rows = new SnapshotRows(onLast.declaration());
    ended.forEach(rows::add);
    LayerSnapshot before =
        new LayerSnapshot(onLast.declaration(), onLast.version(), first, rows.build());
    return List.of(onLast, scopes.view(before, viewer, last));
  }

  /**
   * A layer named in a path that must have geometries, on a day; null means today.
   *
   * @throws ProblemException 404, or 400 when it is a table
   */
  public LayerView getOnMap(String id, Viewer viewer, @Nullable LocalDate day) {
    LayerDeclaration layer = getDeclaration(id, viewer);
    if (layer.geometry() == GeometryType.NONE) {
      throw new ProblemException(
              HttpStatus.BAD_REQUEST,
              "no-geometry",
              "Not on the map",
              "Layer '%s' is a table: its rows have no place. Layers on the map: %s."
                  .formatted(id, String.join(", ", idsOnMap(viewer))))
          .with("allowed", idsOnMap(viewer));
    }
    return view(layer, viewer, day);
  }

  private LayerView view(LayerDeclaration layer, Viewer viewer, @Nullable LocalDate day) {
    LocalDate asked = day == null ? today() : day;
    return scopes.view(snapshots.get(layer, asked), viewer, asked);
  }

  private Optional<LayerDeclaration> findDeclaration(String id, Viewer viewer) {
    return declarations.find(id).filter(viewer::maySee);
  }

  /**
   * The declaration of a layer named in a path.
   *
   * @throws ProblemException 404 when there is none that the viewer may see
   */
  public LayerDeclaration getDeclaration(String id, Viewer viewer) {
    return findDeclaration(id, viewer)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                        "There is no layer '%s'. Layers here: %s."
                            .formatted(id, String.join(", ", ids(viewer))))
                    .with("allowed", ids(viewer)));
  }

  /**
   * A layer named by a query parameter, on a day; null means today.
   *
   * @throws ProblemException 400
   */
  public LayerView getNamedBy(String parameter, String id, Viewer viewer, @Nullable LocalDate day) {
    return findDeclaration(id, viewer)
        .map(layer -> view(layer, viewer, day))
        .orElseThrow(
            () ->
                ProblemException.badParameter(
                    parameter,
                    "Parameter '%s' names no layer: '%s'. Layers here: %s."
                        .formatted(parameter, id, String.join(", ", ids(viewer))),
                    ids(viewer)));
  }

  /**
   * One feature with its period and who recorded it, its properties as the viewer may see them.
   *
   * @throws ProblemException 404 when there is no such layer, or no such feature on that day
   */
  public FeatureVersion getFeature(
      String layer, String id, Viewer viewer, @Nullable LocalDate day) {
    LocalDate asked = day == null ? today() : day;
    return findFeature(layer, id, viewer, asked, asked)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "Layer '%s' has no feature '%s' on %s.".formatted(layer, id, asked)));
  }

  /**
   * A feature as it was last on one of some days, its properties as the viewer may see them.
   *
   * @throws ProblemException 404 when there is no such layer
   */
  public Optional<FeatureVersion> findFeature(
      String layer, String id, Viewer viewer, LocalDate first, LocalDate last) {
    LayerDeclaration declaration = getDeclaration(layer, viewer);
    return repository
        .findLastWithin(layer, id, first, last)
        .flatMap(version -> project(version, declaration, viewer, last));
  }

  /**
   * All versions of a feature, the newest recording first, with who recorded them and what was
   * different.
   *
   * @throws ProblemException 404 when there never was such a feature
   */
  public List<HistoryEntry> getHistory(String layer, String id, Viewer viewer) {
    LayerDeclaration declaration = getDeclaration(layer, viewer);
    List<FeatureVersion> versions = new ArrayList<>();
    Set<Long> named = new HashSet<>();
    for (FeatureVersion version : repository.findHistory(layer, id)) {
      project(version, declaration, viewer, today()).ifPresent(versions::add);
    }
    for (FeatureVersion version : versions) {
      Stream.of(version.changeSet(), version.supersededIn())
          .filter(Objects::nonNull)
          .forEach(named::add);
    }
    if (versions.isEmpty()) {
      throw ProblemException.notFound("Layer '%s' never had a feature '%s'.".formatted(layer, id));
    }
    Map<Long, ChangeSet> sets = changeSets.findAll(named);
    if (versions.stream().anyMatch(version -> version.recordedBy().isEmpty())) {
      sets.replaceAll((number, set) -> set.withoutAuthor());
    }
    return HistoryEntry.of(versions, sets);
  }

  /**
   * The features that are no more on a day, as they were last; those that are known to come again
   * are left out.
   *
   * @throws ProblemException 404 when the viewer may not see the layer
   */
  public List<FeatureVersion> findEnded(String layer, Viewer viewer, LocalDate day) {
    LayerDeclaration declaration = getDeclaration(layer, viewer);
    return repository.findEnded(layer, day).stream()
        .flatMap(version -> project(version, declaration, viewer, day).stream())
        .toList();
  }

  /**
   * What was recorded in a layer last, the newest first. Of an internal layer, whoever sees only a
   * part is told of the own changes: others may lie elsewhere.
   *
   * @throws ProblemException 404 when the viewer may not see the layer
   */
  public List<ChangeSet> findChanges(String layer, Viewer viewer, int limit) {
    LayerDeclaration declaration = getDeclaration(layer, viewer);
    String name = viewer.name();
    if (name != null && !viewer.seesInternal() && declaration.visibility() == Visibility.INTERNAL) {
      return changeSets.findOfLayerBy(name, layer, limit);
    }
    return changeSets.findOfLayer(layer, limit).stream()
        .map(set -> viewer.seesInternal() || isOwn(set, viewer) ? set : set.withoutAuthor())
        .toList();
  }

  /** Whether a viewer may see what a layer says that is internal, at a place on a day. */
  public boolean seesInternal(Viewer viewer, String layer, double lon, double lat, LocalDate day) {
    return viewer.seesInternal()
        || (viewer.role() != null
            && declarations
                .find(layer)
                .filter(
                    declared ->
                        scopes.seesInternal(
                            viewer,
                            declared,
                            ShapeStore.GEOMETRIES.createPoint(new Coordinate(lon, lat)),
                            day))
                .isPresent());
  }

  private static boolean isOwn(ChangeSet set, Viewer viewer) {
    return set.recordedBy().equals(viewer.name());
  }

  /**
   * One change set of a layer.
   *
   * @param number as it stands in an address
   * @throws ProblemException 404 when there is none that the viewer may see
   */
  public ChangeSet getChange(String layer, String number, Viewer viewer) {
    LayerDeclaration declaration = getDeclaration(layer, viewer);
    boolean all = viewer.seesInternal() || declaration.visibility() == Visibility.PUBLIC;
    return (number.matches("[0-9]{1,18}")
            ? changeSets.find(Long.parseLong(number))
            : Optional.<ChangeSet>empty())
        .filter(set -> set.layer().equals(layer))
        .filter(set -> all || isOwn(set, viewer))
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "Layer '%s' has no change '%s'.".formatted(layer, number)));
  }

  /**
   * What the viewer may see of a version where the feature lay; empty when nothing.
   *
   * @param day of the areas that the viewer is for
   */
  private Optional<FeatureVersion> project(
      FeatureVersion version, LayerDeclaration declaration, Viewer viewer, LocalDate day) {
    boolean all = scopes.seesInternal(viewer, declaration, version.geometry(), day);
    if (!all && declaration.visibility() == Visibility.INTERNAL) {
      return Optional.empty();
    }
    FeatureVersion shown = all ? version : version.withoutAuthor();
    return Optional.of(
        shown.withProperties(
            declaration.fields().stream()
                .filter(field -> all || field.visibility() != Visibility.INTERNAL)
                .map(LayerField::name)
                .toList()));
  }

  private List<String> ids(Viewer viewer) {
    return list(viewer).stream().map(LayerDeclaration::id).toList();
  }

  /** The layers with geometries that the viewer may see, lowest in drawing order first. */
  public List<String> idsOnMap(Viewer viewer) {
    return list(viewer).stream()
        .filter(layer -> layer.geometry() != GeometryType.NONE)
        .map(LayerDeclaration::id)
        .toList();
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
