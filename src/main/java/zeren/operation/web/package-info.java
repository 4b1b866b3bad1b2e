/** The HTTP face of {@code operation}; nothing outside uses it. */
@NullMarked
package zeren.operation.web;

import org.jspecify.annotations.NullMarked;
