/** The HTTP face of {@code layer}; nothing outside uses it. */
@NullMarked
package zeren.layer.web;

import org.jspecify.annotations.NullMarked;
