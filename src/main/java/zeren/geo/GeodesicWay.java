package zeren.geo;

/**
 * The shortest way between two places.
 *
 * @param metres its length
 * @param bearing direction in which it sets out, degrees clockwise from north, 0 to under 360
 */
public record GeodesicWay(double metres, double bearing) {}
