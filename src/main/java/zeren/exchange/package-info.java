/**
 * Import and export. Files become feature drafts in EPSG:4490 or a list of everything that is wrong
 * with them; no row is dropped silently and no coordinate system is assumed. May use geo, problem,
 * openapi, layer, filter, format and trail.
 */
@ApplicationModule(
    allowedDependencies = {"geo", "problem", "openapi", "layer", "filter", "format", "trail"})
@NullMarked
package zeren.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
