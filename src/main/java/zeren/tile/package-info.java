/**
 * Vector tiles in the Web Mercator square. May use {@code geo}, {@code problem}, {@code openapi},
 * {@code layer}.
 */
@ApplicationModule(allowedDependencies = {"geo", "problem", "openapi", "layer"})
@NullMarked
package zeren.tile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
