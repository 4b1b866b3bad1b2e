/** The HTTP face of {@code zone}; nothing outside uses it. */
@NullMarked
package zeren.zone.web;

import org.jspecify.annotations.NullMarked;
