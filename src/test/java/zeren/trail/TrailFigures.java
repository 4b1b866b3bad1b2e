package zeren.trail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import zeren.PostgisServer;

/**
 * Measures a trail of a million rows on both databases: what a row costs the change that it tells
 * of, how long each search takes, and the check of the whole chain. {@code bin/figures-trail} runs
 * it.
 */
final class TrailFigures {

  /** What was counted, so that the counting cannot be left out. */
  private static long found;

  private static final int AT_ONCE = 1_000;
  private static final int CHANGES = 300;
  private static final int RUNS = 5;

  private TrailFigures() {}

  public static void main(String[] arguments) throws IOException {
    int rows = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("zeren-trail");
    try {
      measure("H2GIS", List.of("--zeren.data=" + folder), rows);
      measure("PostGIS", PostgisServer.shared().freshDatabase(), rows);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
    System.exit(0);
  }

  private static void measure(String name, List<String> settings, int rows) {
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(TrailContract.Modules.class)
            .web(WebApplicationType.NONE)
            .run(settings.toArray(String[]::new))) {
      fill(context, rows);
      say("%s, %,d rows", name, rows);
      writes(context);
      TrailSearch trail = context.getBean(TrailSearch.class);
      search("newest page", () -> find(trail, filter(null, null, null, null)));
      search("of an account", () -> find(trail, filter("user17", null, null, null)));
      search("of a kind", () -> find(trail, filter(null, DeedKind.UNDO, null, null)));
      search("of an object", () -> find(trail, filter(null, null, "site-4711", null)));
      search("frequent words", () -> find(trail, filter(null, null, null, "工地")));
      search("words that one row has", () -> find(trail, filter(null, null, null, "needle")));
      search("words that no row has", () -> find(trail, filter(null, null, null, "nowhere")));
      Instant first = trail.find(1).orElseThrow().happenedAt();
      search("of a day far back", () -> find(trail, period(first, Duration.ofDays(1))));
      search("of the last day", () -> find(trail, period(last(trail), Duration.ofDays(-1))));
      search("accounts to choose from", () -> trail.actors().size());
      search("check of the whole", () -> context.getBean(TrailCheck.class).check(null).rows());
    }
  }

  private static Instant last(TrailSearch trail) {
    return trail.find(trail.head().id()).orElseThrow().happenedAt();
  }

  /** Rows as they come about: ten years of them. */
  private static void fill(ConfigurableApplicationContext context, int rows) {
    TransactionTemplate transaction = context.getBean(TransactionTemplate.class);
    TrailContract.HandClock clock = context.getBean(TrailContract.HandClock.class);
    for (int start = 0; start < rows; start += AT_ONCE) {
      int from = start;
      clock.pass(Duration.ofDays(3650).dividedBy(rows / AT_ONCE));
      transaction.executeWithoutResult(
          status -> {
            for (int i = from; i < Math.min(from + AT_ONCE, rows); i++) {
              context.publishEvent(deed(i, rows));
            }
          });
    }
  }

  private static Deed deed(int number, int rows) {
    DeedKind kind = number % 997 == 0 ? DeedKind.UNDO : DeedKind.EDIT;
    return Deed.of(kind, "user" + number % 60)
        .on("site", "site-" + number % 20_000)
        .in(number)
        .with("changed", 1)
        .with(
            "changes",
            List.of(
                java.util.Map.of(
                    "id",
                    "site-" + number % 20_000,
                    "field",
                    "name",
                    "before",
                    "施工工地 " + number,
                    "after",
                    number == rows / 3 ? "needle" : "施工工地 " + number + " 二期")));
  }

  /** A change of one row, with and without a deed, each in its transaction. */
  private static void writes(ConfigurableApplicationContext context) {
    JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
    TransactionTemplate transaction = context.getBean(TransactionTemplate.class);
    jdbc.execute("CREATE TABLE changed (id INTEGER PRIMARY KEY, many INTEGER)");
    jdbc.update("INSERT INTO changed VALUES (1, 0)");
    List<Double> without = new ArrayList<>();
    List<Double> with = new ArrayList<>();
    for (int i = 0; i < CHANGES; i++) {
      int number = i;
      without.add(millis(() -> change(transaction, jdbc, () -> {})));
      with.add(
          millis(() -> change(transaction, jdbc, () -> context.publishEvent(deed(number, 3)))));
    }
    say(
        "  a change without a deed %.2f ms, with one %.2f ms (medians of %d)",
        median(without), median(with), CHANGES);
  }

  private static long change(TransactionTemplate transaction, JdbcTemplate jdbc, Runnable last) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.update("UPDATE changed SET many = many + 1 WHERE id = 1");
          last.run();
        });
    return 1;
  }

  private static TrailFilter filter(
      @Nullable String actor,
      @Nullable DeedKind kind,
      @Nullable String object,
      @Nullable String words) {
    return new TrailFilter(
        actor,
        kind == null ? List.of() : List.of(kind.code()),
        object == null ? null : "site",
        object,
        null,
        null,
        words);
  }

  private static TrailFilter period(Instant end, Duration length) {
    Instant other = end.plus(length);
    boolean forward = other.isAfter(end);
    return new TrailFilter(
        null, List.of(), null, null, forward ? end : other, forward ? other : end, null);
  }

  /** A page and the count, as the page of the trail asks. */
  private static long find(TrailSearch trail, TrailFilter filter) {
    return trail.find(filter, null, 51).size() + trail.count(filter);
  }

  private static void search(String what, LongSupplier work) {
    double[] times = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      times[i] = millis(work);
    }
    say(
        "  %-26s first %9.1f ms, then %9.1f ms",
        what, times[0], Arrays.stream(times).skip(1).min().orElse(0));
  }

  private static double millis(LongSupplier work) {
    long begun = System.nanoTime();
    found += work.getAsLong();
    return (System.nanoTime() - begun) / 1e6;
  }

  private static double median(List<Double> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElse(0.0);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
