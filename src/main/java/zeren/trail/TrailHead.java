package zeren.trail;

/**
 * The end of the trail. Whoever has written it down can tell later whether rows up to there were
 * cut off or changed.
 *
 * @param id number of the last row; 0 before the first
 * @param hash of the last row, 64 hexadecimal digits
 */
public record TrailHead(long id, String hash) {}
