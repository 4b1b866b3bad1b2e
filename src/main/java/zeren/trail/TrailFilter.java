package zeren.trail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the trail are wanted; null and empty leave a thing open.
 *
 * @param actor name of the account
 * @param kinds codes, one of which it must be
 * @param layer id of the layer
 * @param object what it was done to
 * @param from the first moment
 * @param until the first moment after
 * @param words a part of what was done, whatever the case
 */
public record TrailFilter(
    @Nullable String actor,
    List<String> kinds,
    @Nullable String layer,
    @Nullable String object,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable String words) {}
