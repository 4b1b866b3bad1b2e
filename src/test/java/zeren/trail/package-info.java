@NullMarked
package zeren.trail;

import org.jspecify.annotations.NullMarked;
