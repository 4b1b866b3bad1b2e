package zeren.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the KML is: a file of its own, or documents in an archive (KMZ).
 *
 * @param archived the document in the archive; null when the file is no archive
 */
record KmlSource(
    Path file, @Nullable String archived, List<String> documents, FormatLimits limits) {

  /**
   * @param wanted name of the document; null takes the first, which by the standard is the main one
   */
  static KmlSource find(Path file, @Nullable String wanted, FormatLimits limits)
      throws IOException, FormatException {
    try (InputStream in = Files.newInputStream(file)) {
      if (in.read() != 'P' || in.read() != 'K') {
        return new KmlSource(file, null, List.of(), limits);
      }
    }
    try (ArchiveGuard archive = ArchiveGuard.open(file, limits)) {
      List<String> documents =
          archive.entries().stream()
              .map(ArchiveGuard.Entry::name)
              .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".kml"))
              .toList();
      if (documents.isEmpty()) {
        throw new FormatException("zip-content", "The archive holds no .kml", null);
      }
      if (wanted != null && !documents.contains(wanted)) {
        throw new FormatException(
            "no-table",
            "The archive has no '%s'; it has %s".formatted(wanted, String.join(", ", documents)),
            wanted);
      }
      return new KmlSource(file, wanted == null ? documents.get(0) : wanted, documents, limits);
    }
  }

  /** A document being read. Closing it closes all. */
  record Opened(@Nullable ArchiveGuard archive, CountingStream bytes, XmlReader xml)
      implements Closeable {

    @Override
    public void close() throws IOException {
      try (archive) {
        xml.close();
      }
    }
  }

  Opened open() throws IOException, FormatException {
    String document = archived;
    if (document == null) {
      CountingStream bytes = new CountingStream(Files.newInputStream(file), Files.size(file));
      return new Opened(null, bytes, XmlReader.open(bytes, "The KML", limits));
    }
    ArchiveGuard archive = ArchiveGuard.open(file, limits);
    try {
      ArchiveGuard.Entry entry = archive.find(document);
      long size = entry == null ? 0 : entry.bytes();
      CountingStream bytes = new CountingStream(archive.open(document), size);
      return new Opened(archive, bytes, XmlReader.open(bytes, document, limits));
    } catch (IOException | FormatException | RuntimeException e) {
      archive.close();
      throw e;
    }
  }
}
