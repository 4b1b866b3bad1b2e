package zeren.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a file are in a layer.
 *
 * @param columns by the column's name: a field of the layer, or a {@link Role}; a column that is
 *     missing or null is not imported
 */
public record Mapping(Map<String, @Nullable String> columns) {

  /** Jackson leaves null what a request leaves out, whatever the types say. */
  @SuppressWarnings("ConstantValue")
  public Mapping {
    Map<String, @Nullable String> used = new LinkedHashMap<>(columns == null ? Map.of() : columns);
    used.values().removeIf(Objects::isNull);
    columns = used;
  }

  boolean isEmpty() {
    return columns.isEmpty();
  }

  /** The same with two targets exchanged. */
  Mapping exchanging(String one, String other) {
    Map<String, @Nullable String> exchanged = new LinkedHashMap<>(columns);
    exchanged.replaceAll(
        (column, target) -> one.equals(target) ? other : other.equals(target) ? one : target);
    return new Mapping(exchanged);
  }
}
