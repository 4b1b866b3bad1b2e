package zeren.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file says about itself before its rows are read.
 *
 * @param tables the tables in the file that could be read: sheets of a workbook, layers of a
 *     GeoPackage, Shapefiles of an archive; one nameless entry is left out
 * @param table which of them this is; null when the format knows no names
 * @param columns the columns in the order of the file, as they are written, without white space at
 *     their ends; unique and not empty: a nameless column is called by its position ({@code 列3}), a
 *     repeated one by its name and position ({@code 备注 (5)})
 * @param ownGeometry whether rows bring a geometry of their own; else it is in columns
 * @param crs the coordinate system that the file itself names, as a code that {@link
 *     zeren.geo.CoordinateSystem#parse} understands; null when it names none, or one that is not
 *     supported. GeoJSON and KML name none: what their standards prescribe says nothing about
 *     Chinese data
 * @param crsText how the file names it, such as the WKT in a {@code .prj}; null when it does not
 * @param encoding the character encoding of its text; null where the format fixes it
 * @param delimiter what separates cells in a CSV; null elsewhere
 * @param headerRow number of the row with the column names, counted from 1 as a spreadsheet does; 0
 *     where the format has none
 * @param notes what was noticed and done about it, for people, such as a repeated column name
 */
public record TableDescription(
    FileFormat format,
    List<String> tables,
    @Nullable String table,
    List<String> columns,
    boolean ownGeometry,
    @Nullable String crs,
    @Nullable String crsText,
    @Nullable String encoding,
    @Nullable String delimiter,
    int headerRow,
    List<String> notes) {}
