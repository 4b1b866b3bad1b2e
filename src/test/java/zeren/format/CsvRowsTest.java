package zeren.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

  private static final String SITES =
      """
      名称,经度,纬度
      大河工地,113.65,34.76
      　二七站　,113.66,
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-8",
    "GBK, GB18030",
    "GB18030, GB18030",
    "UTF-16LE, UTF-16LE",
    "UTF-16BE, UTF-16BE"
  })
  void encodingIsFoundOut(String charset, String named) throws Exception {
    String text = named.startsWith("UTF-16") ? "\ufeff" + SITES : SITES;
    Tables.Read table = Tables.read(Tables.write(folder, text, Charset.forName(charset)));
    assertThat(table.description().encoding()).isEqualTo(named);
    assertThat(table.description().columns()).containsExactly("名称", "经度", "纬度");
    assertThat(table.values())
        .containsExactly(
            Arrays.asList("大河工地", "113.65", "34.76"), Arrays.asList("二七站", "113.66", null));
  }

  @Test
  void fourByteCharactersOfGb18030AreRead() throws Exception {
    String text = "名称,地址\n㐂工地,𠮷路\n";
    Tables.Read table = Tables.read(Tables.write(folder, text, TextEncoding.GB18030));
    assertThat(table.values()).containsExactly(Arrays.asList("㐂工地", "𠮷路"));
  }

  @Test
  void byteOrderMarkIsNoPartOfTheFirstName() throws Exception {
    Tables.Read table = Tables.read(Tables.write(folder, "\ufeff" + SITES, UTF_8));
    assertThat(table.description().encoding()).isEqualTo("UTF-8 BOM");
    assertThat(table.description().columns()).startsWith("名称");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "\t", ";", "|"})
  void delimiterIsFoundOut(String delimiter) throws Exception {
    Tables.Read table = Tables.read(folder, SITES.replace(",", delimiter));
    assertThat(table.description().delimiter()).isEqualTo(delimiter);
    assertThat(table.rows()).hasSize(2);
  }

  @Test
  void commasInNumbersAreNotTakenForTheDelimiter() throws Exception {
    Tables.Read table = Tables.read(folder, "name;lon;lat\na;113,65;34,76\nb;113,66;34,77\n");
    assertThat(table.description().delimiter()).isEqualTo(";");
    assertThat(table.values()).first().isEqualTo(Arrays.asList("a", "113,65", "34,76"));
  }

  @Test
  void delimiterThatTheFileNamesIsTaken() throws Exception {
    Tables.Read table = Tables.read(folder, "sep=;\nname;kind\na;b\n");
    assertThat(table.description().columns()).containsExactly("name", "kind");
  }

  @Test
  void titlesAboveTheHeaderAreSkipped() throws Exception {
    Tables.Read table = Tables.read(folder, "郑州市工地台账（2019年）,,\n填报单位,,\n\n" + SITES);
    assertThat(table.description().headerRow()).isEqualTo(4);
    assertThat(table.description().notes()).anyMatch(note -> note.contains("titles: 2"));
    assertThat(table.rows()).extracting(TableRow::number).containsExactly(5L, 6L);
  }

  @Test
  void titleOfTwoPartsIsSkipped() throws Exception {
    assertThat(Tables.read(folder, "工地台账,2019年上半年,\n" + SITES).description().columns())
        .containsExactly("名称", "经度", "纬度");
  }

  @Test
  void textsBelowTheHeaderAreNotTakenForIt() throws Exception {
    Tables.Read table = Tables.read(folder, "名称,区县,\n甲,中原区,注\n乙,二七区,注\n");
    assertThat(table.description().columns()).containsExactly("名称", "区县", "列3");
    assertThat(table.rows()).hasSize(2);
  }

  @Test
  void rowNumbersAreThoseOfASpreadsheet() throws Exception {
    Tables.Read table = Tables.read(folder, "a,b\n\"x\ny\",1\n\n,\nz,2\n");
    assertThat(table.rows()).extracting(TableRow::number).containsExactly(2L, 5L);
    assertThat(table.row(2).values()).startsWith("x\ny");
  }

  @Test
  void missingCellsAtTheEndAreEmpty() throws Exception {
    Tables.Read table = Tables.read(folder, "a,b,c\n1,2,3\n1\n1,2,3,,,\n");
    assertThat(table.rows()).allMatch(row -> row.fault() == null);
    assertThat(table.row(3).values()).containsExactly("1", null, null);
  }

  @Test
  void cellsBesideTheTableAreAFaultOfTheRow() throws Exception {
    TableRow row = Tables.read(folder, "a,b\n1,2\n1,2,x\n3,4\n").row(3);
    assertThat(row.fault()).contains("Column 3").contains("1 to 2");
    assertThat(row.values()).containsExactly("1", "2", "x");
  }

  @Test
  void repeatedAndMissingNamesAreMadeUnique() throws Exception {
    TableDescription table = Tables.read(folder, "a,备注,,备注\n1,2,3,4\n").description();
    assertThat(table.columns()).containsExactly("a", "备注", "列3", "备注 (4)");
    assertThat(table.notes()).hasSize(2);
  }

  @Test
  void twoRowsOfAHeaderAreJoined() throws Exception {
    Tables.Read table = Tables.read(folder, "序号,坐标,,备注\n,经度,纬度,\n1,113.6,34.7,x\n2,113.6,34.7,y\n");
    assertThat(table.description().columns()).containsExactly("序号", "经度", "纬度", "备注");
    assertThat(table.description().headerRow()).isEqualTo(2);
    assertThat(table.rows()).hasSize(2);
  }

  @Test
  void lowerNamesThatRepeatKeepTheUpperOne() throws Exception {
    Tables.Read table = Tables.read(folder, "名称,起点,,终点,\n,经度,纬度,经度,纬度\n路,113,34,114,35\n");
    assertThat(table.description().columns())
        .containsExactly("名称", "起点/经度", "起点/纬度", "终点/经度", "终点/纬度");
  }

  @Test
  void unclosedQuoteIsNamedByItsLine() throws IOException {
    FormatException refusal = Tables.refusal(folder, "a,b\n1,2\n\n\"x,3\n4,5\n");
    assertThat(refusal.code()).isEqualTo("unterminated-quote");
    assertThat(refusal.location()).isEqualTo("line 4");
  }

  @Test
  void textAfterAClosingQuoteIsNamedByItsLine() throws IOException {
    FormatException refusal = Tables.refusal(folder, "a,b\n\"x\"y,3\n");
    assertThat(refusal.code()).isEqualTo("stray-quote");
    assertThat(refusal.location()).isEqualTo("line 2");
  }

  @Test
  void mixedEncodingsAreRefused() throws IOException {
    byte[] utf8 = "名称,地区\n大河工地,中原区\n".getBytes(UTF_8);
    byte[] gbk = "二七工地,二七区\n".getBytes(TextEncoding.GB18030);
    byte[] both = Arrays.copyOf(utf8, utf8.length + gbk.length);
    System.arraycopy(gbk, 0, both, utf8.length, gbk.length);
    FormatException refusal = Tables.refusal(Tables.write(folder, both), FormatLimits.DEFAULT);
    assertThat(refusal.code()).isEqualTo("mixed-encodings");
    assertThat(refusal).hasMessageContaining("Line 1").hasMessageContaining("line 3");
  }

  @Test
  void limitsAreNamed() throws IOException {
    Path file = Tables.write(folder, "a,b,c\n1,2,3\n4,5,6\nlong text,5,6\n", UTF_8);
    assertThat(Tables.refusal(file, limits(1000, 2, 10, 100)))
        .hasMessageContaining("more than 2 rows");
    assertThat(Tables.refusal(file, limits(1000, 10, 2, 100)))
        .hasMessageContaining("up to 2 are read");
    assertThat(Tables.refusal(file, limits(1000, 10, 10, 5))).hasMessageContaining("up to 5 are");
    assertThat(Tables.refusal(file, limits(10, 10, 10, 100))).hasMessageContaining("up to 10 are");
  }

  @Test
  void progressReachesTheEnd() throws Exception {
    Path file = Tables.write(folder, SITES, StandardCharsets.UTF_8);
    try (Table table = TableFiles.open(file, "a.csv", null, FormatLimits.DEFAULT)) {
      while (table.next() != null) {
        assertThat(table.progress()).isBetween(0.0, 1.0);
      }
      assertThat(table.progress()).isEqualTo(1.0);
    }
  }

  private static FormatLimits limits(long bytes, long rows, int columns, int characters) {
    return new FormatLimits(bytes, rows, columns, characters, 1 << 20, 100, 10);
  }
}
