package zeren.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxFormTest {

  private final Map<String, String> parts = new LinkedHashMap<>();

  @BeforeEach
  void write(@TempDir Path folder) throws Exception {
    XlsxForm form =
        new XlsxForm(
            "单位/台账",
            List.of(
                new XlsxForm.Column("名称", true, "必填：是", List.of()),
                new XlsxForm.Column("类别", false, "见 <说明> & 示例", List.of("市直部门", "企业")),
                new XlsxForm.Column("其他", false, null, List.of("A & B", "C")),
                new XlsxForm.Column("太多", false, null, Collections.nCopies(100, "很多"))),
            "说明",
            List.of(List.of("列名", "必填"), List.of("名称", "是"), List.of("长".repeat(200), "")));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    form.writeTo(out);
    Path file = Files.write(folder.resolve("form.xlsx"), out.toByteArray());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
  }

  private String part(String name) {
    return parts.getOrDefault(name, "");
  }

  @Test
  void hasTwoSheetsAndOnlyWellFormedParts() throws Exception {
    assertThat(part("xl/workbook.xml")).contains("sheetId=\"2\"");
    for (Map.Entry<String, String> part : parts.entrySet()) {
      if (part.getKey().endsWith(".xml")) {
        assertThat(isXml(part.getValue())).as(part.getKey()).isTrue();
      }
    }
  }

  private static boolean isXml(String text) throws Exception {
    try (InputStream in = new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
      DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
      return true;
    } catch (org.xml.sax.SAXException e) {
      return false;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void offersListsThatFitAndNoOthers() {
    String form = part("xl/worksheets/sheet1.xml");
    assertThat(form.split("<dataValidation ", -1)).hasSize(2);
    assertThat(form).contains("B2:B2001").doesNotContain("A & B");
  }

  @Test
  void headingsCarryTheirNotes() {
    String notes =
        parts.entrySet().stream()
            .filter(part -> part.getKey().contains("comments"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow();
    assertThat(notes).contains("A1", "B1").doesNotContain("C1");
  }
}
