package zeren.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a source's files are.
 *
 * @param name people's name for the source
 * @param crs the coordinate system of its files; null when they differ
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StoredMapping(String name, Mapping mapping, @Nullable String crs) {}
