/**
 * File formats: tables of rows out of files and into files, with their geometries as they are
 * written there. Knows nothing of layers and converts no coordinates. May use geo and problem.
 */
@ApplicationModule(allowedDependencies = {"geo", "problem"})
@NullMarked
package zeren.format;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
