package zeren.layer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** The rows of a snapshot while they come in. */
final class SnapshotRows {

  private final LayerDeclaration declaration;
  private final PackedText ids = new PackedText();
  private final List<ColumnBuilder> columns = new ArrayList<>();

  /** Not null until something else than a point comes. */
  private PointStore.@Nullable Builder points = new PointStore.Builder();

  private final ShapeStore.Builder shapes = new ShapeStore.Builder();
  private byte[] lastId = new byte[0];
  private boolean ordered = true;

  SnapshotRows(LayerDeclaration declaration) {
    this.declaration = declaration;
    declaration.fields().forEach(field -> columns.add(new ColumnBuilder(field.type())));
    if (declaration.geometry() == GeometryType.NONE) {
      // Rows of tables are known by their periods as others are by their places.
      columns.add(new ColumnBuilder(FieldType.DATE));
      columns.add(new ColumnBuilder(FieldType.DATE));
    }
  }

  /**
   * @param values by position of their fields in the declaration; in a table, then the first day
   *     and the end of its period
   */
  void add(String id, Geometry geometry, @Nullable Object[] values) {
    byte[] thisId = PackedText.encode(id);
    ordered &= Arrays.compareUnsigned(lastId, thisId) <= 0;
    lastId = thisId;
    ids.add(id);
    addGeometry(geometry);
    for (int i = 0; i < values.length; i++) {
      columns.get(i).add(values[i]);
    }
  }

  private void addGeometry(Geometry geometry) {
    if (points == null) {
      shapes.add(geometry);
    } else if (geometry instanceof Point point) {
      points.add(point);
    } else {
      for (int row = 0; row < points.size(); row++) {
        shapes.add(points.point(row));
      }
      points = null;
      shapes.add(geometry);
    }
  }

  /** Values by position of their columns: the fields, and of a table its period. */
  static @Nullable Object[] values(
      LayerDeclaration declaration,
      Map<String, @Nullable Object> properties,
      LocalDate validFrom,
      @Nullable LocalDate validTo) {
    List<@Nullable Object> values = new ArrayList<>();
    declaration.fields().forEach(field -> values.add(properties.get(field.name())));
    if (declaration.geometry() == GeometryType.NONE) {
      values.add(validFrom.toString());
      values.add(validTo == null ? null : validTo.toString());
    }
    return values.toArray();
  }

  /** Ends the adding. */
  LayerSnapshot toSnapshot(long version, LocalDate since) {
    ids.close();
    List<Column> built = columns.stream().map(ColumnBuilder::build).toList();
    if (!ordered) {
      return sorted(built).toSnapshot(version, since);
    }
    return new LayerSnapshot(declaration, version, since, ids, geometries(), built);
  }

  private GeometryStore geometries() {
    return points == null ? shapes.build() : points.build();
  }

  private SnapshotRows sorted(List<Column> built) {
    GeometryStore geometries = geometries();
    SnapshotRows sorted = new SnapshotRows(declaration);
    IntStream.range(0, ids.size())
        .boxed()
        .sorted(ids::compare)
        .forEach(
            row ->
                sorted.add(
                    String.valueOf(ids.get(row)),
                    geometries.geometry(row),
                    built.stream().map(column -> column.value(row)).toArray()));
    return sorted;
  }
}
