package zeren.database;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code bin/run copy}: moves everything from one database to another. */
public final class CopyCommand {

  private static final String USAGE =
      """
      bin/run copy --from PLACE --to PLACE
        PLACE is jdbc:postgresql://HOST:PORT/DATABASE, a jdbc:h2: address, or the data folder of a Zeren.
        Users and passwords are taken from ZEREN_FROM_USER, ZEREN_FROM_PASSWORD, ZEREN_TO_USER, ZEREN_TO_PASSWORD.""";

  private CopyCommand() {}

  /**
   * @param arguments without the word {@code copy}
   * @return the exit code: 0 when everything was moved, 1 when nothing was, 2 for wrong arguments
   */
  public static int run(
      List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    Map<String, String> places = new HashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      String option = arguments.get(i);
      if (!List.of("--from", "--to").contains(option) || i + 1 == arguments.size()) {
        err.println(USAGE);
        return option.equals("--help") ? 0 : 2;
      }
      places.put(option, arguments.get(i + 1));
    }
    String from = places.get("--from");
    String to = places.get("--to");
    if (from == null || to == null) {
      err.println(USAGE);
      return 2;
    }
    try {
      DatabaseCopy copy =
          new DatabaseCopy(
              DatabaseAddress.of(from, "FROM", environment),
              DatabaseAddress.of(to, "TO", environment),
              out::println);
      print(copy.run(), out);
      return 0;
    } catch (CopyException e) {
      err.println("Not copied. " + e.getMessage());
      return 1;
    }
  }

  private static void print(List<DatabaseCopy.Moved> tables, PrintStream out) {
    out.printf("%-24s %12s  %s%n", "table", "rows", "checksum");
    for (DatabaseCopy.Moved table : tables) {
      out.printf(
          "%-24s %,12d  %s%n", table.table(), table.rows(), table.checksum().substring(0, 32));
    }
    out.println("Copied, read again and found equal.");
  }
}
