package zeren.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zeren.format.TableWriter.Column;
import zeren.format.TableWriter.Plan;
import zeren.format.TableWriter.Type;

class XlsxTableWriterTest {

  @Test
  void cellsHaveTheirTypes() throws IOException {
    byte[] file =
        Samples.write(
            FileFormat.XLSX,
            Samples.plan("Point", "EPSG:4490"),
            Samples.rows("POINT (113.6253123456789 34.7)"));
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      Sheet sheet = book.getFirstSheet();
      assertThat(sheet.getName()).isEqualTo("工地 site");
      List<Row> rows = sheet.read();
      assertThat(rows.get(0).getCellText(8)).isEqualTo("lon");
      Row first = rows.get(1);
      assertThat(first.getCellText(1)).isEqualTo("黄河路“围挡”, 东");
      assertThat(first.getCell(4).getType()).isEqualTo(CellType.NUMBER);
      assertThat(first.getCellAsBoolean(6)).contains(true);
      assertThat(first.getCellAsDate(7).orElseThrow()).isEqualTo("2026-11-25T00:00:00");
      assertThat(first.getCellAsNumber(8)).contains(new BigDecimal("113.6253123456789"));
      assertThat(rows.get(2).getCell(1).getType()).isEqualTo(CellType.STRING);
      assertThat(rows.get(2).getCellText(1)).startsWith("=cmd");
      assertThat(rows.get(4).getCellText(1)).isEqualTo("𠮷家沟\n第二行 <b>&amp;");
    }
  }

  @Test
  void theHeadingIsFrozenAndFiltered() throws IOException {
    byte[] file =
        Samples.write(
            FileFormat.XLSX, Samples.plan("Point", "EPSG:4490"), Samples.rows("POINT (1 2)"));
    String sheet = entry(file, "xl/worksheets/sheet1.xml");
    assertThat(sheet).contains("ySplit=\"1\"").contains("<autoFilter ref=\"A1:J5\"");
  }

  @Test
  void whatDoesNotFitASheetGoesOnInTheNext() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Plan plan =
        new Plan("点", List.of(new Column("n", Type.INTEGER)), false, null, "EPSG:4490", false);
    try (TableWriter writer = new XlsxTableWriter(plan, out, 3)) {
      for (long n = 1; n <= 5; n++) {
        writer.write(Samples.row(n, List.of(n), null));
      }
    }
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      List<Sheet> sheets = book.getSheets().toList();
      assertThat(sheets).extracting(Sheet::getName).containsExactly("点", "点 (2)", "点 (3)");
      assertThat(sheets.get(2).read()).hasSize(2);
      assertThat(sheets.get(2).read().get(1).getCellAsNumber(0)).contains(BigDecimal.valueOf(5));
    }
  }

  @Test
  void whatDoesNotFitACellGoesOnAtTheEndOfTheRow() throws IOException {
    String text = "长".repeat(40_000);
    Plan plan =
        new Plan(
            "t",
            List.of(new Column("a", Type.TEXT), new Column("b", Type.TEXT)),
            false,
            null,
            "EPSG:4490",
            false);
    byte[] file =
        Samples.write(
            FileFormat.XLSX, plan, List.of(Samples.row(1, Samples.values(text, "b"), null)));
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      Row row = book.getFirstSheet().read().get(1);
      assertThat(row.getCellText(1)).isEqualTo("b");
      assertThat(LongText.join(Samples.values(row.getCellText(0), "b", row.getCellText(2))).get(0))
          .isEqualTo(text);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a/b:c*d?[e],1,a_b_c_d__e_",
    "'',1,Sheet",
    "012345678901234567890123456789012345,2,012345678901234567890123456 (2)",
    "01234567890123456789012345678𠮷x,1,01234567890123456789012345678𠮷"
  })
  void sheetNamesAreThoseThatExcelTakes(String table, int number, String name) {
    assertThat(SheetName.of(table, number)).isEqualTo(name);
  }

  /** From the directory at its end, which is where programs look. */
  private static String entry(byte[] zip, String name) throws IOException {
    Path file = Files.createTempFile("zeren", ".xlsx");
    try {
      Files.write(file, zip);
      try (ZipFile archive = new ZipFile(file.toFile())) {
        return new String(
            archive.getInputStream(archive.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
      }
    } finally {
      Files.delete(file);
    }
  }
}
