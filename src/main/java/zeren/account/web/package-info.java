/** The HTTP face of {@code account}; nothing outside uses it. */
@NullMarked
package zeren.account.web;

import org.jspecify.annotations.NullMarked;
