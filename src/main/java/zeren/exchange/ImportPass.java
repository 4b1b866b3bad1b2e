package zeren.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zeren.format.FormatException;
import zeren.format.Table;
import zeren.format.TableRow;
import zeren.layer.ChangeWriter;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureVersion;
import zeren.layer.LayerDeclaration;

/**
 * One run over the rows of a file, in constant memory: rows are looked at one by one, compared with
 * what is known chunk by chunk, and handed to the change set.
 */
final class ImportPass {

  private static final int CHUNK = 1_000;

  /** Rows of many characters or vertices are not kept together in such numbers. */
  private static final long HEAVY = 4_000_000;

  private static final String OUT_OF_SCOPE =
      "this row is not within the scope of the account that imports it";

  private final LayerDeclaration layer;
  private final Merge merge;
  private final RowCheck check;
  private final Table table;
  private final ChangeWriter writer;
  private final PassFiles files;
  private final PassTally tally;
  private final Progress progress;

  /** Names of refused rows that do not say which feature they are, as {@link Wording#key}. */
  private final SeenIds unidentified = new SeenIds();

  private boolean nameless;
  private boolean closesOthers;

  ImportPass(
      Merge merge,
      RowCheck check,
      Table table,
      ChangeWriter writer,
      PassFiles files,
      PassTally tally,
      Progress progress) {
    this.layer = merge.layer();
    this.merge = merge;
    this.check = check;
    this.table = table;
    this.writer = writer;
    this.files = files;
    this.tally = tally;
    this.progress = progress;
  }

  /**
   * @param closeOthers whether features that are not in the file end
   * @throws FormatException when the file cannot be read to its end
   * @throws Progress.CancelledException when somebody wants it to stop
   */
  void run(boolean closeOthers) throws IOException, FormatException {
    closesOthers = closeOthers;
    List<CheckedRow> chunk = new ArrayList<>();
    long weight = 0;
    for (TableRow row = table.next(); row != null; row = table.next()) {
      CheckedRow checked = check.check(row);
      tally.count(checked);
      if (checked.faults().isEmpty()) {
        chunk.add(checked);
        weight += checked.weight();
      } else {
        refuse(checked, checked.faults());
      }
      if (chunk.size() == CHUNK || weight >= HEAVY) {
        flush(chunk);
        weight = 0;
      }
      if (tally.rows() % CHUNK == 0) {
        progress.report(tally.rows(), table.progress());
      }
    }
    flush(chunk);
    progress.report(tally.rows(), 1);
    if (closeOthers) {
      closeOthers();
    }
  }

  private record Pending(CheckedRow row, FeatureDraft draft, @Nullable FeatureVersion known) {}

  private void flush(List<CheckedRow> chunk) throws IOException {
    if (chunk.isEmpty()) {
      return;
    }
    Map<String, FeatureVersion> known = findKnown(chunk);
    List<Pending> pending = new ArrayList<>();
    for (CheckedRow row : chunk) {
      FeatureVersion before = known.get(String.valueOf(row.id()));
      List<RowFault> faults = new ArrayList<>();
      Optional<FeatureDraft> draft = merge.merge(row, before, faults);
      if (draft.isPresent()) {
        pending.add(new Pending(row, draft.get(), before));
      } else {
        refuse(row, faults);
      }
    }
    chunk.clear();
    record(inScope(pending));
  }

  /** Rows that are not for whoever imports are refused like others that cannot be used. */
  private List<Pending> inScope(List<Pending> pending) throws IOException {
    Set<String> outside = writer.findOutOfScope(pending.stream().map(Pending::draft).toList());
    List<Pending> inside = new ArrayList<>();
    for (Pending one : pending) {
      if (outside.contains(one.draft().id())) {
        refuse(one.row(), List.of(RowFault.of("id", one.draft().id(), OUT_OF_SCOPE)));
      } else {
        inside.add(one);
      }
    }
    return inside;
  }

  /** What is known of each row's feature on the day from which the row is so. */
  private Map<String, FeatureVersion> findKnown(List<CheckedRow> chunk) {
    Map<LocalDate, List<String>> days = new LinkedHashMap<>();
    for (CheckedRow row : chunk) {
      days.computeIfAbsent(merge.dayOf(row), day -> new ArrayList<>())
          .add(String.valueOf(row.id()));
    }
    Map<String, FeatureVersion> known = new HashMap<>();
    days.forEach((day, ids) -> known.putAll(writer.findOn(day, ids)));
    return known;
  }

  private void record(List<Pending> pending) throws IOException {
    List<FeatureDraft> drafts = new ArrayList<>();
    pending.forEach(one -> drafts.add(one.draft()));
    List<ChangeWriter.Outcome> outcomes = drafts.isEmpty() ? List.of() : writer.record(drafts);
    for (int i = 0; i < pending.size(); i++) {
      Pending one = pending.get(i);
      ChangeWriter.Outcome outcome = outcomes.get(i);
      long row = one.row().row().number();
      tally.count(outcome, one.row());
      FeatureChange change = FeatureChange.of(layer, row, one.draft(), one.known());
      switch (outcome) {
        case CREATED -> files.add(PassFiles.Kind.CREATED, change);
        case CHANGED -> files.add(PassFiles.Kind.CHANGED, change);
        case UNCHANGED -> {}
      }
      String kind = outcome.name().toLowerCase(Locale.ROOT);
      files.places().add(kind, row, change.name(), one.draft().geometry());
    }
  }

  private void refuse(CheckedRow row, List<RowFault> faults) throws IOException {
    tally.refuse(row.row().number(), faults);
    files.refuse(row.row(), faults);
    Object name = row.values().get(layer.name());
    Place place = row.place();
    if (place != null) {
      String called = name == null ? "" : name.toString();
      files.places().add("refused", row.row().number(), called, place.geometry());
    }
    if (closesOthers && row.id() == null) {
      if (name == null) {
        nameless = true;
      } else {
        unidentified.add(Wording.key(name.toString()), row.row().number());
      }
    }
  }

  /**
   * Ends what the file does not have. A feature stays when a refused row may be about it: when they
   * have the id or, where the row has none, the name in common. A row with neither could be about
   * any.
   */
  private void closeOthers() throws IOException {
    if (nameless) {
      tally.warn(
          "nothing was closed: a refused row says neither by id nor by name which feature it is");
      return;
    }
    try {
      tally.close(writer.closeOthers(merge.validFrom(), this::isKept, this::tellClosed));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private boolean isKept(FeatureVersion version) {
    if (check.seen().contains(version.id())) {
      return true;
    }
    Object name = version.properties().get(layer.name());
    return unidentified.size() > 0
        && name != null
        && unidentified.contains(Wording.key(name.toString()));
  }

  private void tellClosed(FeatureVersion version) {
    progress.report(tally.rows(), 1);
    try {
      files.add(PassFiles.Kind.CLOSED, FeatureChange.closing(layer, version));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
