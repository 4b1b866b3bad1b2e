package zeren.responsibility;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import zeren.layer.LayerView;

/** The units and persons of the tables. */
final class Parties {

  private final LayerView units;
  private final LayerView persons;
  private final Map<String, Party> read = new HashMap<>();

  Parties(LayerView units, LayerView persons) {
    this.units = units;
    this.persons = persons;
  }

  /**
   * The person, else the unit; who is named and not in the tables is taken by the name.
   *
   * @return null when neither is named
   */
  @Nullable Party find(@Nullable String unit, @Nullable String person) {
    Party ofUnit = unit == null ? null : unit(unit);
    return person == null ? ofUnit : person(person, ofUnit);
  }

  private Party unit(String id) {
    return read.computeIfAbsent("unit/" + id, key -> readUnit(id));
  }

  private Party readUnit(String id) {
    OptionalInt row = units.findRow(id);
    if (row.isEmpty()) {
      return new Party(id, id, "other", null, null, false, true);
    }
    int at = row.getAsInt();
    String kind = text(units, at, "kind");
    return new Party(
        id,
        units.name(at),
        kind == null ? "other" : kind,
        text(units, at, "phone"),
        null,
        isSynthetic(units, at),
        true);
  }

  private Party person(String id, @Nullable Party of) {
    String key = "person/" + id + "/" + (of == null ? "" : of.id());
    Party known = read.get(key);
    if (known == null) {
      known = readPerson(id, of);
      read.put(key, known);
    }
    return known;
  }

  private Party readPerson(String id, @Nullable Party of) {
    OptionalInt row = persons.findRow(id);
    if (row.isEmpty()) {
      return new Party(id, id, Party.PERSON, null, of, false, false);
    }
    int at = row.getAsInt();
    String unit = text(persons, at, "unit");
    return new Party(
        id,
        persons.name(at),
        Party.PERSON,
        text(persons, at, "phone"),
        of == null && unit != null ? unit(unit) : of,
        isSynthetic(persons, at),
        Boolean.TRUE.equals(persons.value(at, "published")));
  }

  /** Whether a feature is invented. */
  static boolean isSynthetic(LayerView view, int row) {
    return Boolean.TRUE.equals(view.value(row, "synthetic"));
  }

  static @Nullable String text(LayerView view, int row, String field) {
    Object value = view.value(row, field);
    return value == null ? null : value.toString();
  }
}
