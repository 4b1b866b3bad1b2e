package zeren.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import zeren.format.TableWriter.Plan;

/**
 * What a Shapefile cannot say about itself, in a file beside it.
 *
 * @param table the name of the table
 * @param crs code of the coordinate system, which for GCJ-02 and BD-09 no {@code .prj} can say
 * @param columns the whole column name by the name of the field
 */
record ShapefileSidecar(String table, @Nullable String crs, Map<String, String> columns) {

  static final String ENDING = ".zeren.json";
  static final String LONG_ENDING = ".long.jsonl";

  private static final JsonMapper MAPPER = new JsonMapper();

  static ShapefileSidecar of(Plan plan, List<DbfField> fields) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      columns.put(fields.get(i).name(), plan.columns().get(i).name());
    }
    return new ShapefileSidecar(plan.table(), plan.ownGeometry() ? plan.crs() : null, columns);
  }

  String toJson() {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
  }

  /** Empty when it is not of our making. */
  static Optional<ShapefileSidecar> parse(byte[] json) {
    try {
      ShapefileSidecar read = MAPPER.readValue(json, ShapefileSidecar.class);
      return read == null || read.columns == null ? Optional.empty() : Optional.of(read);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** The same for people. */
  String readme(boolean withLongValues) {
    StringBuilder text = new StringBuilder();
    text.append("坐标系 Coordinate system: ").append(crs == null ? "-" : crs).append('\n');
    if (crs != null && !crs.startsWith("EPSG:")) {
      text.append(
          """
          该坐标系是加偏坐标，没有 .prj 定义；其他软件打开时不要当作 WGS 84 或 CGCS2000。
          This is a shifted datum that no .prj can define. Do not take it for WGS 84 or CGCS2000.
          """);
    }
    text.append("编码 Encoding: UTF-8\n\n字段 Field = 全名 Whole name\n");
    columns.forEach((field, name) -> text.append(field).append(" = ").append(name).append('\n'));
    if (withLongValues) {
      text.append(
          """

          超过 254 字节的文本在 .dbf 中被截断，全文见 *.long.jsonl。
          Text longer than 254 bytes is cut in the .dbf; the whole of it is in *.long.jsonl.
          """);
    }
    return text.toString();
  }
}
