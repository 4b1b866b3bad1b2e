package zeren.layer;

import java.time.Instant;

/**
 * An appearance as it was recorded.
 *
 * @param number counts up with each change of a layer's appearance
 */
public record RecordedAppearance(int number, Appearance appearance, Instant at, String by) {}
