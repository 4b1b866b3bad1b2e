package zeren.layer;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * All features of a layer as they are on one day, immutable. A feature is a row; rows are in the
 * order of their ids by code point, whatever order the database has. Readers outside this module
 * see it through a {@link LayerView}, which leaves out what the viewer may not see.
 */
final class LayerSnapshot {

  private final LayerDeclaration declaration;
  private final long version;
  private final LocalDate since;
  private final String tag;
  private final Rows rows;

  LayerSnapshot(LayerDeclaration declaration, long version, LocalDate since, Rows rows) {
    this.declaration = declaration;
    this.version = version;
    this.since = since;
    // The declaration decides what is shown of the same rows, and may change between two starts.
    this.tag = version + "-" + since + "-" + Integer.toHexString(declaration.toString().hashCode());
    this.rows = rows;
  }

  LayerDeclaration declaration() {
    return declaration;
  }

  /** The layer's version of which this is. */
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
    return rows.size();
  }

  String id(int row) {
    return rows.id(row);
  }

  Column ids() {
    return rows.ids();
  }

  OptionalInt findRow(String id) {
    int row = rows.find(id);
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
  }

  Geometry geometry(int row) {
    return rows.geometries().geometry(row);
  }

  GeometryStore geometries() {
    return rows.geometries();
  }

  /** Whether it is a table, whose rows have periods and no places. */
  boolean isTable() {
    return declaration.geometry() == GeometryType.NONE;
  }

  /** First day on which a row of a table was so. */
  Column validFrom() {
    return rows.column(declaration.fields().size());
  }

  /** First day on which a row of a table was no longer so; without a value while it is. */
  Column validTo() {
    return rows.column(declaration.fields().size() + 1);
  }

  Column column(int field) {
    return rows.column(field);
  }

  /** Hands over each row once, in the order in which their values stand in memory. */
  void forEach(IntConsumer receiver) {
    rows.forEach(receiver);
  }

  /** A copy: null when the layer is empty. */
  Envelope extent() {
    return rows.geometries().extent();
  }

  /** Hands over the rows whose bounding box meets the box given, in no particular order. */
  void search(Envelope boxLonLat, IntConsumer receiver) {
    rows.geometries().search(boxLonLat, receiver);
  }

  /** As {@link #search}, with the places of points. */
  void scan(Envelope boxLonLat, LayerView.Places places) {
    rows.geometries().scan(boxLonLat, places);
  }

  /** How many rows were laid over those of an older one, or hide them. */
  int overlaid() {
    return rows.overlaid();
  }

  /**
   * The same with some features as they are now; costs little when they are few.
   *
   * @param touched ids of the features that may have changed, come or gone
   * @param now adds those of them that there are
   */
  LayerSnapshot with(
      long newVersion, LocalDate newSince, Set<String> touched, Consumer<SnapshotRows> now) {
    Rows changed = touched.isEmpty() ? rows : rows.with(declaration, touched, now);
    return new LayerSnapshot(declaration, newVersion, newSince, changed);
  }

  /** The same with nothing overlaid. */
  LayerSnapshot packed() {
    return new LayerSnapshot(declaration, version, since, rows.packed(declaration));
  }
}
