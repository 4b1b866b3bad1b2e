/** The HTTP face of {@code ogc}; nothing outside uses it. */
@NullMarked
package zeren.ogc.web;

import org.jspecify.annotations.NullMarked;
