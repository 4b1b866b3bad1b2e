package zeren.responsibility;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import zeren.exchange.Readers;
import zeren.layer.FeatureDraft;
import zeren.reference.Faces;
import zeren.reference.SyntheticCity;

/** The reference city with 77,000 village cells in the place of its own. */
final class LargeCity {

  private static final GeometryFactory SHAPES = new GeometryFactory();

  /** Side of a square, in degrees of longitude and latitude, that makes 77,000 of them. */
  private static final double LON = 0.00437;

  private static final double LAT = 0.00361;

  private final List<FeatureDraft> drafts = new ArrayList<>();
  private final boolean damaged;

  private LargeCity(boolean damaged) {
    this.damaged = damaged;
  }

  /** Every county is covered once. */
  static List<FeatureDraft> whole() throws IOException {
    return new LargeCity(false).make();
  }

  /** Every hundredth village cell is missing and every hundredth is there twice. */
  static List<FeatureDraft> damaged() throws IOException {
    return new LargeCity(true).make();
  }

  private List<FeatureDraft> make() throws IOException {
    List<FeatureDraft> published = Readers.referenceCity();
    List<FeatureDraft> districts = ofLayer(published, "district");
    drafts.addAll(published);
    SyntheticCity.generate(districts, SyntheticCity.SEED).stream()
        .filter(draft -> !"village".equals(draft.properties().get("level")))
        .forEach(drafts::add);
    addVillages(districts);
    return drafts;
  }

  static List<FeatureDraft> ofLayer(List<FeatureDraft> drafts, String layer) {
    return drafts.stream().filter(draft -> draft.layer().equals(layer)).toList();
  }

  private void addVillages(List<FeatureDraft> districts) {
    List<Geometry> lines = new ArrayList<>();
    List<CoverageDistrict> counties = new ArrayList<>();
    Envelope box = new Envelope();
    for (FeatureDraft district : districts) {
      if ("county".equals(district.properties().get("kind"))) {
        lines.add(district.geometry());
        box.expandToInclude(district.geometry().getEnvelopeInternal());
        counties.add(
            new CoverageDistrict(
                new FeatureRef("district", district.id(), district.id()), district.geometry()));
      }
    }
    for (double lon = box.getMinX(); lon < box.getMaxX(); lon += LON) {
      lines.add(line(lon, box.getMinY(), lon, box.getMaxY()));
    }
    for (double lat = box.getMinY(); lat < box.getMaxY(); lat += LAT) {
      lines.add(line(box.getMinX(), lat, box.getMaxX(), lat));
    }
    Faces faces = Faces.of(lines, 1e10);
    for (int face = 0; face < faces.size(); face++) {
      Coordinate inside = faces.polygon(face).getInteriorPoint().getCoordinate();
      String id = "cell-%06d".formatted(face);
      boolean missing = damaged && face % 100 == 1;
      if (!missing && counties.stream().anyMatch(county -> county.covers(inside))) {
        add(id, faces.polygon(face));
        if (damaged && face % 100 == 2) {
          add(id + "-again", faces.polygon(face));
        }
      }
    }
  }

  private void add(String id, Geometry area) {
    drafts.add(
        new FeatureDraft(
            "grid_cell",
            id,
            area,
            Map.of("name", id, "level", "village", "district", "-", "chief", "网格长" + id),
            LocalDate.of(2019, 1, 1),
            null));
  }

  private static Geometry line(double lon1, double lat1, double lon2, double lat2) {
    return SHAPES.createLineString(
        new Coordinate[] {new Coordinate(lon1, lat1), new Coordinate(lon2, lat2)});
  }
}
