package zeren;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

/** {@code bin/run import}, as an operator types it, on a data folder with the reference city. */
class ImportCommandIT {

  private static final String SITES =
      """
      编号,名称,工地类型,所属区县,监管部门,高德经度,高德纬度
      %1$s-1,一号工地,房屋建筑,金水区,城建局,113.66,34.78
      %1$s-2,二号工地,道路工程,金水,交通局,113.67,34.79
      """;
  private static final String WRONG =
      SITES + "%1$s-3,三号工地,房屋建筑,金水去,城建局,113.66,34.78\n%1$s-4,,房屋建筑,金水区,城建局,113.66,34.78\n";

  private static final String DONE = "0";
  private static final String REFUSED = "1";
  private static final String NOTHING = "2";

  @TempDir static Path data;
  private static Said whileAServerRuns = new Said("", "", "");

  @TempDir Path folder;

  /** What a command said, and its exit code. */
  private record Said(String code, String out, String err) {}

  @BeforeAll
  static void fill(@TempDir Path elsewhere) throws Exception {
    Files.writeString(elsewhere.resolve("sites.csv"), SITES.formatted("R"));
    try (var server =
        SpringApplication.run(ZerenApplication.class, "--server.port=0", "--zeren.data=" + data)) {
      assertThat(server.isRunning()).isTrue();
      whileAServerRuns = runScript(elsewhere);
    }
  }

