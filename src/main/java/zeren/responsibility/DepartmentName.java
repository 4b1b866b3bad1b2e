package zeren.responsibility;

import static zeren.responsibility.Parties.text;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;
import zeren.layer.LayerView;
import zeren.layer.Title;

/**
 * A department as a record names it, without saying of which city or county: {@code 城建局} is what
 * each of them has.
 *
 * @param code as it is recorded
 * @param name what that is called
 */
record DepartmentName(String code, String name) {

  static DepartmentName of(LayerDeclaration layer, String field, String code) {
    Title title =
        layer.findField(field).map(LayerField::values).map(values -> values.get(code)).orElse(null);
    return new DepartmentName(code, title == null ? code : title.zh());
  }

  /** Whether a party is such a department, by one of its names or by the end of its id. */
  boolean means(Party party, LayerView units) {
    if (party.id().equals(code) || party.id().endsWith("-" + code.replace('_', '-'))) {
      return true;
    }
    OptionalInt row = units.findRow(party.id());
    Stream<String> names =
        row.isEmpty()
            ? Stream.of(party.name())
            : List.of("name", "short_name", "aliases").stream()
                .map(field -> text(units, row.getAsInt(), field))
                .map(String::valueOf);
    return names.anyMatch(called -> called.contains(name));
  }
}
