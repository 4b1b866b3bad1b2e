package zeren.layer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of fields as people read them. */
public final class FieldTexts {

  private static final Title YES = new Title("是", "yes");
  private static final Title NO = new Title("否", "no");

  private final FeatureNames names;
  private final String language;

  public FieldTexts(FeatureNames names, String language) {
    this.names = names;
    this.language = language;
  }

  /** The heading of a field, with its unit. */
  public static String heading(LayerField field, String language) {
    String title = field.title().in(language);
    return field.unit() == null ? title : title + " (" + field.unit() + ")";
  }

  /** Empty when there is no value. */
  public String of(LayerField field, @Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (field.type() == FieldType.BOOLEAN) {
      return (value.equals(true) ? YES : NO).in(language);
    }
    if (value instanceof Double number) {
      return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
    Map<String, Title> titles = field.values();
    if (titles == null) {
      return names.find(field, value).orElse(value.toString());
    }
    List<String> parts =
        field.many() ? ManyValues.split(value.toString()) : List.of(value.toString());
    return String.join(
        language.equals("en") ? ", " : "、",
        parts.stream()
            .map(part -> titles.containsKey(part) ? titles.get(part).in(language) : part)
            .toList());
  }
}
