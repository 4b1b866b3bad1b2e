/** The HTTP face of {@code desk}; nothing outside uses it. */
@NullMarked
package zeren.desk.web;

import org.jspecify.annotations.NullMarked;
