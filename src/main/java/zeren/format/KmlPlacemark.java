package zeren.format;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One Placemark.
 *
 * @param folder names of the folders around it, from outside, with slashes; null when in none
 * @param data its values by name, as text
 * @param fault what is wrong with its geometry; null when it could be read
 * @param original the geometry with the fault; null when there is none
 */
record KmlPlacemark(
    @Nullable String name,
    @Nullable String description,
    @Nullable String folder,
    Map<String, String> data,
    @Nullable Geometry geometry,
    @Nullable String fault,
    @Nullable KmlBadGeometry original) {}
