/**
 * Refusals: what went wrong, as an RFC 9457 problem that says what would be right, and the reading
 * of query parameters into values or such a problem. Uses no other module.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package zeren.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
