package zeren.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code authorisation.csv} says: for a path and a method, how each viewer is answered. A line
 * whose path ends with a star of its own, as in {@code /api/*}, is about the methods that nothing
 * is registered for.
 */
final class AuthorisationTable {

  private static final Path FILE = Path.of("src/test/resources/authorisation.csv");

  private final List<String> viewers;
  private final List<Line> lines = new ArrayList<>();
  private final Set<Line> used = new LinkedHashSet<>();

  /**
   * @param method of the request; a star stands for all that have no line of their own
   * @param path as it is registered, or the beginning of paths and a star
   * @param request the address that is asked for, with names for what has to be made for it
   * @param body the name of what is sent; empty for nothing
   * @param answers one for each viewer: the status, and a star when the answer holds a secret
   */
  record Line(String method, String path, String request, String body, List<String> answers) {

    boolean isAbout(String someMethod) {
      return method.equals(someMethod) || method.equals("*");
    }

    /** What may be asked of a path with a method that is not registered. */
    boolean isRuleFor(String someMethod, String somePath) {
      return isAbout(someMethod)
          && path.endsWith("*")
          && !path.endsWith("**")
          && somePath.startsWith(path.substring(0, path.length() - 1));
    }

    Line withAnswers(List<String> others) {
      return new Line(method, path, request, body, others);
    }

    @Override
    public String toString() {
      return String.join(",", method, path, request, body) + "," + String.join(",", answers);
    }
  }

  AuthorisationTable() {
    try {
      List<List<String>> rows =
          Files.readAllLines(FILE).stream()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> Arrays.stream(line.split(",", -1)).map(String::trim).toList())
              .toList();
      List<String> heading = rows.get(0);
      viewers = heading.subList(4, heading.size());
      for (List<String> row : rows.subList(1, rows.size())) {
        lines.add(
            new Line(row.get(0), row.get(1), row.get(2), row.get(3), row.subList(4, row.size())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> viewers() {
    return viewers;
  }

  /** The line of a registered path; HEAD is answered as GET, without a body. */
  Optional<Line> find(String method, String path) {
    Optional<Line> found =
        lines.stream().filter(line -> line.path().equals(path) && line.isAbout(method)).findFirst();
    if (method.equals("HEAD") && found.isEmpty()) {
      found =
          find("GET", path)
              .map(
                  line -> new Line("HEAD", path, line.request(), "", withoutStars(line.answers())));
    }
    found.ifPresent(used::add);
    return found;
  }

  private static List<String> withoutStars(List<String> answers) {
    return answers.stream().map(answer -> answer.replace("*", "")).toList();
  }

  /** What is said of a method that is not registered for a path, with an address of that path. */
  Optional<Line> findRule(String method, String path) {
    Optional<Line> rule = lines.stream().filter(line -> line.isRuleFor(method, path)).findFirst();
    rule.ifPresent(used::add);
    return rule.map(line -> new Line(method, path, address(path), line.body(), line.answers()));
  }

  private String address(String path) {
    return lines.stream()
        .filter(line -> line.path().equals(path))
        .map(Line::request)
        .findFirst()
        .orElseThrow(() -> new AssertionError("No line has an address of " + path));
  }

  /** Lines about nothing that is there. */
  List<Line> unused() {
    return lines.stream().filter(line -> !used.contains(line)).toList();
  }
}
