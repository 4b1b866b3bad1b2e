package zeren.exchange;

import java.util.List;
import zeren.layer.GeometryType;
import zeren.layer.Title;

/**
 * A column of a template that is no field of the layer.
 *
 * @param word a heading that the import takes for the role whatever the fields are called
 * @param allowed what may stand in it
 */
record TemplateColumn(
    Role role,
    Title title,
    String word,
    boolean required,
    Title type,
    Title allowed,
    String example) {

  private static final Title TEXT = new Title("文字", "text");
  private static final Title NUMBER = new Title("数", "number");
  private static final Title DAY = new Title("日期", "day");

  private static final TemplateColumn ID =
      new TemplateColumn(
          Role.ID,
          new Title("编号", "Id"),
          "id",
          true,
          TEXT,
          new Title("不重复、不再改变；再次导入时据此认出同一行", "unique and lasting: it tells which row is meant"),
          "A-001");
  private static final Title DATUM =
      new Title(
          "坐标系在导入时选择；常用经纬度，十进制度", "name the coordinate system when importing; decimal degrees");
  private static final List<TemplateColumn> POINT =
      List.of(
          new TemplateColumn(
              Role.LON, new Title("经度", "Longitude"), "lon", true, NUMBER, DATUM, "113.621"),
          new TemplateColumn(
              Role.LAT, new Title("纬度", "Latitude"), "lat", true, NUMBER, DATUM, "34.748"));
  private static final Title WKT = new Title("WKT 文本", "well-known text");

  /** The period of a row. */
  static final List<TemplateColumn> PERIOD =
      List.of(
          new TemplateColumn(
              Role.VALID_FROM,
              new Title("起始日期", "Valid from"),
              "valid_from",
              false,
              DAY,
              new Title("从这一天起；空着则用导入时选的日期", "first day; blank takes the day named when importing"),
              "2026-01-01"),
          new TemplateColumn(
              Role.LAST_DAY,
              new Title("终止日期", "Last day"),
              "last_day",
              false,
              DAY,
              new Title("最后一天（当日仍有效）；空着表示至今", "last day on which it holds; blank while it does"),
              "2026-12-31"));

  /** The columns before the fields. */
  static List<TemplateColumn> before(GeometryType geometry) {
    return switch (geometry) {
      case NONE -> List.of(ID);
      case POINT -> List.of(ID, POINT.get(0), POINT.get(1));
      case MULTI_LINE_STRING -> List.of(ID, shape("LINESTRING (113.6 34.7, 113.7 34.8)"));
      case MULTI_POLYGON ->
          List.of(ID, shape("POLYGON ((113.6 34.7, 113.7 34.7, 113.7 34.8, 113.6 34.7))"));
    };
  }

  private static TemplateColumn shape(String example) {
    return new TemplateColumn(
        Role.WKT, new Title("空间范围", "Geometry"), "wkt", true, WKT, DATUM, example);
  }
}
