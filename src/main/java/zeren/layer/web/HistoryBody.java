package zeren.layer.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import zeren.layer.ChangeKind;
import zeren.layer.ChangeSet;
import zeren.layer.FeatureBody;
import zeren.layer.FieldChange;
import zeren.layer.HistoryEntry;

/** All versions of a feature, the newest recording first. */
record HistoryBody(List<Version> versions) {

  /**
   * @param change what recorded it; null when it is older than change sets
   * @param supersededChange what replaced it; null while it is what is known
   * @param changes what is different from what was known of its first day before
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Version(
      @JsonUnwrapped FeatureBody feature,
      @Nullable Change change,
      @Nullable Change supersededChange,
      List<FieldChange> changes) {}

  /**
   * @param undoes the change set that this one undid; null for others
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Change(
      long id,
      ChangeKind kind,
      @Nullable String note,
      @Nullable Long undoes,
      Instant recordedAt,
      String recordedBy) {

    static @Nullable Change of(@Nullable ChangeSet set) {
      return set == null
          ? null
          : new Change(
              set.id(), set.kind(), set.note(), set.undoes(), set.recordedAt(), set.recordedBy());
    }
  }

  static HistoryBody of(List<HistoryEntry> entries) {
    return new HistoryBody(
        entries.stream()
            .map(
                entry ->
                    new Version(
                        FeatureBody.of(entry.version()),
                        Change.of(entry.change()),
                        Change.of(entry.supersededBy()),
                        entry.changes()))
            .toList());
  }
}
