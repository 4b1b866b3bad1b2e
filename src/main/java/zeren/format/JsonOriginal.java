package zeren.format;

/**
 * JSON of a row as it came, where values and geometry do not say it.
 *
 * @param json the text; of a broken line it may be no JSON
 * @param wholeRow whether it is the whole feature or line; else its geometry alone
 */
record JsonOriginal(String json, boolean wholeRow) {}
