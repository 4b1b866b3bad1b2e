package zeren.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;
import zeren.format.FormatException;
import zeren.format.FormatLimits;
import zeren.format.Table;
import zeren.format.TableFiles;
import zeren.geo.CoordinateSystem;
import zeren.geo.UnknownCoordinateSystemException;
import zeren.layer.ChangeKind;
import zeren.layer.ChangeNote;
import zeren.layer.ChangeWriter;
import zeren.layer.Declarations;
import zeren.layer.FeatureStore;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerView;
import zeren.layer.Recorded;
import zeren.layer.Viewer;
import zeren.layer.Viewers;
import zeren.problem.ProblemException;

/** Runs an import over its file: as a rehearsal, or as one change set. */
@Component
class ImportEngine {

  private static final String DISTRICT = "district";

  private final FeatureStore store;
  private final LayerCatalog catalog;
  private final Viewers viewers;
  private final Declarations declarations;
  private final JsonMapper json;
  private final Extents extents;

  ImportEngine(
      FeatureStore store,
      LayerCatalog catalog,
      Viewers viewers,
      Declarations declarations,
      JsonMapper json,
      Extents extents) {
    this.store = store;
    this.catalog = catalog;
    this.viewers = viewers;
    this.declarations = declarations;
    this.json = json;
    this.extents = extents;
  }

  /**
   * What is to be imported.
   *
   * @param id of the import
   * @param fileName as the user knows the file
   * @param writer the rights of who uploaded it, as they are when it is run, under the name of who
   *     has it written
   */
  record Order(
      String id,
      LayerDeclaration layer,
      ImportFolder folder,
      String fileName,
      ImportSettings settings,
      Viewer writer) {}

  Order order(ImportJob job, ImportFolder folder) {
    String by = job.createdBy();
    Viewer rights = by.endsWith(ImportCommand.AT_CONSOLE) ? Viewer.service(by) : viewers.find(by);
    String name = job.committedBy();
    Viewer writer = new Viewer(name == null ? by : name, rights.role(), rights.scope());
    return new Order(job.id(), layer(job.layer()), folder, job.fileName(), job.settings(), writer);
  }

  LayerDeclaration layer(String id) {
    return declarations.find(id).orElseThrow();
  }

  /**
   * @throws ProblemException when the settings do not fit the file or the layer
   */
  void validate(ImportSettings settings, zeren.format.TableDescription file, String layerId) {
    LayerDeclaration layer = layer(layerId);
    ColumnPlan plan = ColumnPlan.of(settings.mapping(), file.columns(), file.ownGeometry(), layer);
    if (plan.fields().isEmpty() && plan.roles().isEmpty()) {
      throw ProblemException.badParameter(
          "mapping", "No column of the file is mapped to anything; map at least the name.");
    }
    crs(settings, plan);
  }

  private static @Nullable CoordinateSystem crs(ImportSettings settings, ColumnPlan plan) {
    String named = settings.crs();
    if (named == null) {
      if (plan.hasPlaces() && !plan.has(Role.CRS)) {
        throw ProblemException.badParameter(
            "crs",
            "Name the coordinate system of the positions: the file does not say it, and none is"
                + " assumed.",
            CoordinateSystem.supported());
      }
      return null;
    }
    try {
      return CoordinateSystem.parse(named);
    } catch (UnknownCoordinateSystemException e) {
      throw ProblemException.badParameter(
          "crs", "There is no coordinate system '" + named + "'.", CoordinateSystem.supported());
    }
  }

  ImportResult check(Order order, Progress progress) throws IOException, FormatException {
    return unwrap(
        () -> store.rehearse(order.layer().id(), order.writer(), pass(order, true, progress)));
  }

  /**
   * @throws AlreadyWrittenException when that has been done
   */
  ImportResult commit(Order order, Progress progress) throws IOException, FormatException {
    ChangeNote note =
        new ChangeNote(ChangeKind.IMPORT, order.writer(), order.fileName(), order.id());
    Function<ChangeWriter, ImportResult> pass = pass(order, false, progress);
    Recorded<ImportResult> recorded =
        unwrap(
            () ->
                store.change(
                    order.layer().id(),
                    note,
                    writer -> {
                      // Only now, alone with the layer, is it certain that nobody else does it.
                      if (store.findChangeOfImport(order.id()).isPresent()) {
                        throw new AlreadyWrittenException();
                      }
                      return pass.apply(writer);
                    }));
    return recorded.result().withChangeSet(recorded.changeSet());
  }

