package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zeren.geo.LonLat;
import zeren.layer.FeatureDraft;

class GisDataReaderTest {

  private static final String ENTRY =
      """
      files:
        - file: %s
          layer: %s
          %s
          valid_from: 2020-05-01
          source: a list
          licence: CC0
          accuracy_m: 40
          accuracy: as published
      """;

  private final GisDataReader reader = Readers.reader();
  private Path folder = Path.of("");

  @BeforeEach
  void useFolder(@TempDir Path temporary) {
    folder = temporary;
  }

  @Test
  void aTableNeedsNeitherPositionsNorTheirAccuracy() throws IOException {
    write(
        "index.yml",
        """
        files:
          - {file: unit.csv, layer: unit, valid_from: 2020-05-01, source: a list, licence: CC0}
          - {file: assignment.csv, layer: assignment, valid_from: 2020-05-01, source: a list, licence: CC0}
        """);
    write(
        "unit.csv",
        """
        id,name,kind,parent,valid_from,valid_to
        u1,扬尘办,office,市环境局,2019-01-01,2021-01-01
        u2,市环境局,bureau,,,
        """);
    write(
        "assignment.csv",
        """
        id,unit,role,topics,scope_layer,document,clause
        a1,扬尘办,lead,water;dust,district,方案,一
        """);

    List<FeatureDraft> drafts = read();

    FeatureDraft office = drafts.get(0);
    assertThat(office.geometry().isEmpty()).isTrue();
    assertThat(office.validFrom()).isEqualTo(LocalDate.of(2019, 1, 1));
    assertThat(office.validTo()).isEqualTo(LocalDate.of(2021, 1, 1));
    assertThat(office.properties()).containsEntry("parent", "u2").doesNotContainKey("accuracy_m");
    assertThat(drafts.get(1).validFrom()).isEqualTo(LocalDate.of(2020, 5, 1));
    assertThat(drafts.get(1).validTo()).isNull();
    assertThat(drafts.get(2).properties())
        .containsEntry("unit", "u1")
        .containsEntry("topics", "dust;water");
  }

  @Test
  void aTableWithPositionsIsAMistake() throws IOException {
    write(
        "index.yml",
        "files:\n  - {file: u.csv, layer: unit, valid_from: 2020-05-01, source: a, licence: CC0}\n");
    write("u.csv", "id,name,kind,lon,lat\nu1,扬尘办,office,113,34\n");
    assertThatExceptionOfType(ImportException.class)
        .isThrownBy(this::read)
        .withMessageContaining("layer unit has no positions");
  }

  @Test
  void readsTypedValuesAndFillsProvenanceFromTheManifest() throws IOException {
    manifest("s.csv", "station", "crs: EPSG:4490");
    write(
        "s.csv",
        """
        id,name,city,level,published_lon,lon,lat,synthetic,source
        X1,"东站, 二号",郑州市,national,113.5,113.6,34.7,TRUE,
        """);

    FeatureDraft draft = read().get(0);

    assertThat(draft.layer()).isEqualTo("station");
    assertThat(draft.id()).isEqualTo("X1");
    assertThat(draft.geometry().toText()).isEqualTo("POINT (113.6 34.7)");
    assertThat(draft.validFrom()).isEqualTo(LocalDate.of(2020, 5, 1));
    assertThat(draft.source()).isNull();
    assertThat(draft.properties())
        .containsEntry("name", "东站, 二号")
        .containsEntry("published_lon", 113.5)
        .containsEntry("synthetic", true)
        .containsEntry("accuracy_m", 40.0)
        .containsEntry("source", "a list")
        .doesNotContainKeys("note", "lon", "lat", "id");
  }

