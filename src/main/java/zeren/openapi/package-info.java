/**
 * How the service describes itself to programs: each module says what its addresses take and answer
 * in an {@link zeren.openapi.ApiDescription}, and schemas follow from the records that are sent.
 * May use {@code problem}.
 */
@ApplicationModule(allowedDependencies = "problem")
@NullMarked
package zeren.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
