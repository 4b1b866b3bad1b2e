package zeren.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import zeren.format.TableRow;
import zeren.layer.GeometryType;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;

/** Looks at each row of a file by itself and collects everything that is wrong with it. */
final class RowCheck {

  private static final String ID = "id";
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_TEXT = 10_000;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

  private final LayerDeclaration layer;
  private final ColumnPlan plan;
  private final RowPlaces places;
  private final References references;
  private final SeenIds seen = new SeenIds();

  RowCheck(LayerDeclaration layer, ColumnPlan plan, RowPlaces places, References references) {
    this.layer = layer;
    this.plan = plan;
    this.places = places;
    this.references = references;
  }

  /** The ids of all rows looked at so far, right or wrong. */
  SeenIds seen() {
    return seen;
  }

  CheckedRow check(TableRow row) {
    List<RowFault> faults = new ArrayList<>();
    List<RowFault> repairs = new ArrayList<>();
    String rowFault = row.fault();
    if (rowFault != null) {
      faults.add(RowFault.of(null, null, rowFault));
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (ColumnPlan.FieldColumn column : plan.fields()) {
      readValue(column, plan.cell(row, column.column()), values, faults);
    }
    Place place = places.read(row, faults, repairs);
    RowPeriod period = RowPeriod.read(plan, row, faults);
    String id =
        plan.has(Role.ID)
            ? givenId(row, faults)
            : derivedId(values, place, faults.isEmpty(), faults);
    if (id != null) {
      int before = seen.add(id, row.number());
      if (before != 0) {
        faults.add(RowFault.of(ID, id, "stands already in row " + before));
      }
    }
    return new CheckedRow(row, id, values, place, period, faults, repairs);
  }

  private void readValue(
      ColumnPlan.FieldColumn column,
      @Nullable Object cell,
      Map<String, @Nullable Object> values,
      List<RowFault> faults) {
    LayerField field = column.field();
    if (cell == null) {
      values.put(field.name(), null);
      if (field.required()) {
        faults.add(RowFault.of(field.name(), null, "is missing"));
      }
      return;
    }
    try {
      if (cell instanceof String given && given.length() > LONGEST_TEXT) {
        throw new CellException("is longer than %,d characters".formatted(LONGEST_TEXT));
      }
      Object value = column.values().read(cell);
      if (value instanceof String text && text.indexOf('\0') >= 0) {
        throw new CellException("holds a NUL character");
      }
      values.put(field.name(), resolve(field, value));
    } catch (CellException e) {
      faults.add(e.in(field.name(), cell));
    }
  }

  private Object resolve(LayerField field, Object value) throws CellException {
    String layerMeant = field.refersTo();
    Optional<NameIndex> index = layerMeant == null ? Optional.empty() : references.find(layerMeant);
    return index.isPresent() ? index.get().resolve(value.toString()) : value;
  }

  private @Nullable String givenId(TableRow row, List<RowFault> faults) {
    Object cell = plan.cell(row, Role.ID);
    if (cell == null) {
      faults.add(RowFault.of(ID, null, "is missing"));
      return null;
    }
    String id = CellValues.text(cell);
    String reason = null;
    if (id.length() > LONGEST_ID || CONTROL.matcher(id).find()) {
      reason = "must be at most " + LONGEST_ID + " characters without control characters";
    } else if (id.indexOf(',') >= 0 || id.equals(".") || id.equals("..")) {
      reason = "must not hold a comma, nor be '.' or '..'";
    }
    if (reason != null) {
      faults.add(RowFault.of(ID, id, reason));
      return null;
    }
    return id;
  }

  private @Nullable String derivedId(
      Map<String, @Nullable Object> values,
      @Nullable Place place,
      boolean rightSoFar,
      List<RowFault> faults) {
    Object name = values.get(layer.name());
    boolean isTable = layer.geometry() == GeometryType.NONE;
    if (name != null && isTable) {
      return DerivedId.of(layer.id(), name.toString());
    }
    if (name != null && place != null) {
      return DerivedId.of(layer.id(), name.toString(), place.geometry());
    }
    if (rightSoFar) {
      String missing = name == null ? layer.name() : RowPlaces.FIELD;
      String by = isTable ? "its name" : "name and place";
      faults.add(
          RowFault.of(missing, null, "is missing; a row without an id is told apart by " + by));
    }
    return null;
  }
}
