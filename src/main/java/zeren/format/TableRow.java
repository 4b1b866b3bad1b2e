package zeren.format;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One row of a table as the file has it.
 *
 * @param number how people find the row again: the row number that a spreadsheet program shows, the
 *     line of a newline-delimited file, else the position of the feature, counted from 1
 * @param values one for each column: {@code String}, {@code Long}, {@code Double}, {@code Boolean},
 *     {@link java.time.LocalDate}, or null; shorter or longer than the columns only with a fault
 * @param geometry as the file has it, x is longitude or easting; null when there is none, or it is
 *     in columns
 * @param fault what is wrong with the row as a whole, such as a wrong number of cells or a geometry
 *     that cannot be read; null when it could be read
 * @param original what a writer of the same format needs to write the row again as it came where
 *     values and geometry do not say it, such as the JSON of a geometry that is none; else null
 */
public record TableRow(
    long number,
    List<@Nullable Object> values,
    @Nullable Geometry geometry,
    @Nullable String fault,
    @Nullable Object original) {}
