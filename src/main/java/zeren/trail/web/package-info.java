/** The HTTP face of {@code trail}; nothing outside uses it. */
@NullMarked
package zeren.trail.web;

import org.jspecify.annotations.NullMarked;
