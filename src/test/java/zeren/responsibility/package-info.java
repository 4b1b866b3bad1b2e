@NullMarked
package zeren.responsibility;

import org.jspecify.annotations.NullMarked;
