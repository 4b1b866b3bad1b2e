package zeren.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import zeren.format.FileFormat;
import zeren.format.TableDescription;

/** Imports as tests need them. */
final class ImportJobs {

  private ImportJobs() {}

  /** An import that nobody has uploaded. */
  static ImportJob of(String id, String layer, Instant createdAt) {
    TableDescription description =
        new TableDescription(
            FileFormat.CSV,
            List.of(),
            null,
            List.of("编号", "名称"),
            false,
            null,
            null,
            "UTF-8",
            ",",
            1,
            List.of("a note"));
    Mapping mapping = Rows.mapping("编号", "@id", "名称", "name");
    Inspection inspection =
        new Inspection(
            description,
            List.of(List.of("1", "一号口")),
            mapping,
            null,
            null,
            null,
            new Inspection.DatumHint("高德经度", "gcj02"));
    return new ImportJob(
        id,
        layer,
        "口 𠮷.csv",
        12,
        ImportState.UPLOADED,
        new ImportSettings(null, ImportMode.UPSERT, LocalDate.of(2026, 11, 25), null, mapping),
        inspection,
        0,
        null,
        null,
        null,
        null,
        null,
        createdAt,
        "tester",
        null);
  }

  static ImportJob with(ImportJob job, ImportSettings settings, Mapping mapping) {
    ImportSettings whole =
        new ImportSettings(
            settings.crs(), settings.mode(), settings.validFrom(), settings.table(), mapping);
    return new ImportJob(
        job.id(),
        job.layer(),
        job.fileName(),
        job.bytes(),
        job.state(),
        whole,
        job.inspection(),
        0,
        null,
        null,
        null,
        null,
        null,
        job.createdAt(),
        job.createdBy(),
        job.committedBy());
  }

  static ImportJob ended(
      ImportJob job,
      ImportState state,
      @Nullable ImportResult result,
      @Nullable ImportFailure failure) {
    return new ImportJob(
        job.id(),
        job.layer(),
        job.fileName(),
        job.bytes(),
        state,
        job.settings(),
        job.inspection(),
        7,
        7L,
        result,
        failure,
        result == null ? null : result.changeSet(),
        null,
        job.createdAt(),
        job.createdBy(),
        job.committedBy());
  }

  static ImportEngine.Order order(ConfigurableApplicationContext context, ImportJob job) {
    return context
        .getBean(ImportEngine.class)
        .order(job, context.getBean(ImportFolders.class).of(job.id()));
  }
}
