package zeren.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;

/** Uses everything in a Java of its own and looks at the classes that it loaded. */
class EpsgDatabaseTest {

  @Test
  void isNeverOpened(@TempDir Path folder) throws IOException, InterruptedException {
    Path classes = folder.resolve("classes.txt");
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + classes,
                "-Djava.util.prefs.userRoot=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                EverythingMain.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(output)).isZero();
    List<String> loaded = Files.readAllLines(classes);
    assertThat(loaded).anyMatch(line -> line.contains("zeren.geo.SquareGrid "));
    assertThat(loaded)
        .anyMatch(
            line -> line.contains("org.geotools.referencing.operation.projection.Transverse"));
    assertThat(loaded).noneMatch(line -> line.contains("org.hsqldb."));
    assertThat(loaded).noneMatch(line -> line.contains("java.sql.DriverManager"));
  }

  /** Runs in the other Java. */
  static final class EverythingMain {

    private EverythingMain() {}

    public static void main(String[] args) {
      for (String code : CoordinateSystem.supported()) {
        CoordinateSystem system = CoordinateSystem.parse(code);
        double lon =
            code.startsWith("EPSG:45") ? meridian(Integer.parseInt(code.substring(5))) : 113;
        double[] xy = system.fromCanonical(lon, 34);
        LonLat back = system.toCanonical(xy[0], xy[1]);
        if (Math.abs(back.lon() - lon) > 1e-9 || Math.abs(back.lat() - 34) > 1e-9) {
          throw new AssertionError(code + " came back as " + back);
        }
      }
      if (SquareGrid.over(new Envelope(113, 114, 34, 35), 10_000).isEmpty()) {
        throw new AssertionError("no grid");
      }
    }

    private static double meridian(int epsg) {
      return 75 + 3 * ((epsg - 4513) % 21);
    }
  }
}
