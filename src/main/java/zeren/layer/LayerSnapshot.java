package zeren.layer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.ItemVisitor;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * All features of a layer as they are on one day, immutable. A feature is a row; rows are ordered
 * by id. Readers outside this module see it through a {@link LayerView}, which leaves out what the
 * viewer may not see.
 */
final class LayerSnapshot {

  private final LayerDeclaration declaration;
  private final long version;
  private final LocalDate since;
  private final String tag;
  private final String[] ids;
  private final Map<String, Integer> rowOfId;
  private final Geometry[] geometries;
  private final Column[] columns;
  private final HPRtree index;
  private final Envelope extent;

  private LayerSnapshot(Builder builder) {
    this.declaration = builder.declaration;
    this.version = builder.version;
    this.since = builder.since;
    // The declaration decides what is shown of the same rows, and may change between two starts.
    this.tag = version + "-" + since + "-" + Integer.toHexString(declaration.toString().hashCode());
    this.ids = builder.ids.toArray(String[]::new);
    this.geometries = builder.geometries.toArray(Geometry[]::new);
    this.columns = builder.columns.stream().map(Column.Builder::build).toArray(Column[]::new);
    this.rowOfId = new HashMap<>(ids.length * 2);
    this.index = new HPRtree();
    this.extent = new Envelope();
    for (int row = 0; row < ids.length; row++) {
      rowOfId.put(ids[row], row);
      Envelope box = geometries[row].getEnvelopeInternal();
      index.insert(box, row);
      extent.expandToInclude(box);
    }
    // Built here because HPRtree builds itself at the first query, which is not safe between
    // threads.
    index.build();
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
    return ids.length;
  }

  String id(int row) {
    return ids[row];
  }

  OptionalInt findRow(String id) {
    Integer row = rowOfId.get(id);
    return row == null ? OptionalInt.empty() : OptionalInt.of(row);
  }

  Geometry geometry(int row) {
    return geometries[row];
  }

  Column column(int field) {
    return columns[field];
  }

  /** A copy: null when the layer is empty. */
  Envelope extent() {
    return new Envelope(extent);
  }

  /** Hands over the rows whose bounding box meets the box given, in no particular order. */
  void search(Envelope boxLonLat, IntConsumer rows) {
    ItemVisitor visitor = item -> rows.accept((Integer) item);
    index.query(boxLonLat, visitor);
  }

  /** Takes versions in the order of their ids. */
  static final class Builder {
    private final LayerDeclaration declaration;
    private final long version;
    private final LocalDate since;
    private final List<String> ids = new ArrayList<>();
    private final List<Geometry> geometries = new ArrayList<>();
    private final List<Column.Builder> columns = new ArrayList<>();

    Builder(LayerDeclaration declaration, long version, LocalDate since) {
      this.declaration = declaration;
      this.version = version;
      this.since = since;
      declaration.fields().forEach(field -> columns.add(new Column.Builder()));
    }

    void add(FeatureVersion feature) {
      ids.add(feature.id());
      geometries.add(feature.geometry());
      for (int i = 0; i < columns.size(); i++) {
        LayerField field = declaration.fields().get(i);
        columns.get(i).add(typed(field, feature.properties().get(field.name())));
      }
    }

    LayerSnapshot build() {
      return new LayerSnapshot(this);
    }

    /** JSON does not tell a whole number from another, the declaration does. */
    private static @Nullable Object typed(LayerField field, @Nullable Object value) {
      if (value instanceof Number number) {
        return switch (field.type()) {
          case INTEGER -> number.longValue();
          case NUMBER -> number.doubleValue();
          default -> value;
        };
      }
      return value;
    }
  }
}
