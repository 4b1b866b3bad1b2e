package zeren.exchange;

import java.io.PrintStream;
import java.util.List;

/** Tells the person at the command line what came of an import. */
final class ImportReport {

  private static final int SHOWN = 20;

  private final PrintStream out;

  ImportReport(PrintStream out) {
    this.out = out;
  }

  void print(ImportResult result, ImportJob job) {
    out.printf(
        "%s into %s: %,d rows%s%n",
        job.fileName(), job.layer(), result.rows(), result.dryRun() ? ", nothing written" : "");
    out.printf(
        "created %,d, changed %,d, unchanged %,d, closed %,d, refused %,d, repaired %,d%n",
        result.created(),
        result.changed(),
        result.unchanged(),
        result.closed(),
        result.refused(),
        result.repaired());
    print("refused", result.errors(), result.refused());
    print("noticed", result.warnings(), result.warnings().size());
    SuspectDatum suspect = result.suspectDatum();
    if (suspect != null) {
      print(suspect, result.dryRun());
    }
    if (result.offeredMapping() != null) {
      out.println(
          "All longitudes and latitudes are swapped: exchange the headings of the columns.");
    }
  }

  private void print(String what, List<ImportIssue> issues, long all) {
    issues.stream().limit(SHOWN).forEach(issue -> out.println(what + ": " + text(issue)));
    if (all > SHOWN && issues.size() > SHOWN) {
      out.printf("… %,d rows %s in all%n", all, what);
    }
  }

  private static String text(ImportIssue issue) {
    String fault =
        new RowFault(issue.field(), issue.value(), issue.reason(), issue.suggestions()).text();
    return issue.row() == 0 ? fault : "row " + issue.row() + ", " + fault;
  }

  private void print(SuspectDatum suspect, boolean dryRun) {
    out.printf(
        "The positions look like %s, not %s: of %,d rows that name their district %,d lie in it as"
            + " %s, and %,d as %s.%n",
        suspect.offered(),
        suspect.named(),
        suspect.rows(),
        suspect.insideNamed(),
        suspect.named(),
        suspect.insideOffered(),
        suspect.offered());
    out.println(
        (dryRun ? "Import" : "If so, undo this import on the page /admin and import")
            + " the file with --crs "
            + suspect.offered()
            + ".");
  }
}
