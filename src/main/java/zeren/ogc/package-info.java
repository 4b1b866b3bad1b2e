/**
 * OGC API: so far the items of a collection as GeoJSON, which the pages list small layers with. May
 * use {@code geo}, {@code problem}, {@code layer}, {@code filter}.
 */
@ApplicationModule(allowedDependencies = {"geo", "problem", "layer", "filter"})
@NullMarked
package zeren.ogc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
