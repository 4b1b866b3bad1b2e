package zeren.exchange;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import zeren.layer.Declarations;
import zeren.layer.FeatureStore;
import zeren.layer.LayerDeclaration;
import zeren.problem.ProblemException;

/**
 * {@code bin/run import}: an import without a server, by the same checks and with the same record.
 */
@Component
@Lazy
public class ImportCommand {

  /** All rows are in. */
  public static final int DONE = 0;

  /** Some rows were refused. */
  public static final int REFUSED = 1;

  /** Nothing was done. */
  public static final int NOTHING = 2;

  private static final long REPORT_SECONDS = 2;

  /** What the name of somebody at the console ends with, which no account's does. */
  public static final String AT_CONSOLE = " (bin/run)";

  private final Imports imports;
  private final Mappings mappings;
  private final Declarations declarations;
  private final FeatureStore store;
  private final Clock clock;
  private volatile @Nullable ImportJob atWork;
  private volatile boolean cancelled;

  ImportCommand(
      Imports imports,
      Mappings mappings,
      Declarations declarations,
      FeatureStore store,
      Clock clock) {
    this.imports = imports;
    this.mappings = mappings;
    this.declarations = declarations;
    this.store = store;
    this.clock = clock;
  }

  /**
   * @param folder where the refused rows are written
   * @param by who imports
   * @return the exit code
   */
  public int run(
      ImportArguments arguments, Path folder, String by, PrintStream out, PrintStream err) {
    try {
      return run(arguments, folder, by, new Output(out, err));
    } catch (ProblemException e) {
      err.println(text(e));
    } catch (IOException e) {
      err.println("The file could not be copied: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      err.println("Interrupted.");
    }
    err.println("Nothing was imported.");
    return NOTHING;
  }

  private record Output(PrintStream out, PrintStream err) {}

  private int run(ImportArguments arguments, Path folder, String by, Output to)
      throws IOException, InterruptedException {
    if (!store.isFilled()) {
      throw ProblemException.notFound(
          "There is no Zeren in this database yet; start it once with bin/run.");
    }
    LayerDeclaration layer = layer(arguments.layer());
    if (!Files.isRegularFile(arguments.file())) {
      throw ProblemException.notFound("There is no file " + arguments.file() + ".");
    }
    String stored = arguments.mapping();
    Optional<StoredMapping> mapping =
        stored == null ? Optional.empty() : Optional.of(mappings.get(layer.id(), stored));
    ImportJob job =
        imports.upload(
            layer.id(),
            arguments.file().getFileName().toString(),
            arguments.table(),
            by,
            target -> Files.copy(arguments.file(), target));
    atWork = job;
    return finish(carry(job, settings(arguments, mapping), arguments.dryRun(), to), folder, to);
  }

  private LayerDeclaration layer(String id) {
    return declarations
        .find(id)
        .orElseThrow(
            () ->
                ProblemException.badParameter(
                    "layer",
                    "There is no layer '" + id + "'.",
                    declarations.all().stream().map(LayerDeclaration::id).toList()));
  }

  private ImportSettings settings(ImportArguments arguments, Optional<StoredMapping> mapping) {
    LocalDate day = arguments.validFrom();
    String crs = arguments.crs();
    return new ImportSettings(
        crs == null ? mapping.map(StoredMapping::crs).orElse(null) : crs,
        arguments.mode(),
        day == null ? LocalDate.now(clock) : day,
        arguments.table(),
        mapping.map(StoredMapping::mapping).orElse(new Mapping(Map.of())));
  }

  private ImportJob carry(ImportJob job, ImportSettings settings, boolean dryRun, Output to)
      throws IOException, InterruptedException {
    String id = job.id();
    CompletableFuture<ImportJob> end;
    try {
      end =
          dryRun
              ? imports.check(id, settings)
              : imports.commitAtOnce(id, settings, job.createdBy());
    } catch (ProblemException e) {
      imports.delete(id, job.createdBy());
      throw e;
    }
    if (cancelled) {
      imports.cancel(id, job.createdBy());
    }
    long told = -1;
    while (true) {
      try {
        return end.get(REPORT_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        told = tell(imports.get(id), told, to);
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  private static long tell(ImportJob job, long told, Output to) {
    if (job.done() != told) {
      Long total = job.total();
      to.err()
          .printf(
              "%,d rows%s%n", job.done(), total == null ? "" : " of about %,d".formatted(total));
    }
    return job.done();
  }

  private int finish(ImportJob job, Path folder, Output to) throws IOException {
    ImportResult result = job.result();
    if (result == null) {
      ImportFailure failure = job.failure();
      String location = failure == null ? null : failure.location();
      to.err().println(failure == null ? "Cancelled." : failure.detail());
      if (location != null) {
        to.err().println("At " + location + ".");
      }
      to.err().println("Nothing was imported.");
      imports.delete(job.id(), job.createdBy());
      return NOTHING;
    }
    new ImportReport(to.out()).print(result, job);
    if (result.refused() > 0) {
      to.out().println("The refused rows are in " + bringRefused(job, folder));
    }
    if (result.dryRun()) {
      imports.delete(job.id(), job.createdBy());
    }
    return result.refused() > 0 ? REFUSED : DONE;
  }

  private Path bringRefused(ImportJob job, Path folder) throws IOException {
    String name = job.fileName();
    int dot = name.lastIndexOf('.');
    String extension = job.inspection().description().format().extension();
    String stem = (dot < 1 ? name : name.substring(0, dot)) + "-refused";
    Path target = folder.resolve(stem + "." + extension);
    // Somebody may be at work on the file of an earlier import.
    for (int number = 2; Files.exists(target); number++) {
      target = folder.resolve(stem + "-" + number + "." + extension);
    }
    Path refused = imports.findPass(job).map(pass -> pass.resolve(RefusedFile.NAME)).orElseThrow();
    return Files.copy(refused, target);
  }

  /** Stops what runs; for another thread. */
  public void cancel() {
    cancelled = true;
    ImportJob job = atWork;
    if (job != null) {
      imports.cancel(job.id(), job.createdBy());
    }
  }

  private static String text(ProblemException problem) {
    Map<String, Object> members = problem.toBody(null).getProperties();
    Object allowed = members == null ? null : members.get("allowed");
    return problem.getMessage() + (allowed == null ? "" : " Possible are: " + allowed + ".");
  }
}
