package zeren.geo;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * What is wrong with a geometry.
 *
 * @param code countable: {@code empty}, {@code non_finite}, {@code out_of_range}, {@code
 *     self_intersection}, {@code ring_self_intersection}, {@code hole_outside_shell}, {@code
 *     nested_holes}, {@code disconnected_interior}, {@code nested_shells}, {@code duplicate_rings},
 *     {@code too_few_points}, {@code ring_not_closed} or {@code invalid}
 * @param message for a person, in English
 * @param where a coordinate at the defect; null if it has no place
 */
public record Defect(String code, String message, @Nullable Coordinate where) {}
