package zeren.exchange;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import zeren.geo.CoordinateSystem;
import zeren.layer.FeatureDraft;

/**
 * Where a row says that something is.
 *
 * @param geometry in EPSG:4490, x is longitude
 * @param source as it was given; null when that was in EPSG:4490
 * @param crs the system that it was given in
 * @param givenPoint the coordinate as given; null when it is no point
 */
record Place(
    Geometry geometry,
    FeatureDraft.@Nullable SourcePosition source,
    CoordinateSystem crs,
    @Nullable Coordinate givenPoint) {}
