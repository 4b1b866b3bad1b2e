package zeren.responsibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filter as the condition of a statement.
 *
 * @param condition what stands after WHERE
 * @param parameters what is bound in it, by name
 */
record FindingQuery(String condition, Map<String, Object> parameters) {

  static FindingQuery of(FindingFilter filter) {
    Building building = new Building();
    building.in("kind", filter.kinds().stream().map(FindingKind::code).toList());
    building.in("state", filter.states().stream().map(FindingState::code).toList());
    building.equal("layer", filter.layer());
    building.equal("level", filter.level());
    building.equal("role", filter.role());
    building.equal("verdict", filter.verdict());
    building.add("(district = :district OR dev_zone = :district)", "district", filter.district());
    if (filter.fresh()) {
      building.conditions.add(
          "first_run = (SELECT MAX(id) FROM audit_run WHERE audit_run.state = 'done')");
    }
    String words = filter.words();
    building.add(
        "words LIKE :words ESCAPE '!'", "words", words == null ? null : "%" + plain(words) + "%");
    return new FindingQuery(
        building.conditions.isEmpty() ? "1 = 1" : String.join(" AND ", building.conditions),
        building.parameters);
  }

  private static String plain(String words) {
    return lower(words).replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  /** How words are kept and sought. */
  static String lower(String words) {
    return words.toLowerCase(Locale.ROOT);
  }

  private static final class Building {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private void add(String condition, String name, @Nullable Object value) {
      if (value != null) {
        conditions.add(condition);
        parameters.put(name, value);
      }
    }

    private void equal(String column, @Nullable String value) {
      add("%1$s = :%1$s".formatted(column), column, value);
    }

    private void in(String column, List<String> values) {
      add("%1$s IN (:%1$s)".formatted(column), column, values.isEmpty() ? null : values);
    }
  }
}
