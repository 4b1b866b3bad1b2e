package zeren.trail;

import java.time.Instant;
import java.time.ZoneOffset;
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
record TrailQuery(String condition, Map<String, Object> parameters) {

  /**
   * @param before only rows of smaller numbers; null for all
   */
  static TrailQuery of(TrailFilter filter, @Nullable Long before) {
    Building building = new Building();
    building.add("id < :before", "before", before);
    building.add("actor = :actor", "actor", filter.actor());
    building.add("kind IN (:kinds)", "kinds", filter.kinds().isEmpty() ? null : filter.kinds());
    building.add("layer = :layer", "layer", filter.layer());
    building.add("object = :object", "object", filter.object());
    building.add("happened_at >= :from", "from", utc(filter.from()));
    building.add("happened_at < :until", "until", utc(filter.until()));
    String words = filter.words();
    if (words != null) {
      // Inside the JSON a quote and a backslash stand behind a backslash.
      building.add(
          "(LOWER(detail) LIKE :quoted ESCAPE '!' OR LOWER(object) LIKE :words ESCAPE '!'"
              + " OR LOWER(actor) LIKE :words ESCAPE '!' OR address = :address)",
          "words",
          like(words));
      building.parameters.put("quoted", like(words.replace("\\", "\\\\").replace("\"", "\\\"")));
      building.parameters.put("address", words);
    }
    return new TrailQuery(
        building.conditions.isEmpty() ? "1 = 1" : String.join(" AND ", building.conditions),
        building.parameters);
  }

  private static String like(String words) {
    String plain = words.toLowerCase(Locale.ROOT);
    return "%" + plain.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }

  private static @Nullable Object utc(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
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
  }
}
