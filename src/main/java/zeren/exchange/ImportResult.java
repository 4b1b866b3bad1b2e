package zeren.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an import, or would come of it.
 *
 * @param rows rows of the file
 * @param closed features that were ended because the file does not have them
 * @param repaired geometries that were mended, among the rows that were not refused
 * @param errors why rows were refused, the first {@value #MOST_ISSUES}
 * @param warnings what was noticed and done about it, the first {@value #MOST_ISSUES}
 * @param refusedFile path of the file with the refused rows; null when there are none
 * @param suspectDatum null when the coordinate system that was named looks right
 * @param offeredMapping a mapping that is probably meant instead of the one given; null when it
 *     looks right
 * @param changeSet null when nothing was written
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ImportResult(
    String id,
    boolean dryRun,
    long rows,
    long created,
    long changed,
    long unchanged,
    long closed,
    long refused,
    long repaired,
    List<ImportIssue> errors,
    List<ImportIssue> warnings,
    @Nullable String refusedFile,
    @Nullable SuspectDatum suspectDatum,
    @Nullable Mapping offeredMapping,
    @Nullable Long changeSet) {

  static final int MOST_ISSUES = 1_000;

  ImportResult withChangeSet(long number) {
    return new ImportResult(
        id,
        dryRun,
        rows,
        created,
        changed,
        unchanged,
        closed,
        refused,
        repaired,
        errors,
        warnings,
        refusedFile,
        suspectDatum,
        offeredMapping,
        number == 0 ? null : number);
  }

  ImportResult withIssues(List<ImportIssue> fewerErrors, List<ImportIssue> fewerWarnings) {
    return new ImportResult(
        id,
        dryRun,
        rows,
        created,
        changed,
        unchanged,
        closed,
        refused,
        repaired,
        fewerErrors,
        fewerWarnings,
        refusedFile,
        suspectDatum,
        offeredMapping,
        changeSet);
  }
}
