package zeren.exchange;

/**
 * A coordinate system that was probably meant instead of the one named.
 *
 * @param named code of the one named
 * @param offered code of the other
 * @param rows rows that have a point and name their district
 * @param insideNamed how many of them lie inside that district under the one named
 * @param insideOffered how many do under the other
 */
public record SuspectDatum(
    String named, String offered, long rows, long insideNamed, long insideOffered) {}