  @Test
  void convertsFromTheDatumThatEachRowNamesAndKeepsWhatWasGiven() throws IOException {
    manifest(
        "s.csv",
        "station",
        "crs_field: published_datum\n    crs_names: {unknown: cgcs2000}\n    lon_field:"
            + " published_lon\n    lat_field: published_lat");
    write(
        "s.csv",
        """
        id,name,city,level,published_lon,published_lat,published_datum
        A,甲,郑州市,national,113.7329,34.7178,gcj02
        B,乙,郑州市,national,113.7329,34.7178,unknown
        """);

    List<FeatureDraft> drafts = read();

    LonLat back = new LonLat(113.7329 - 0.0061, 34.7178 + 0.0013);
    assertThat(drafts.get(0).geometry().getCoordinate().x).isCloseTo(back.lon(), within(5e-4));
    assertThat(drafts.get(0).geometry().getCoordinate().y).isCloseTo(back.lat(), within(5e-4));
    assertThat(drafts.get(0).source())
        .isEqualTo(new FeatureDraft.SourcePosition("gcj02", "POINT (113.7329 34.7178)"));
    assertThat(drafts.get(0).properties()).containsEntry("published_lon", 113.7329);
    assertThat(drafts.get(1).geometry().getCoordinate().x).isEqualTo(113.7329);
    assertThat(drafts.get(1).source()).isNull();
  }

