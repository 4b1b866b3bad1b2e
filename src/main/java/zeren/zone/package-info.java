/**
 * Zones: the area within a distance of a feature, and what lies in it. May use {@code geo}, {@code
 * problem}, {@code openapi}, {@code layer}, {@code filter}.
 */
@ApplicationModule(allowedDependencies = {"geo", "problem", "openapi", "layer", "filter"})
@NullMarked
package zeren.zone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
