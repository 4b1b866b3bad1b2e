/** Zeren: who is responsible for this place, for this topic, on that day, under which clause. */
@NullMarked
package zeren;

import org.jspecify.annotations.NullMarked;
