/** The HTTP face of {@code exchange}; nothing outside uses it. */
@NullMarked
package zeren.exchange.web;

import org.jspecify.annotations.NullMarked;
