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
      Map.of(
          "wrong", new Title("错误", "Wrong"),
          "near_edge", new Title("边界附近", "Near the edge"),
          "suspect_datum", new Title("疑似坐标系偏移", "Suspect datum"),
          "outside", new Title("不在任何范围内", "Outside of every area"),
          "no_holder", new Title("无人负责", "Nobody in charge"),
          "not_responsible", new Title("均明确不负责", "All explicitly not responsible"),
          "no_assignment", new Title("无分工", "No assignment"));

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