  @Test
  void readsGeoJson() throws IOException {
    manifest("d.geojson", "district", "crs: cgcs2000");
    write(
        "d.geojson",
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":410102,
         "properties":{"name":"中原区","kind":"county","city":"郑州市","accuracy_m":7},
         "geometry":{"type":"Polygon","coordinates":[[[113,34],[114,34],[114,35],[113,34]]]}}]}
        """);

    FeatureDraft draft = read().get(0);

    assertThat(draft.id()).isEqualTo("410102");
    assertThat(draft.geometry().getArea()).isEqualTo(0.5);
    assertThat(draft.properties()).containsEntry("accuracy_m", 7.0).containsEntry("kind", "county");
  }

  @Test
  void listsEverythingThatIsWrongInAllRows() throws IOException {
    manifest("s.csv", "station", "crs: EPSG:4490");
    write(
        "s.csv",
        """
        id,name,city,level,lon,lat,accuracy_m
        A,,郑州市,区控,113.6,34.7,1
        B,乙,郑州市,national,113.6
        ,丙,郑州市,national,113.6,,far
        D,丁,郑州市,national,34.7,113.6,1
        E,戊,郑州市,national,113.6,34.7,1
        E,己,郑州市,national,0x1p3,34.7,1
        E,庚,郑州市,national,113.6,34.7,1
        """);

    assertThat(problems())
        .extracting(problem -> problem.row() + " " + problem.field())
        .containsExactly(
            "2 name",
            "2 level",
            "3 lat",
            "4 accuracy_m",
            "4 lat",
            "4 id",
            "5 geometry",
            "7 lon",
            "7 id",
            "8 id");
    assertThat(problems().get(1))
        .isEqualTo(new ImportProblem("s.csv", 2, "level", "区控", "must be one of 国控, 省控, 市控"));
  }

  @Test
  void refusesAGeometryThatTheLayerDoesNotTakeOrThatIsInvalid() throws IOException {
    manifest("d.csv", "district", "crs: EPSG:4490");
    write(
        "d.csv",
        """
        id,name,kind,city,wkt
        A,甲,county,郑州市,POINT (113 34)
        B,乙,county,郑州市,"POLYGON ((113 34, 114 35, 114 34, 113 35, 113 34))"
        C,丙,county,郑州市,"POLYGON ((113 34, 114"
        """);

    assertThat(problems())
        .extracting(problem -> problem.row() + " " + problem.field() + " " + problem.value())
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("2 geometry Point"),
            second -> assertThat(second).isEqualTo("3 geometry self_intersection"),
            third -> assertThat(third).startsWith("4 geometry POLYGON ((113"));
  }

  @Test
  void refusesAColumnThatTheLayerDoesNotHave() throws IOException {
    manifest("s.csv", "station", "crs: EPSG:4490");
    write("s.csv", "id,nmae,city,level,lon,lat\nA,甲,郑州市,national,113.6,34.7\n");

    assertThat(problems()).extracting(ImportProblem::value).containsExactly("nmae");
  }

  @Test
  void assumesNoCoordinateSystem() throws IOException {
    manifest("s.csv", "station", "accuracy_m: 3");
    write("s.csv", "id,name,city,level,lon,lat\nA,甲,郑州市,national,113.6,34.7\n");
    assertThat(problems()).isNotEmpty();

    Files.writeString(
        folder.resolve("index.yml"), ENTRY.formatted("s.csv", "station", "").replace("40", "1"));
    assertThat(problems()).extracting(ImportProblem::field).containsExactly("crs");
  }

  @Test
  void namesTheCoordinateSystemsThatItKnows() throws IOException {
    manifest("s.csv", "station", "crs: EPSG:9999");
    write("s.csv", "id,name,city,level,lon,lat\nA,甲,郑州市,national,113.6,34.7\n");

    assertThat(problems().get(0).value()).isEqualTo("EPSG:9999");
    assertThat(problems().get(0).reason()).contains("EPSG:4490").contains("gcj02");
  }

  @Test
  void readsTheEncodingThatOfficesUse() throws IOException {
    manifest("s.csv", "station", "crs: EPSG:4490");
    write(
        "s.csv",
        "id,name,city,level,lon,lat\nA,郑纺机站点,郑州市,national,113.6,34.7\n",
        Charset.forName("GB18030"));

    assertThat(read().get(0).properties()).containsEntry("name", "郑纺机站点");
  }

  @Test
  void resolvesDistrictsThatStandInAFileBefore() throws IOException {
    String two =
        ENTRY.formatted("d.csv", "district", "crs: EPSG:4490")
            + ENTRY.formatted("s.csv", "site", "crs: EPSG:4490").replace("files:\n", "");
    write("index.yml", two);
    write(
        "d.csv",
        """
        id,name,kind,city,wkt
        410102,中原区,county,郑州市,"POLYGON ((113 34, 114 34, 114 35, 113 35, 113 34))"
        """);
    write(
        "s.csv",
        """
        id,name,type,district_recorded,lon,lat
        S1,一号工地,building,中原,113.6,34.7
        S2,二号工地,building,中央区,113.6,34.7
        """);

    assertThat(problems())
        .extracting(problem -> problem.row() + " " + problem.field())
        .containsExactly("3 district_recorded");
  }

  @Test
  void takesTheByteOrderMarkThatSpreadsheetsWrite() throws IOException {
    manifest("s.csv", "station", "crs: EPSG:4490");
    write("s.csv", "\uFEFFid,name,city,level,lon,lat\r\nA,甲,郑州市,national,113.6,34.7\r\n");

    assertThat(read()).extracting(FeatureDraft::id).containsExactly("A");
  }

  @Test
  void refusesAnUnknownLayerAndAFileOfAnotherFormat() throws IOException {
    manifest("s.csv", "nothing", "crs: EPSG:4490");
    assertThat(problems()).extracting(ImportProblem::field).containsExactly("layer");

    manifest("s.xls", "station", "crs: EPSG:4490");
    Files.write(folder.resolve("s.xls"), new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0});
    assertThat(problems()).extracting(ImportProblem::file).containsExactly("s.xls");
    assertThat(problems().get(0).reason()).contains("xlsx");
  }

  @Test
  void failsOnAMissingFileAndNeverLeavesTheFolder() throws IOException {
    manifest("none.csv", "station", "crs: EPSG:4490");
    assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(this::read);

    manifest("../none.csv", "station", "crs: EPSG:4490");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(this::read)
        .withMessageContaining("outside");
  }

  private List<FeatureDraft> read() throws IOException {
    return reader.read(DataFolder.of(folder));
  }

  private List<ImportProblem> problems() throws IOException {
    try {
      throw new AssertionError("was read: " + read());
    } catch (ImportException e) {
      return e.problems();
    }
  }

  private void manifest(String file, String layer, String crs) throws IOException {
    write("index.yml", ENTRY.formatted(file, layer, crs));
  }

  private void write(String file, String text) throws IOException {
    write(file, text, StandardCharsets.UTF_8);
  }

  private void write(String file, String text, Charset charset) throws IOException {
    Files.writeString(folder.resolve(file), text, charset);
  }
}
