package zeren.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import zeren.exchange.Readers;
import zeren.geo.Geodesy;
import zeren.layer.FeatureDraft;
import zeren.reference.SyntheticCity;

/** The outlines of the reference city: real ones, with thousands of vertices. */
class CoverageReferenceTest {

  private static List<FeatureDraft> districts = List.of();
  private static List<FeatureDraft> cells = List.of();

  @BeforeAll
  static void generate() throws IOException {
    districts = Readers.referenceCity().stream().filter(d -> d.layer().equals("district")).toList();
    cells =
        SyntheticCity.generate(districts, SyntheticCity.SEED).stream()
            .filter(draft -> draft.layer().equals("grid_cell"))
            .toList();
  }

  private static AuditTown town(List<FeatureDraft> cells) {
    return new AuditTown().addAll(districts).addAll(cells);
  }

  private static void assertAddsUp(CoverageLevel level) {
    double gaps = level.gaps().stream().mapToDouble(CoveragePiece::area).sum();
    assertThat(level.covered() + gaps + level.rounding())
        .isCloseTo(level.city(), within(1e-6 * level.city()));
  }

  @Test
  void everyLevelCoversTheCityWithoutAGap() {
    for (CoverageLevel level : CoverageAudit.of(town(cells).day(), "grid_cell").run()) {
      assertThat(level.gaps()).as(level.level()).isEmpty();
      assertThat(level.overlaps()).as(level.level()).isEmpty();
      assertThat(level.rounding()).isLessThan(1e-6 * level.city());
      assertAddsUp(level);
    }
  }

  @Test
  void whatIsTakenOutComesBackAsGaps() {
    List<FeatureDraft> villages =
        cells.stream().filter(cell -> "village".equals(cell.properties().get("level"))).toList();
    List<FeatureDraft> missing = everyTwentieth(villages, true);
    CoverageLevel level = town(everyTwentieth(villages, false)).villages();
    assertThat(level.gaps().stream().mapToDouble(CoveragePiece::area).sum())
        .isCloseTo(
            missing.stream().mapToDouble(cell -> Geodesy.area(cell.geometry())).sum(),
            within(1e-9 * level.city()));
    assertThat(level.overlaps()).isEmpty();
    assertAddsUp(level);
  }

  private static List<FeatureDraft> everyTwentieth(List<FeatureDraft> all, boolean taken) {
    return IntStream.range(0, all.size())
        .filter(i -> (i % 20 == 7) == taken)
        .mapToObj(all::get)
        .toList();
  }
}
