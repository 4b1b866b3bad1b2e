@NullMarked
package zeren.exchange;

import org.jspecify.annotations.NullMarked;
