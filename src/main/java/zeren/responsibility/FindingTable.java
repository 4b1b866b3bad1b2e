package zeren.responsibility;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import zeren.format.FileFormat;
import zeren.format.TableFiles;
import zeren.format.TableRow;
import zeren.format.TableWriter;
import zeren.layer.Title;

/**
 * Findings as a file for people and for other programs.
 *
 * @param language {@code zh} or {@code en} for headings and words; null for the words of the API
 * @param words what codes and names of layers are called
 * @param page address of the map, before what says where to look
 */
public record FindingTable(@Nullable String language, FindingWords words, String page) {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final GeometryFactory POINTS = new GeometryFactory();

  private enum Column {
    ID("id", "编号", "Id", TableWriter.Type.INTEGER),
    KIND("kind", "类别", "Kind", TableWriter.Type.TEXT),
    STATE("state", "状态", "State", TableWriter.Type.TEXT),
    LAYER("layer", "图层", "Layer", TableWriter.Type.TEXT),
    SUBJECT("subject", "对象", "Subject", TableWriter.Type.TEXT),
    SUBJECT_ID("subject_id", "对象编号", "Id of subject", TableWriter.Type.TEXT),
    OTHERS("others", "相关对象", "Further", TableWriter.Type.TEXT),
    LEVEL("level", "网格级别", "Level", TableWriter.Type.TEXT),
    DISTRICT("district", "区县", "District", TableWriter.Type.TEXT),
    ZONE("zone", "开发区", "Development zone", TableWriter.Type.TEXT),
    AREA("area_m2", "面积(m²)", "Area (m²)", TableWriter.Type.NUMBER),
    SITES("sites", "工地数", "Sites", TableWriter.Type.INTEGER),
    ENTERPRISES("enterprises", "企业数", "Enterprises", TableWriter.Type.INTEGER),
    ROLE("role", "责任角色", "Role", TableWriter.Type.TEXT),
    TOPIC("topic", "要素领域", "Topic", TableWriter.Type.TEXT),
    RECORDED("recorded", "台账记载", "On record", TableWriter.Type.TEXT),
    COMPUTED("computed", "按图计算", "By the map", TableWriter.Type.TEXT),
    VERDICT("verdict", "判定", "Verdict", TableWriter.Type.TEXT),
    DISTANCE("distance_to_edge", "距记载边界(m)", "To the edge (m)", TableWriter.Type.NUMBER),
    FIRST_SEEN("first_seen", "首次发现", "First seen", TableWriter.Type.DATE),
    LAST_SEEN("last_seen", "最近发现", "Last seen", TableWriter.Type.DATE),
    RESOLVED("resolved_at", "解决日期", "Resolved", TableWriter.Type.DATE),
    REASON("reason", "认可理由", "Reason", TableWriter.Type.TEXT),
    ACCEPTED_BY("accepted_by", "认可人", "Accepted by", TableWriter.Type.TEXT),
    ACCEPTED_AT("accepted_at", "认可日期", "Accepted", TableWriter.Type.DATE),
    LON("lon", "经度", "Longitude", TableWriter.Type.NUMBER),
    LAT("lat", "纬度", "Latitude", TableWriter.Type.NUMBER),
    MAP("map", "地图链接", "Map", TableWriter.Type.TEXT);

    private final String code;
    private final Title title;
    private final TableWriter.Type type;

    Column(String code, String zh, String en, TableWriter.Type type) {
      this.code = code;
      this.title = new Title(zh, en);
      this.type = type;
    }
  }

