package zeren.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A workbook: its sheets, and what their cells refer to. */
final class XlsxPackage implements Closeable {

  private static final String WORKBOOK = "xl/workbook.xml";

  private final ArchiveGuard archive;
  private final FormatLimits limits;
  private final List<Sheet> sheets = new ArrayList<>();
  private boolean from1904;
  private @Nullable String stringsPart;
  private @Nullable String stylesPart;
  private @Nullable XlsxStrings strings;
  private @Nullable XlsxStyles styles;

  private XlsxPackage(ArchiveGuard archive, FormatLimits limits) throws FormatException {
    this.archive = archive;
    this.limits = limits;
    if (archive.find(WORKBOOK) == null) {
      throw new FormatException(
          "xlsx-kind",
          "The workbook is of a kind that is not read, such as .xlsb; save it as .xlsx",
          null);
    }
  }

  /**
   * A sheet with cells.
   *
   * @param part where it is in the archive
   * @param hidden whether a spreadsheet program shows it
   */
  record Sheet(String name, String part, boolean hidden) {}

  /** Opens a workbook and reads what it says of its sheets. */
  static XlsxPackage open(Path file, FormatLimits limits) throws IOException, FormatException {
    ArchiveGuard archive = ArchiveGuard.open(file, limits);
    try {
      XlsxPackage workbook = new XlsxPackage(archive, limits);
      workbook.readWorkbook(workbook.relations());
      return workbook;
    } catch (IOException | FormatException | RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  List<Sheet> sheets() {
    return sheets;
  }

  /** Whether days are counted from 1904, as old Macs did. */
  boolean from1904() {
    return from1904;
  }

  /** Opens a sheet; read in full, the stream counts to 1. */
  CountingStream bytes(Sheet sheet) throws IOException, FormatException {
    ArchiveGuard.Entry entry = archive.find(sheet.part());
    return new CountingStream(archive.open(sheet.part()), entry == null ? 0 : entry.bytes());
  }

  XlsxStrings strings() throws IOException, FormatException {
    if (strings == null) {
      strings = XlsxStrings.NONE;
      if (stringsPart != null) {
        try (XmlReader xml = XmlReader.open(archive.open(stringsPart), stringsPart, limits)) {
          strings = XlsxStrings.read(xml, limits);
        }
      }
    }
    return strings;
  }

  XlsxStyles styles() throws IOException, FormatException {
    if (styles == null) {
      styles = XlsxStyles.NONE;
      if (stylesPart != null) {
        try (XmlReader xml = XmlReader.open(archive.open(stylesPart), stylesPart, limits)) {
          styles = XlsxStyles.read(xml);
        }
      }
    }
    return styles;
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }

  /** Where the sheets are, by the ids by which the workbook knows them. */
  private Map<String, String> relations() throws IOException, FormatException {
    Map<String, String> worksheets = new HashMap<>();
    String part = "xl/_rels/workbook.xml.rels";
    try (XmlReader xml = XmlReader.open(archive.open(part), part, limits)) {
      while (xml.next()) {
        String id = xml.starts("Relationship") ? xml.attribute("Id") : null;
        String type = id == null ? null : xml.attribute("Type");
        String target = id == null ? null : xml.attribute("Target");
        if (id == null || type == null || target == null) {
          continue;
        }
        String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
        switch (type.substring(type.lastIndexOf('/') + 1)) {
          case "worksheet" -> worksheets.put(id, path);
          case "sharedStrings" -> stringsPart = path;
          case "styles" -> stylesPart = path;
          default -> {}
        }
      }
    }
    return worksheets;
  }

  private void readWorkbook(Map<String, String> worksheets) throws IOException, FormatException {
    try (XmlReader xml = XmlReader.open(archive.open(WORKBOOK), WORKBOOK, limits)) {
      while (xml.next()) {
        if (xml.starts("workbookPr")) {
          String flag = xml.attribute("date1904");
          from1904 = "1".equals(flag) || "true".equals(flag);
        } else if (xml.starts("sheet")) {
          String name = xml.attribute("name");
          String part = worksheets.get(String.valueOf(xml.attribute("id")));
          String state = xml.attribute("state");
          if (name != null && part != null) {
            sheets.add(new Sheet(name, part, state != null && !state.equals("visible")));
          }
        }
      }
    }
  }
}
