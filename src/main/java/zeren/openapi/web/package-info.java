/** The HTTP face of {@code openapi}; nothing outside uses it. */
@NullMarked
package zeren.openapi.web;

import org.jspecify.annotations.NullMarked;
