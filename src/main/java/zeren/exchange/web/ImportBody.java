package zeren.exchange.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zeren.exchange.ImportFailure;
import zeren.exchange.ImportJob;
import zeren.exchange.ImportResult;
import zeren.exchange.ImportSettings;
import zeren.exchange.ImportState;
import zeren.exchange.Inspection;
import zeren.format.TableDescription;

/**
 * An import.
 *
 * @param sample cells of the first rows as text
 * @param unmapped the columns that are not imported
 * @param mappingName the stored mapping that was proposed; null when it was guessed
 * @param mappingCrs the coordinate system kept with that mapping; it is offered, never taken
 * @param hint the coordinate system that a heading suggests; null when none does
 * @param result of the last check or commit; null before
 * @param problem why it failed; null unless it did
 * @param committedBy who asked last for it to be written; null before
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ImportBody(
    String id,
    String layer,
    String fileName,
    long bytes,
    ImportState state,
    TableDescription description,
    List<List<@Nullable String>> sample,
    ImportSettings settings,
    List<String> unmapped,
    @Nullable String mappingName,
    @Nullable String mappingCrs,
    Inspection.@Nullable DatumHint hint,
    long done,
    @Nullable Long total,
    @Nullable ImportResult result,
    @Nullable ImportFailure problem,
    @Nullable Long changeSet,
    Instant createdAt,
    String createdBy,
    @Nullable String committedBy) {

  static ImportBody of(ImportJob job) {
    Inspection seen = job.inspection();
    return new ImportBody(
        job.id(),
        job.layer(),
        job.fileName(),
        job.bytes(),
        job.state(),
        seen.description(),
        seen.sample(),
        job.settings(),
        seen.description().columns().stream()
            .filter(column -> !job.settings().mapping().columns().containsKey(column))
            .toList(),
        seen.mappingName(),
        seen.mappingCrs(),
        seen.hint(),
        job.done(),
        job.total(),
        job.result(),
        job.failure(),
        job.changeSet(),
        job.createdAt(),
        job.createdBy(),
        job.committedBy());
  }

  /**
   * Without what only one who works on it needs.
   *
   * @param counts of the last check or commit; null before
   * @param committedBy who asked last for it to be written; null before
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Line(
      String id,
      String layer,
      String fileName,
      long bytes,
      ImportState state,
      @Nullable Counts counts,
      @Nullable Long changeSet,
      Instant createdAt,
      String createdBy,
      @Nullable String committedBy) {

    static Line of(ImportJob job) {
      ImportResult result = job.result();
      return new Line(
          job.id(),
          job.layer(),
          job.fileName(),
          job.bytes(),
          job.state(),
          result == null ? null : Counts.of(result),
          job.changeSet(),
          job.createdAt(),
          job.createdBy(),
          job.committedBy());
    }
  }

  record Counts(long rows, long created, long changed, long unchanged, long closed, long refused) {

    static Counts of(ImportResult result) {
      return new Counts(
          result.rows(),
          result.created(),
          result.changed(),
          result.unchanged(),
          result.closed(),
          result.refused());
    }
  }
}
