/** How {@code gis-data/} was made, and what is checked about it. */
@NullMarked
package zeren.gisdata;

import org.jspecify.annotations.NullMarked;
