package zeren.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of one request. Every method either returns a usable value or throws a
 * {@link ProblemException} that names the parameter and what would be right.
 */
public final class QueryParameters {

  private final Map<String, String[]> values;

  public QueryParameters(Map<String, String[]> values) {
    this.values = values;
  }

  /**
   * @throws ProblemException 400 when one holds the character NUL, which no text in a database can
   */
  public static QueryParameters of(HttpServletRequest request) {
    Map<String, String[]> values = request.getParameterMap();
    values.forEach(
        (name, given) -> {
          if (Arrays.stream(given).anyMatch(value -> value.indexOf(0) >= 0)) {
            throw ProblemException.badParameter(
                name, "Parameter '" + name + "' holds the character NUL; leave it out.");
          }
        });
    return new QueryParameters(values);
  }

  /**
   * Refuses every parameter that is not in the list, so that a misspelt one is never silently
   * ignored.
   */
  public void allowOnly(Collection<String> allowed) {
    Set<String> known = new LinkedHashSet<>(allowed);
    for (String name : new TreeSet<>(values.keySet())) {
      if (!known.contains(name)) {
        throw ProblemException.badParameter(
            name,
            known.isEmpty()
                ? "Unknown parameter '" + name + "': this path takes none."
                : "Unknown parameter '" + name + "'. Known here: " + String.join(", ", known) + ".",
            known);
      }
    }
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The trimmed value, or null when the parameter is missing. Empty or repeated: refused. */
  public @Nullable String findText(String name) {
    String[] given = values.get(name);
    if (given == null || given.length == 0) {
      return null;
    }
    if (given.length > 1) {
      throw ProblemException.badParameter(
          name, "Parameter '" + name + "' is given " + given.length + " times; give it once.");
    }
    String value = given[0].trim();
    if (value.isEmpty()) {
      throw ProblemException.badParameter(
          name, "Parameter '" + name + "' is empty; give a value or leave it out.");
    }
    return value;
  }

  /**
   * The values of a comma-separated list without duplicates, empty when the parameter is missing.
   */
  public List<String> list(String name) {
    String value = findText(name);
    if (value == null) {
      return List.of();
    }
    List<String> items = new ArrayList<>();
    for (String item : Arrays.stream(value.split(",", -1)).map(String::trim).distinct().toList()) {
      if (item.isEmpty()) {
        throw ProblemException.badParameter(
            name, "Parameter '" + name + "' has an empty entry in its list '" + value + "'.");
      }
      items.add(item);
    }
    return items;
  }

  /** One of a closed list of words. */
  public String choice(String name, List<String> allowed, String otherwise) {
    String value = findText(name);
    if (value == null) {
      return otherwise;
    }
    if (!allowed.contains(value)) {
      throw ProblemException.badParameter(
          name,
          "Parameter '%s' is '%s'; it must be one of %s."
              .formatted(name, value, String.join(", ", allowed)),
          allowed);
    }
    return value;
  }

  /** A finite number within bounds, both included; empty when the parameter is missing. */
  public OptionalDouble findNumber(String name, double least, double most, String unit) {
    String text = findText(name);
    if (text == null) {
      return OptionalDouble.empty();
    }
    double value = parse(name, text, unit);
    if (value < least || value > most) {
      throw ProblemException.badParameter(
          name,
          "Parameter '%s' is %s; it must be from %s to %s %s."
              .formatted(name, text, plain(least), plain(most), unit));
    }
    return OptionalDouble.of(value);
  }

  /** A finite number without bounds; empty when the parameter is missing. */
  public OptionalDouble findNumber(String name, String unit) {
    String text = findText(name);
    return text == null ? OptionalDouble.empty() : OptionalDouble.of(parse(name, text, unit));
  }

  /** A whole number within bounds, both included. */
  public int wholeNumber(String name, int least, int most, int otherwise) {
    OptionalDouble value = findNumber(name, least, most, "in whole numbers");
    if (value.isEmpty()) {
      return otherwise;
    }
    if (value.getAsDouble() != Math.rint(value.getAsDouble())) {
      throw ProblemException.badParameter(
          name, "Parameter '" + name + "' must be a whole number, such as " + otherwise + ".");
    }
    return (int) value.getAsDouble();
  }

  /** An ISO 8601 day that exists in the calendar, or null when the parameter is missing. */
  public @Nullable LocalDate findDate(String name) {
    String text = findText(name);
    if (text == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() < 1 || day.getYear() > 9999) {
        throw ProblemException.badParameter(
            name, "Parameter '" + name + "' must lie in the years 0001 to 9999.");
      }
      return day;
    } catch (DateTimeParseException e) {
      throw ProblemException.badParameter(
          name,
          "Parameter '%s' is '%s'; it must be a day that exists, written like 2026-11-22."
              .formatted(name, text));
    }
  }

  private static double parse(String name, String text, String unit) {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value) && text.matches("[-+0-9.eE]+")) {
        return value;
      }
    } catch (NumberFormatException e) {
      // refused below, in the same words as an infinite number
    }
    throw ProblemException.badParameter(
        name, "Parameter '%s' is '%s'; it must be a number (%s).".formatted(name, text, unit));
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
  }
}
