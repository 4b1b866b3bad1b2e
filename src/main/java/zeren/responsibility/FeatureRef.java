package zeren.responsibility;

/**
 * A feature as answers name it.
 *
 * @param id empty when a whole layer or a part of it is meant
 * @param name for people
 */
public record FeatureRef(String layer, String id, String name) {}
