/**
 * The trail: who did what, when, from where, to what, in rows that are only ever added and that a
 * chain of hashes holds together. Modules publish a {@link zeren.trail.Deed} for what they do. May
 * use {@code problem}, {@code openapi}, {@code format}, so that all others may use it.
 */
@ApplicationModule(allowedDependencies = {"problem", "openapi", "format"})
@NullMarked
package zeren.trail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
