/**
 * OGC API: so far the items of a collection as GeoJSON, which the pages list small layers with. May
 * use {@code geo}, {@code problem}, {@code openapi}, {@code layer}.
 */
@ApplicationModule(allowedDependencies = {"geo", "problem", "openapi", "layer"})
@NullMarked
package zeren.ogc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
