package zeren.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import zeren.format.FormatException;
import zeren.layer.FeatureStore;
import zeren.layer.LayerDeclaration;
import zeren.layer.Recorded;
import zeren.layer.UndoConflictException;
import zeren.layer.Viewer;
import zeren.problem.ProblemException;
import zeren.trail.Deed;
import zeren.trail.DeedKind;

/** Imports, from the upload of a file to what became of it. */
@Service
public class Imports {

  private static final int LONGEST_NAME = 200;

  private final ImportJobRepository jobs;
  private final ImportFolders folders;
  private final ImportQueue queue;
  private final ImportEngine engine;
  private final Inspector inspector;
  private final FeatureStore store;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Imports(
      ImportJobRepository jobs,
      ImportFolders folders,
      ImportQueue queue,
      ImportEngine engine,
      Inspector inspector,
      FeatureStore store,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jobs = jobs;
    this.folders = folders;
    this.queue = queue;
    this.engine = engine;
    this.inspector = inspector;
    this.store = store;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  /** Puts the uploaded bytes into a file that does not exist yet. */
  @FunctionalInterface
  public interface Upload {
    void saveTo(Path file) throws IOException;
  }

  /**
   * Takes a file in and looks at its beginning.
   *
   * @param layer id of a layer that is declared
   * @param fileName as the user's program sent it
   * @param table which table of the file; null takes the first one that has rows
   * @throws ProblemException 422 when it is no file that can be read
   */
  public ImportJob upload(
      String layer, @Nullable String fileName, @Nullable String table, String by, Upload upload)
      throws IOException {
    String id = UUID.randomUUID().toString();
    String name = plainName(fileName);
    ImportFolder folder = folders.of(id);
    try {
      Files.createDirectories(folder.path());
      upload.saveTo(folder.upload());
      Inspection inspection = inspector.inspect(folder.upload(), name, table, engine.layer(layer));
      ImportJob job = uploaded(id, layer, name, Files.size(folder.upload()), inspection, by);
      transaction.executeWithoutResult(
          status -> {
            jobs.insert(job);
            tell(DeedKind.IMPORT_UPLOADED, job, by);
          });
      return job;
    } catch (FormatException e) {
      folder.delete();
      throw unreadable(name, e);
    } catch (IOException | RuntimeException e) {
      folder.delete();
      throw e;
    }
  }

  private ImportJob uploaded(
      String id, String layer, String name, long bytes, Inspection inspection, String by) {
    ImportSettings settings =
        new ImportSettings(
            inspection.crs(),
            ImportMode.UPSERT,
            LocalDate.now(clock),
            inspection.description().table(),
            inspection.mapping());
    return new ImportJob(
        id,
        layer,
        name,
        bytes,
        ImportState.UPLOADED,
        settings,
        inspection,
        0,
        null,
        null,
        null,
        null,
        null,
        clock.instant(),
        by,
        null);
  }

  /** A browser may send a path, and somebody else anything. */
  static String plainName(@Nullable String fileName) {
    String name = fileName == null ? "" : fileName.replaceAll("\\p{Cntrl}", "");
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).strip();
    if (name.isEmpty() || name.equals(".") || name.equals("..")) {
      return "upload";
    }
    return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
  }

