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
  private final Clock clock;

  LayerCatalog(
      Declarations declarations,
      SnapshotStore snapshots,
      FeatureVersionRepository repository,
      ChangeSetRepository changeSets,
      Clock clock) {
    this.declarations = declarations;
    this.snapshots = snapshots;
    this.repository = repository;
    this.changeSets = changeSets;
    this.clock = clock;
  }

  /** The layers the viewer may see, lowest in drawing order first. */
  public List<LayerDeclaration> list(Viewer viewer) {
    return declarations.all().stream().filter(viewer::maySee).toList();
  }

  /**
   * A layer named in a path, on a day; null means today.
   *
   * @throws ProblemException 404
   */
  public LayerView get(String id, Viewer viewer, @Nullable LocalDate day) {
    return view(getDeclaration(id, viewer), viewer, day);
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
    return List.of(onLast, new LayerView(before, viewer));
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
    return new LayerView(snapshots.get(layer, day == null ? today() : day), viewer);
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
        .map(version -> project(version, declaration, viewer));
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
      versions.add(project(version, declaration, viewer));
      Stream.of(version.changeSet(), version.supersededIn())
          .filter(Objects::nonNull)
          .forEach(named::add);
    }
    if (versions.isEmpty()) {
      throw ProblemException.notFound("Layer '%s' never had a feature '%s'.".formatted(layer, id));
    }
    Map<Long, ChangeSet> sets = changeSets.findAll(named);
    if (!viewer.seesInternal()) {
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
        .map(version -> project(version, declaration, viewer))
        .toList();
  }

  /**
   * What was recorded in a layer last, the newest first.
   *
   * @throws ProblemException 404 when the viewer may not see the layer
   */
  public List<ChangeSet> findChanges(String layer, Viewer viewer, int limit) {
    return changeSets.findOfLayer(getDeclaration(layer, viewer).id(), limit);
  }

  /**
   * One change set of a layer.
   *
   * @param number as it stands in an address
   * @throws ProblemException 404 when there is none that the viewer may see
   */
  public ChangeSet getChange(String layer, String number, Viewer viewer) {
    String id = getDeclaration(layer, viewer).id();
    return (number.matches("[0-9]{1,18}")
            ? changeSets.find(Long.parseLong(number))
            : Optional.<ChangeSet>empty())
        .filter(set -> set.layer().equals(id))
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "Layer '%s' has no change '%s'.".formatted(layer, number)));
  }

  private static FeatureVersion project(
      FeatureVersion version, LayerDeclaration declaration, Viewer viewer) {
    FeatureVersion shown = viewer.seesInternal() ? version : version.withoutAuthor();
    return shown.withProperties(
        declaration.fields().stream().filter(viewer::maySee).map(LayerField::name).toList());
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
