/**
 * The database: its schema and the mapping between JTS geometries and columns. May use {@code geo}.
 */
@ApplicationModule(allowedDependencies = {"geo"})
@NullMarked
package zeren.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
