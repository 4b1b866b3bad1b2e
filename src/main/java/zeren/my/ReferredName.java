package zeren.my;

/** What a feature is called whose id is a value of an object. */
public record ReferredName(String layer, String id, String name) {}
