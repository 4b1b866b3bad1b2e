package zeren.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** Names of the entries of a zip archive. */
final class ZipNames {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
  private static final List<String> ARCHIVES =
      List.of(".zip", ".kmz", ".rar", ".7z", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".jar");

  /** Documents put into a workbook; nobody opens them. */
  private static final String EMBEDDED_IN_WORKBOOK = "xl/embeddings/";

  private ZipNames() {}

  /**
   * The name of an entry, as UTF-8 where it says so or is, else as GBK, which Chinese Windows
   * writes without saying so.
   *
   * @throws FormatException when it is no path inside the archive
   */
  static String checked(ZipArchiveEntry entry) throws FormatException {
    String name = decoded(entry);
    boolean leadsOut =
        name.isEmpty()
            || name.startsWith("/")
            || name.contains("\\")
            || name.indexOf('\0') >= 0
            || DRIVE.matcher(name).matches()
            || Arrays.asList(name.split("/")).contains("..");
    if (leadsOut) {
      throw new FormatException(
          "zip-name",
          "The archive names an entry '"
              + name.replace('\0', '?')
              + "', which leads out of it; pack the files without their folders",
          name);
    }
    return name;
  }

  /** Whether a file of this name is an archive. */
  static boolean isArchive(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !lower.startsWith(EMBEDDED_IN_WORKBOOK) && ARCHIVES.stream().anyMatch(lower::endsWith);
  }

  static boolean addedByMacOs(String name) {
    return name.startsWith("__MACOSX/") || name.endsWith(".DS_Store");
  }

  private static String decoded(ZipArchiveEntry entry) throws FormatException {
    byte[] raw = entry.getRawName();
    if (raw == null || entry.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD) {
      return entry.getName();
    }
    try {
      return strict(raw, StandardCharsets.UTF_8);
    } catch (CharacterCodingException notUtf8) {
      try {
        return strict(raw, GB18030);
      } catch (CharacterCodingException notGbk) {
        throw new FormatException(
            "zip-name", "The name of an entry is neither UTF-8 nor GBK; pack it again", null);
      }
    }
  }

  private static String strict(byte[] raw, Charset charset) throws CharacterCodingException {
    return charset.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
  }
}
