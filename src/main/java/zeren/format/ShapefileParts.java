package zeren.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The Shapefiles of an archive.
 *
 * @param base where one is in the archive, without ending
 */
record ShapefileParts(ArchiveGuard archive, String base) {

  private static final int MOST_TEXT_BYTES = 1 << 20;

  /** All of them, in the order of the archive. */
  static List<ShapefileParts> all(ArchiveGuard archive) {
    List<ShapefileParts> all = new ArrayList<>();
    for (ArchiveGuard.Entry entry : archive.entries()) {
      String name = entry.name();
      if (name.toLowerCase(Locale.ROOT).endsWith(".shp")) {
        all.add(new ShapefileParts(archive, name.substring(0, name.length() - 4)));
      }
    }
    return all;
  }

  /** What it is called; with its folder, so that two of one name can be told apart. */
  String name() {
    return base;
  }

  /** The part with an ending, such as {@code .dbf}, in any case; null when there is none. */
  ArchiveGuard.@Nullable Entry find(String ending) {
    String wanted = (base + ending).toLowerCase(Locale.ROOT);
    return archive.entries().stream()
        .filter(entry -> entry.name().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst()
        .orElse(null);
  }

  ArchiveGuard.Entry get(String ending) throws FormatException {
    ArchiveGuard.Entry entry = find(ending);
    if (entry == null) {
      throw new FormatException(
          "missing-part",
          "The archive has no %s%s; a Shapefile is .shp and .dbf, and .prj and .cpg where there are"
                  .formatted(base, ending)
              + " any",
          base + ending);
    }
    return entry;
  }

  /** The beginning of a part of text; null when there is no such part. */
  byte @Nullable [] findBytes(String ending) throws IOException, FormatException {
    ArchiveGuard.Entry entry = find(ending);
    if (entry == null) {
      return null;
    }
    try (InputStream in = archive.open(entry.name())) {
      return in.readNBytes(MOST_TEXT_BYTES);
    }
  }

  /** A part of text; null when there is no such part or nothing in it. */
  @Nullable String findText(String ending) throws IOException, FormatException {
    byte[] bytes = findBytes(ending);
    if (bytes == null) {
      return null;
    }
    String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
    return text.isEmpty() ? null : text;
  }

  /** How many rows its table promises. */
  long rows(FormatLimits limits) throws IOException, FormatException {
    ArchiveGuard.Entry dbf = get(".dbf");
    try (InputStream in = archive.open(dbf.name())) {
      return DbfHeader.read(in, dbf.name(), limits).rows();
    }
  }
}
