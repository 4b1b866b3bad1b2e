package zeren.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A zip archive that was looked through before anything in it is unpacked. What its directory
 * promises is checked when it is opened, and held to while an entry is read.
 */
final class ArchiveGuard implements Closeable {

  /** Up to this size an entry may be packed as tightly as it likes. */
  static final long FREE_OF_RATIO = 1 << 20;

  private final ZipFile zip;
  private final FormatLimits limits;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, ZipArchiveEntry> packed = new LinkedHashMap<>();

  private ArchiveGuard(ZipFile zip, FormatLimits limits) {
    this.zip = zip;
    this.limits = limits;
  }

  /**
   * A file in the archive.
   *
   * @param name its path in the archive, with slashes
   * @param packedBytes its size in the archive
   * @param bytes its size unpacked
   */
  record Entry(String name, long packedBytes, long bytes) {

    /** The name without folders. */
    String fileName() {
      return name.substring(name.lastIndexOf('/') + 1);
    }
  }

  /**
   * Opens an archive and checks its directory.
   *
   * @throws FormatException when it is damaged, encrypted, too large unpacked, packed suspiciously
   *     tightly, or has names that lead out of it
   */
  static ArchiveGuard open(Path file, FormatLimits limits) throws IOException, FormatException {
    ZipDirectory.check(file, limits);
    ZipFile zip = null;
    try {
      zip = ZipFile.builder().setPath(file).get();
      ArchiveGuard guard = new ArchiveGuard(zip, limits);
      guard.lookThrough();
      zip = null;
      return guard;
    } catch (IOException | RuntimeException e) {
      throw damaged(null);
    } finally {
      if (zip != null) {
        zip.close();
      }
    }
  }

  /** The files in it, in the archive's order; folders and what macOS adds are left out. */
  Collection<Entry> entries() {
    return Collections.unmodifiableCollection(entries.values());
  }

  /** The entry of exactly this name, or null. */
  @Nullable Entry find(String name) {
    return entries.get(name);
  }

  /**
   * The content of an entry. Reading fails with an {@link IOException} that {@link
   * RefusedReadException#refusalIn} understands when the entry is not what the directory says.
   *
   * @throws FormatException when there is no such entry, or it is an archive itself
   */
  InputStream open(String name) throws IOException, FormatException {
    ZipArchiveEntry entry = packed.get(name);
    if (entry == null) {
      throw new FormatException("missing-part", "The archive has no " + name, name);
    }
    try {
      return new GuardedEntryStream(zip.getInputStream(entry), name, entry);
    } catch (IOException | RuntimeException e) {
      throw damaged(name);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  static FormatException damaged(@Nullable String name) {
    return new FormatException(
        "zip-damaged",
        (name == null ? "The archive" : "The entry " + name)
            + " is damaged or incomplete; upload the file once more, or pack it again",
        name);
  }

  private void lookThrough() throws FormatException {
    Set<String> seen = new HashSet<>();
    long total = 0;
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      String name = ZipNames.checked(entry);
      if (!seen.add(name.toLowerCase(Locale.ROOT))) {
        throw new FormatException(
            "zip-duplicate", "The archive has the entry " + name + " twice", name);
      }
      check(entry, name);
      total += entry.getSize();
      if (seen.size() > limits.zipEntries()) {
        throw ZipDirectory.tooMany(seen.size(), limits);
      }
      if (total > limits.unpackedBytes()) {
        throw new FormatException(
            "zip-unpacked",
            "The archive unpacks to more than " + limits.unpackedBytes() + " bytes",
            name);
      }
      if (!entry.isDirectory() && !ZipNames.addedByMacOs(name)) {
        entries.put(name, new Entry(name, entry.getCompressedSize(), entry.getSize()));
        packed.put(name, entry);
      }
    }
  }

  private void check(ZipArchiveEntry entry, String name) throws FormatException {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new FormatException(
          "zip-encrypted", "The entry " + name + " is encrypted; pack it without a password", name);
    }
    if (entry.isUnixSymlink()) {
      throw new FormatException("zip-link", "The entry " + name + " is a symbolic link", name);
    }
    if (ZipNames.isArchive(name)) {
      throw new FormatException(
          "zip-nested", "The archive holds another one, " + name + "; unpack that first", name);
    }
    if (!zip.canReadEntryData(entry)) {
      throw new FormatException(
          "zip-method",
          "The entry " + name + " is packed in a way that is not read; pack it with Deflate",
          name);
    }
    long packedBytes = Math.max(1, entry.getCompressedSize());
    if (entry.getSize() > FREE_OF_RATIO && entry.getSize() / packedBytes > limits.zipRatio()) {
      throw new FormatException(
          "zip-ratio",
          "The entry %s unpacks to %d times its size; up to %d is read"
              .formatted(name, entry.getSize() / packedBytes, limits.zipRatio()),
          name);
    }
  }
}
