package zeren.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zeren.layer.ChangeWriter;

/** Counts what a pass over a file finds. */
final class PassTally {

  private static final String DISTRICT = "district";

  private final DatumSuspicion suspicion;

  /** The field in which rows name their district; null when no column is mapped to one. */
  private final @Nullable String districtField;

  private final List<ImportIssue> errors = new ArrayList<>();
  private final List<ImportIssue> warnings = new ArrayList<>();
  private long rows;
  private long created;
  private long changed;
  private long unchanged;
  private long closed;
  private long refused;
  private long repaired;
  private long placed;
  private long swapped;

  PassTally(DatumSuspicion suspicion, ColumnPlan plan) {
    this.suspicion = suspicion;
    this.districtField =
        plan.fields().stream()
            .map(ColumnPlan.FieldColumn::field)
            .filter(field -> DISTRICT.equals(field.refersTo()))
            .map(zeren.layer.LayerField::name)
            .findFirst()
            .orElse(null);
  }

  void count(CheckedRow row) {
    rows++;
    Place place = row.place();
    Object district = districtField == null ? null : row.values().get(districtField);
    if (place != null) {
      placed++;
      if (district != null) {
        suspicion.watch(place, district.toString());
      }
    }
  }

  void count(ChangeWriter.Outcome outcome, CheckedRow row) {
    switch (outcome) {
      case CREATED -> created++;
      case CHANGED -> changed++;
      case UNCHANGED -> unchanged++;
    }
    for (RowFault repair : row.repairs()) {
      repaired++;
      keep(warnings, ImportIssue.of(row.row().number(), repair));
    }
  }

  void refuse(long row, List<RowFault> faults) {
    refused++;
    for (RowFault fault : faults) {
      swapped += PlaceCheck.SWAPPED.equals(fault.reason()) ? 1 : 0;
      keep(errors, ImportIssue.of(row, fault));
    }
  }

  void warn(String reason) {
    warnings.add(0, new ImportIssue(0, null, null, reason, List.of()));
  }

  void close(long features) {
    closed += features;
  }

  long rows() {
    return rows;
  }

  private static void keep(List<ImportIssue> issues, ImportIssue issue) {
    if (issues.size() < ImportResult.MOST_ISSUES) {
      issues.add(issue);
    }
  }

  /**
   * @param refusedFile where the refused rows can be had
   */
  ImportResult result(String id, boolean dryRun, Mapping mapping, String refusedFile) {
    boolean allSwapped = swapped > 0 && placed == 0;
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
        allSwapped ? saidOnce() : List.copyOf(errors),
        List.copyOf(warnings),
        refused == 0 ? null : refusedFile,
        suspicion.find(),
        allSwapped ? exchanged(mapping) : null,
        null);
  }

  /** Where every row has the same fault, one sentence says it. */
  private List<ImportIssue> saidOnce() {
    List<ImportIssue> others = new ArrayList<>();
    String reason =
        "in all %d rows with a position %s; exchange the two columns"
            .formatted(swapped, PlaceCheck.SWAPPED);
    others.add(new ImportIssue(0, RowPlaces.FIELD, null, reason, List.of()));
    errors.stream().filter(one -> !one.reason().equals(PlaceCheck.SWAPPED)).forEach(others::add);
    return others;
  }

  /** Null when the file's own geometries are at fault, which no mapping can put right. */
  private static @Nullable Mapping exchanged(Mapping mapping) {
    Mapping exchanged =
        mapping
            .exchanging(Role.LON.target(), Role.LAT.target())
            .exchanging(Role.LONLAT.target(), Role.LATLON.target());
    return exchanged.equals(mapping) ? null : exchanged;
  }
}
