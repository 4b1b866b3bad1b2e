package zeren.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A GeoJSON FeatureCollection, or a single Feature. It is read once for its columns and once for
 * its rows; a row's number is the position of its feature.
 */
final class GeoJsonTable implements Table {

  private final GeoJsonStream stream;
  private final TableDescription description;
  private final boolean single;
  private long row;

  private GeoJsonTable(GeoJsonStream stream, TableDescription description, boolean single) {
    this.stream = stream;
    this.description = description;
    this.single = single;
  }

  /** Opens a GeoJSON. */
  static Table open(Path file, FormatLimits limits) throws IOException, FormatException {
    TextEncoding encoding = TextEncoding.detect(file);
    FeatureColumns columns = new FeatureColumns(limits);
    boolean single;
    JsonNode crs;
    try (GeoJsonStream stream = GeoJsonStream.open(file, encoding, limits)) {
      long row = 0;
      for (JsonNode one = stream.next(); one != null; one = stream.next()) {
        columns.add(one, ++row);
      }
      crs = stream.crs();
      single = isSingle(stream);
    }
    if (single) {
      try (GeoJsonStream stream = GeoJsonStream.open(file, encoding, limits)) {
        columns.add(stream.whole(), 1);
      }
    } else if (!columns.anyFeature()) {
      throw new FormatException("no-rows", "The FeatureCollection has no features", null);
    }
    List<String> notes = new ArrayList<>();
    NamedCrs named = NamedCrs.of(crs, notes);
    TableDescription description =
        new TableDescription(
            FileFormat.GEOJSON,
            List.of(),
            null,
            columns.names(),
            columns.anyGeometry(),
            named.code(),
            named.text(),
            encoding.name(),
            null,
            0,
            notes);
    return new GeoJsonTable(GeoJsonStream.open(file, encoding, limits), description, single);
  }

  private static boolean isSingle(GeoJsonStream stream) throws FormatException {
    String type = stream.type();
    if ("FeatureCollection".equals(type) && stream.hasFeatures()) {
      return false;
    }
    if ("Feature".equals(type) && !stream.hasFeatures()) {
      return true;
    }
    if ("Topology".equals(type)) {
      throw new FormatException(
          "topojson", "The file is TopoJSON; convert it to GeoJSON first", null);
    }
    throw new FormatException(
        "geojson-type",
        "Expected a FeatureCollection with its list of features, or a Feature; the file "
            + (type == null ? "names no type" : "is a " + type),
        null);
  }

  @Override
  public TableDescription description() {
    return description;
  }

  @Override
  public @Nullable TableRow next() throws FormatException {
    if (single && row > 0) {
      return null;
    }
    JsonNode feature = single ? stream.whole() : stream.next();
    return feature == null ? null : FeatureRow.of(++row, feature, description.columns());
  }

  @Override
  public double progress() {
    return stream.progress();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
