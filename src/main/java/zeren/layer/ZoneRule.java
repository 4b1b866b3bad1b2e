package zeren.layer;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Which features of a layer have a zone round them, and how far it reaches.
 *
 * @param radius metres
 * @param field only features with a value in this field have one; all when null
 * @param value that value
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZoneRule(double radius, @Nullable String field, @Nullable String value) {}
