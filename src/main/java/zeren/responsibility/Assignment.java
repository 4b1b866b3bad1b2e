package zeren.responsibility;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code assignment}, understood.
 *
 * @param id its id in the table
 * @param party who is responsible
 * @param negated whether it says that the party is explicitly not responsible
 * @param rank 1 goes first
 */
record Assignment(
    String id,
    Party party,
    Role role,
    Set<Topic> topics,
    Scope scope,
    int rank,
    boolean negated,
    Basis basis) {

  /** Of one that says nothing else. */
  static final int FIRST_RANK = 1;

  /**
   * What an assignment is for: one feature, the zone round one, or the features of a layer that
   * have a value, lie in a district and in a city; each of these may be left out.
   *
   * @param zoneRadius metres; null when it is no zone
   */
  record Scope(
      String layer,
      @Nullable String id,
      @Nullable String field,
      @Nullable String value,
      @Nullable String district,
      @Nullable String city,
      @Nullable Double zoneRadius) {

    private static final double LEAST_RADIUS = 1;
    private static final double MOST_RADIUS = 100_000;

    /**
     * Whether it says all that belongs together: a value with its field, the centre of a zone with
     * a radius of 1 m to 100 km. Half a scope must not be taken for a broader one.
     */
    boolean isWhole() {
      boolean zone =
          zoneRadius == null
              || (id != null && zoneRadius >= LEAST_RADIUS && zoneRadius <= MOST_RADIUS);
      return zone && (field == null) == (value == null);
    }

    boolean isZone() {
      return zoneRadius != null && id != null;
    }
  }
}
