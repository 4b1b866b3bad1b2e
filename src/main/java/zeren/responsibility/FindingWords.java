package zeren.responsibility;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;
import zeren.layer.Title;

/**
 * What codes in findings are called; for layers, levels, roles and topics their declarations say
 * it. Without a language a code stays as it is.
 */
public record FindingWords(Map<String, LayerDeclaration> layers) {

  private static final Map<String, Title> VERDICTS =
      Map.ofEntries(
          Map.entry("wrong", new Title("错误", "Wrong")),
          Map.entry("near_edge", new Title("边界附近", "Near the edge")),
          Map.entry("suspect_datum", new Title("疑似坐标系偏移", "Suspect datum")),
          Map.entry("outside", new Title("不在任何范围内", "Outside of every area")),
          Map.entry("no_holder", new Title("无人负责", "Nobody in charge")),
          Map.entry("not_responsible", new Title("均明确不负责", "All explicitly not responsible")),
          Map.entry("no_assignment", new Title("无分工", "No assignment")),
          Map.entry("expired", new Title("任期已满", "Expired")),
          Map.entry("no_layer", new Title("图层不存在", "No such layer")),
          Map.entry("no_feature", new Title("要素不存在", "No such feature")),
          Map.entry("no_field", new Title("字段不存在", "No such field")),
          Map.entry("no_value", new Title("取值不存在", "No such value")),
          Map.entry("no_district", new Title("区县不存在", "No such district")),
          Map.entry("no_city", new Title("设区市不存在", "No such city")),
          Map.entry("half_scope", new Title("范围没有填全", "Half a scope")),
          Map.entry("no_party", new Title("责任主体不存在", "No such party")));

  /** What the layers of a day are called. */
  public static FindingWords of(AuditDay day) {
    return new FindingWords(
        day.layers().stream().collect(Collectors.toMap(LayerDeclaration::id, layer -> layer)));
  }

  @Nullable String layer(@Nullable String id, @Nullable String language) {
    LayerDeclaration layer = id == null ? null : layers.get(id);
    return layer == null || language == null ? id : layer.title().in(language);
  }

  @Nullable String level(
      @Nullable String layer, @Nullable String level, @Nullable String language) {
    LayerDeclaration declared = layer == null ? null : layers.get(layer);
    String field = declared == null || declared.duty() == null ? null : declared.duty().levels();
    return field == null ? level : value(declared, field, level, language);
  }

  /** A value of a field of the table of assignments. */
  @Nullable String code(String field, @Nullable String code, @Nullable String language) {
    return value(layers.get("assignment"), field, code, language);
  }

  /** Several of them, separated by semicolons. */
  @Nullable String codes(String field, @Nullable String codes, @Nullable String language) {
    return codes == null || language == null
        ? codes
        : Arrays.stream(codes.split(";", -1))
            .map(code -> code(field, code, language))
            .collect(Collectors.joining("、"));
  }

  @Nullable String verdict(@Nullable String code, @Nullable String language) {
    Title title = code == null ? null : VERDICTS.get(code);
    return title == null || language == null ? code : title.in(language);
  }

  private static @Nullable String value(
      @Nullable LayerDeclaration layer,
      String field,
      @Nullable String code,
      @Nullable String language) {
    if (layer == null || code == null || language == null) {
      return code;
    }
    return layer
        .findField(field)
        .map(LayerField::values)
        .flatMap(values -> Optional.ofNullable(values.get(code)))
        .map(title -> title.in(language))
        .orElse(code);
  }
}
