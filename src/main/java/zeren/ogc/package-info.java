/**
 * OGC API Features: layers as collections, with filters, coordinate systems, pages and editing, and
 * the description of all that lies under {@code /ogc}. May use {@code geo}, {@code problem}, {@code
 * openapi}, {@code layer}, {@code filter}, {@code tile}.
 */
@ApplicationModule(allowedDependencies = {"geo", "problem", "openapi", "layer", "filter", "tile"})
@NullMarked
package zeren.ogc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
