package zeren.trail;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did. Published as an event of the application it is written to the trail:
 * in the transaction under way, or by itself where there is none. Secrets have no place in it.
 *
 * @param actor name of the account; null for somebody without one
 * @param layer id of the layer it was done to; null elsewhere
 * @param object what it was done to: a feature where there is a layer, else what the kind is about;
 *     null for several
 * @param changeSet number of what was recorded; null where nothing was
 * @param detail what else there is to say, in values that JSON has
 */
public record Deed(
    DeedKind kind,
    @Nullable String actor,
    @Nullable String layer,
    @Nullable String object,
    @Nullable Long changeSet,
    Map<String, Object> detail) {

  public static Deed of(DeedKind kind, @Nullable String actor) {
    return new Deed(kind, actor, null, null, null, Map.of());
  }

  public Deed on(@Nullable String layer, @Nullable String object) {
    return new Deed(kind, actor, layer, object, changeSet, detail);
  }

  public Deed in(long changeSet) {
    return new Deed(kind, actor, layer, object, changeSet, detail);
  }

  /** The same with one more thing to say; without it when it is null. */
  public Deed with(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    Map<String, Object> more = new LinkedHashMap<>(detail);
    more.put(name, value);
    return new Deed(kind, actor, layer, object, changeSet, more);
  }
}
