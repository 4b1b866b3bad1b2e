package zeren.format;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Good files with some bytes changed, cut out or doubled: read, or refused, and nothing else. */
class MutatedFilesTest {

  private static final int TIMES = 400;
  private static final String CSV =
      "名称,区县,经度,纬度\n\"大河\n工地\",中原区,113.65,34.76\n'二七',\"二七,区\",113,\"34\"\n";
  private static final String FEATURE =
      "{\"type\":\"Feature\",\"id\":7,\"properties\":{\"名称\":\"大河\",\"n\":1.5,\"t\":[1,{}]},"
          + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}}";

  @TempDir Path folder;

  @Test
  void csv() throws IOException {
    readMutated(CSV.getBytes(StandardCharsets.UTF_8), 1);
    readMutated(CSV.getBytes(TextEncoding.GB18030), 2);
    readMutated(("\ufeff" + CSV).getBytes(StandardCharsets.UTF_16LE), 3);
  }

  @Test
  void geoJson() throws IOException {
    String collection =
        "{\"type\":\"FeatureCollection\",\"crs\":{\"properties\":{\"name\":\"EPSG:4490\"}},"
            + "\"features\":["
            + FEATURE
            + ","
            + FEATURE
            + "]}";
    readMutated(collection.getBytes(StandardCharsets.UTF_8), 4);
    readMutated((FEATURE + "\n" + FEATURE + "\n").getBytes(StandardCharsets.UTF_8), 5);
  }

  @Test
  void workbook() throws IOException {
    Zips workbook =
        Workbooks.of(
            Workbooks.row(1, "名称", "坐标", null, "日期")
                + Workbooks.row(2, null, "经度", "纬度")
                + Workbooks.row(3, "甲", 113.6, 34.7, 1)
                + "<row r='4'><c r='D4' s='1'><v>43525</v></c><c t='s'><v>1</v></c></row>",
            "B1:C1",
            "A3:A4");
    // Stored, so that changed bytes reach the XML; its checksum would stop them otherwise.
    byte[] plain = workbook.stored().bytes();
    readMutated(plain, 6);
    for (String part : List.of("sheet1.xml", "styles.xml", "workbook.xml", "sharedStrings.xml")) {
      mutateInside(workbook, part);
    }
  }

  private void mutateInside(Zips workbook, String part) throws IOException {
    Random random = new Random(part.hashCode());
    for (int i = 0; i < TIMES / 2; i++) {
      read(workbook.changed(part, content -> mutated(content, random)).bytes(), part + " " + i);
    }
  }

  private void readMutated(byte[] good, long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < TIMES; i++) {
      read(mutated(good, random), "seed " + seed + ", time " + i);
    }
  }

  private void read(byte[] bytes, String which) throws IOException {
    Path file = Files.write(folder.resolve("mutated"), bytes);
    assertThatCode(
            () -> {
              try {
                Tables.read(file);
              } catch (FormatException refused) {
                // As it may be.
              }
            })
        .as(which)
        .doesNotThrowAnyException();
  }

  private static byte[] mutated(byte[] good, Random random) {
    byte[] bytes = good.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      int length = Math.min(random.nextInt(30), bytes.length - at);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) "\"<>&{}[],;\n\r\0'=/9".charAt(random.nextInt(17));
        case 2 -> System.arraycopy(bytes, at, bytes, random.nextInt(bytes.length - length), length);
        default -> bytes = without(bytes, at, length);
      }
    }
    return bytes;
  }

  private static byte[] without(byte[] bytes, int at, int length) {
    if (length == bytes.length) {
      return bytes;
    }
    byte[] rest = Arrays.copyOf(bytes, bytes.length - length);
    System.arraycopy(bytes, at + length, rest, at, bytes.length - at - length);
    return rest;
  }
}
