package zeren.exchange;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bin/run import} was asked for.
 *
 * @param layer id of the layer
 * @param crs null: what the file names
 * @param mapping name of a stored mapping; null: the one that fits best, or a guess
 * @param validFrom null: today
 * @param data folder of the database; null: that of the settings
 * @param url address of the database; null: that of the settings
 */
public record ImportArguments(
    String layer,
    Path file,
    @Nullable String crs,
    boolean dryRun,
    ImportMode mode,
    @Nullable String mapping,
    @Nullable LocalDate validFrom,
    @Nullable String table,
    @Nullable Path data,
    @Nullable String url) {

  public static final String USAGE =
      """
      bin/run import LAYER FILE [--crs CODE] [--dry-run] [--mode upsert|replace] [--mapping NAME]
                     [--valid-from DAY] [--table NAME] [--data DIR | --url JDBC-ADDRESS]
        LAYER             id of a layer, such as site, or of a table, such as unit
        FILE              XLSX, CSV, GeoJSON, zipped Shapefile, GeoPackage, KML or KMZ
        --crs CODE        coordinate system of the positions, such as gcj02, bd09, wgs84, EPSG:4490 or
                          EPSG:4547; needed where the file does not name it
        --dry-run         check and count, write nothing
        --mode replace    features of the layer that are not in the file end
        --mapping NAME    the columns as they were stored under this name; else they are guessed
        --valid-from DAY  since when it is so, such as 2025-01-31 (default: today)
        --table NAME      which sheet or table of the file (default: the first with rows)
        --data DIR        folder of the database (default: data, beside bin); no Zeren may run on it
        --url ADDRESS     a PostgreSQL instead; user and password in SPRING_DATASOURCE_USERNAME and
                          SPRING_DATASOURCE_PASSWORD
      Refused rows are written to FILE-refused.EXT in the current folder, each with its reason.
      Exit code: 0 all rows are in, 1 some rows were refused, 2 nothing was done.""";

  private static final List<String> WITH_VALUE =
      List.of("--crs", "--mode", "--mapping", "--valid-from", "--table", "--data", "--url");

  /** A command that cannot be carried out as it was typed. */
  public static final class UsageException extends Exception {
    UsageException(String message) {
      super(message);
    }
  }

  /**
   * @param words without the word {@code import}
   * @param folder what relative paths start from
   */
  public static ImportArguments parse(List<String> words, Path folder) throws UsageException {
    List<String> places = new java.util.ArrayList<>();
    Map<String, String> options = new TreeMap<>();
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      if (WITH_VALUE.contains(word)) {
        if (!rest.hasNext()) {
          throw new UsageException(word + " needs a value.");
        }
        options.put(word, rest.next());
      } else if (word.equals("--dry-run")) {
        options.put(word, "");
      } else if (word.startsWith("-")) {
        throw new UsageException("There is no option " + word + ".");
      } else {
        places.add(word);
      }
    }
    if (places.size() != 2) {
      throw new UsageException("Give one layer and one file.");
    }
    if (options.containsKey("--data") && options.containsKey("--url")) {
      throw new UsageException("--data and --url name two databases; give one.");
    }
    String data = options.get("--data");
    return new ImportArguments(
        places.get(0),
        folder.resolve(places.get(1)).normalize(),
        options.get("--crs"),
        options.containsKey("--dry-run"),
        mode(options.getOrDefault("--mode", "upsert")),
        options.get("--mapping"),
        day(options.get("--valid-from")),
        options.get("--table"),
        data == null ? null : folder.resolve(data).normalize(),
        options.get("--url"));
  }

  private static ImportMode mode(String word) throws UsageException {
    return switch (word) {
      case "upsert" -> ImportMode.UPSERT;
      case "replace" -> ImportMode.REPLACE;
      default -> throw new UsageException("--mode is upsert or replace, not '" + word + "'.");
    };
  }

  private static @Nullable LocalDate day(@Nullable String word) throws UsageException {
    try {
      return word == null ? null : LocalDate.parse(word);
    } catch (DateTimeParseException e) {
      throw new UsageException("--valid-from is a day such as 2025-01-31, not '" + word + "'.");
    }
  }
}
