package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerView;
import zeren.layer.Views;
import zeren.problem.ProblemException;

/** Imports into tables, and periods that rows say themselves, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TableImportContract {

  private static final LocalDate DAY = LocalDate.of(2021, 3, 1);

  private ConfigurableApplicationContext context;
  private Imports imports;

  /** Settings that lead to a new, empty database. */
  abstract List<String> freshDatabase();

  @BeforeAll
  void start(@TempDir Path folder) {
    List<String> arguments = new ArrayList<>(freshDatabase());
    arguments.add("--zeren.data=" + folder);
    context =
        new SpringApplicationBuilder(ImportContract.Modules.class)
            .web(WebApplicationType.NONE)
            .run(arguments.toArray(String[]::new));
    imports = context.getBean(Imports.class);
  }

  @AfterAll
  void stop() {
    context.close();
  }

  private ImportResult run(String layer, String csv) throws Exception {
    return run(layer, csv, new Mapping(Map.of()), ImportMode.UPSERT, null);
  }

  private ImportResult run(
      String layer, String csv, Mapping mapping, ImportMode mode, @Nullable String crs)
      throws Exception {
    ImportJob job =
        imports.upload(layer, "表.csv", null, "tester", file -> Files.writeString(file, csv));
    ImportSettings settings = new ImportSettings(crs, mode, DAY, null, mapping);
    ImportJob checked = imports.check(job.id(), settings).get();
    ImportJob ended = imports.commit(job.id(), null, "tester").get();
    assertThat(ended.failure()).isNull();
    ImportResult result = ended.result();
    if (result == null || checked.result() == null) {
      throw new AssertionError("There is no result of " + ended);
    }
    assertThat(result.created()).as("as in the preview").isEqualTo(checked.result().created());
    assertThat(result.refused()).isEqualTo(checked.result().refused());
    return result;
  }

  private LayerView view(String layer, LocalDate day) {
    return context.getBean(LayerCatalog.class).get(layer, Views.OFFICIAL, day);
  }

  private @Nullable Object value(String layer, String id, String field) {
    LayerView view = view(layer, DAY);
    OptionalInt row = view.findRow(id);
    assertThat(row).as("%s/%s", layer, id).isPresent();
    return view.value(row.getAsInt(), field);
  }

  @Test
  void rowsNameOthersByIdNameShortNameOrAliasAlsoFurtherDown() throws Exception {
    ImportResult units =
        run(
            "unit",
            """
            编号,单位名称,简称,单位类别,上级单位,别名
            R-1,金水分局,,县区部门,市环境局,
            R-2,郑州市生态环境局,市环境局,市直部门,,郑州市环境保护局
            R-3,金水监测站,,县区部门,R-1,
            R-4,大气办,,议事协调机构,郑州市环境保护局,
            R-5,未知下属,,县区部门,不存在的局,
            """);
    assertThat(units.created()).isEqualTo(4);
    assertThat(units.refused()).isEqualTo(1);
    assertThat(units.errors().get(0).reason()).contains("layer 'unit' has no feature");
    assertThat(value("unit", "R-1", "parent")).isEqualTo("R-2");
    assertThat(value("unit", "R-3", "parent")).isEqualTo("R-1");
    assertThat(value("unit", "R-4", "parent")).isEqualTo("R-2");
    run("person", "编号,姓名,所在单位,是否公开\nP-1,网格长001,市环境局,是\n");
    assertThat(value("person", "P-1", "unit")).isEqualTo("R-2");
    assertThat(value("person", "P-1", "published")).isEqualTo(true);
  }

  @Test
  void severalValuesAreSplitCheckedOneByOneAndJoined() throws Exception {
    ImportResult result =
        run(
            "assignment",
            """
            编号,责任角色,要素领域,范围图层,依据文件,条款,任期起,任期止
            M-1,行业监管,水、扬尘,施工工地,方案,一,2020-01-01,2021-12-31
            M-2,sector,dust;大气,site,方案,一,,至今
            M-3,牵头,全部领域,site,方案,二,2021-06-01,
            """);
    assertThat(result.refused()).isEqualTo(1);
    assertThat(result.errors().get(0).field()).isEqualTo("topics");
    assertThat(value("assignment", "M-1", "topics")).isEqualTo("dust;water");
    assertThat(value("assignment", "M-1", "scope_layer")).isEqualTo("site");
    LayerView view = view("assignment", DAY);
    int row = view.findRow("M-1").orElseThrow();
    assertThat(view.validFrom(row)).isEqualTo(LocalDate.of(2020, 1, 1));
    assertThat(view.validTo(row)).isEqualTo(LocalDate.of(2022, 1, 1));
    assertThat(view.findRow("M-3")).as("not yet").isEmpty();
    assertThat(view("assignment", LocalDate.of(2021, 6, 1)).findRow("M-3")).isPresent();
  }

  @Test
  void aRowWithoutAnIdIsToldApartByItsName() throws Exception {
    String csv = "单位名称,单位类别\n水利局,市直部门\n园林局,市直部门\n";
    assertThat(run("unit", csv).created()).isEqualTo(2);
    assertThat(run("unit", csv).unchanged()).isEqualTo(2);
    ImportResult twice = run("unit", csv + "水利局,市直部门\n");
    assertThat(twice.errors().get(0).reason()).contains("stands already in row 2");
  }

  @Test
  void anEndIsKeptUnlessTheFileSaysAnother() throws Exception {
    String rows = "编号,姓名,职务,终止日期\nE-1,网格长002,%s,%s\n";
    run("person", rows.formatted("科长", "2025-12-31"));
    assertThat(run("person", "编号,姓名,职务\nE-1,网格长002,科长\n").unchanged()).isEqualTo(1);
    assertThat(run("person", "编号,姓名,职务\nE-1,网格长002,处长\n").changed()).isEqualTo(1);
    assertThat(validTo("E-1")).isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(run("person", rows.formatted("处长", "")).changed()).isEqualTo(1);
    assertThat(validTo("E-1")).isNull();
    ImportResult wrong = run("person", rows.formatted("处长", "2021-02-28"));
    assertThat(wrong.errors().get(0).reason()).contains("must not be before the first, 2021-03-01");
    assertThat(wrong.errors().get(0).field()).isEqualTo("valid_to");
  }

  private @Nullable LocalDate validTo(String person) {
    LayerView view = view("person", DAY);
    return view.validTo(view.findRow(person).orElseThrow());
  }

  @Test
  void positionsAreNotAskedForAndNotTaken() throws Exception {
    ImportResult result = run("unit", "编号,单位名称,单位类别,经度,纬度\nL-1,城建局,市直部门,113.6,34.7\n");
    assertThat(result.created()).isEqualTo(1);
    Mapping placed = Rows.mapping("编号", "@id", "单位名称", "name", "经度", "@lon", "纬度", "@lat");
    assertThatThrownBy(
            () ->
                run("unit", "编号,单位名称,经度,纬度\nL-1,城建局,113.6,34.7\n", placed, ImportMode.UPSERT, null))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("is a table: its rows have no position");
  }

  @Test
  void layersWithGeometriesTakePeriodsToo() throws Exception {
    String csv = "编号,站点名称,城市,级别,经度,纬度,生效日期,截止日期\nS-1,旧站,郑州市,国控,113.6,34.7,2018-01-01,2020-12-31\n";
    ImportResult result = run("station", csv, new Mapping(Map.of()), ImportMode.UPSERT, "wgs84");
    assertThat(result.created()).as("%s", result.errors()).isEqualTo(1);
    assertThat(view("station", DAY).findRow("S-1")).isEmpty();
    assertThat(view("station", LocalDate.of(2020, 12, 31)).findRow("S-1")).isPresent();
    assertThat(run("station", csv, new Mapping(Map.of()), ImportMode.UPSERT, "wgs84").unchanged())
        .isEqualTo(1);
  }

  @Test
  void replacingEndsRowsThatAreNotInTheFile() throws Exception {
    String head = "编号,说明,要素领域,责任角色,终止日期\n";
    run("required_role", head + "Q-1,扬尘属地,扬尘,属地,2030-12-31\nQ-2,水牵头,水,牵头,\n");
    ImportResult result =
        run(
            "required_role",
            head + "Q-2,水牵头,水,牵头,\n",
            new Mapping(Map.of()),
            ImportMode.REPLACE,
            null);
    assertThat(result.closed()).isEqualTo(1);
    assertThat(view("required_role", DAY).findRow("Q-1")).isEmpty();
    assertThat(view("required_role", DAY).findRow("Q-2")).isPresent();
  }
}
