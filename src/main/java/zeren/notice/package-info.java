/**
 * What is published of each supervision grid cell: who is in charge, what of, and what lies in it.
 * May use {@code geo}, {@code problem}, {@code layer}, {@code responsibility}.
 */
@ApplicationModule(allowedDependencies = {"geo", "problem", "layer", "responsibility"})
@NullMarked
package zeren.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