  /** Another node has carried the same import through; its files are not touched. */
  static final class AlreadyWrittenException extends RuntimeException {
    AlreadyWrittenException() {
      super("already written", null, false, false);
    }
  }

  /** Carries a checked exception through a transaction. */
  private static final class PassException extends RuntimeException {
    PassException(Exception cause) {
      super(cause);
    }
  }

  @FunctionalInterface
  private interface Work<T> {
    T run();
  }

  private static <T> T unwrap(Work<T> work) throws IOException, FormatException {
    try {
      return work.run();
    } catch (PassException e) {
      if (e.getCause() instanceof FormatException format) {
        throw format;
      }
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw e;
    }
  }

  private Function<ChangeWriter, ImportResult> pass(
      Order order, boolean dryRun, Progress progress) {
    return writer -> {
      try {
        return run(order, dryRun, order.folder().freshPass(dryRun), writer, progress);
      } catch (IOException | FormatException e) {
        throw new PassException(e);
      }
    };
  }

  /** What it would record, found out by a rehearsal that leaves the last check as it is. */
  ImportDrafts drafts(Order order) throws IOException, FormatException {
    return unwrap(
        () ->
            store.rehearse(
                order.layer().id(),
                order.writer(),
                writer -> {
                  DraftCollector collector = new DraftCollector(writer);
                  try {
                    Path folder = Files.createTempDirectory("zeren-preview");
                    try {
                      run(order, true, folder, collector, new Progress());
                    } finally {
                      FileSystemUtils.deleteRecursively(folder);
                    }
                  } catch (IOException | FormatException e) {
                    throw new PassException(e);
                  }
                  return collector.toDrafts(order.layer().id(), order.settings().validFrom());
                }));
  }

  private ImportResult run(
      Order order, boolean dryRun, Path folder, ChangeWriter writer, Progress progress)
      throws IOException, FormatException {
    ImportSettings settings = order.settings();
    LayerDeclaration layer = order.layer();
    try (Table table = open(order);
        PassFiles files = new PassFiles(folder, json, table.description(), settings.crs())) {
      ColumnPlan plan =
          ColumnPlan.of(
              settings.mapping(),
              table.description().columns(),
              table.description().ownGeometry(),
              layer);
      PassTally tally = new PassTally(new DatumSuspicion(districts(order)), plan);
      new ImportPass(
              new Merge(layer, settings.validFrom(), Map.of("source", order.fileName())),
              rowCheck(order, plan),
              table,
              writer,
              files,
              tally,
              progress)
          .run(settings.mode() == ImportMode.REPLACE);
      ImportResult result =
          tally.result(
              order.id(), dryRun, settings.mapping(), "/api/imports/" + order.id() + "/refused");
      files.finish(result);
      return result;
    }
  }

  private static Table open(Order order) throws IOException, FormatException {
    return TableFiles.open(
        order.folder().upload(), order.fileName(), order.settings().table(), FormatLimits.DEFAULT);
  }

  private RowCheck rowCheck(Order order, ColumnPlan plan) throws IOException, FormatException {
    ImportSettings settings = order.settings();
    References references =
        References.read(catalog, References.layersOf(plan), order.writer(), settings.validFrom());
    Optional<NameIndex> own = references.find(order.layer().id());
    if (own.isPresent()) {
      try (Table again = open(order)) {
        References.enterRows(again, plan, order.layer(), own.get());
      }
    }
    RowPlaces places =
        new RowPlaces(
            plan,
            crs(settings, plan),
            Map.of(),
            order.layer().geometry(),
            extents.of(districtBox(order)));
    return new RowCheck(order.layer(), plan, places, references);
  }

  /** The districts themselves may lie anywhere: they say where the rest is expected. */
  private @Nullable Envelope districtBox(Order order) {
    boolean known = declarations.find(DISTRICT).isPresent() && !isDistrict(order);
    return known ? catalog.get(DISTRICT, order.writer(), null).extent() : null;
  }

  private static boolean isDistrict(Order order) {
    return order.layer().id().equals(DISTRICT);
  }

  private Function<String, @Nullable Geometry> districts(Order order) {
    if (declarations.find(DISTRICT).isEmpty()) {
      return id -> null;
    }
    LayerView view = catalog.get(DISTRICT, order.writer(), order.settings().validFrom());
    return id -> {
      java.util.OptionalInt row = view.findRow(id);
      return row.isPresent() ? view.geometry(row.getAsInt()) : null;
    };
  }
}
