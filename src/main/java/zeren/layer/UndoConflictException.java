package zeren.layer;

import java.util.List;

/** A change set that cannot be undone: something it recorded has been changed since. */
public final class UndoConflictException extends RuntimeException {

  private final String layer;
  private final transient List<String> ids;

  UndoConflictException(String layer, List<String> ids) {
    super(
        "Layer %s: %d features or more were changed since, such as %s"
            .formatted(layer, ids.size(), ids.get(0)));
    this.layer = layer;
    this.ids = List.copyOf(ids);
  }

  public String layer() {
    return layer;
  }

  /** Some of the features at fault, never none. */
  public List<String> ids() {
    return ids;
  }
}
