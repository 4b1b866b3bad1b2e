/** The HTTP face of {@code tile}; nothing outside uses it. */
@NullMarked
package zeren.tile.web;

import org.jspecify.annotations.NullMarked;