  /** In a process of its own, called from the folder. */
  private static Said runScript(Path folder) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of("bin/run").toAbsolutePath().toString());
    command.addAll(List.of("import", "site", "sites.csv", "--crs", "gcj02"));
    command.addAll(List.of("--data", data.toString()));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(Integer.toString(process.waitFor()), said, said);
  }

  private static Said run(Path folder, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", data.toString()));
    return runAsTyped(folder, all);
  }

  private static Said runAsTyped(Path folder, List<String> words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        ImportStart.run(
            words,
            Map.of("ZEREN_CALLED_FROM", folder.toString()),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Said(
        Integer.toString(code),
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aTableNeedsNoCoordinateSystem() throws IOException {
    Files.writeString(folder.resolve("units.csv"), "编号,单位名称,单位类别\nT-1,甲局,市直部门\nT-2,乙局,市直\n");
    Said said = run(folder, "unit", "units.csv");
    assertThat(said.code()).as(said.toString()).isEqualTo(REFUSED);
    assertThat(Files.readString(folder.resolve("units-refused.csv")))
        .contains("乙局", "must be one of");
  }

  @Test
  void aFolderThatAServerRunsOnIsLeftToTheServer() {
    assertThat(whileAServerRuns.code()).isEqualTo(NOTHING);
    assertThat(whileAServerRuns.err())
        .contains("in use by another Zeren")
        .contains("Nothing was imported", "/admin", "/api/layers/site/import")
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  void aFileIsInOnceHoweverOftenItIsImported() throws IOException {
    write("sites.csv", SITES.formatted("A"));

    Said first = run(folder, "site", "sites.csv", "--crs", "gcj02");
    assertThat(first.err()).isEmpty();
    assertThat(first.code()).isEqualTo(DONE);
    assertThat(first.out())
        .contains("sites.csv into site: 2 rows")
        .contains("created 2, changed 0, unchanged 0, closed 0, refused 0, repaired 0");

    Said second = run(folder, "site", "sites.csv", "--crs", "gcj02");
    assertThat(second.code()).isEqualTo(DONE);
    assertThat(second.out()).contains("created 0, changed 0, unchanged 2");
    assertThat(folder).isDirectoryNotContaining("glob:**refused*");
  }

  @Test
  void refusedRowsComeBackAndAreInOncePutRight() throws IOException {
    write("sites.csv", WRONG.formatted("B"));

    Said said = run(folder, "site", "sites.csv", "--crs", "gcj02");

    assertThat(said.code()).isEqualTo(REFUSED);
    assertThat(said.out())
        .contains("created 2", "refused 2", "row 4, district_recorded = '金水去'", "金水区")
        .contains("row 5, name: is missing")
        .contains("The refused rows are in " + folder.resolve("sites-refused.csv"));
    String refused = Files.readString(folder.resolve("sites-refused.csv"));
    assertThat(refused).contains("B-3", "B-4", "拒绝原因 reason").doesNotContain("B-1");

    run(folder, "site", "sites.csv", "--crs", "gcj02", "--dry-run");
    assertThat(folder.resolve("sites-refused-2.csv")).exists();
    assertThat(folder.resolve("sites-refused.csv")).hasContent(refused);

    write("sites-refused.csv", refused.replace("金水去", "金水区").replace("B-4,,", "B-4,四号工地,"));
    Said again = run(folder, "site", "sites-refused.csv", "--crs", "gcj02");
    assertThat(again.out()).contains("created 2", "refused 0");
    assertThat(again.code()).isEqualTo(DONE);
  }

  @Test
  void aRehearsalWritesNothing() throws IOException {
    write("sites.csv", SITES.formatted("C"));
    for (int i = 0; i < 2; i++) {
      Said said = run(folder, "site", "sites.csv", "--crs", "gcj02", "--dry-run");
      assertThat(said.code()).isEqualTo(DONE);
      assertThat(said.out()).contains("nothing written", "created 2");
    }
  }

  @Test
  void whatIsNotInTheFileEndsWhenAskedFor() throws IOException {
    write("one.csv", "编号,名称,河流,级别,目标水质,经度,纬度\nS-1,一号断面,贾鲁河,国控,III,113.66,34.78\n");
    Said said = run(folder, "section", "one.csv", "--crs", "wgs84", "--mode", "replace");
    assertThat(said.out()).contains("created 1", "closed 8");
  }

  @Test
  void theDatumIsNeverAssumed() throws IOException {
    write("sites.csv", SITES.formatted("D"));
    Said said = run(folder, "site", "sites.csv");
    assertThat(said.code()).isEqualTo(NOTHING);
    assertThat(said.err()).contains("Name the coordinate system", "gcj02", "Nothing was imported");
  }

  @Test
  void whatCannotBeginSaysWhy() throws IOException {
    write("sites.csv", SITES.formatted("E"));
    write("broken.xlsx", "PK\u0003\u0004 not really");
    write("empty.csv", "");

    assertNothing("There is no layer 'sites'. Possible are: [", "sites", "sites.csv");
    assertNothing("There is no file " + folder.resolve("none.csv"), "site", "none.csv");
    assertNothing("no mapping called '住建'", "site", "sites.csv", "--mapping", "住建");
    assertNothing("broken.xlsx", "site", "broken.xlsx", "--crs", "gcj02");
    assertNothing("empty.csv", "site", "empty.csv", "--crs", "gcj02");
    assertNothing("'mars'", "site", "sites.csv", "--crs", "mars");
    Said elsewhere = runAsTyped(folder, List.of("site", "sites.csv", "--data", folder.toString()));
    assertThat(elsewhere.err()).contains("There is no Zeren in " + folder);
    assertThat(folder).isDirectoryNotContaining("glob:**.mv.db");
  }

  private void assertNothing(String reason, String... words) {
    Said said = run(folder, words);
    assertThat(said.err()).contains(reason, "Nothing was imported").doesNotContain("\tat ");
    assertThat(said.code()).isEqualTo(NOTHING);
  }

  @Test
  void theScriptFindsFilesWhereItWasCalledAndHandsItsExitCodeOn() throws Exception {
    write("sites.csv", WRONG.formatted("F"));
    Said said = runScript(folder);

    assertThat(said.code()).as(said.out()).isEqualTo(REFUSED);
    assertThat(said.out()).contains("created 2", "refused 2").doesNotContain("Exception");
    assertThat(folder.resolve("sites-refused.csv")).exists();
  }
}