  /** Writes a whole file; the stream is left open. */
  public void write(List<Finding> findings, FileFormat format, OutputStream out)
      throws IOException {
    boolean drawn = format != FileFormat.XLSX;
    TableWriter.Plan plan =
        new TableWriter.Plan(
            language == null ? "findings" : new Title("核查结果", "Findings").in(language),
            Arrays.stream(Column.values())
                .map(
                    column ->
                        new TableWriter.Column(
                            language == null ? column.code : column.title.in(language),
                            column.type))
                .toList(),
            drawn,
            null,
            "EPSG:4490",
            false);
    TableWriter writer = TableFiles.create(format, plan, out);
    try {
      long number = 0;
      for (Finding finding : findings) {
        writer.write(
            new TableRow(++number, values(finding), drawn ? geometry(finding) : null, null, null));
      }
    } catch (IOException | RuntimeException e) {
      writer.abandon();
      throw e;
    }
    writer.close();
  }

  private static @Nullable Geometry geometry(Finding finding) {
    FindingContent content = finding.content();
    if (finding.geometry() != null || content.lon() == null || content.lat() == null) {
      return finding.geometry();
    }
    return POINTS.createPoint(new Coordinate(content.lon(), content.lat()));
  }

  private List<@Nullable Object> values(Finding finding) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Column column : Column.values()) {
      values.add(value(column, finding));
    }
    return values;
  }

  private @Nullable Object value(Column column, Finding finding) {
    FindingContent content = finding.content();
    Finding.Acceptance acceptance = finding.acceptance();
    return switch (column) {
      case ID -> finding.id();
      case KIND -> language == null ? finding.kind().code() : finding.kind().title().in(language);
      case STATE ->
          language == null ? finding.state().code() : finding.state().title().in(language);
      case LAYER -> words.layer(content.layer(), language);
      case SUBJECT -> of(content.subject(), FeatureRef::name);
      case SUBJECT_ID -> of(content.subject(), FeatureRef::id);
      case OTHERS ->
          content.others().isEmpty()
              ? null
              : content.others().stream().map(FeatureRef::name).collect(Collectors.joining("、"));
      case LEVEL -> words.level(content.layer(), content.level(), language);
      case DISTRICT -> of(content.district(), FeatureRef::name);
      case ZONE -> of(content.zone(), FeatureRef::name);
      case AREA -> content.area() == null ? null : Math.round(content.area() * 100) / 100.0;
      case SITES -> count(content, "site");
      case ENTERPRISES -> count(content, "enterprise");
      case ROLE -> words.code("role", content.role(), language);
      case TOPIC -> words.codes("topics", content.topic(), language);
      case RECORDED -> said(content.recorded());
      case COMPUTED -> said(content.computed());
      case VERDICT -> words.verdict(content.verdict(), language);
      case DISTANCE ->
          content.distance() == null ? null : Math.round(content.distance() * 10) / 10.0;
      case FIRST_SEEN -> day(finding.firstSeen());
      case LAST_SEEN -> day(finding.lastSeen());
      case RESOLVED -> day(finding.resolvedAt());
      case REASON -> of(acceptance, Finding.Acceptance::reason);
      case ACCEPTED_BY -> of(acceptance, Finding.Acceptance::by);
      case ACCEPTED_AT -> acceptance == null ? null : day(acceptance.at());
      case LON -> content.lon();
      case LAT -> content.lat();
      case MAP -> map(content);
    };
  }

  private static <T> @Nullable String of(@Nullable T thing, Function<T, String> property) {
    return thing == null ? null : property.apply(thing);
  }

  private static @Nullable Long count(FindingContent content, String layer) {
    return content.area() == null ? null : Long.valueOf(content.objects().getOrDefault(layer, 0));
  }

  /** Without the ids, which stand beside the names. */
  private static @Nullable String said(Map<String, String> values) {
    String names =
        values.entrySet().stream()
            .filter(value -> !value.getKey().endsWith("_id"))
            .map(Map.Entry::getValue)
            .collect(Collectors.joining("；"));
    return names.isEmpty() ? null : names;
  }

  private static @Nullable LocalDate day(@Nullable Instant moment) {
    return moment == null ? null : LocalDate.ofInstant(moment, CHINA);
  }

  private @Nullable String map(FindingContent content) {
    return content.lon() == null || content.lat() == null
        ? null
        : "%s#15/%.5f/%.5f".formatted(page, content.lat(), content.lon());
  }
}
