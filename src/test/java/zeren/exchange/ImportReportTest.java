package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import zeren.format.FileFormat;
import zeren.format.TableDescription;

class ImportReportTest {

  private static final SuspectDatum SUSPECT = new SuspectDatum("wgs84", "gcj02", 100, 12, 98);

  private static String printed(
      boolean dryRun, int refused, @Nullable SuspectDatum suspect, @Nullable Mapping offered) {
    List<ImportIssue> errors =
        LongStream.rangeClosed(2, refused + 1)
            .mapToObj(row -> new ImportIssue(row, "name", null, "is missing", List.of()))
            .toList();
    List<ImportIssue> warnings =
        List.of(new ImportIssue(0, null, null, "nothing was closed", List.of()));
    ImportResult result =
        new ImportResult(
            "1", dryRun, 1_234_567, 1_000_000, 2, 3, 4, refused, 6, errors, warnings, null, suspect,
            offered, null);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ImportReport(new PrintStream(out, true, StandardCharsets.UTF_8)).print(result, job());
    return out.toString(StandardCharsets.UTF_8);
  }

  private static ImportJob job() {
    Mapping mapping = new Mapping(Map.of("名称", "name"));
    TableDescription file =
        new TableDescription(
            FileFormat.CSV,
            List.of(),
            null,
            List.of("名称"),
            false,
            null,
            null,
            "UTF-8",
            ",",
            1,
            List.of());
    return new ImportJob(
        "1",
        "site",
        "工地.csv",
        10,
        ImportState.COMMITTED,
        new ImportSettings("wgs84", ImportMode.UPSERT, LocalDate.EPOCH, null, mapping),
        new Inspection(file, List.of(), mapping, null, null, null, null),
        1,
        1L,
        null,
        null,
        null,
        null,
        Instant.EPOCH,
        "网格长001",
        null);
  }

  @Test
  void allIsCounted() {
    assertThat(printed(false, 0, null, null))
        .isEqualTo(
            """
            工地.csv into site: 1,234,567 rows
            created 1,000,000, changed 2, unchanged 3, closed 4, refused 0, repaired 6
            noticed: nothing was closed
            """);
  }

  @Test
  void ofManyRefusalsTheFirstAreShown() {
    assertThat(printed(true, 30, null, null))
        .contains("1,234,567 rows, nothing written", "refused: row 21, name: is missing")
        .contains("… 30 rows refused in all")
        .doesNotContain("row 22");
  }

  @Test
  void aSuspectDatumIsToldWithWhatToDo() {
    assertThat(printed(true, 0, SUSPECT, null))
        .contains(
            "The positions look like gcj02, not wgs84: of 100 rows that name their district 12 lie"
                + " in it as wgs84, and 98 as gcj02.")
        .contains("Import the file with --crs gcj02.");
    assertThat(printed(false, 0, SUSPECT, null))
        .contains("undo this import on the page /admin and import the file with --crs gcj02.");
  }

  @Test
  void exchangedColumnsAreTold() {
    assertThat(printed(true, 0, null, new Mapping(Map.of("经度", "@lat"))))
        .contains("All longitudes and latitudes are swapped");
  }
}
