@NullMarked
package zeren.reference;

import org.jspecify.annotations.NullMarked;
