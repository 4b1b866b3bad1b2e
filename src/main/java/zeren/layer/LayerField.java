package zeren.layer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field of a layer.
 *
 * @param name English identifier, used in JSON, tiles and filters
 * @param unit unit of a number, such as {@code m}; null when it has none
 * @param required whether every feature must have a value
 * @param visibility who may see the field; the layer's own when null
 * @param values the allowed values with their titles, in order; null when any value will do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LayerField(
    String name,
    FieldType type,
    Title title,
    @Nullable String unit,
    boolean required,
    @Nullable Visibility visibility,
    @Nullable Map<String, Title> values) {}
