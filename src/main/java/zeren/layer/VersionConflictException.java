package zeren.layer;

import org.jspecify.annotations.Nullable;

/** Somebody else has changed the feature since it was read. */
public final class VersionConflictException extends RuntimeException {

  private final transient @Nullable FeatureVersion current;

  /**
   * @param current the feature as it is now; null when it is no more
   */
  VersionConflictException(@Nullable FeatureVersion current) {
    super("The feature has been changed since it was read");
    this.current = current;
  }

  public @Nullable FeatureVersion current() {
    return current;
  }
}
