package zeren.format;

/**
 * A geometry of a KML that cannot be read, to be written again as it came.
 *
 * @param element name of the element, such as {@code Point}
 * @param coordinates the text of the coordinates that cannot be read
 */
record KmlBadGeometry(String element, String coordinates) {}
