package zeren.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * Does the same work with Zeren and with PostGIS on the same data, prints how long each took and
 * whether the answers are the same; ends with 1 when they are not. {@code bin/bench} runs it.
 */
final class Bench {

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    boolean quick = List.of(arguments).contains("--quick");
    Path folder = Files.createTempDirectory(Path.of("target"), "bench-").toAbsolutePath();
    Report report = new Report();
    try {
      measure(folder, quick, report);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
    // PostGIS ends with this process.
    System.exit(report.isGood() ? 0 : 1);
  }

  private static void measure(Path folder, boolean quick, Report report) throws Exception {
    int sites = quick ? 100_000 : 1_000_000;
    int stations = quick ? 500 : 2000;
    Path city = folder.resolve("city");
    Files.createDirectories(city);
    long begun = System.nanoTime();
    BenchCity.recordSites(city, sites);
    report.title("Data");
    report.figure("sites recorded in Zeren", "%.1f s", (System.nanoTime() - begun) / 1e9);
    MemoryWork.run(folder.resolve("empty"), city, sites, report);
    BenchCity views = BenchCity.recordRest(city, stations);
    report.title("Beside PostGIS");
    begun = System.nanoTime();
    try (BenchDatabase database = new BenchDatabase(views)) {
      report.figure("loaded and indexed in PostGIS", "%.1f s", (System.nanoTime() - begun) / 1e9);
      report.figure(
          "on",
          "%d cores, Java %s, %s",
          Runtime.getRuntime().availableProcessors(),
          Runtime.version(),
          database.version());
      NearWork.run(views, database, report);
      WhoWork.run(views, database, quick ? 10_000 : 100_000, report);
      TileWork.run(views, database, report);
      FilterWork.run(views, database, report);
    }
    TileWork.largest(views, quick ? 12 : 14, report);
    GrowthWork.run(
        views, quick ? List.of(1_000, 10_000, 100_000) : List.of(10_000, 100_000, 1_000_000), report);
    ServerWork.run(city, folder, quick, report);
    report.hold("all answers", report.isGood(), report.isGood() ? "as they should be" : "see above");
  }
}
