/**
 * The HTML pages, the static files they are made of, and what a browser may load. Uses every other
 * module's public face.
 */
@ApplicationModule
@NullMarked
package zeren.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
