package zeren.responsibility;

/**
 * A feature near a place.
 *
 * @param distance metres: to its edge for areas, to its centre for zones
 */
public record NearFeature(FeatureRef feature, double distance) {}
