/** Measures Zeren beside PostGIS on the same data; {@code bin/bench} runs it. */
@NullMarked
package zeren.bench;

import org.jspecify.annotations.NullMarked;
