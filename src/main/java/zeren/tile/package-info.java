/**
 * Vector tiles in the Web Mercator square. May use {@code geo}, {@code problem}, {@code openapi},
 * {@code layer}, {@code filter}.
 */
@ApplicationModule(allowedDependencies = {"geo", "problem", "openapi", "layer", "filter"})
@NullMarked
package zeren.tile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
