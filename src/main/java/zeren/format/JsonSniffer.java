package zeren.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Tells one GeoJSON object from a file with one on each line. */
final class JsonSniffer {

  private static final List<String> LINE_NAMES =
      List.of(".geojsonl", ".geojsons", ".ndjson", ".jsonl", ".ndgeojson");
  private static final int RECORD_SEPARATOR = 0x1e;

  private JsonSniffer() {}

  /** One each line, when its name says so, or when the first line is an object of its own. */
  static FileFormat sniff(Path file, String fileName) throws IOException {
    String lower = fileName.toLowerCase(Locale.ROOT);
    boolean lines = LINE_NAMES.stream().anyMatch(lower::endsWith) || looksLikeLines(file);
    return lines ? FileFormat.GEOJSONL : FileFormat.GEOJSON;
  }

  private static boolean looksLikeLines(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      int last = -1;
      for (int one = in.read(); one >= 0; one = in.read()) {
        if (one == RECORD_SEPARATOR) {
          return true;
        }
        if (one == '\n' && last >= 0) {
          return last == '}' && nextVisible(in) == '{';
        }
        last = one > ' ' ? one : last;
      }
      return false;
    }
  }

  private static int nextVisible(InputStream in) throws IOException {
    int one = in.read();
    while (one >= 0 && one <= ' ') {
      one = in.read();
    }
    return one;
  }
}
