package zeren.layer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A layer on one day, as one viewer may see it. Features are rows, numbered from 0 in the order of
 * their ids by code point; a row number is good for this view only.
 */
public final class LayerView {

  private final LayerSnapshot snapshot;
  private final LayerDeclaration declaration;

  /** Whether internal fields are among the visible ones. */
  private final boolean internal;

  private final List<LayerField> fields = new ArrayList<>();

  /** Column of each visible field, by position in {@link #fields}. */
  private final List<Column> columns = new ArrayList<>();

  /**
   * @param internal whether internal fields are shown
   * @param declaration the one of the snapshot with today's titles and drawing
   */
  LayerView(LayerSnapshot snapshot, boolean internal, LayerDeclaration declaration) {
    this.snapshot = snapshot;
    this.internal = internal;
    this.declaration = declaration;
    List<LayerField> declared = declaration.fields();
    for (int i = 0; i < declared.size(); i++) {
      if (internal || declared.get(i).visibility() != Visibility.INTERNAL) {
        fields.add(declared.get(i));
        columns.add(snapshot.column(i));
      }
    }
  }

  /** The declaration; its fields include those this viewer may not see, see {@link #fields}. */
  public LayerDeclaration declaration() {
    return declaration;
  }

  /** The fields this viewer may see. */
  public List<LayerField> fields() {
    return List.copyOf(fields);
  }

  /** Two views of a layer with the same tag show the same, whoever they were taken for. */
  public String tag() {
    return snapshot.tag() + (internal ? "i" : "p");
  }

  /** Number of the layer's version: grows with every write. */
  public long version() {
    return snapshot.version();
  }

  public int size() {
    return snapshot.size();
  }

  public String id(int row) {
    return snapshot.id(row);
  }

  public OptionalInt findRow(String id) {
    return snapshot.findRow(id);
  }

  /** In EPSG:4490, x is longitude; a new object, empty in a table. */
  public Geometry geometry(int row) {
    return snapshot.geometry(row);
  }

  /**
   * Longitude of the point, without making an object of it; of other geometries, of their first.
   */
  public double lon(int row) {
    return snapshot.geometries().lon(row);
  }

  /** Latitude of the point, without making an object of it; of other geometries, of their first. */
  public double lat(int row) {
    return snapshot.geometries().lat(row);
  }

  /** Hands over the corners of the geometry, part by part; nothing when it is empty. */
  public void corners(int row, Corners receiver) {
    snapshot.geometries().corners(row, receiver);
  }

  /** The bounding box in degrees, without making an object of the geometry; a copy. */
  public Envelope box(int row) {
    return snapshot.geometries().box(row);
  }

  /**
   * First day on which the row of a table was so; null of other layers, where it is not at hand.
   */
  public @Nullable LocalDate validFrom(int row) {
    return snapshot.isTable() ? day(snapshot.validFrom(), row) : null;
  }

  /** First day on which the row of a table was no longer so; null while it is, or as above. */
  public @Nullable LocalDate validTo(int row) {
    return snapshot.isTable() ? day(snapshot.validTo(), row) : null;
  }

  private static @Nullable LocalDate day(Column column, int row) {
    Object day = column.value(row);
    return day == null ? null : LocalDate.parse(day.toString());
  }

  /** Null when the feature has no value, or there is no such field for this viewer. */
  public @Nullable Object value(int row, String field) {
    Column column = findColumn(field);
    return column == null ? null : column.value(row);
  }

  /** What the feature is called: the value of the layer's naming field, else its id. */
  public String name(int row) {
    Object name = value(row, declaration().name());
    return name == null ? id(row) : name.toString();
  }

  /** The visible values by field name, without fields that have none. */
  public Map<String, Object> properties(int row) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      Object value = columns.get(i).value(row);
      if (value != null) {
        properties.put(fields.get(i).name(), value);
      }
    }
    return properties;
  }

  /** How many features have this value. */
  public int count(String field, Object value) {
    Column column = findColumn(field);
    if (column == null) {
      return 0;
    }
    return select(column.having(value::equals)).cardinality();
  }

  /**
   * The rows that pass a test. They are asked in the order in which their values stand in memory,
   * which is several times faster than by number.
   */
  public BitSet select(IntPredicate keep) {
    BitSet kept = new BitSet(size());
    snapshot.forEach(
        row -> {
          if (keep.test(row)) {
            kept.set(row);
          }
        });
    return kept;
  }

  /** In degrees, a copy; its {@code isNull()} is true when the layer is empty. */
  public Envelope extent() {
    return snapshot.extent();
  }

  /** Hands over the rows whose bounding box meets the box given, in no particular order. */
  public void search(Envelope boxLonLat, IntConsumer rows) {
    snapshot.search(boxLonLat, rows);
  }

  /** Receives the rows of points and where they are, in degrees. */
  @FunctionalInterface
  public interface Places {
    void accept(int row, double lon, double lat);
  }

  /**
   * As {@link #search} in a layer of points, with the places: quicker than to ask for each of them.
   * Of another geometry the place is the lower left corner of its box.
   */
  public void scan(Envelope boxLonLat, Places places) {
    snapshot.scan(boxLonLat, places);
  }

  /**
   * The layer as it would be with some features recorded anew and others gone; nothing is recorded.
   *
   * @param drafts must fit the declaration
   */
  public LayerView with(Collection<FeatureDraft> drafts, Set<String> gone) {
    Set<String> touched = new HashSet<>(gone);
    drafts.forEach(draft -> touched.add(draft.id()));
    return new LayerView(
        snapshot.with(version(), snapshot.since(), touched, rows -> drafts.forEach(rows::add)),
        internal,
        declaration);
  }

  /** The ids as if they were a field. */
  public Column ids() {
    return snapshot.ids();
  }

  /**
   * The days of the column {@code valid_from} or {@code valid_to} of a table; null for another name
   * and in other layers.
   */
  public @Nullable Column findPeriodColumn(String name) {
    if (!snapshot.isTable()) {
      return null;
    }
    return switch (name) {
      case "valid_from" -> snapshot.validFrom();
      case "valid_to" -> snapshot.validTo();
      default -> null;
    };
  }

  /** The values of a field; null when there is no such field for this viewer. */
  public @Nullable Column findColumn(String field) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(field)) {
        return columns.get(i);
      }
    }
    return null;
  }
}
