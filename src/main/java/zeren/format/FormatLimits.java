package zeren.format;

/**
 * What a file may ask of the server.
 *
 * @param bytes size of the file as it came
 * @param rows rows of a table
 * @param columns columns of a table
 * @param cellCharacters characters of one cell, including WKT and the JSON of one feature
 * @param unpackedBytes size of all that is packed in it together
 * @param zipRatio how many times larger than packed an entry of an archive may be; small entries
 *     are free of it
 * @param zipEntries entries of an archive
 */
public record FormatLimits(
    long bytes,
    long rows,
    int columns,
    int cellCharacters,
    long unpackedBytes,
    int zipRatio,
    int zipEntries) {

  public static final FormatLimits DEFAULT =
      new FormatLimits(1L << 30, 5_000_000, 500, 10_000_000, 4L << 30, 200, 1_000);
}
