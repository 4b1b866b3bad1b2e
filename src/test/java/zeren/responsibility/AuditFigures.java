package zeren.responsibility;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import zeren.exchange.Readers;
import zeren.layer.FeatureDraft;
import zeren.reference.SyntheticCity;

/**
 * Measures how long each audit takes, for the reference city and for the same city with 77,000
 * village cells, of which every hundredth is missing and every hundredth is there twice. {@code
 * bin/figures-who} runs it.
 */
final class AuditFigures {

  private static final int RUNS = 3;

  private AuditFigures() {}

  public static void main(String[] arguments) throws IOException {
    List<FeatureDraft> published = Readers.referenceCity();
    List<FeatureDraft> districts = LargeCity.ofLayer(published, "district");
    AuditTown city =
        new AuditTown()
            .addAll(published)
            .addAll(SyntheticCity.generate(districts, SyntheticCity.SEED));
    measure("reference city", city::day);
    AuditTown large = new AuditTown().addAll(LargeCity.damaged());
    measure("77,000 village cells", large::day);
  }

  private static void measure(String what, Supplier<AuditDay> source) {
    AuditDay first = source.get();
    say("%s: %,d cells", what, first.view("grid_cell").size());
    for (int i = 0; i < audits().size(); i++) {
      List<Double> seconds = new ArrayList<>();
      long found = 0;
      for (int run = 0; run < RUNS; run++) {
        // A fresh one each time: what they keep between questions must not be measured.
        Audit audit = audits().get(i);
        AuditDay day = new AuditDay(first.day(), first.map(), first::endedAssignments);
        long begun = System.nanoTime();
        found = audit.run(day).count();
        seconds.add((System.nanoTime() - begun) / 1e9);
      }
      String name = audits().get(i).getClass().getSimpleName();
      say(
          "  %-26s %,8d found, first %6.2f s, then %6.2f s",
          name, found, seconds.get(0), seconds.get(RUNS - 1));
    }
  }

  private static List<Audit> audits() {
    return List.of(
        new CoverageFindings(new CoverageAudits()),
        new MisattributionAudit(new ObjectAudits()),
        new DutyGapAudit(new ObjectAudits()),
        new IdlePersonAudit(),
        new BrokenAssignmentAudit(),
        new ExpiredAssignmentAudit(),
        new CellChiefAudit(),
        new ZoneGroupAudit());
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
