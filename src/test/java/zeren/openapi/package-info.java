/** What the service says of itself, held against what it does. */
@NullMarked
package zeren.openapi;

import org.jspecify.annotations.NullMarked;
