package zeren.format;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** What separates the cells of a CSV. */
final class CsvDialect {

  private static final int SAMPLE_CHARACTERS = 1 << 16;
  private static final int SAMPLE_RECORDS = 50;
  private static final char[] CANDIDATES = {',', '\t', ';', '|'};

  /** Excel's own way to name it, in a first line. */
  private static final String NAMED = "sep=";

  private CsvDialect() {}

  /** How to parse; blank lines are kept, so that records are counted as a spreadsheet does. */
  static CSVFormat format(char delimiter) {
    return builder(delimiter).get();
  }

  /**
   * The delimiter by which most of the first records get equally many cells, more than one; among
   * equals the one that makes more cells. A comma when there is none.
   */
  static char detect(Reader text) throws IOException {
    char[] sample = new char[SAMPLE_CHARACTERS];
    int length = 0;
    int count = 0;
    while (count >= 0 && length < sample.length) {
      length += count;
      count = text.read(sample, length, sample.length - length);
    }
    String beginning = new String(sample, 0, length);
    char named = beginning.startsWith(NAMED) ? sample[NAMED.length()] : 0;
    char best = ',';
    long bestScore = 0;
    for (char candidate : CANDIDATES) {
      if (candidate == named) {
        return named;
      }
      long score = score(beginning, candidate, length == sample.length);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private static long score(String sample, char delimiter, boolean cutOff) throws IOException {
    List<Integer> widths = widths(sample, delimiter);
    if (cutOff && widths.size() > 1) {
      widths.remove(widths.size() - 1);
    }
    Map<Integer, Integer> counts = new HashMap<>();
    widths.stream()
        .filter(width -> width > 1)
        .forEach(width -> counts.merge(width, 1, Integer::sum));
    return counts.entrySet().stream()
        .mapToLong(entry -> entry.getValue() * 10_000L + Math.min(entry.getKey(), 9_999))
        .max()
        .orElse(0);
  }

  private static List<Integer> widths(String sample, char delimiter) throws IOException {
    // Lenient: the sample may end inside a quoted cell.
    CSVFormat format = builder(delimiter).setLenientEof(true).setTrailingData(true).get();
    List<Integer> widths = new ArrayList<>();
    try (CSVParser parser =
        CSVParser.builder().setReader(new StringReader(sample)).setFormat(format).get()) {
      for (CSVRecord record : parser) {
        widths.add(record.size());
        if (widths.size() == SAMPLE_RECORDS) {
          break;
        }
      }
    }
    return widths;
  }

  private static CSVFormat.Builder builder(char delimiter) {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(delimiter)
        .setIgnoreEmptyLines(false)
        .setIgnoreSurroundingSpaces(true);
  }
}
