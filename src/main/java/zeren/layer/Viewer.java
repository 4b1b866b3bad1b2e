package zeren.layer;

import org.jspecify.annotations.Nullable;

/**
 * Whoever is asking, as far as it decides what may leave the server.
 *
 * @param name name of the account; null without one
 * @param seesInternal whether internal layers and fields may be shown
 */
public record Viewer(@Nullable String name, boolean seesInternal) {

  /** Somebody without an account. */
  public static final Viewer ANONYMOUS = new Viewer(null, false);

  boolean maySee(LayerDeclaration layer) {
    return seesInternal || layer.visibility() == Visibility.PUBLIC;
  }

  boolean maySee(LayerField field) {
    return seesInternal || field.visibility() != Visibility.INTERNAL;
  }
}
