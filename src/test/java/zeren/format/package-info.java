@NullMarked
package zeren.format;

import org.jspecify.annotations.NullMarked;
