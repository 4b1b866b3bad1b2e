package zeren.responsibility;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import zeren.exchange.Readers;
import zeren.layer.FeatureDraft;
import zeren.reference.Faces;
import zeren.reference.SyntheticCity;

/**
 * Measures how long each audit takes, for the reference city and for the same city with 77,000
 * village cells, of which every hundredth is missing and every hundredth is there twice. Run it
 * from the root, after {@code mvn test-compile}, with:
 *
 * <pre>
 * mvn -q dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -Xmx2g -cp target/classes:target/test-classes:$(cat target/classpath) \\
 *   zeren.responsibility.AuditFigures
 * </pre>
 */
final class AuditFigures {

  /** Side of a square, in degrees of longitude and latitude, that makes 77,000 of them. */
  private static final double LON = 0.00437;

  private static final double LAT = 0.00361;
  private static final int RUNS = 3;

  private AuditFigures() {}

  public static void main(String[] arguments) throws IOException {
    List<FeatureDraft> published = Readers.referenceCity();
    List<FeatureDraft> districts = ofLayer(published, "district");
    List<FeatureDraft> invented = SyntheticCity.generate(districts, SyntheticCity.SEED);
    AuditTown city = new AuditTown().addAll(published).addAll(invented);
    measure("reference city", city::day);
    AuditTown large = new AuditTown().addAll(published);
    invented.stream()
        .filter(draft -> !"village".equals(draft.properties().get("level")))
        .forEach(draft -> large.addAll(List.of(draft)));
    addVillages(large, districts);
    measure("77,000 village cells", large::day);
  }

  private static List<FeatureDraft> ofLayer(List<FeatureDraft> drafts, String layer) {
    return drafts.stream().filter(draft -> draft.layer().equals(layer)).toList();
  }

  private static void addVillages(AuditTown town, List<FeatureDraft> districts) {
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
      if (face % 100 != 1 && counties.stream().anyMatch(county -> county.covers(inside))) {
        add(town, id, faces.polygon(face));
        if (face % 100 == 2) {
          add(town, id + "-again", faces.polygon(face));
        }
      }
    }
  }

  private static void add(AuditTown town, String id, Geometry area) {
    town.add(
        "grid_cell", id, area, Map.of("level", "village", "district", "-", "chief", "网格长" + id));
  }

  private static Geometry line(double lon1, double lat1, double lon2, double lat2) {
    return new GeometryFactory()
        .createLineString(
            new Coordinate[] {new Coordinate(lon1, lat1), new Coordinate(lon2, lat2)});
  }

  private static void measure(String what, Supplier<AuditDay> source) {
    AuditDay first = source.get();
    say("%s: %,d cells", what, first.view("grid_cell").size());
    for (int i = 0; i < audits().size(); i++) {
      List<Double> seconds = new ArrayList<>();
      long found = 0;
      for (int run = 0; run < RUNS; run++) {
        // A fresh one each time: what they keep between questions must not be measured.
        Audit audit = audits().get(i);
        AuditDay day = new AuditDay(first.day(), first.map(), first::endedAssignments);
        long begun = System.nanoTime();
        found = audit.run(day).count();
        seconds.add((System.nanoTime() - begun) / 1e9);
      }
      String name = audits().get(i).getClass().getSimpleName();
      say(
          "  %-26s %,8d found, first %6.2f s, then %6.2f s",
          name, found, seconds.get(0), seconds.get(RUNS - 1));
    }
  }

  private static List<Audit> audits() {
    return List.of(
        new CoverageFindings(new CoverageAudits()),
        new MisattributionAudit(new ObjectAudits()),
        new DutyGapAudit(new ObjectAudits()),
        new IdlePersonAudit(),
        new BrokenAssignmentAudit(),
        new ExpiredAssignmentAudit(),
        new CellChiefAudit(),
        new ZoneGroupAudit());
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
