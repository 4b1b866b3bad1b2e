/** The address of {@link zeren.my}. */
@NullMarked
package zeren.my.web;

import org.jspecify.annotations.NullMarked;
