package zeren.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Archives for tests, also such as no sane program writes. */
public final class Zips {

  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private Charset names = StandardCharsets.UTF_8;
  private boolean namesMarked = true;
  private int level = Deflater.DEFAULT_COMPRESSION;

  public static Zips zip() {
    return new Zips();
  }

  public Zips with(String name, String text) {
    return with(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public Zips with(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  /** Another archive in which the content of entries whose name ends so is changed. */
  Zips changed(String nameEnd, UnaryOperator<byte[]> change) {
    Zips other = new Zips();
    entries.forEach(
        (name, content) ->
            other.with(name, name.endsWith(nameEnd) ? change.apply(content) : content));
    return other;
  }

  /** Names in this charset, without saying so. */
  Zips namesUnmarkedIn(Charset charset) {
    names = charset;
    namesMarked = false;
    return this;
  }

  /** Not made smaller, so that it is no smaller unpacked. */
  Zips stored() {
    level = Deflater.NO_COMPRESSION;
    return this;
  }

  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
      out.setLevel(level);
      out.setEncoding(names.name());
      out.setUseLanguageEncodingFlag(namesMarked);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipArchiveEntry header = new ZipArchiveEntry(entry.getKey());
        out.putArchiveEntry(header);
        out.write(entry.getValue());
        out.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  Path in(Path folder) throws IOException {
    return Files.write(Files.createTempFile(folder, "archive", ".zip"), bytes());
  }

  /** The archive with one sequence of bytes in place of another, wherever it stands. */
  static byte[] replaced(byte[] archive, byte[] from, byte[] to) {
    String text = new String(archive, StandardCharsets.ISO_8859_1);
    return text.replace(
            new String(from, StandardCharsets.ISO_8859_1),
            new String(to, StandardCharsets.ISO_8859_1))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
