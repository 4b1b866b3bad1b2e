/**
 * Who is responsible where, for what, on which day, and because of which clause: parties and their
 * assignments, answers with reasons, audits of what is wrong, and joint control of a zone. May use
 * {@code geo}, {@code problem}, {@code openapi}, {@code database}, {@code layer}, {@code filter},
 * {@code zone}, {@code exchange}, {@code format}, {@code trail}.
 */
@ApplicationModule(
    allowedDependencies = {
      "geo",
      "problem",
      "openapi",
      "database",
      "layer",
      "filter",
      "zone",
      "exchange",
      "format",
      "trail"
    })
@NullMarked
package zeren.responsibility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
