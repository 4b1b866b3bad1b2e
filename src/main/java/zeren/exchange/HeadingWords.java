package zeren.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zeren.layer.GeometryType;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;

/** What a column may be, judged by its heading. */
final class HeadingWords {

  /** 序号 is not among them: it numbers the rows of a list and changes with it. */
  private static final Map<Role, List<String>> ROLES =
      Map.of(
          Role.ID,
          List.of(
              "id",
              "编号",
              "编码",
              "代码",
              "标识",
              "唯一标识",
              "主键",
              "项目编号",
              "工地编号",
              "工程编号",
              "企业编号",
              "站点编号",
              "站点编码",
              "断面编号",
              "断面编码",
              "区划代码",
              "行政区划代码",
              "网格编码",
              "统一社会信用代码",
              "社会信用代码",
              "信用代码",
              "code",
              "key",
              "fid",
              "uid",
              "identifier"),
          Role.LON,
          List.of(
              "经度",
              "东经",
              "经度坐标",
              "经",
              "lon",
              "lng",
              "long",
              "longitude",
              "x",
              "x坐标",
              "横坐标",
              "高德经度",
              "百度经度",
              "腾讯经度",
              "gps经度",
              "中心经度",
              "点位经度",
              "easting",
              "东坐标"),
          Role.LAT,
          List.of(
              "纬度",
              "北纬",
              "纬度坐标",
              "纬",
              "lat",
              "latitude",
              "y",
              "y坐标",
              "纵坐标",
              "高德纬度",
              "百度纬度",
              "腾讯纬度",
              "gps纬度",
              "中心纬度",
              "点位纬度",
              "northing",
              "北坐标"),
          Role.LONLAT,
          List.of(
              "经纬度",
              "坐标",
              "位置坐标",
              "经纬度坐标",
              "点位坐标",
              "地理坐标",
              "高德坐标",
              "百度坐标",
              "lonlat",
              "lnglat",
              "coordinates",
              "coordinate",
              "location"),
          Role.LATLON,
          List.of("latlon", "latlng", "纬经度"),
          Role.WKT,
          List.of("wkt", "geometry", "geom", "thegeom", "几何", "空间范围", "shape"),
          Role.VALID_FROM,
          List.of("valid_from", "valid from", "起始日期", "生效日期", "任期起", "有效期起", "起始时间", "生效时间"),
          Role.VALID_TO,
          List.of("valid_to", "valid to", "失效日期"),
          Role.LAST_DAY,
          List.of("last_day", "last day", "终止日期", "截止日期", "任期止", "有效期止", "有效期至", "终止时间", "截止时间"));

  /** What a heading says about the coordinate system, to the system's code. */
  private static final Map<String, String> DATUMS = new LinkedHashMap<>();

  static {
    for (String word : List.of("高德", "腾讯", "火星", "gcj02", "gcj", "amap", "国测局")) {
      DATUMS.put(word, "gcj02");
    }
    for (String word : List.of("百度", "bd09", "bd", "baidu")) {
      DATUMS.put(word, "bd09");
    }
    for (String word : List.of("wgs84", "wgs", "gps")) {
      DATUMS.put(word, "wgs84");
    }
    for (String word : List.of("cgcs2000", "cgcs", "2000", "国家大地")) {
      DATUMS.put(word, "cgcs2000");
    }
  }

  private final Map<String, String> targets = new LinkedHashMap<>();

  /** Endings of headings, such as 名称 in 施工项目名称, to the field. */
  private final Map<String, String> endings = new LinkedHashMap<>();

  HeadingWords(LayerDeclaration layer) {
    for (LayerField field : layer.fields()) {
      enter(field.name(), field.name());
    }
    for (LayerField field : layer.fields()) {
      enter(field.title().zh(), field.name());
      enter(field.title().en(), field.name());
      endings.putIfAbsent(Wording.headingKey(field.title().zh()), field.name());
    }
    for (LayerField field : layer.fields()) {
      for (String synonym : synonyms(field)) {
        enter(synonym, field.name());
      }
    }
    ROLES.forEach(
        (role, words) -> {
          if (layer.geometry() != GeometryType.NONE || !Role.PLACES.contains(role)) {
            words.forEach(word -> enter(word, role.target()));
          }
        });
  }

  private static List<String> synonyms(LayerField field) {
    List<String> synonyms = field.synonyms();
    return synonyms == null ? List.of() : synonyms;
  }

  private void enter(String word, String target) {
    targets.putIfAbsent(Wording.headingKey(word), target);
  }

  /** The field or role whose name, title or synonym the heading is. */
  Optional<String> find(String heading) {
    return Optional.ofNullable(targets.get(Wording.headingKey(heading)));
  }

  /** The field whose Chinese title the heading ends with. */
  Optional<String> findByEnding(String heading) {
    String key = Wording.headingKey(heading);
    return endings.entrySet().stream()
        .filter(ending -> ending.getKey().length() > 1 && key.endsWith(ending.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The coordinate system that a heading names, such as {@code gcj02} of 高德经度. */
  static Optional<String> findDatum(String heading) {
    String key = Wording.key(heading);
    return DATUMS.keySet().stream().filter(key::contains).map(DATUMS::get).findFirst();
  }
}
