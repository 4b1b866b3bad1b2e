/**
 * What somebody in charge of an area has before them on a phone: the area, what lies in it, and
 * what is to be done there. May use {@code problem}, {@code openapi}, {@code layer}, {@code
 * responsibility}.
 */
@ApplicationModule(allowedDependencies = {"problem", "openapi", "layer", "responsibility"})
@NullMarked
package zeren.my;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
