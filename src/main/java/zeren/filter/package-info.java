/**
 * Filters over the rows of a layer view: CQL2, query parameters named after fields, boxes, and the
 * search by name. May use {@code geo}, {@code problem}, {@code layer}.
 */
@ApplicationModule(allowedDependencies = {"geo", "problem", "layer"})
@NullMarked
package zeren.filter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
