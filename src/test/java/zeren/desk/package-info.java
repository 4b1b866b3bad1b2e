@NullMarked
package zeren.desk;

import org.jspecify.annotations.NullMarked;
