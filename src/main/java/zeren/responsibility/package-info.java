/**
 * Who is responsible where: the audits that find places, objects and people for whom the answer is
 * missing, double or wrong, and the findings that are kept of them.
 */
@ApplicationModule(
    allowedDependencies = {"geo", "problem", "database", "layer", "zone", "exchange", "format"})
@NullMarked
package zeren.responsibility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
