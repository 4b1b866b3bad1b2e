package zeren.format;

import java.util.List;

/**
 * The names of a sheet's columns, and where they stand.
 *
 * @param row number of the row with the names; the lower one of two
 * @param rowsBefore how many of the sample's rows are not data: titles and the header itself
 * @param firstColumn how many columns of the sheet stand before the first one of the table
 * @param columns unique names
 * @param notes what was noticed
 */
record GridHeader(
    long row, int rowsBefore, int firstColumn, List<String> columns, List<String> notes) {}
