package zeren.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveGuardTest {

  private static final FormatLimits SMALL =
      new FormatLimits(1 << 20, 1000, 50, 10_000, 3 << 20, 100, 5);

  @TempDir Path folder;

  @Test
  void filesAreListedAndRead() throws Exception {
    Path file = Zips.zip().with("data/a.csv", "x,y").with("b.txt", "hello").in(folder);
    try (ArchiveGuard archive = ArchiveGuard.open(file, SMALL);
        InputStream in = archive.open("data/a.csv")) {
      assertThat(archive.entries())
          .extracting(ArchiveGuard.Entry::fileName)
          .containsExactly("a.csv", "b.txt");
      assertThat(in.readAllBytes()).asString().isEqualTo("x,y");
    }
  }

  @Test
  void whatMacOsAddsIsLeftOut() throws Exception {
    Path file = Zips.zip().with("a.shp", "1").with("__MACOSX/._a.shp", "2").in(folder);
    try (ArchiveGuard archive = ArchiveGuard.open(file, SMALL)) {
      assertThat(archive.entries()).extracting(ArchiveGuard.Entry::name).containsExactly("a.shp");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GBK", "UTF-8"})
  void namesAreReadAlsoWithoutTheirEncoding(String charset) throws Exception {
    Path file =
        Zips.zip().with("郑州工地.shp", "1").namesUnmarkedIn(Charset.forName(charset)).in(folder);
    try (ArchiveGuard archive = ArchiveGuard.open(file, SMALL)) {
      assertThat(archive.find("郑州工地.shp")).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a.shp", "/etc/a.shp", "data/../../a.shp", "C:/a.shp"})
  void namesThatLeadOutAreRefused(String name) throws IOException {
    assertThat(refusal(Zips.zip().with(name, "1").in(folder)).code()).isEqualTo("zip-name");
  }

  @Test
  void backslashesInNamesAreRefused() throws IOException {
    byte[] archive =
        Zips.replaced(
            Zips.zip().with("..Xa.shp", "1").bytes(), ascii("..Xa.shp"), ascii("..\\a.shp"));
    assertThat(refusal(write(archive)).code()).isEqualTo("zip-name");
  }

  @Test
  void twoEntriesOfOneNameAreRefused() throws IOException {
    byte[] archive =
        Zips.replaced(
            Zips.zip().with("a.shp", "1").with("b.shp", "2").bytes(),
            ascii("b.shp"),
            ascii("a.shp"));
    FormatException refusal = refusal(write(archive));
    assertThat(refusal.code()).isEqualTo("zip-duplicate");
    assertThat(refusal.location()).isEqualTo("a.shp");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inner.zip", "INNER.ZIP", "inner.rar", "inner.kmz"})
  void archivesInsideAreRefusedByName(String name) throws IOException {
    assertThat(refusal(Zips.zip().with(name, "1").in(folder)).code()).isEqualTo("zip-nested");
  }

  @Test
  void anArchiveUnderAnotherNameIsRefusedWhenItIsOpened() throws Exception {
    Path file = Zips.zip().with("a.shp", Zips.zip().with("b", "1").bytes()).in(folder);
    try (ArchiveGuard archive = ArchiveGuard.open(file, SMALL)) {
      FormatException refusal =
          catchThrowableOfType(FormatException.class, () -> archive.open("a.shp"));
      assertThat(refusal.code()).isEqualTo("zip-nested");
    }
  }

  @Test
  void tooTightlyPackedIsRefused() throws IOException {
    FormatException refusal = refusal(Zips.zip().with("a.shp", new byte[2 << 20]).in(folder));
    assertThat(refusal.code()).isEqualTo("zip-ratio");
    assertThat(refusal).hasMessageContaining("up to 100 is read");
  }

  @Test
  void tooMuchUnpackedIsRefused() throws IOException {
    Zips zip = Zips.zip();
    for (int i = 0; i < 4; i++) {
      zip.with("a" + i, new byte[1 << 20]);
    }
    assertThat(refusal(zip.in(folder)).code()).isEqualTo("zip-unpacked");
  }

  @Test
  void tooManyEntriesAreRefused() throws IOException {
    Zips zip = Zips.zip();
    for (int i = 0; i < 6; i++) {
      zip.with("a" + i, "1");
    }
    assertThat(refusal(zip.in(folder)))
        .hasMessageContaining("at least 6 entries; up to 5 are read");
  }

  @Test
  void encryptedEntriesAreRefused() throws IOException {
    byte[] archive = Zips.zip().with("a.shp", "1").bytes();
    // Bit 0 of the flags, in the directory: "PK 1 2", two versions of 2 bytes, flags.
    int directory = indexOf(archive, new byte[] {'P', 'K', 1, 2});
    archive[directory + 8] |= 1;
    assertThat(refusal(write(archive)).code()).isEqualTo("zip-encrypted");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 60, 100})
  void whatIsCutOffIsRefused(int missing) throws IOException {
    byte[] archive = Zips.zip().with("a.shp", "some text to be packed").bytes();
    byte[] cut = Arrays.copyOf(archive, archive.length - missing);
    assertThat(refusal(write(cut)).code()).isEqualTo("zip-damaged");
  }

  @Test
  void anEntryThatIsLongerThanItSaysIsStopped() throws Exception {
    byte[] archive = Zips.zip().with("a.shp", "z".repeat(5000)).bytes();
    int directory = indexOf(archive, new byte[] {'P', 'K', 1, 2});
    archive[directory + 24] = 100;
    archive[directory + 25] = 0;
    assertThat(readingRefusal(archive, "a.shp").code()).isEqualTo("zip-size");
  }

  @Test
  void anEntryWhoseContentIsDamagedIsNotReadToItsEnd() throws Exception {
    byte[] archive = Zips.zip().with("a.shp", "z".repeat(5000)).bytes();
    int directory = indexOf(archive, new byte[] {'P', 'K', 1, 2});
    archive[directory + 16] ^= 1;
    assertThat(readingRefusal(archive, "a.shp").code()).isEqualTo("zip-damaged");
  }

  private FormatException readingRefusal(byte[] archive, String name) throws Exception {
    try (ArchiveGuard guard = ArchiveGuard.open(write(archive), SMALL);
        InputStream in = guard.open(name)) {
      return Objects.requireNonNull(
          RefusedReadException.refusalIn(catchThrowable(in::readAllBytes)));
    }
  }

  private static FormatException refusal(Path file) {
    return catchThrowableOfType(FormatException.class, () -> ArchiveGuard.open(file, SMALL));
  }

  private Path write(byte[] archive) throws IOException {
    return Files.write(Files.createTempFile(folder, "archive", ".zip"), archive);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .indexOf(new String(part, StandardCharsets.ISO_8859_1));
  }
}
