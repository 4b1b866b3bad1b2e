package zeren.layer;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * All features of a layer as they are on one day, immutable. A feature is a row; rows are in the
 * order of their ids by code point, whatever order the database has. Readers outside this module
 * see it through a {@link LayerView}, which leaves out what the viewer may not see.
 *
 * <p>There may be a million rows, and a second snapshot while a new one is read, so everything is
 * kept in few large arrays and objects are made when they are asked for.
 */
final class LayerSnapshot {

  private final LayerDeclaration declaration;
  private final long version;
  private final LocalDate since;
  private final String tag;
  private final PackedText ids;
  private final GeometryStore geometries;
  private final List<Column> columns;

  LayerSnapshot(
      LayerDeclaration declaration,
      long version,
      LocalDate since,
      PackedText ids,
      GeometryStore geometries,
      List<Column> columns) {
    this.declaration = declaration;
    this.version = version;
    this.since = since;
    // The declaration decides what is shown of the same rows, and may change between two starts.
    this.tag = version + "-" + since + "-" + Integer.toHexString(declaration.toString().hashCode());
    this.ids = ids;
    this.geometries = geometries;
    this.columns = columns;
  }

  LayerDeclaration declaration() {
    return declaration;
  }

  /** The layer's version from which this was read. */
  long version() {
    return version;
  }

  /** The first of the days on which the layer is like this. */
  LocalDate since() {
    return since;
  }

  /** Two snapshots of a layer with the same tag are the same. */
  String tag() {
    return tag;
  }

  int size() {
    return ids.size();
  }

  String id(int row) {
    return java.util.Objects.requireNonNull(ids.get(row));
  }

  Column ids() {
    return new TextColumn(ids);
  }

  OptionalInt findRow(String id) {
    int row = ids.search(id);
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
  }

  Geometry geometry(int row) {
    return geometries.geometry(row);
  }

  GeometryStore geometries() {
    return geometries;
  }

  /** Whether it is a table, whose rows have periods and no places. */
  boolean isTable() {
    return declaration.geometry() == GeometryType.NONE;
  }

  /** First day on which a row of a table was so. */
  Column validFrom() {
    return columns.get(declaration.fields().size());
  }

  /** First day on which a row of a table was no longer so; without a value while it is. */
  Column validTo() {
    return columns.get(declaration.fields().size() + 1);
  }

  Column column(int field) {
    return columns.get(field);
  }

  /** The values of a row by position of their fields. */
  @Nullable Object[] values(int row) {
    return columns.stream().map(column -> column.value(row)).toArray();
  }

  /** A copy: null when the layer is empty. */
  Envelope extent() {
    return geometries.tree().extent();
  }

  /** Hands over the rows whose bounding box meets the box given, in no particular order. */
  void search(Envelope boxLonLat, IntConsumer rows) {
    geometries.tree().search(boxLonLat, rows);
  }

  /** As {@link #search}, with the places of points. */
  void scan(Envelope boxLonLat, LayerView.Places places) {
    geometries.tree().scan(boxLonLat, places::accept);
  }

  /** Takes versions, best in the order of their ids; in any other it takes twice the room. */
  static final class Builder {
    private final LayerDeclaration declaration;
    private final long version;
    private final LocalDate since;
    private final SnapshotRows rows;

    Builder(LayerDeclaration declaration, long version, LocalDate since) {
      this.declaration = declaration;
      this.version = version;
      this.since = since;
      this.rows = new SnapshotRows(declaration);
    }

    void add(FeatureVersion feature) {
      rows.add(
          feature.id(),
          feature.geometry(),
          SnapshotRows.values(
              declaration, feature.properties(), feature.validFrom(), feature.validTo()));
    }

    LayerSnapshot build() {
      return rows.toSnapshot(version, since);
    }
  }
}
