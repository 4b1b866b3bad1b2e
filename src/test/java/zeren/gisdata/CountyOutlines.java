package zeren.gisdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zeren.geo.CoordinateSystem;
import zeren.geo.GeoJson;

/**
 * Makes {@code gis-data/counties.geojson} from the two city files of the npm package that its
 * README names. Takes their paths as arguments and writes into the folder in which it is run.
 */
public final class CountyOutlines {

  private static final Path TARGET = Path.of("gis-data", "counties.geojson");

  /** Steps per degree of the file: seven decimals, about a centimetre. */
  private static final PrecisionModel DECIMALS = new PrecisionModel(1e7);

  private final JsonMapper json = new JsonMapper();

  /** One county of the source; the outline as published, in GCJ-02 and perhaps crossing itself. */
  private record County(String id, String name, String city, Polygon outline) {}

  /**
   * @param files the file of Zhengzhou, then the file of Jiaozuo
   */
  public static void main(String[] files) throws IOException {
    CountyOutlines outlines = new CountyOutlines();
    List<County> counties = new ArrayList<>();
    counties.addAll(outlines.read(Path.of(files[0]), "郑州市"));
    counties.addAll(outlines.read(Path.of(files[1]), "焦作市"));
    Files.writeString(TARGET, outlines.write(counties));
  }

  private List<County> read(Path file, String city) throws IOException {
    List<County> counties = new ArrayList<>();
    for (JsonNode feature : json.readTree(Files.readString(file)).path("features")) {
      Polygon outline = (Polygon) GeoJson.read(feature.path("geometry"));
      String name = feature.path("properties").path("name").asString();
      counties.add(new County(feature.path("id").asString(), name, city, outline));
    }
    return counties;
  }

  private String write(List<County> counties) {
    List<Polygon> cleaned = OutlineCoverage.clean(counties.stream().map(County::outline).toList());
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < counties.size(); i++) {
      lines.add(feature(counties.get(i), cleaned.get(i)));
    }
    lines.sort(null);
    return "{\"type\":\"FeatureCollection\",\"features\":[\n"
        + String.join(",\n", lines)
        + "\n]}\n";
  }

  private String feature(County county, Polygon outline) {
    Geometry converted = CoordinateSystem.parse("gcj02").toCanonical(outline);
    // Vertex by vertex, as neighbours must keep the same vertices.
    Geometry rounded = GeometryPrecisionReducer.reducePointwise(converted, DECIMALS);
    rounded.normalize();
    String properties =
        json.createObjectNode()
            .put("name", county.name())
            .put("kind", "county")
            .put("city", county.city())
            .toString();
    return "{\"type\":\"Feature\",\"id\":\"%s\",\"properties\":%s,\"geometry\":%s}"
        .formatted(county.id(), properties, GeoJson.write(rounded));
  }
}
