package zeren.layer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One field of a layer.
 *
 * @param name English identifier, used in JSON, tiles and filters
 * @param unit unit of a number, such as {@code m}; null when it has none
 * @param required whether every feature must have a value
 * @param visibility who may see the field; the layer's own when null
 * @param values the allowed values with their titles, in order; null when any value will do
 * @param refersTo id of the layer whose features the values name: the value is then the id of one
 *     of them; {@link #LAYERS} when it is the id of a layer; null when the values name neither
 * @param many whether a feature may have several of the allowed values: joined by {@code ;} in the
 *     declared order
 * @param synonyms other words for it in the headings of files; not sent to anybody
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LayerField(
    String name,
    FieldType type,
    Title title,
    @Nullable String unit,
    boolean required,
    @Nullable Visibility visibility,
    @Nullable Map<String, Title> values,
    @Nullable String refersTo,
    boolean many,
    @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable List<String> synonyms) {

  /** What a field refers to whose values are ids of layers, such as {@code site}. */
  public static final String LAYERS = "@layers";

  /**
   * A value as people call it: yes and no, titles instead of codes; other values as they are.
   *
   * @param language {@code zh} or {@code en}
   */
  public Object shown(Object value, String language) {
    boolean english = language.equals("en");
    if (value instanceof Boolean yes) {
      return english ? (yes ? "yes" : "no") : (yes ? "是" : "否");
    }
    if (many) {
      return ManyValues.split(value.toString()).stream()
          .map(one -> title(one, language))
          .collect(Collectors.joining(english ? "; " : "、"));
    }
    return values != null && values.containsKey(value.toString())
        ? title(value.toString(), language)
        : value;
  }

  private String title(String value, String language) {
    Title known = values == null ? null : values.get(value);
    return known == null ? value : known.in(language);
  }
}
