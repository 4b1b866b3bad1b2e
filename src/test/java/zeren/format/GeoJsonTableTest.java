package zeren.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoJsonTableTest {

  private static final String POINT = "{'type':'Point','coordinates':[113.65,34.76]}";

  @TempDir Path folder;

  @Test
  void propertiesOfAllFeaturesAreColumns() throws Exception {
    Tables.Read table =
        read(
            collection(
                feature("", "'name':' 大河 ','n':3", POINT),
                feature(
                    "", "'x':1.5,'open':true,'tags':['a',{'b':1}],'none':null,'e':''", "null")));
    assertThat(table.description().columns())
        .containsExactly("name", "n", "x", "open", "tags", "none", "e");
    assertThat(table.values())
        .containsExactly(
            Arrays.asList("大河", 3L, null, null, null, null, null),
            Arrays.asList(null, null, 1.5, true, "[\"a\",{\"b\":1}]", null, null));
    assertThat(Objects.requireNonNull(table.row(1).geometry()).toText())
        .isEqualTo("POINT (113.65 34.76)");
    assertThat(table.row(2).geometry()).isNull();
    assertThat(table.description().ownGeometry()).isTrue();
  }

  @Test
  void membersMayStandBehindTheFeatures() throws Exception {
    Tables.Read table =
        read(
            "{'name':'x','features':["
                + feature("", "'a':1", POINT)
                + "],'other':{'features':[1]},'crs':"
                + crs("EPSG:4490")
                + ",'type':'FeatureCollection'}");
    assertThat(table.rows()).hasSize(1);
    assertThat(table.description().crs()).isEqualTo("EPSG:4490");
  }

  @Test
  void oneFeatureIsATableOfOneRow() throws Exception {
    Tables.Read table = read(feature("'id':7,", "'a':1", POINT));
    assertThat(table.description().columns()).containsExactly("id", "a");
    assertThat(table.values()).containsExactly(Arrays.asList(7L, 1L));
  }

  @Test
  void idThatRepeatsAPropertyIsLeftOut() throws Exception {
    assertThat(read(collection(feature("'id':'7',", "'a':1,'id':7", POINT))).values())
        .containsExactly(Arrays.asList(1L, 7L));
  }

  @Test
  void idThatDiffersFromAPropertyIsAColumnOfItsOwn() throws Exception {
    Tables.Read table = read(collection(feature("'id':'f1',", "'id':7", POINT)));
    assertThat(table.description().columns()).containsExactly("@id", "id");
    assertThat(table.values()).containsExactly(Arrays.asList("f1", 7L));
  }

  @ParameterizedTest
  @CsvSource({
    "urn:ogc:def:crs:EPSG::4490, EPSG:4490",
    "urn:ogc:def:crs:OGC:1.3:CRS84, EPSG:4326",
    "EPSG:4526, EPSG:4526",
    "http://www.opengis.net/def/crs/EPSG/0/4326, EPSG:4326",
    "urn:ogc:def:crs:EPSG::2154,",
  })
  void namedCoordinateSystemIsRead(String name, String code) throws Exception {
    Tables.Read table =
        read(
            "{'type':'FeatureCollection','crs':"
                + crs(name)
                + ",'features':["
                + feature("", "", POINT)
                + "]}");
    assertThat(table.description().crs()).isEqualTo(code);
    assertThat(table.description().crsText()).isEqualTo(name);
    assertThat(table.description().notes()).hasSize(code == null ? 1 : 0);
  }

  @Test
  void faultyGeometryIsKeptAsItCame() throws Exception {
    String open = "{'type':'Polygon','coordinates':[[[0,0],[1,0],[1,1],[0,1]]]}";
    Tables.Read table = read(collection(feature("", "'a':1", open), feature("", "'a':2", POINT)));
    assertThat(table.row(1).fault()).contains("not closed").contains("$.coordinates[0]");
    assertThat(table.row(1).values()).containsExactly(1L);
    assertThat(table.row(1).original()).isEqualTo(new JsonOriginal(json(open), false));
    assertThat(table.row(2).fault()).isNull();
  }

  @Test
  void whatIsNoFeatureIsAFault() throws Exception {
    Tables.Read table = read(collection("5", POINT, feature("", "'a':1", POINT)));
    assertThat(table.row(1).fault()).contains("Expected a feature");
    assertThat(table.row(2).fault()).contains("Feature, got 'Point'");
    assertThat(table.row(3).fault()).isNull();
  }

  @Test
  void otherEncodingsAreRead() throws Exception {
    String text = json(collection(feature("", "'名称':'大河'", POINT)));
    Tables.Read gbk = Tables.read(Tables.write(folder, text, TextEncoding.GB18030));
    Tables.Read marked = Tables.read(Tables.write(folder, "\ufeff" + text, StandardCharsets.UTF_8));
    assertThat(gbk.description().columns()).containsExactly("名称");
    assertThat(marked.values()).isEqualTo(gbk.values());
  }

  @Test
  void eachLineMayBeAFeature() throws Exception {
    Tables.Read table =
        read(
            feature("", "'a':1", POINT)
                + "\n\n"
                + "{'type':'Feature','prop\n"
                + feature("", "'b':2", POINT)
                + "\n");
    assertThat(table.description().format()).isEqualTo(FileFormat.GEOJSONL);
    assertThat(table.description().columns()).containsExactly("a", "b");
    assertThat(table.rows()).extracting(TableRow::number).containsExactly(1L, 3L, 4L);
    assertThat(table.row(3).fault()).contains("no JSON");
    assertThat(table.row(3).original())
        .isEqualTo(new JsonOriginal(json("{'type':'Feature','prop"), true));
  }

  @Test
  void recordSeparatorsMayStandBetweenFeatures() throws Exception {
    String feature = feature("", "'a':1", POINT);
    Tables.Read table = read("\u001e" + feature.replace(",", ",\n") + "\n\u001e" + feature + "\n");
    assertThat(table.description().format()).isEqualTo(FileFormat.GEOJSONL);
    assertThat(table.rows()).hasSize(2).allMatch(row -> row.fault() == null);
  }

  @Test
  void limitsAreNamed() throws Exception {
    String text = json(collection(feature("", "'a':1", POINT), feature("", "'b':'long'", POINT)));
    Path file = Tables.write(folder, text, StandardCharsets.UTF_8);
    assertThat(Tables.refusal(file, new FormatLimits(9999, 1, 9, 999, 9, 9, 9)).code())
        .isEqualTo("rows-limit");
    assertThat(Tables.refusal(file, new FormatLimits(9999, 9, 2, 999, 9, 9, 9)).code())
        .isEqualTo("columns-limit");
    assertThat(Tables.refusal(file, new FormatLimits(9999, 9, 9, 3, 9, 9, 9)))
        .hasMessageContaining("exceeds the maximum");
  }

  private Tables.Read read(String text) throws Exception {
    return Tables.read(folder, json(text));
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static String crs(String name) {
    return "{'type':'name','properties':{'name':'" + name + "'}}";
  }

  private static String collection(String... features) {
    return "{'type':'FeatureCollection','features':[" + String.join(",", features) + "]}";
  }

  private static String feature(String before, String properties, String geometry) {
    return "{'type':'Feature',%s'properties':{%s},'geometry':%s}"
        .formatted(before, properties, geometry);
  }
}
