package zeren.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static zeren.format.Workbooks.row;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxTableTest {

  private static final String HEADER = row(1, "名称", "区县", "经度", "纬度");

  @TempDir Path folder;

  @Test
  void whatAnotherProgramWroteIsRead() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("工地");
      sheet.value(0, 0, "郑州市工地台账（2019年）");
      sheet.range(0, 0, 0, 4).merge();
      Object[] header = {"编号", "名称", "经度", "开工日期", "在建"};
      for (int i = 0; i < header.length; i++) {
        sheet.value(1, i, (String) header[i]);
      }
      sheet.value(2, 0, 410103);
      sheet.value(2, 1, "　大河工地 ");
      sheet.value(2, 2, 113.65);
      sheet.value(2, 3, LocalDate.of(2019, 3, 1));
      sheet.style(2, 3).format("yyyy-MM-dd").set();
      sheet.value(2, 4, true);
      sheet.value(3, 3, LocalDateTime.of(2019, 3, 1, 8, 30));
      sheet.style(3, 3).format("yyyy-MM-dd HH:mm").set();
    }
    Tables.Read table = Tables.read(Tables.write(folder, bytes.toByteArray()));
    assertThat(table.description().format()).isEqualTo(FileFormat.XLSX);
    assertThat(table.description().table()).isEqualTo("工地");
    assertThat(table.description().headerRow()).isEqualTo(2);
    assertThat(table.row(3).values())
        .containsExactly(410103L, "大河工地", 113.65, LocalDate.of(2019, 3, 1), true);
    assertThat(table.row(4).values())
        .containsExactly(null, null, null, "2019-03-01T08:30:00", null);
  }

  @Test
  void mergedCellsGiveTheirValueToAllThatTheyCover() throws Exception {
    Tables.Read table =
        read(
            Workbooks.of(
                HEADER
                    + row(2, "甲", "中原区", 113.6, 34.7)
                    + row(3, "乙", null, 113.6, 34.7)
                    + row(4)
                    + row(5, "丙", "二七区", 113.6, 34.7),
                "B2:B4"));
    assertThat(table.rows()).extracting(TableRow::number).containsExactly(2L, 3L, 5L);
    assertThat(table.rows())
        .extracting(row -> row.values().get(1))
        .containsExactly("中原区", "中原区", "二七区");
  }

  @Test
  void headerOfTwoRowsIsRead() throws Exception {
    Tables.Read table =
        read(
            Workbooks.of(
                row(1, "台账")
                    + row(2, "名称", "坐标", null, "备注")
                    + row(3, null, "经度", "纬度")
                    + row(4, "甲", 113.6, 34.7, "无"),
                "A1:D1",
                "A2:A3",
                "B2:C2",
                "D2:D3"));
    assertThat(table.description().columns()).containsExactly("名称", "经度", "纬度", "备注");
    assertThat(table.values()).containsExactly(Arrays.asList("甲", 113.6, 34.7, "无"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 410103, 410103",
    "0, 4.10103E5, 410103",
    "0, 1E10, 10000000000",
    "0, 1.5, 1.5",
  })
  void wholeNumbersStayWhole(String style, String written, String read) throws Exception {
    assertThat(cell("s='" + style + "'", written).toString()).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 43525, 2019-03-01",
    "2, 43525, 2019-03-01",
    "4, 43525.5, 2019-03-01T12:00:00",
    "3, 0.5, 12:00:00",
    "1, 1, 1900-01-01",
    "1, 61, 1900-03-01",
    "1, -5, -5.0"
  })
  void numbersShownAsDatesAreDates(String style, String written, String read) throws Exception {
    assertThat(cell("s='" + style + "'", written).toString()).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "yyyy-mm-dd;@, DATE",
    "[$-804]yyyy\"年\"m\"月\", DATE",
    "m/d, DATE",
    "[h]:mm, TIME",
    "0.00E+00, NUMBER",
    "'#,##0.00\"days\"', NUMBER",
    "[Red]0.0, NUMBER",
    "General, NUMBER",
    "@, NUMBER"
  })
  void formatsOfDatesAreKnown(String format, XlsxStyles.Shown shown) {
    assertThat(XlsxStyles.shown(format)).isEqualTo(shown);
  }

  @Test
  void daysMayCountFrom1904() throws Exception {
    Zips zip =
        Workbooks.parts("<workbookPr date1904='1'/>", "<sheet name='a' sheetId='1' r:id='rId1'/>")
            .with(
                "xl/worksheets/sheet1.xml",
                Workbooks.sheet(HEADER + "<row r='2'><c r='A2' s='1'><v>42063</v></c></row>"));
    assertThat(read(zip).rows().get(0).values()).first().isEqualTo(LocalDate.of(2019, 3, 1));
  }

  @Test
  void formulasErrorsAndTruthsAreRead() throws Exception {
    assertThat(cell("t='str'", "x</v><f>A1</f><v>甲")).isEqualTo("甲");
    assertThat(cell("t='e'", "#REF!")).isEqualTo("#REF!");
    assertThat(cell("t='b'", "1")).isEqualTo(true);
    assertThat(cell("t='s'", "1")).isEqualTo("区县");
    assertThat(cell("t='d'", "2019-03-01T00:00:00")).isEqualTo(LocalDate.of(2019, 3, 1));
  }

  @Test
  void aTextThatIsNotThereIsAFaultOfItsRow() throws Exception {
    Tables.Read table =
        read(
            Workbooks.of(
                HEADER
                    + "<row r='2'><c r='A2' t='s'><v>99</v></c></row>"
                    + row(3, "乙", "中原区", 1, 2)));
    assertThat(table.row(2).fault()).contains("A2").contains("99");
    assertThat(table.row(3).fault()).isNull();
  }

  @Test
  void sheetsWithoutATableAreSkippedAndHiddenOnesTakenOnlyByName() throws Exception {
    Zips zip =
        Workbooks.parts(
                "",
                "<sheet name='说明' sheetId='1' r:id='rId1'/>"
                    + "<sheet name='数据' sheetId='2' r:id='rId2'/>"
                    + "<sheet name='旧' sheetId='3' state='hidden' r:id='rId2'/>")
            .with("xl/worksheets/sheet1.xml", Workbooks.sheet(row(1, "请按说明填写")))
            .with(
                "xl/worksheets/sheet2.xml",
                Workbooks.sheet(HEADER + row(2, "甲", "中原区", 113.6, 34.7)));
    Tables.Read table = read(zip);
    assertThat(table.description().table()).isEqualTo("数据");
    assertThat(table.description().tables()).containsExactly("说明", "数据");
    Path file = zip.in(folder);
    assertThat(Tables.read(file, "旧", FormatLimits.DEFAULT).rows()).hasSize(1);
    FormatException refusal =
        catchThrowableOfType(
            FormatException.class, () -> Tables.read(file, "没有", FormatLimits.DEFAULT));
    assertThat(refusal).hasMessageContaining("说明, 数据");
  }

  @Test
  void pronunciationIsNoPartOfAText() throws Exception {
    Zips zip =
        Workbooks.of(HEADER + "<row r='2'><c r='A2' t='s'><v>0</v></c></row>")
            .with(
                "xl/sharedStrings.xml",
                "<sst><si><r><t>大河</t></r><r><t>_x000D_村</t></r><rPh><t>da</t></rPh></si></sst>");
    assertThat(read(zip).rows().get(0).values()).first().isEqualTo("大河\r村");
  }

  @Test
  void limitsAreNamed() throws Exception {
    Path file =
        Workbooks.of(HEADER + row(2, "a", "b", 1, 2) + row(3, "a long text", "b", 1, 2)).in(folder);
    assertThat(Tables.refusal(file, new FormatLimits(99999, 1, 9, 99, 99999, 100, 10)).code())
        .isEqualTo("rows-limit");
    assertThat(Tables.refusal(file, new FormatLimits(99999, 9, 3, 99, 99999, 100, 10)).code())
        .isEqualTo("columns-limit");
    assertThat(Tables.refusal(file, new FormatLimits(99999, 9, 9, 9, 99999, 100, 10)).code())
        .isEqualTo("cell-length");
  }

  private Object cell(String attributes, String written) throws Exception {
    Tables.Read table =
        read(
            Workbooks.of(
                HEADER
                    + "<row r='2'><c r='A2' "
                    + attributes
                    + "><v>"
                    + written
                    + "</v></c></row>"));
    return Objects.requireNonNull(table.rows().get(0).values().get(0));
  }

  private Tables.Read read(Zips zip) throws Exception {
    return Tables.read(zip.in(folder));
  }
}