  private static ProblemException unreadable(String name, FormatException e) {
    ProblemException problem =
        new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "unreadable-file",
                "The file cannot be read",
                "%s: %s".formatted(name, e.getMessage()))
            .with("code", e.code());
    String location = e.location();
    return location == null ? problem : problem.with("location", location);
  }

  /**
   * An import that the viewer may see: the office sees all, others see their own.
   *
   * @throws ProblemException 404, and what {@link Viewer#importer} says
   */
  public ImportJob get(String id, Viewer viewer) {
    String name = viewer.importer();
    return jobs.find(id)
        .filter(job -> viewer.isOffice() || job.createdBy().equals(name))
        .orElseThrow(() -> absent(id));
  }

  ImportJob get(String id) {
    return jobs.find(id).orElseThrow(() -> absent(id));
  }

  private static ProblemException absent(String id) {
    return ProblemException.notFound("There is no import '" + id + "'.");
  }

  /**
   * @param layer null for all
   * @return newest first
   */
  public List<ImportJob> list(@Nullable String layer, Viewer viewer, int limit, int offset) {
    return jobs.findPage(layer, owner(viewer), limit, offset);
  }

  public long count(@Nullable String layer, Viewer viewer) {
    return jobs.count(layer, owner(viewer));
  }

  /** Whose imports the viewer may see; null for everybody's. */
  private static @Nullable String owner(Viewer viewer) {
    String name = viewer.importer();
    return viewer.isOffice() ? null : name;
  }

  /**
   * Rehearses the import.
   *
   * @throws ProblemException 400 when the settings do not fit, 409 when it cannot be checked now
   */
  public CompletableFuture<ImportJob> check(String id, ImportSettings settings) {
    ImportJob job = withSettings(get(id), settings);
    return queue
        .queue(
            job,
            ImportState.CHECKING,
            ImportState.UPLOADED,
            ImportState.CHECKED,
            ImportState.FAILED,
            ImportState.CANCELLED)
        .orElseThrow(() -> conflict(job, "checked"));
  }

  /**
   * What a checked import would record, if it were written now.
   *
   * @throws ProblemException 404, 409 when it is not checked, 422 when it is too much to look at
   */
  public ImportDrafts findDrafts(String id) throws IOException {
    ImportJob job = get(id);
    if (job.state() != ImportState.CHECKED) {
      throw conflict(job, "looked at ahead; check it first");
    }
    requireUpload(job);
    try {
      return engine.drafts(engine.order(job, folders.of(job.id())));
    } catch (FormatException e) {
      throw unreadable(job.fileName(), e);
    }
  }

  /**
   * Writes the import with the settings of its last check, by the rights of who uploaded it.
   *
   * @param seen the settings of the check that was looked at; null for whichever is the last
   * @param by who has it written; it is recorded under this name
   * @throws ProblemException 409 when it is not checked, or was checked again by other settings
   */
  public CompletableFuture<ImportJob> commit(String id, @Nullable ImportSettings seen, String by) {
    ImportJob job = get(id).toBeCommittedBy(by);
    requireUpload(job);
    if (seen != null && !seen.equals(job.settings())) {
      throw new ProblemException(
          HttpStatus.CONFLICT,
          "checked-otherwise",
          "The import was checked again",
          "Somebody has checked this import by other settings since. Look at that check first.");
    }
    CompletableFuture<ImportJob> end =
        queue
            .queue(job, ImportState.COMMITTING, ImportState.CHECKED)
            .orElseThrow(() -> conflict(job, "committed; check it first"));
    tellSettings(job, by);
    return end;
  }

  /** Checks and writes in one. */
  public CompletableFuture<ImportJob> commitAtOnce(String id, ImportSettings settings, String by) {
    ImportJob job = withSettings(get(id), settings).toBeCommittedBy(by);
    CompletableFuture<ImportJob> end =
        queue
            .queue(job, ImportState.COMMITTING, ImportState.UPLOADED)
            .orElseThrow(() -> conflict(job, "committed"));
    tellSettings(job, by);
    return end;
  }

  private void tell(DeedKind kind, ImportJob job, String by) {
    events.publishEvent(deed(kind, job, by));
  }

  /** How a file is written decides what becomes of what is there. */
  private void tellSettings(ImportJob job, String by) {
    ImportSettings settings = job.settings();
    events.publishEvent(
        deed(DeedKind.IMPORT_BEGUN, job, by)
            .with("uploadedBy", job.createdBy())
            .with("mode", settings.mode().name().toLowerCase(Locale.ROOT))
            .with("validFrom", settings.validFrom().toString())
            .with("crs", settings.crs())
            .with("table", settings.table())
            .with("columns", settings.mapping().columns()));
  }

  private static Deed deed(DeedKind kind, ImportJob job, String by) {
    return Deed.of(kind, by)
        .on(job.layer(), null)
        .with("import", job.id())
        .with("file", job.fileName())
        .with("bytes", job.bytes());
  }

  private ImportJob withSettings(ImportJob job, ImportSettings settings) {
    requireUpload(job);
    Inspection inspection = job.inspection();
    String table = settings.table();
    if (table != null && !table.equals(inspection.description().table())) {
      inspection = inspectAgain(job, table);
    }
    Mapping mapping = settings.mapping().isEmpty() ? inspection.mapping() : settings.mapping();
    ImportSettings whole =
        new ImportSettings(
            settings.crs() == null ? inspection.crs() : settings.crs(),
            settings.mode(),
            settings.validFrom(),
            inspection.description().table(),
            mapping);
    engine.validate(whole, inspection.description(), job.layer());
    return new ImportJob(
        job.id(),
        job.layer(),
        job.fileName(),
        job.bytes(),
        job.state(),
        whole,
        inspection,
        0,
        null,
        null,
        null,
        null,
        null,
        job.createdAt(),
        job.createdBy(),
        null);
  }

  private Inspection inspectAgain(ImportJob job, String table) {
    LayerDeclaration layer = engine.layer(job.layer());
    try {
      return inspector.inspect(folders.of(job.id()).upload(), job.fileName(), table, layer);
    } catch (FormatException e) {
      throw unreadable(job.fileName(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireUpload(ImportJob job) {
    if (!folders.of(job.id()).hasUpload()) {
      throw new ProblemException(
          HttpStatus.GONE,
          "upload-gone",
          "The file is no longer here",
          "The uploaded file has been removed. Upload it again.");
    }
  }

  private static ProblemException conflict(ImportJob job, String what) {
    return new ProblemException(
            HttpStatus.CONFLICT,
            "import-state",
            "The import is not at that point",
            "This import is %s and cannot be %s.".formatted(job.state().text(), what))
        .with("state", job.state());
  }

  /** Asks a check or commit to stop; one that has ended stays as it is. */
  public ImportJob cancel(String id, String by) {
    ImportJob job = get(id);
    if (job.state().isActive()) {
      queue.cancel(id);
      tell(DeedKind.IMPORT_CANCELLED, job, by);
    }
    return get(id);
  }

  /**
   * Removes an import that was not written, with its files.
   *
   * @throws ProblemException 409 when it was written or is at work
   */
  public void delete(String id, String by) throws IOException {
    ImportJob job = get(id);
    transaction.executeWithoutResult(
        status -> {
          if (!jobs.delete(id)) {
            throw conflict(get(id), "removed");
          }
          tell(DeedKind.IMPORT_REMOVED, job, by);
        });
    folders.of(id).delete();
  }

  /**
   * Takes back everything that the import wrote.
   *
   * @throws ProblemException 409 when it wrote nothing, or some of it was changed since
   */
  public Recorded<Long> undo(String id, Viewer by) {
    ImportJob job = get(id);
    Long changeSet = job.changeSet();
    if (job.state() != ImportState.COMMITTED || changeSet == null) {
      throw conflict(job, "undone: it has written nothing that still stands");
    }
    if (store.isUndone(changeSet)) {
      // The service ended after an undo and before it was noted.
      jobs.move(id, ImportState.COMMITTED, ImportState.UNDONE);
      throw conflict(get(id), "undone again");
    }
    try {
      Recorded<Long> undone = store.undo(changeSet, by);
      jobs.move(id, ImportState.COMMITTED, ImportState.UNDONE);
      return undone;
    } catch (UndoConflictException e) {
      throw new ProblemException(
              HttpStatus.CONFLICT,
              "changed-since",
              "Some of it was changed since",
              "Features of this import were changed after it; undo those changes first: %s."
                  .formatted(String.join(", ", e.ids())))
          .with("layer", e.layer())
          .with("ids", e.ids());
    }
  }

  /** Where the last pass that went through has left its files. */
  Optional<Path> findPass(ImportJob job) {
    Path pass = folders.of(job.id()).pass(!job.state().isWritten());
    return Files.isRegularFile(pass.resolve(PassFiles.RESULT))
        ? Optional.of(pass)
        : Optional.empty();
  }
}
