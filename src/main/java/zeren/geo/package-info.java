/**
 * Coordinates, datums, geodesy, validity and repair of geometries, GeoJSON.
 *
 * <p>Inside Zeren a coordinate is always CGCS2000 (EPSG:4490), x is longitude, y is latitude, both
 * in degrees; lengths are metres on the ellipsoid. This module uses no other module of Zeren and is
 * the only one that may use GeoTools.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package zeren.geo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
