package zeren.layer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * The rows of a snapshot while they come in, best in the order of their ids; in any other they take
 * twice the room.
 */
final class SnapshotRows {

  private final LayerDeclaration declaration;
  private final IntFunction<ColumnBuilder> builders;
  private final PackedText ids = new PackedText();
  private final List<ColumnBuilder> columns = new ArrayList<>();

  /** Not null until something else than a point comes. */
  private PointStore.@Nullable Builder points = new PointStore.Builder();

  private final ShapeStore.Builder shapes = new ShapeStore.Builder();
  private byte[] lastId = new byte[0];
  private boolean ordered = true;

  SnapshotRows(LayerDeclaration declaration) {
    this(declaration, column -> new ColumnBuilder(type(declaration, column)));
  }

  /** Of the same layer, with each column of the same kind as in other rows. */
  SnapshotRows(LayerDeclaration declaration, Rows other) {
    this(
        declaration, column -> ColumnBuilder.like(type(declaration, column), other.column(column)));
  }

  private SnapshotRows(LayerDeclaration declaration, IntFunction<ColumnBuilder> builders) {
    this.declaration = declaration;
    this.builders = builders;
    // Rows of tables are known by their periods as others are by their places.
    int periods = declaration.geometry() == GeometryType.NONE ? 2 : 0;
    for (int column = 0; column < declaration.fields().size() + periods; column++) {
      columns.add(builders.apply(column));
    }
  }

  private static FieldType type(LayerDeclaration declaration, int column) {
    List<LayerField> fields = declaration.fields();
    return column < fields.size() ? fields.get(column).type() : FieldType.DATE;
  }

  void add(FeatureVersion feature) {
    add(
        feature.id(),
        feature.geometry(),
        values(feature.properties(), feature.validFrom(), feature.validTo()));
  }

  void add(FeatureDraft draft) {
    add(
        draft.id(),
        draft.geometry(),
        values(draft.properties(), draft.validFrom(), draft.validTo()));
  }

  /** Takes over a row of the same layer. */
  void add(Rows rows, int row) {
    add(rows.id(row), rows.geometries().geometry(row), rows.values(row));
  }

  private void add(String id, Geometry geometry, @Nullable Object[] values) {
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

  /** By position of their columns: the fields, and of a table its period. */
  private @Nullable Object[] values(
      Map<String, @Nullable Object> properties, LocalDate validFrom, @Nullable LocalDate validTo) {
    @Nullable Object[] values = new Object[columns.size()];
    int column = 0;
    for (LayerField field : declaration.fields()) {
      values[column++] = properties.get(field.name());
    }
    if (column < values.length) {
      values[column++] = validFrom.toString();
      values[column] = validTo == null ? null : validTo.toString();
    }
    return values;
  }

  /** Ends the adding. */
  PackedRows build() {
    ids.close();
    PackedGeometries geometries = points == null ? shapes.build() : points.build();
    Placement placement = geometries.placement();
    PackedRows built =
        new PackedRows(
            ids.placed(placement),
            geometries,
            columns.stream().map(column -> column.build(placement)).toList());
    return ordered ? built : sorted(built);
  }

  private PackedRows sorted(PackedRows built) {
    SnapshotRows sorted = new SnapshotRows(declaration, builders);
    IntStream.range(0, built.size())
        .boxed()
        .sorted(ids::compare)
        .forEach(row -> sorted.add(built, row));
    return sorted.build();
  }
}
