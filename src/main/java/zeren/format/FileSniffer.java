package zeren.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Predicate;

/** Tells the format of a file from its first bytes, and of an archive from what is in it. */
final class FileSniffer {

  private static final int HEAD = 4096;

  private FileSniffer() {}

  /**
   * The format of a file; CSV when it looks like nothing else.
   *
   * @param fileName for messages and between formats that look alike
   * @throws FormatException for formats that are known, and not read
   */
  static FileFormat sniff(Path file, String fileName, FormatLimits limits)
      throws IOException, FormatException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
      return archive(file, limits);
    }
    if (starts(head, "SQLite format 3")) {
      return FileFormat.GEOPACKAGE;
    }
    refuseOtherBinaries(head);
    String text = text(head);
    if (text.startsWith("<")) {
      return markup(text);
    }
    if (text.startsWith("{") || text.startsWith("\u001e")) {
      return JsonSniffer.sniff(file, fileName);
    }
    if (text.startsWith("[")) {
      throw new FormatException(
          "json-array",
          "The file is a JSON array; GeoJSON is an object with the type FeatureCollection or"
              + " Feature",
          null);
    }
    return FileFormat.CSV;
  }

  private static FileFormat archive(Path file, FormatLimits limits)
      throws IOException, FormatException {
    try (ArchiveGuard archive = ArchiveGuard.open(file, limits)) {
      if (archive.find("xl/workbook.xml") != null) {
        return FileFormat.XLSX;
      }
      if (any(archive, name -> name.endsWith(".shp"))) {
        return FileFormat.SHAPEFILE;
      }
      if (any(archive, name -> name.endsWith(".kml"))) {
        return FileFormat.KML;
      }
      if (archive.find("[Content_Types].xml") != null) {
        if (any(archive, name -> name.startsWith("xl/worksheets/"))) {
          return FileFormat.XLSX;
        }
        throw saveAs("office-other", "an Office document, but no workbook", ".xlsx");
      }
      if (archive.find("mimetype") != null && archive.find("content.xml") != null) {
        throw saveAs("ods", "an OpenDocument file", ".xlsx");
      }
      throw new FormatException(
          "zip-content",
          "The archive holds neither a Shapefile (.shp) nor KML nor a workbook; it holds "
              + sample(archive.entries()),
          null);
    }
  }

  private static boolean any(ArchiveGuard archive, Predicate<String> wanted) {
    return archive.entries().stream()
        .anyMatch(entry -> wanted.test(entry.name().toLowerCase(Locale.ROOT)));
  }

  private static String sample(Collection<ArchiveGuard.Entry> entries) {
    return entries.isEmpty()
        ? "nothing"
        : String.join(", ", entries.stream().limit(5).map(ArchiveGuard.Entry::fileName).toList());
  }

  private static void refuseOtherBinaries(byte[] head) throws FormatException {
    if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) {
      throw saveAs("xls", "an old Excel file (.xls), or one that needs a password", ".xlsx");
    }
    if (starts(head, "Rar!") || starts(head, '7', 'z', 0xbc, 0xaf) || starts(head, 0x1f, 0x8b)) {
      throw new FormatException(
          "other-archive",
          "The file is an archive of a kind that is not read; pack it as .zip",
          null);
    }
    if (starts(head, "%PDF")) {
      throw saveAs("pdf", "a PDF document", ".xlsx or .csv");
    }
    if (starts(head, 0, 0, 0x27, 0x0a)) {
      throw new FormatException(
          "bare-shapefile",
          "The file is one part of a Shapefile; pack .shp, .shx, .dbf and .prj in one .zip",
          null);
    }
  }

  private static FileFormat markup(String text) throws FormatException {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("<kml") || lower.contains(":kml")) {
      return FileFormat.KML;
    }
    if (lower.contains("<html") || lower.contains("<table") || lower.contains("<!doctype html")) {
      throw saveAs("html", "a web page, even if its name ends in .xls", ".xlsx");
    }
    if (lower.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
      throw saveAs("xml-spreadsheet", "an XML spreadsheet of Excel 2003", ".xlsx");
    }
    throw new FormatException(
        "unknown-format", "The file is XML, but not KML; KML has the root element kml", null);
  }

  private static FormatException saveAs(String code, String what, String extension) {
    return new FormatException(
        code, "The file is " + what + "; open it and save it as " + extension, null);
  }

  /** The beginning as text, without byte order mark and white space. */
  private static String text(byte[] head) {
    if (starts(head, 0xff, 0xfe)) {
      return new String(head, 2, head.length - 2, StandardCharsets.UTF_16LE).strip();
    }
    if (starts(head, 0xfe, 0xff)) {
      return new String(head, 2, head.length - 2, StandardCharsets.UTF_16BE).strip();
    }
    int from = starts(head, 0xef, 0xbb, 0xbf) ? 3 : 0;
    return new String(head, from, head.length - from, StandardCharsets.ISO_8859_1).strip();
  }

  private static boolean starts(byte[] head, String text) {
    byte[] start = text.getBytes(StandardCharsets.US_ASCII);
    return head.length >= start.length
        && Arrays.equals(head, 0, start.length, start, 0, start.length);
  }

  private static boolean starts(byte[] head, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (head.length <= i || (head[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
