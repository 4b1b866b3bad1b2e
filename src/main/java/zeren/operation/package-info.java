/**
 * What whoever runs the service looks after: whether all is well, and if not, what. May use {@code
 * problem}, {@code openapi}, {@code database}, {@code layer}, {@code exchange}, {@code
 * responsibility}.
 */
@ApplicationModule(
    allowedDependencies = {"problem", "openapi", "database", "layer", "exchange", "responsibility"})
@NullMarked
package zeren.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
