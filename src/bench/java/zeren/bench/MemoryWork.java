package zeren.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Resident memory of servers in processes of their own. Java keeps free room in its heap for what
 * may come; here it is told to keep little, so that what is resident is what is needed.
 */
final class MemoryWork {

  private static final long PATIENCE_SECONDS = 600;
  private static final double MOST_MEGABYTES = 200;

  private MemoryWork() {}

  static void run(Path empty, Path sites, int count, Report report) throws Exception {
    report.title("Resident memory of a server, after a collection");
    Files.createDirectories(empty);
    double without = resident(empty);
    double with = resident(sites);
    report.figure("an empty server", "%.0f MB", without);
    report.figure("one with %,d sites".formatted(count), "%.0f MB", with);
    report.hold("the difference", with - without <= MOST_MEGABYTES, "%.0f MB", with - without);
  }

  private static double resident(Path folder) throws Exception {
    Process server =
        new ProcessBuilder(
                "java",
                "-XX:MinHeapFreeRatio=5",
                "-XX:MaxHeapFreeRatio=10",
                "-jar",
                "target/zeren.jar",
                "--server.port=0",
                "--zeren.data=" + folder,
                "--zeren.reference=false")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      awaitReady(server);
      for (int i = 0; i < 2; i++) {
        new ProcessBuilder("jcmd", String.valueOf(server.pid()), "GC.run")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
      }
      return settled(server.pid());
    } finally {
      server.destroy();
      server.waitFor(30, TimeUnit.SECONDS);
    }
  }

  /** Java gives memory back little by little after a collection. */
  private static double settled(long pid) throws IOException, InterruptedException {
    double before = Double.MAX_VALUE;
    double now = megabytes(pid);
    while (before - now > 1) {
      Thread.sleep(1000);
      before = now;
      now = megabytes(pid);
    }
    return now;
  }

  private static double megabytes(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum()
        / 1024.0;
  }

  private static void awaitReady(Process server) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    @Nullable String line = "";
    while (line != null && !line.startsWith("Zeren is ready") && System.nanoTime() < end) {
      line = server.inputReader().readLine();
    }
    if (line == null || !line.startsWith("Zeren is ready")) {
      throw new IllegalStateException("The server did not get ready");
    }
  }
}
