package zeren.layer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an installation calls a layer and its fields and how it draws it, laid over what is
 * declared. It never says anything of what the fields hold, who sees them, or which features a tile
 * has.
 *
 * @param title null as declared
 * @param fields titles by the name of a field; those that are left out are as declared
 * @param style parts of the style: {@code fill}, {@code stroke}, {@code size}, {@code width}
 * @param byValue the same for single values of the field by which the layer is drawn
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Appearance(
    @Nullable Title title,
    Map<String, Title> fields,
    Map<String, Object> style,
    Map<String, Map<String, Object>> byValue) {

  /** As declared. */
  public static final Appearance NONE = new Appearance(null, Map.of(), Map.of(), Map.of());

  /** The declaration with it. */
  LayerDeclaration over(LayerDeclaration declared) {
    return new LayerDeclaration(
        declared.id(),
        title == null ? declared.title() : title,
        declared.geometry(),
        declared.visibility(),
        declared.name(),
        declared.fields().stream().map(this::over).toList(),
        declared.onRecord(),
        declared.duty(),
        declared.zone(),
        over(declared.drawing()),
        declared.edit());
  }

  private LayerField over(LayerField field) {
    Title called = fields.get(field.name());
    return called == null
        ? field
        : new LayerField(
            field.name(),
            field.type(),
            called,
            field.unit(),
            field.required(),
            field.visibility(),
            field.values(),
            field.refersTo(),
            field.many(),
            field.synonyms());
  }

  private Drawing over(Drawing drawing) {
    Drawing.StyleByValue by = drawing.by();
    if (by != null) {
      Map<String, Map<String, Object>> values = new LinkedHashMap<>(by.values());
      byValue.forEach(
          (value, more) -> values.computeIfPresent(value, (key, known) -> merged(known, more)));
      by = new Drawing.StyleByValue(by.field(), values);
    }
    return new Drawing(
        drawing.order(),
        drawing.label(),
        drawing.groupBelowZoom(),
        merged(drawing.style(), style),
        by,
        drawing.fromZoom());
  }

  private static Map<String, Object> merged(Map<String, Object> known, Map<String, Object> more) {
    Map<String, Object> all = new LinkedHashMap<>(known);
    all.putAll(more);
    return all;
  }
}
