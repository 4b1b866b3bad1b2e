package zeren.format;

import org.jspecify.annotations.Nullable;

/** Workbooks written by hand, part by part. */
public final class Workbooks {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private Workbooks() {}

  /** A workbook with one sheet 台账, the given rows, and merged ranges. */
  public static Zips of(String rows, String... merged) {
    return parts("", "<sheet name='台账' sheetId='1' r:id='rId1'/>")
        .with("xl/worksheets/sheet1.xml", sheet(rows, merged));
  }

  /** The whole file of {@link #of}. */
  public static byte[] file(String rows, String... merged) {
    return of(rows, merged).bytes();
  }

  /** A workbook without its sheets. */
  public static Zips parts(String properties, String sheets) {
    return Zips.zip()
        .with("[Content_Types].xml", "<Types/>")
        .with(
            "xl/workbook.xml",
            "<workbook xmlns='%s' xmlns:r='%s'>%s<sheets>%s</sheets></workbook>"
                .formatted(MAIN, RELATIONS, properties, sheets))
        .with(
            "xl/_rels/workbook.xml.rels",
            "<Relationships>"
                + relation("rId1", "worksheet", "worksheets/sheet1.xml")
                + relation("rId2", "worksheet", "/xl/worksheets/sheet2.xml")
                + relation("rId3", "sharedStrings", "sharedStrings.xml")
                + relation("rId4", "styles", "styles.xml")
                + "</Relationships>")
        .with("xl/sharedStrings.xml", strings("名称", "区县", "经度", "纬度"))
        .with(
            "xl/styles.xml",
            """
            <styleSheet xmlns='%s'>
            <numFmts><numFmt numFmtId='176' formatCode='yyyy"年"m"月"d"日";@'/></numFmts>
            <cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>
            <cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='176'/><xf numFmtId='20'/>
            <xf numFmtId='31'/></cellXfs>
            </styleSheet>
            """
                .formatted(MAIN));
  }

  static String sheet(String rows, String... merged) {
    StringBuilder merges = new StringBuilder();
    for (String range : merged) {
      merges.append("<mergeCell ref='").append(range).append("'/>");
    }
    return "<?xml version='1.0' encoding='UTF-8'?><worksheet xmlns='%s'><sheetData>%s</sheetData><mergeCells>%s</mergeCells></worksheet>"
        .formatted(MAIN, rows, merges);
  }

  static String strings(String... texts) {
    return "<sst xmlns='%s'><si><t>%s</t></si></sst>"
        .formatted(MAIN, String.join("</t></si><si><t>", texts));
  }

  /** A row of texts and numbers from column A on; null for a cell that is not there. */
  public static String row(int number, @Nullable Object... values) {
    StringBuilder row = new StringBuilder("<row r='" + number + "'>");
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      String address = (char) ('A' + i) + "" + number;
      if (value instanceof String text) {
        row.append("<c r='%s' t='inlineStr'><is><t>%s</t></is></c>".formatted(address, text));
      } else if (value != null) {
        row.append("<c r='%s'><v>%s</v></c>".formatted(address, value));
      }
    }
    return row + "</row>";
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id='%s' Type='%s/%s' Target='%s'/>"
        .formatted(id, RELATIONS, type, target);
  }
}
