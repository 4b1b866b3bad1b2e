package zeren.layer;

/**
 * The end of a change set.
 *
 * @param changeSet its number; 0 when nothing had to be written
 */
public record Recorded<T>(long changeSet, T result) {}
