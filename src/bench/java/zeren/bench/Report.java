package zeren.bench;

import java.util.Locale;

/** Prints what was measured, a line a work, and remembers whether all answers were the same. */
final class Report {

  private boolean same = true;

  /** Runs something for its effects. */
  interface Work {
    void run() throws Exception;
  }

  void title(String title) {
    System.out.println();
    System.out.println(title);
  }

  /** A figure that has no other beside it. */
  void figure(String what, String format, Object... values) {
    System.out.println(
        String.format(Locale.ROOT, "  %-52s %s", what, String.format(Locale.ROOT, format, values)));
  }

  /** Seconds of both for the same work. */
  void compare(String what, double zeren, double postgis) {
    figure(
        what,
        "Zeren %12.3f ms   PostGIS %12.3f ms   %8.1f ×",
        zeren * 1e3,
        postgis * 1e3,
        postgis / zeren);
  }

  /** Whether both gave the same answer. */
  void same(String what, boolean equal, String format, Object... values) {
    same &= equal;
    figure(
        what,
        "%s: %s",
        equal ? "the same" : "DIFFERENT",
        String.format(Locale.ROOT, format, values));
  }

  /** Something that must hold besides. */
  void hold(String what, boolean holds, String format, Object... values) {
    same &= holds;
    figure(
        what, "%s%s", holds ? "" : "FAILED: ", String.format(Locale.ROOT, format, values));
  }

  boolean isGood() {
    return same;
  }

  /** Seconds of the fastest of some runs, after others to warm up. */
  static double best(int warm, int runs, Work work) throws Exception {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < warm + runs; i++) {
      long begun = System.nanoTime();
      work.run();
      double seconds = (System.nanoTime() - begun) / 1e9;
      best = i < warm ? best : Math.min(best, seconds);
    }
    return best;
  }
}
