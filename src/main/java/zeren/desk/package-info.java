/**
 * The workplace of the office: finding things by whatever is known of them, files of just what is
 * shown, and what an account keeps. May use {@code geo}, {@code problem}, {@code openapi}, {@code
 * format}, {@code layer}.
 */
@ApplicationModule(allowedDependencies = {"geo", "problem", "openapi", "format", "layer"})
@NullMarked
package zeren.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
