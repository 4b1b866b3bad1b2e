/**
 * Zones: the area within a distance of a feature, and what lies in it. May use {@code geo}, {@code
 * problem}, {@code layer}, {@code filter}.
 */
@ApplicationModule(allowedDependencies = {"geo", "problem", "layer", "filter"})
@NullMarked
package zeren.zone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
